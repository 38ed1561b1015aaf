// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/poolstatistics.h"
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;

namespace {

class Pools : public Testing::Bench
{
};

Json startTask(Json more = Json::object())
{
    Json task{{"commandLine", "start"}};
    task.update(more);
    return {{"startTask", task}};
}

} // namespace

TEST_F(Pools, GetsItsNodesAndIsSteady)
{
    open();
    EXPECT_TRUE(m_service->isIdle());
    addPool("p", 2);
    EXPECT_TRUE(nodesBecome("p", "idle", 2));
    EXPECT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    const Json pool = get("/pools/p");
    EXPECT_EQ(pool["currentDedicatedNodes"], 2);
    EXPECT_EQ(pool["vmSize"], "standard_d2s_v3");
    EXPECT_EQ(pool["taskSchedulingPolicy"]["nodeFillType"], "Spread");
    EXPECT_EQ(pool["resizeTimeout"], "PT15M");
    EXPECT_EQ(pool["virtualMachineConfiguration"]["imageReference"]["version"], "latest");
    EXPECT_FALSE(m_service->isIdle());
    for (const auto &id : nodeIds("p"))
        EXPECT_TRUE(
            std::filesystem::is_directory(m_folder.path() / "batch/nodes/p" / id / "shared"));
}

TEST_F(Pools, WithMoreNodesThanThisComputerOffersSaysSo)
{
    open(3);
    addPool("p", 5);
    EXPECT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    const Json pool = get("/pools/p");
    EXPECT_EQ(pool["currentDedicatedNodes"], 3);
    EXPECT_EQ(pool["targetDedicatedNodes"], 5);
    EXPECT_EQ(pool["resizeErrors"][0]["code"], "AccountCoreQuotaReached");
}

TEST_F(Pools, WaitForNodesThatAnotherPoolGivesUp)
{
    open(1);
    addPool("a", 1, startTask());
    ASSERT_TRUE(m_runner->waitForStart("start"));
    addJob("j", "a");
    ASSERT_EQ(status("DELETE", "/pools/a"), 202);
    addPool("b", 1);
    EXPECT_TRUE(vanishes("/pools/a"));
    EXPECT_TRUE(nodesBecome("b", "idle", 1));
    EXPECT_FALSE(get("/pools/b").contains("resizeErrors"));
}

TEST_F(Pools, NodesPassThroughTheStatesOfABoot)
{
    std::mutex mutex;
    std::vector<std::string> states;
    EngineOptions options;
    options.around = {m_folder.path(), "a", "http://127.0.0.1:9"};
    options.runner = m_runner;
    options.clock = m_clock;
    options.observer = [&](std::string_view kind, const std::string &, std::string_view state) {
        const std::lock_guard lock(mutex);
        if (kind == "node")
            states.emplace_back(state);
    };
    Engine engine(options);
    engine.addPool({{"id", "p"},
                    {"targetDedicatedNodes", 1},
                    {"targetLowPriorityNodes", 0},
                    {"startTask", {{"commandLine", "start"}, {"waitForSuccess", true}}}});
    m_runner->script("start", exited(0));
    EXPECT_TRUE(engine.waitUntil(
        [](const Model &model) {
            const auto &nodes = model.pools.at("p").nodes;
            return nodes.size() == 1 && nodes.begin()->second.state == NodeState::Idle;
        },
        std::chrono::seconds(60)));
    const std::lock_guard lock(mutex);
    EXPECT_EQ(states,
              (std::vector<std::string>{"creating", "starting", "waitingforstarttask", "idle"}));
}

