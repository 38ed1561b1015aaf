// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

#include <fstream>

using namespace Batchdesk::LocalService;

namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

class Conditions : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    std::string codeWith(const std::string &method, const std::string &path, const Headers &headers,
                         const Json &body = {})
    {
        const Response response = send(method, path, body, headers);
        if (response.status < 400)
            return std::to_string(response.status);
        return Json::parse(response.body).at("code");
    }

    Json metadata{{"metadata", {{{"name", "a"}, {"value", "b"}}}}};
};

constexpr const char *past = "Thu, 01 Jan 2015 00:00:00 GMT";
constexpr const char *future = "Thu, 01 Jan 2037 00:00:00 GMT";

} // namespace

TEST_F(Conditions, OfReadsGive304WithoutABody)
{
    addPool("p", 0);
    const std::string tag = get("/pools/p")["eTag"];
    const auto answer = [this](const char *method, const char *name, const std::string &value) {
        const Response response = send(method, "/pools/p", {}, {{name, value}});
        EXPECT_EQ(response.body.empty(), response.status == 304 || response.headOnly);
        return response.status;
    };
    for (const auto *method : {"GET", "HEAD"}) {
        EXPECT_EQ(answer(method, "If-None-Match", tag), 304);
        EXPECT_EQ(answer(method, "If-None-Match", '"' + tag + '"'), 304);
        EXPECT_EQ(answer(method, "If-None-Match", "*"), 304);
        EXPECT_EQ(answer(method, "If-None-Match", "0x1"), 200);
        EXPECT_EQ(answer(method, "If-Match", tag), 200);
        EXPECT_EQ(answer(method, "If-Match", "*"), 200);
        EXPECT_EQ(answer(method, "If-Match", "0x1"), 304);
        EXPECT_EQ(answer(method, "If-Modified-Since", past), 200);
        EXPECT_EQ(answer(method, "If-Modified-Since", future), 304);
        EXPECT_EQ(answer(method, "If-Unmodified-Since", past), 304);
        EXPECT_EQ(answer(method, "If-Unmodified-Since", future), 200);
    }
}

TEST_F(Conditions, OfWritesGive412AndChangeNothing)
{
    addPool("p", 0);
    addJob("j", "p");
    addTask("j", "t");
    const Headers wrong{{"If-Match", "0x1"}};
    const Json autoscale{{"autoScaleFormula", "$TargetDedicatedNodes=0;"}};
    const Json constraints{{"constraints", {{"maxTaskRetryCount", 1}}}};
    const Json poolInfo{{"poolInfo", {{"poolId", "p"}}}};
    EXPECT_EQ(codeWith("PATCH", "/pools/p", wrong, metadata), "ConditionNotMet");
    EXPECT_EQ(codeWith("DELETE", "/pools/p", wrong), "ConditionNotMet");
    EXPECT_EQ(codeWith("POST", "/pools/p/resize", wrong, {{"targetDedicatedNodes", 1}}),
              "ConditionNotMet");
    EXPECT_EQ(codeWith("PATCH", "/jobs/j", wrong, {{"priority", 1}}), "ConditionNotMet");
    EXPECT_EQ(codeWith("PUT", "/jobs/j", wrong, poolInfo), "ConditionNotMet");
    EXPECT_EQ(codeWith("DELETE", "/jobs/j", wrong), "ConditionNotMet");
    EXPECT_EQ(codeWith("POST", "/jobs/j/disable", wrong, {{"disableTasks", "wait"}}),
              "ConditionNotMet");
    EXPECT_EQ(codeWith("POST", "/jobs/j/terminate", wrong), "ConditionNotMet");
    EXPECT_EQ(codeWith("PUT", "/jobs/j/tasks/t", wrong, constraints), "ConditionNotMet");
    EXPECT_EQ(codeWith("DELETE", "/jobs/j/tasks/t", wrong), "ConditionNotMet");
    EXPECT_EQ(codeWith("POST", "/jobs/j/tasks/t/terminate", wrong), "ConditionNotMet");
    EXPECT_EQ(codeWith("PATCH", "/pools/p", {{"If-Unmodified-Since", past}}, metadata),
              "ConditionNotMet");
    EXPECT_EQ(codeWith("PATCH", "/pools/p", {{"If-None-Match", "*"}}, metadata), "ConditionNotMet");
    EXPECT_EQ(codeWith("PATCH", "/pools/none", wrong, metadata), "PoolNotFound");
    EXPECT_FALSE(get("/pools/p").contains("metadata"));
    EXPECT_EQ(get("/jobs/j")["state"], "active");
    EXPECT_EQ(get("/jobs/j/tasks/t")["state"], "active");

    const std::string tag = get("/pools/p")["eTag"];
    EXPECT_EQ(codeWith("PATCH", "/pools/p", {{"If-Match", '"' + tag + '"'}}, metadata), "200");
    EXPECT_EQ(codeWith("PATCH", "/pools/p", {{"If-Match", tag}}, metadata), "ConditionNotMet");
    EXPECT_EQ(codeWith("PATCH", "/pools/p", {{"If-Match", "*"}}, metadata), "200");
    EXPECT_EQ(codeWith("PATCH", "/pools/p", {{"If-Unmodified-Since", future}}, metadata), "200");
}

