// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

#include <fstream>

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;

namespace {

class NodeUsers : public Testing::Bench
{
protected:
    void SetUp() override
    {
        open();
        addPool("p", 1);
        ASSERT_TRUE(nodesBecome("p", "idle", 1));
        m_users = "/pools/p/nodes/" + nodeIds("p")[0] + "/users";
    }

    std::string m_users;
};

class NodeLogs : public Testing::Bench
{
protected:
    void SetUp() override
    {
        open();
        addPool("p", 1, {{"startTask", {{"commandLine", "boot"}}}});
        ASSERT_TRUE(m_runner->waitForStart("boot"));
        std::ofstream(m_runner->lastExecution("boot").taskDirectory / "stdout.txt") << "booted";
        m_runner->script("boot", exited(0));
        ASSERT_TRUE(nodesBecome("p", "idle", 1));
        m_id = nodeIds("p")[0];
        m_logs = "/pools/p/nodes/" + m_id + "/uploadbatchservicelogs";
    }

    Json wish(const std::string &start = "2020-01-01T00:00:00Z",
              const std::string &end = "2099-01-01T00:00:00Z") const
    {
        return {{"containerUrl", "https://acct.blob.example.invalid/logs?sv=1&sig=hush"},
                {"startTime", start},
                {"endTime", end}};
    }

    std::string m_id, m_logs;
};

} // namespace

TEST_F(NodeUsers, AreAddedChangedAndDeleted)
{
    const Json ann{{"name", "ann"}, {"isAdmin", true}, {"password", "hush-hush"}};
    EXPECT_EQ(status("POST", m_users, ann), 201);
    EXPECT_EQ(code("POST", m_users, ann), "NodeUserExists");
    EXPECT_EQ(code("POST", m_users, {{"name", "ANN"}}), "NodeUserExists");
    EXPECT_EQ(status("PUT", m_users + "/ann", {{"sshPublicKey", "ssh-rsa hush"}}), 200);
    EXPECT_EQ(code("PUT", m_users + "/bob", Json::object()), "NodeUserNotFound");
    EXPECT_EQ(code("DELETE", m_users + "/bob"), "NodeUserNotFound");
    EXPECT_EQ(status("DELETE", m_users + "/ann"), 200);
    EXPECT_EQ(code("DELETE", m_users + "/ann"), "NodeUserNotFound");
}

TEST_F(NodeUsers, ExpireAfterADayOrWhenTheyAreMeantTo)
{
    ASSERT_EQ(status("POST", m_users, {{"name", "day"}}), 201);
    ASSERT_EQ(status("POST", m_users, {{"name", "long"}, {"expiryTime", "2099-01-01T00:00:00Z"}}),
              201);
    m_clock->turn(std::chrono::hours(23));
    EXPECT_EQ(code("POST", m_users, {{"name", "day"}}), "NodeUserExists");
    m_clock->turn(std::chrono::hours(1));
    EXPECT_EQ(code("DELETE", m_users + "/day"), "NodeUserNotFound");
    EXPECT_EQ(status("PUT", m_users + "/long", Json::object()), 200);
    m_clock->turn(std::chrono::hours(24));
    EXPECT_EQ(code("DELETE", m_users + "/long"), "NodeUserNotFound");
}

TEST_F(NodeUsers, SurviveARestartWithoutTheirSecrets)
{
    ASSERT_EQ(
        status("POST", m_users,
               {{"name", "ann"}, {"password", "hush-hush"}, {"sshPublicKey", "ssh-rsa hush"}}),
        201);
    close();
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_folder.path())) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(text.find("hush"), std::string::npos) << entry.path();
    }
    open();
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    EXPECT_EQ(status("DELETE", m_users + "/ann"), 200);
}

TEST_F(NodeUsers, AreRefusedWhenTheyMakeNoSense)
{
    EXPECT_EQ(code("POST", m_users, Json::object()), "MissingRequiredProperty");
    EXPECT_EQ(code("POST", m_users, {{"name", ""}}), "InvalidPropertyValue");
    EXPECT_EQ(code("POST", m_users, {{"name", std::string(21, 'a')}}), "InvalidPropertyValue");
    EXPECT_EQ(code("POST", m_users, {{"name", "a"}, {"password", 7}}), "InvalidPropertyValue");
    EXPECT_EQ(code("POST", m_users, {{"name", "a"}, {"expiryTime", "2020-01-01T00:00:00Z"}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/pools/p/nodes/none/users", {{"name", "a"}}), "NodeNotFound");
}

TEST_F(NodeLogs, GoToTheContainer)
{
    const Response response = send("POST", m_logs, wish());
    ASSERT_EQ(response.status, 200) << response.body;
    const Json answer = Json::parse(response.body);
    EXPECT_EQ(answer["numberOfFilesUploaded"], 2);
    const auto folder = answer["virtualDirectoryName"].get<std::string>();
    EXPECT_TRUE(folder.starts_with("p/" + m_id + '/')) << folder;
    EXPECT_EQ(m_runner->lastUpload().path, folder);
    EXPECT_EQ(m_runner->lastUpload().containerUrl, wish()["containerUrl"]);
    const auto files = m_runner->uploadedFiles();
    EXPECT_EQ(files.at("startup/stdout.txt"), "booted");
    EXPECT_NE(files.at("agent.log").find("node is idle"), std::string::npos);
    EXPECT_NE(files.at("agent.log").find("start task ended: exit code 0"), std::string::npos);
    EXPECT_TRUE(std::filesystem::is_empty(m_folder.path() / "batch" / "logs"));
}

TEST_F(NodeLogs, OutsideTheTimeAskedForStayBehind)
{
    const Json none = wish("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z");
    const Response response = send("POST", m_logs, none);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(Json::parse(response.body)["numberOfFilesUploaded"], 0);
    EXPECT_TRUE(m_runner->uploadedFiles().empty());
}

TEST_F(NodeLogs, AreRefusedWithoutGivingTheSasAway)
{
    m_runner->failUploads({"UserError", "FileUploadAccessDenied", "Access was denied.", {}});
    const Response denied = send("POST", m_logs, wish());
    EXPECT_EQ(denied.status, 400);
    EXPECT_EQ(Json::parse(denied.body)["code"], "InvalidPropertyValue");
    EXPECT_EQ(denied.body.find("hush"), std::string::npos);
    Json body = wish();
    body["containerUrl"] = "ftp://x/y?sig=hush";
    const Response odd = send("POST", m_logs, body);
    EXPECT_EQ(Json::parse(odd.body)["code"], "InvalidPropertyValue");
    EXPECT_EQ(odd.body.find("hush"), std::string::npos);
    EXPECT_EQ(code("POST", m_logs, wish("2021-01-01T00:00:00Z", "2020-01-01T00:00:00Z")),
              "InvalidPropertyValue");
    body = wish();
    body.erase("startTime");
    EXPECT_EQ(code("POST", m_logs, body), "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/pools/p/nodes/none/uploadbatchservicelogs", wish()), "NodeNotFound");
}