TEST_F(Pools, StartTaskIsRetriedThenFailsTheNode)
{
    open();
    addPool("p", 1, startTask({{"maxTaskRetryCount", 1}}));
    m_runner->script("start", exited(3));
    m_runner->script("start", exited(4));
    EXPECT_TRUE(nodesBecome("p", "starttaskfailed", 1));
    const Json info = get("/pools/p/nodes")["value"][0]["startTaskInfo"];
    EXPECT_EQ(info["exitCode"], 4);
    EXPECT_EQ(info["retryCount"], 1);
    EXPECT_EQ(info["result"], "failure");
    EXPECT_EQ(info["failureInfo"]["code"], "FailureExitCode");
    EXPECT_EQ(m_runner->startsOf("start"), 2);
    EXPECT_EQ(get("/nodecounts")["value"][0]["dedicated"]["startTaskFailed"], 1);

    // A reboot gives it another chance.
    m_runner->script("start", exited(0));
    EXPECT_EQ(status("POST", "/pools/p/nodes/" + nodeIds("p")[0] + "/reboot"), 202);
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
}

TEST_F(Pools, StartTaskThatIsNotWaitedForLeavesTheNodeIdle)
{
    open();
    addPool("p", 1, startTask({{"waitForSuccess", false}}));
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    EXPECT_TRUE(m_runner->waitForStart("start"));
    EXPECT_EQ(get("/pools/p/nodes")["value"][0]["startTaskInfo"]["state"], "running");
}

TEST_F(Pools, StartTaskSeesItsEnvironment)
{
    open();
    addPool("p", 1,
            startTask(
                {{"environmentSettings", Json::array({{{"name", "COLOUR"}, {"value", "red"}}})}}));
    ASSERT_TRUE(m_runner->waitForStart("start"));
    const Execution execution = m_runner->lastExecution("start");
    const auto root = m_folder.path() / "batch/nodes/p" / nodeIds("p")[0];
    EXPECT_EQ(execution.taskDirectory, root / "startup");
    EXPECT_EQ(execution.environment.at("COLOUR"), "red");
    EXPECT_EQ(execution.environment.at("AZ_BATCH_NODE_ROOT_DIR"), root.string());
    EXPECT_EQ(execution.environment.at("AZ_BATCH_ACCOUNT_URL"), "http://127.0.0.1:9/");
    EXPECT_FALSE(execution.environment.contains("AZ_BATCH_TASK_ID"));
}

TEST_F(Pools, ResizeDownAndUp)
{
    open();
    addPool("p", 3);
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_EQ(status("POST", "/pools/p/resize", {{"targetDedicatedNodes", 1}}), 202);
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_EQ(status("POST", "/pools/p/resize", {{"targetLowPriorityNodes", 1}}), 202);
    EXPECT_TRUE(nodesBecome("p", "idle", 2));
    EXPECT_EQ(get("/pools/p")["currentLowPriorityNodes"], 1);
}

TEST_F(Pools, ResizeThatCannotEndCanBeStopped)
{
    open();
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(taskBecomes("t", "running"));
    ASSERT_EQ(status("POST", "/pools/p/resize",
                     {{"targetDedicatedNodes", 0}, {"nodeDeallocationOption", "taskcompletion"}}),
              202);
    EXPECT_EQ(code("POST", "/pools/p/resize", {{"targetDedicatedNodes", 2}}), "PoolBeingResized");
    EXPECT_TRUE(nodesBecome("p", "leavingpool", 1));
    EXPECT_EQ(status("POST", "/pools/p/stopresize"), 202);
    EXPECT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_EQ(get("/pools/p")["resizeErrors"][0]["code"], "ResizeStopped");
    EXPECT_EQ(code("POST", "/pools/p/stopresize"), "OperationInvalidForCurrentState");
    EXPECT_TRUE(nodesBecome("p", "running", 1)) << "the node stays, as its task has not ended";
    m_runner->script("t", exited(0));
    EXPECT_TRUE(taskBecomes("t", "completed"));
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
}

