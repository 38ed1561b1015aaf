// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/answerfields.h"
#include "core/localservice/batch/operationrules.h"
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;

namespace {

class Queries : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    Json values(const std::string &method, const std::string &path)
    {
        const Response response = send(method, path);
        EXPECT_EQ(response.status, 400) << path;
        Json values = Json::object();
        const Json error = Json::parse(response.body);
        for (const auto &value : error.at("values"))
            values[value["key"].get<std::string>()] = value["value"];
        return values;
    }

    std::vector<std::string> idsOf(const Json &page)
    {
        std::vector<std::string> ids;
        for (const auto &item : page["value"])
            ids.push_back(item["id"]);
        return ids;
    }

    // The path of a nextLink, which must be on the host that was asked.
    std::string pathOf(const Json &page)
    {
        const auto link = page.at("odata.nextLink").get<std::string>();
        const std::string base = "http://127.0.0.1:4711";
        EXPECT_TRUE(link.starts_with(base + '/')) << link;
        return link.substr(base.size());
    }
};

using Ids = std::vector<std::string>;

} // namespace

TEST(OperationRules, EveryOperationHasThem)
{
    for (const auto &operation : BatchService::operations())
        EXPECT_TRUE(hasRules(operation.name)) << operation.name;
    EXPECT_FALSE(hasRules("Pool_Paint"));
}

TEST_F(Queries, UnknownParametersAreRefused)
{
    EXPECT_EQ(code("GET", "/pools?colour=red"), "UnsupportedQueryParameter");
    const Json wrong = values("GET", "/pools?colour=red");
    EXPECT_EQ(wrong["QueryParameterName"], "colour");
    EXPECT_EQ(wrong["QueryParameterValue"], "red");
    addPool("p", 0);
    for (const auto *path :
         {"/pools/p?$filter=id%20eq%20'p'", "/pools/p?maxresults=1", "/pools/p?$skiptoken=x",
          "/nodecounts?$select=poolId", "/pools/p/nodes?$expand=stats",
          "/supportedimages?$expand=stats", "/pools?recursive=true", "/applications?$select=id"})
        EXPECT_EQ(code("GET", path), "UnsupportedQueryParameter") << path;
    EXPECT_EQ(code("DELETE", "/pools/p?force=true"), "UnsupportedQueryParameter");
    EXPECT_EQ(status("GET", "/pools/p"), 200);
}

TEST_F(Queries, NamesOfParametersHaveNoCase)
{
    addPool("p", 0);
    EXPECT_EQ(get("/pools?MaxResults=1&$FILTER=id%20eq%20'p'")["value"].size(), 1u);
    EXPECT_EQ(send("GET", "/pools/p?API-Version=2025-06-01").status, 200);
}

TEST_F(Queries, TimeoutIsANumberOfSecondsUnderBothItsNames)
{
    for (const auto *good : {"timeout=30", "timeOut=1", "TIMEOUT=3000"})
        EXPECT_EQ(status("GET", std::string("/pools?") + good), 200) << good;
    for (const auto *bad :
         {"timeout=", "timeOut=soon", "timeout=-1", "timeout=1.5", "timeout=99999999999999999999"})
        EXPECT_EQ(code("GET", std::string("/pools?") + bad), "InvalidQueryParameterValue") << bad;
    EXPECT_EQ(code("GET", "/pools?timeOut=0"), "OutOfRangeQueryParameterValue");
}

TEST_F(Queries, ForceCameLate)
{
    addJob("j", "none");
    EXPECT_EQ(code("POST", "/jobs/j/terminate?force=true&api-version=2022-10-01.16.0"),
              "UnsupportedQueryParameter");
    EXPECT_EQ(code("POST", "/jobs/j/terminate?force=perhaps"), "InvalidQueryParameterValue");
    EXPECT_EQ(status("POST", "/jobs/j/terminate?force=true"), 202);
    EXPECT_EQ(status("DELETE", "/jobs/j?force=false&api-version=2024-07-01.20.0"), 202);
}