TEST_F(Conditions, MayNotBeCombinedOrMisspelt)
{
    addPool("p", 0);
    EXPECT_EQ(codeWith("GET", "/pools/p", {{"If-Match", "*"}, {"If-Modified-Since", past}}),
              "MultipleConditionHeadersNotSupported");
    EXPECT_EQ(codeWith("DELETE", "/pools/p", {{"If-Match", "*"}, {"If-None-Match", "x"}}),
              "MultipleConditionHeadersNotSupported");
    EXPECT_EQ(codeWith("GET", "/pools/p", {{"If-Modified-Since", "yesterday"}}),
              "InvalidHeaderValue");
    EXPECT_EQ(get("/pools/p")["state"], "active");
}

TEST_F(Conditions, AreRefusedWhereTheServiceHasNone)
{
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    const auto node = "/pools/p/nodes/" + nodeIds("p").front();
    for (const auto *name :
         {"If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"}) {
        const Headers one{{name, name[3] == 'M' || name[3] == 'N' ? "*" : past}};
        EXPECT_EQ(codeWith("POST", "/jobs", one), "UnsupportedHeader") << name;
        EXPECT_EQ(codeWith("GET", "/pools", one), "UnsupportedHeader") << name;
        EXPECT_EQ(codeWith("GET", node, one), "UnsupportedHeader") << name;
        EXPECT_EQ(codeWith("POST", node + "/reboot", one), "UnsupportedHeader") << name;
        EXPECT_EQ(codeWith("POST", "/pools/p/updateproperties", one, metadata), "UnsupportedHeader")
            << name;
        EXPECT_EQ(codeWith("POST", "/pools/p/disableautoscale", one), "UnsupportedHeader") << name;
    }
    const auto path = node + "/files/startup%2Fstdout.txt";
    EXPECT_EQ(codeWith("GET", path, {{"If-Match", "*"}}), "UnsupportedHeader");
}

TEST_F(Conditions, OfFilesAreDates)
{
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    const auto id = nodeIds("p").front();
    std::ofstream(m_folder.path() / "batch/nodes/p" / id / "shared/a.txt") << "text";
    const auto path = "/pools/p/nodes/" + id + "/files/shared%2Fa.txt";
    for (const auto *method : {"GET", "HEAD"}) {
        const auto answer = [&](const char *name, const char *value) {
            return send(method, path, {}, {{name, value}}).status;
        };
        EXPECT_EQ(answer("If-Modified-Since", past), 200);
        EXPECT_EQ(answer("If-Modified-Since", future), 304);
        EXPECT_EQ(answer("If-Unmodified-Since", future), 200);
        EXPECT_EQ(answer("If-Unmodified-Since", past), 412);
    }
}

TEST_F(Conditions, RefusedHeadsHaveNoBodyAndReasonsRepeatMessages)
{
    const Response head = send("HEAD", "/pools/none");
    EXPECT_EQ(head.status, 404);
    EXPECT_TRUE(head.body.empty());
    EXPECT_TRUE(head.headOnly);
    EXPECT_EQ(head.reason, "The specified pool does not exist.");
    EXPECT_EQ(send("GET", "/pools/none").reason, "The specified pool does not exist.");
    EXPECT_TRUE(send("GET", "/pools").reason.empty());
}