TEST_F(Pools, RemoveNodesRequeuesTheirTasks)
{
    open();
    addPool("p", 2, {{"taskSlotsPerNode", 1}});
    ASSERT_TRUE(nodesBecome("p", "idle", 2));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    const std::string node = get("/jobs/j/tasks/t")["nodeInfo"]["nodeId"];
    EXPECT_EQ(status("POST", "/pools/p/removenodes", {{"nodeList", Json::array({node})}}), 202);
    EXPECT_TRUE(m_runner->waitForStart("t", 2));
    const Json task = get("/jobs/j/tasks/t");
    EXPECT_EQ(task["executionInfo"]["requeueCount"], 1);
    EXPECT_NE(task["nodeInfo"]["nodeId"], node);
    EXPECT_TRUE(becomes("/pools/p", "/targetDedicatedNodes", 1));
    EXPECT_TRUE(vanishes("/pools/p/nodes/" + node));
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "batch/nodes/p" / node));
    EXPECT_EQ(code("POST", "/pools/p/removenodes", {{"nodeList", Json::array()}}),
              "InvalidPropertyValue");
}

TEST_F(Pools, DeleteRequeuesTasksAndLeavesNothing)
{
    open();
    addPool("p", 1);
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(taskBecomes("t", "running"));
    EXPECT_EQ(status("DELETE", "/pools/p"), 202);
    EXPECT_TRUE(vanishes("/pools/p"));
    EXPECT_TRUE(taskBecomes("t", "active"));
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "batch/nodes/p"));
    EXPECT_EQ(code("DELETE", "/pools/p"), "PoolNotFound");
}

TEST_F(Pools, SchedulingCanBeSwitchedOffAndOn)
{
    open();
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    const std::string node = "/pools/p/nodes/" + nodeIds("p")[0];
    EXPECT_EQ(code("POST", node + "/enablescheduling"), "NodeAlreadyInTargetSchedulingState");
    EXPECT_EQ(status("POST", node + "/disablescheduling"), 200);
    EXPECT_EQ(get(node)["state"], "offline");
    EXPECT_EQ(code("POST", node + "/disablescheduling"), "NodeAlreadyInTargetSchedulingState");
    addJob("j", "p");
    addTask("j", "t");
    EXPECT_EQ(status("POST", node + "/enablescheduling"), 200);
    EXPECT_TRUE(taskBecomes("t", "running"));
}

TEST_F(Pools, PatchChangesTheETagAndHonoursConditions)
{
    open();
    addPool("p", 0);
    const std::string tag = get("/pools/p")["eTag"];
    const Json change{{"metadata", Json::array({{{"name", "a"}, {"value", "b"}}})}};
    EXPECT_EQ(send("PATCH", "/pools/p", change, {{"If-Match", "0x1"}}).status, 412);
    EXPECT_EQ(send("PATCH", "/pools/p", change, {{"If-Match", '"' + tag + '"'}}).status, 200);
    const Json pool = get("/pools/p");
    EXPECT_NE(pool["eTag"], tag);
    EXPECT_EQ(pool["metadata"][0]["value"], "b");
    EXPECT_EQ(send("GET", "/pools/p", {}, {{"If-None-Match", pool["eTag"]}}).status, 304);
    EXPECT_EQ(send("GET", "/pools/p", {}, {{"If-Match", "*"}, {"If-None-Match", "x"}}).status, 400);
}