TEST_F(Queries, MaxResultsHasBounds)
{
    EXPECT_EQ(code("GET", "/pools?maxresults=0"), "OutOfRangeQueryParameterValue");
    const Json wrong = values("GET", "/jobs?maxresults=1001");
    EXPECT_EQ(wrong["QueryParameterName"], "maxresults");
    EXPECT_EQ(wrong["MinimumAllowed"], "1");
    EXPECT_EQ(wrong["MaximumAllowed"], "1000");
    for (const auto *bad : {"", "x", "-1", "1e3", "%201"})
        EXPECT_EQ(code("GET", std::string("/pools?maxresults=") + bad),
                  "InvalidQueryParameterValue")
            << bad;
    EXPECT_EQ(status("GET", "/pools?maxresults=1000"), 200);
}

TEST_F(Queries, CountsOfNodesHadSmallPages)
{
    for (int i = 10; i < 21; ++i)
        addPool("p" + std::to_string(i), 0);
    EXPECT_EQ(get("/nodecounts")["value"].size(), 11u);
    const Json old = get("/nodecounts?api-version=2022-10-01.16.0");
    EXPECT_EQ(old["value"].size(), 10u);
    EXPECT_TRUE(old.contains("odata.nextLink"));
    EXPECT_EQ(get("/pools?api-version=2022-10-01.16.0")["value"].size(), 11u);
}

TEST_F(Queries, SelectKeepsTheNamedPropertiesAndKnowsThem)
{
    addPool("p", 0);
    const Json one = get("/pools/p?$select=id,%20state,vmSize");
    EXPECT_EQ(one.size(), 4u);
    EXPECT_TRUE(one.contains("odata.metadata"));
    EXPECT_EQ(get("/pools?$select=id")["value"][0].dump(), R"({"id":"p"})");
    // A property that the pool does not have now is still one.
    EXPECT_EQ(get("/pools?$select=displayName")["value"][0].dump(), "{}");
    for (const auto *path :
         {"/pools/p?$select=id,color", "/pools?$select=ID", "/pools?$select=startTask/commandLine",
          "/jobs?$select=vmSize", "/pools/p/nodes?$select=eTag"})
        EXPECT_EQ(code("GET", path), "InvalidQueryParameterValue") << path;
    EXPECT_EQ(values("GET", "/pools?$select=color")["QueryParameterName"], "$select");
}

TEST_F(Queries, SelectKnowsEveryPropertyOfAnAnswer)
{
    addPool("p", 1, {{"startTask", {{"commandLine", "start"}}}});
    ASSERT_TRUE(m_runner->waitForStart("start"));
    addJob("j", "p", {{"jobPreparationTask", {{"commandLine", "prepare"}}}});
    addTask("j", "t");
    const auto check = [](const Json &answer, const AnswerFields &fields) {
        for (const auto &[name, value] : answer.items()) {
            const bool known = name.starts_with("odata.")
                || std::find(fields.begin(), fields.end(), name) != fields.end();
            EXPECT_TRUE(known) << name;
        }
    };
    check(get("/pools/p"), poolAnswer());
    check(get("/pools/p?api-version=2022-10-01.16.0"), poolAnswer());
    check(get("/pools/p/nodes")["value"][0], nodeAnswer());
    check(get("/jobs/j"), jobAnswer());
    check(get("/jobs/j/tasks/t"), taskAnswer());
}

TEST_F(Queries, ExpandTakesStatsAlone)
{
    addPool("p", 0);
    EXPECT_EQ(status("GET", "/pools/p?$expand=stats"), 200);
    EXPECT_EQ(status("GET", "/jobs?$expand=stats"), 200);
    EXPECT_EQ(code("GET", "/pools?$expand=stats,all"), "InvalidQueryParameterValue");
}