TEST_F(Pools, RefusalsAreWordedAsByTheService)
{
    open();
    addPool("p", 0);
    EXPECT_EQ(code("POST", "/pools", {{"id", "P"}, {"vmSize", "x"}}), "PoolExists");
    EXPECT_EQ(code("POST", "/pools", {{"id", "q"}}), "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/pools", {{"id", "a b"}, {"vmSize", "x"}}), "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/pools", "{\"id\":"), "InvalidRequestBody");
    EXPECT_EQ(code("POST", "/pools", {{"id", "q"}, {"vmSize", "x"}, {"resizeTimeout", "PT1M"}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("GET", "/pools/none"), "PoolNotFound");
    EXPECT_EQ(code("PATCH", "/pools/none", Json::object()), "PoolNotFound");
    EXPECT_EQ(code("POST", "/pools/p/resize", Json::object()), "MissingRequiredProperty");
    EXPECT_EQ(code("GET", "/pools/none/nodes"), "PoolNotFound");
    EXPECT_EQ(code("GET", "/pools/p/nodes/none"), "NodeNotFound");
    EXPECT_EQ(code("POST", "/pools/p/nodes/none/reboot"), "NodeNotFound");
    EXPECT_EQ(status("HEAD", "/pools/p"), 200);
    const Response missing = send("HEAD", "/pools/none");
    EXPECT_EQ(missing.status, 404);
    EXPECT_TRUE(missing.body.empty());
}

TEST_F(Pools, ShowDefaultsAndNoSecrets)
{
    open();
    const Json pool{
        {"id", "p"},
        {"vmSize", "Standard_A1"},
        {"virtualMachineConfiguration",
         {{"imageReference", {{"publisher", "canonical"}}}, {"nodeAgentSKUId", "x"}}},
        {"startTask", {{"commandLine", "start"}}},
        {"userAccounts",
         Json::array({{{"name", "u"},
                       {"password", "the-password"},
                       {"linuxUserConfiguration", {{"uid", 7}, {"sshPrivateKey", "the-key"}}}}})}};
    ASSERT_EQ(status("POST", "/pools", pool), 201);
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    const Response shown = send("GET", "/pools/p");
    for (const auto *secret : {"the-password", "the-key", "password", "sshPrivateKey"})
        EXPECT_EQ(shown.body.find(secret), std::string::npos) << secret;
    const Json seen = Json::parse(shown.body);
    EXPECT_EQ(seen["userAccounts"][0],
              (Json{{"name", "u"},
                    {"elevationLevel", "nonadmin"},
                    {"linuxUserConfiguration", {{"uid", 7}}}}));
    EXPECT_EQ(seen["state"], "active");
    EXPECT_EQ(seen["vmSize"], "standard_a1");
    EXPECT_EQ(seen["resizeTimeout"], "PT15M");
    EXPECT_EQ(seen["enableAutoScale"], false);
    EXPECT_EQ(seen["enableInterNodeCommunication"], false);
    EXPECT_EQ(seen["taskSlotsPerNode"], 1);
    for (const auto *count : {"currentDedicatedNodes", "targetDedicatedNodes",
                              "currentLowPriorityNodes", "targetLowPriorityNodes"})
        EXPECT_EQ(seen[count], 0) << count;
    EXPECT_EQ(seen["startTask"]["userIdentity"],
              Json::parse(R"({"autoUser":{"scope":"pool","elevationLevel":"nonadmin"}})"));
    EXPECT_EQ(seen["startTask"]["maxTaskRetryCount"], 0);
    EXPECT_EQ(seen["startTask"]["waitForSuccess"], true);
    EXPECT_FALSE(seen.contains("autoScaleFormula"));
    EXPECT_FALSE(seen.contains("displayName"));
}

TEST_F(Pools, PatchChangesMostOnlyWithoutNodes)
{
    open();
    addPool("p", 1, {{"displayName", "old"}});
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    const Json big{{"vmSize", "Standard_D4"}, {"taskSlotsPerNode", 4}, {"displayName", "new"}};
    for (const auto &[name, value] : big.items())
        EXPECT_EQ(code("PATCH", "/pools/p", {{name, value}}), "InvalidPropertyValue") << name;
    EXPECT_EQ(status("PATCH", "/pools/p", {{"startTask", {{"commandLine", "other"}}}}), 200);
    EXPECT_EQ(get("/pools/p")["startTask"]["commandLine"], "other");
    EXPECT_EQ(get("/pools/p")["displayName"], "old");
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    ASSERT_EQ(status("POST", "/pools/p/resize", {{"targetDedicatedNodes", 0}}), 202);
    ASSERT_TRUE(nodesBecome("p", "idle", 0));
    EXPECT_EQ(status("PATCH", "/pools/p", big), 200);
    const Json pool = get("/pools/p");
    EXPECT_EQ(pool["vmSize"], "standard_d4");
    EXPECT_EQ(pool["taskSlotsPerNode"], 4);
    EXPECT_EQ(pool["displayName"], "new");
    EXPECT_EQ(pool["startTask"]["commandLine"], "other");
    EXPECT_EQ(code("PATCH", "/pools/p", {{"targetDedicatedNodes", 2}}), "InvalidRequestBody");
    EXPECT_EQ(code("PATCH", "/pools/p", {{"taskSlotsPerNode", 257}}), "InvalidPropertyValue");
    // Older versions change the three only that may always change.
    EXPECT_EQ(code("PATCH", "/pools/p?api-version=2022-10-01.16.0", {{"displayName", "x"}}),
              "InvalidRequestBody");
}

TEST_F(Pools, UpdatePropertiesReplacesAll)
{
    open();
    const Json metadata = Json::array({{{"name", "a"}, {"value", "b"}}});
    addPool("p", 0, startTask());
    EXPECT_EQ(status("POST", "/pools/p/updateproperties",
                     {{"applicationPackageReferences", Json::array()}, {"metadata", metadata}}),
              204);
    const Json pool = get("/pools/p");
    EXPECT_EQ(pool["metadata"], metadata);
    EXPECT_FALSE(pool.contains("startTask"));
    EXPECT_EQ(code("POST", "/pools/p/updateproperties",
                   {{"applicationPackageReferences", Json::array()}}),
              "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/pools/none/updateproperties",
                   {{"applicationPackageReferences", Json::array()}, {"metadata", metadata}}),
              "PoolNotFound");
}

TEST_F(Pools, ResizeAndRemoveNodesHaveTheirLimits)
{
    open();
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_EQ(code("POST", "/pools/p/resize",
                   {{"targetDedicatedNodes", 1}, {"resizeTimeout", "PT4M59S"}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/pools/p/resize", {{"targetDedicatedNodes", -1}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/pools/p/resize",
                   {{"targetDedicatedNodes", 1}, {"nodeDeallocationOption", "later"}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/pools/p/removenodes", {{"nodeList", Json::array({"none"})}}),
              "NodeNotFound");
    Json many = Json::array();
    for (int i = 0; i < 101; ++i)
        many.push_back("n" + std::to_string(i));
    EXPECT_EQ(code("POST", "/pools/p/removenodes", {{"nodeList", many}}), "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/pools/p/removenodes", Json::object()), "MissingRequiredProperty");
    EXPECT_EQ(status("POST", "/pools/p/removenodes",
                     {{"nodeList", nodeIds("p")}, {"resizeTimeout", "PT6M"}}),
              202);
    EXPECT_TRUE(nodesBecome("p", "idle", 0));
    EXPECT_EQ(get("/pools/p")["resizeTimeout"], "PT6M");
}

TEST_F(Pools, ImagesStandForThisComputer)
{
    open();
    const Json images = get("/supportedimages")["value"];
    ASSERT_FALSE(images.empty());
    for (const auto &image : images) {
        EXPECT_EQ(image["osType"], "linux");
        EXPECT_EQ(image["verificationType"], "verified");
        EXPECT_EQ(image["imageReference"]["version"], "latest");
        EXPECT_TRUE(image["nodeAgentSKUId"].get<std::string>().starts_with("batch.node."));
    }
    EXPECT_EQ(get("/supportedimages?$filter=osType%20eq%20'windows'")["value"].size(), 0u);
    EXPECT_EQ(get("/supportedimages?$filter=osType%20eq%20'linux'")["value"], images);
    const Json agent = images[0]["nodeAgentSKUId"];
    std::string quoted = agent.get<std::string>();
    quoted.replace(quoted.find(' '), 1, "%20");
    const Json chosen =
        get("/supportedimages?$filter=nodeAgentSKUId%20eq%20'" + quoted + "'")["value"];
    EXPECT_FALSE(chosen.empty());
    for (const auto &image : chosen)
        EXPECT_EQ(image["nodeAgentSKUId"], agent);
}

TEST_F(Pools, UsageIsNotBilledHere)
{
    open();
    EXPECT_EQ(get("/poolusagemetrics")["value"].size(), 0u);
    EXPECT_EQ(get("/poolusagemetrics?startTime=2026-01-01T00:00:00Z&endTime=2026-01-02T00:00:00Z")
                  ["value"]
                      .size(),
              0u);
    for (const auto *bad :
         {"startTime=soon", "endTime=then",
          "startTime=2026-01-02T00:00:00Z&endTime=2026-01-01T00:00:00Z", "maxresults=x"})
        EXPECT_EQ(code("GET", std::string("/poolusagemetrics?") + bad),
                  "InvalidQueryParameterValue")
            << bad;
}

TEST_F(Pools, NodeCountsAreOfEachPool)
{
    open();
    addPool("a", 2);
    addPool("b", 0, {{"targetLowPriorityNodes", 1}});
    ASSERT_TRUE(nodesBecome("a", "idle", 2));
    ASSERT_TRUE(nodesBecome("b", "idle", 1));
    const Json counts = get("/nodecounts")["value"];
    ASSERT_EQ(counts.size(), 2u);
    EXPECT_EQ(counts[0]["dedicated"]["idle"], 2);
    EXPECT_EQ(counts[0]["dedicated"]["total"], 2);
    EXPECT_EQ(counts[0]["lowPriority"]["total"], 0);
    EXPECT_EQ(counts[1]["lowPriority"]["idle"], 1);
    EXPECT_EQ(get("/nodecounts?$filter=poolId%20eq%20'b'")["value"], Json::array({counts[1]}));
    EXPECT_EQ(get("/nodecounts?maxresults=1")["value"].size(), 1u);
}

TEST(PoolSizes, TellTheirProcessors)
{
    EXPECT_EQ(coresOf("standard_d2s_v3"), 2);
    EXPECT_EQ(coresOf("standard_a1"), 1);
    EXPECT_EQ(coresOf("Standard_NC96ads_A100_v4"), 96);
    EXPECT_EQ(coresOf("standard_hb120-16rs_v3"), 16);
    EXPECT_EQ(coresOf("standard_m8-2ms"), 2);
    for (const auto *vague : {"", "small", "standard_", "standard_d", "standard_d0",
                              "standard_d99999999999", "standard_d8-"})
        EXPECT_EQ(coresOf(vague), 1) << vague;
}

TEST_F(Pools, StatisticsCountTheTimeOfDedicatedNodes)
{
    open();
    addPool("p", 2, {{"targetLowPriorityNodes", 1}}); // of two processors each
    ASSERT_TRUE(nodesBecome("p", "idle", 3));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    const std::string created = isoTime(m_clock->now());
    m_clock->turn(std::chrono::minutes(10));
    EXPECT_FALSE(get("/pools/p").contains("stats"));
    ASSERT_EQ(status("POST", "/pools/p/resize", {{"targetDedicatedNodes", 1}}), 202);
    ASSERT_TRUE(nodesBecome("p", "idle", 2));
    m_clock->turn(std::chrono::minutes(10));
    const auto stats = [&] { return get("/pools/p?$expand=stats")["stats"]; };
    EXPECT_EQ(stats()["usageStats"]["dedicatedCoreTime"], "PT1H"); // 20 and 40 minutes
    EXPECT_EQ(stats()["usageStats"]["startTime"], created);
    EXPECT_EQ(stats()["url"], get("/pools/p")["url"]);
    EXPECT_EQ(stats()["lastUpdateTime"], isoTime(m_clock->now()));
    EXPECT_EQ(get("/pools?$expand=stats")["value"][0]["stats"], stats());
    close();
    open();
    EXPECT_EQ(stats()["usageStats"]["dedicatedCoreTime"], "PT1H");
}