TEST_F(Queries, CollectionsAreFilteredByTheFieldsOfTheirKind)
{
    addPool("p", 1, {{"displayName", "x"}});
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    const auto size = [this](const std::string &path) { return get(path)["value"].size(); };
    EXPECT_EQ(size("/pools/p/nodes?$filter=state%20eq%20'idle'"), 1u);
    addJob("j", "p");
    addTask("j", "t");
    EXPECT_EQ(size("/pools?$filter=vmSize%20eq%20'Standard_D2s_v3'"), 1u);
    EXPECT_EQ(size("/pools?$filter=enableAutoScale%20eq%20true"), 0u);
    EXPECT_EQ(size("/pools?$filter=creationTime%20gt%20DateTime'2026-01-01T00:00:00Z'"), 1u);
    EXPECT_EQ(size("/jobs?$filter=executionInfo/poolId%20eq%20'p'"), 1u);
    EXPECT_EQ(size("/jobs/j/tasks?$filter=startswith(id,'t')"), 1u);
    EXPECT_EQ(size("/nodecounts?$filter=poolId%20eq%20'P'"), 1u);
    for (const auto *path :
         {"/pools?$filter=displayName%20eq%20'x'", "/pools/p/nodes?$filter=id%20eq%20'x'",
          "/pools?$filter=vmSize%20gt%20'a'", "/jobs?$filter=priority%20eq%200",
          "/jobs/j/tasks?$filter=commandLine%20eq%20't'",
          "/jobs/j/tasks?$filter=executionInfo/exitCode%20eq%20'0'",
          "/nodecounts?$filter=startswith(poolId,'p')", "/supportedimages?$filter=sku%20eq%20'x'"})
        EXPECT_EQ(code("GET", path), "InvalidQueryParameterValue") << path;
}

TEST_F(Queries, PagesFollowEachOtherByTheirLinks)
{
    for (const auto *id : {"a", "b", "c", "d", "e"})
        addPool(id, 0);
    const Json first = get("/pools?$filter=id%20ne%20'c'&maxresults=2&timeout=30&$select=id");
    EXPECT_EQ(idsOf(first), (Ids{"a", "b"}));
    const auto path = pathOf(first);
    EXPECT_NE(path.find("$filter=id%20ne%20'c'&maxresults=2&timeout=30&$select=id"),
              std::string::npos);
    const Json second = get(path);
    EXPECT_EQ(idsOf(second), (Ids{"d", "e"}));
    EXPECT_FALSE(second.contains("odata.nextLink"));
    // The link is the same however often a page is asked for, and holds one token.
    const Json third = get("/pools?maxresults=1");
    const Json fourth = get(pathOf(third));
    EXPECT_EQ(pathOf(get(pathOf(third))), pathOf(fourth));
    EXPECT_EQ(pathOf(fourth).find("$skiptoken"), pathOf(fourth).rfind("$skiptoken"));
}

TEST_F(Queries, PagesSurviveWhatIsDeletedBetweenThem)
{
    addPool("p", 0);
    addJob("j", "p");
    for (const auto *id : {"a", "b", "c", "d"})
        addTask("j", id);
    const Json first = get("/jobs/j/tasks?maxresults=2");
    EXPECT_EQ(idsOf(first), (Ids{"a", "b"}));
    for (const auto *id : {"a", "b", "c"})
        ASSERT_EQ(status("DELETE", std::string("/jobs/j/tasks/") + id), 200);
    EXPECT_EQ(idsOf(get(pathOf(first))), (Ids{"d"}));
    ASSERT_EQ(status("DELETE", "/jobs/j/tasks/d"), 200);
    EXPECT_EQ(idsOf(get(pathOf(first))), Ids{});
}

TEST_F(Queries, TokensThatWereNotGivenOutAreRefused)
{
    addPool("a", 0);
    addPool("b", 0);
    addJob("a", "a");
    addJob("b", "a");
    const auto path = pathOf(get("/pools?maxresults=1"));
    const auto token = path.substr(path.find("$skiptoken="));
    for (const auto &bad :
         {std::string("$skiptoken="), std::string("$skiptoken=a"), std::string("$skiptoken=%00"),
          std::string("$skiptoken=YQ%3D%3D"), std::string("$skiptoken=AAAAAAAAAAAAAAAAAAAAAAAA"),
          token.substr(0, token.size() - 4)})
        EXPECT_EQ(code("GET", "/pools?" + bad), "InvalidQueryParameterValue") << bad;
    EXPECT_EQ(code("GET", "/jobs?" + token), "InvalidQueryParameterValue");
    EXPECT_EQ(status("GET", "/pools?" + token), 200);
    EXPECT_EQ(values("GET", "/pools?$skiptoken=a")["QueryParameterName"], "$skiptoken");
}
