// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/nodestate.h"
#include "tests/core/localservice/batch/bench.h"

#include <fstream>

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;

namespace {

constexpr const char *oldVersion = "?api-version=2022-10-01.16.0";

class Nodes : public Testing::Bench
{
protected:
    void begin(const Json &more = Json::object())
    {
        open();
        addPool("p", 1, more);
        ASSERT_TRUE(nodesBecome("p", "idle", 1));
        m_node = "/pools/p/nodes/" + nodeIds("p")[0];
    }

    bool nodeBecomes(const std::string &state) { return becomes(m_node, "/state", state); }
    Json node() { return get(m_node); }
    // The engine looks at its clock whenever something changes.
    void turnClock(std::chrono::microseconds by)
    {
        m_clock->turn(by);
        addJob("kick" + std::to_string(++m_kicks), "nowhere");
    }
    std::filesystem::path root() const
    {
        return m_folder.path() / "batch" / "nodes" / m_node.substr(7, 1)
            / m_node.substr(m_node.rfind('/') + 1);
    }

    std::string m_node;
    int m_kicks = 0;
};

std::string refusalOf(NodeState state, void (*check)(const Node &), bool leaving = false)
{
    Node node;
    node.state = state;
    node.leaving = leaving;
    try {
        check(node);
        return {};
    } catch (const ApiError &error) {
        return error.code();
    }
}

} // namespace

TEST(NodeStates, SayWhyANodeCannotBeWorkedWith)
{
    for (const auto &[state, code] :
         {std::pair{NodeState::Creating, "NodeBeingCreated"},
          std::pair{NodeState::Starting, "NodeBeingStarted"},
          std::pair{NodeState::Rebooting, "NodeBeingRebooted"},
          std::pair{NodeState::Reimaging, "NodeBeingReimaged"},
          std::pair{NodeState::Deallocating, "OperationInvalidForCurrentState"},
          std::pair{NodeState::Deallocated, "OperationInvalidForCurrentState"},
          std::pair{NodeState::LeavingPool, "OperationInvalidForCurrentState"},
          std::pair{NodeState::Idle, ""}, std::pair{NodeState::Running, ""},
          std::pair{NodeState::Offline, ""}, std::pair{NodeState::StartTaskFailed, ""},
          std::pair{NodeState::WaitingForStartTask, ""}}) {
        EXPECT_EQ(refusalOf(state, requireReady), code) << wireName(state);
        EXPECT_EQ(refusalOf(state, requireRestartable), code) << wireName(state);
    }
    EXPECT_EQ(refusalOf(NodeState::Unusable, requireReady), "NodeStateUnusable");
    EXPECT_EQ(refusalOf(NodeState::Unusable, requireRestartable), "");
    EXPECT_EQ(refusalOf(NodeState::Unusable, requireRestartable, true),
              "OperationInvalidForCurrentState");
}

TEST_F(Nodes, RebootRunsTheStartTaskAgain)
{
    open();
    addPool("p", 1, {{"startTask", {{"commandLine", "boot"}}}});
    m_runner->script("boot", exited(0));
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    m_node = "/pools/p/nodes/" + nodeIds("p")[0];
    const Json before = node();
    m_clock->turn(std::chrono::seconds(5));
    EXPECT_EQ(status("POST", m_node + "/reboot"), 202);
    ASSERT_TRUE(m_runner->waitForStart("boot", 2));
    ASSERT_TRUE(nodeBecomes("waitingforstarttask"));
    m_runner->script("boot", exited(0));
    ASSERT_TRUE(nodeBecomes("idle"));
    EXPECT_GT(node()["lastBootTime"], before["lastBootTime"]);
    EXPECT_GT(node()["startTaskInfo"]["startTime"], before["startTaskInfo"]["startTime"]);
}

TEST_F(Nodes, RebootRequeuesTerminatesOrWaits)
{
    begin();
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("POST", m_node + "/reboot", {{"nodeRebootOption", "requeue"}}), 202);
    ASSERT_TRUE(m_runner->waitForStart("t", 2));
    EXPECT_EQ(get("/jobs/j/tasks/t")["executionInfo"]["requeueCount"], 1);

    EXPECT_EQ(status("POST", m_node + "/reboot", {{"nodeRebootOption", "taskcompletion"}}), 202);
    EXPECT_EQ(node()["state"], "rebooting");
    EXPECT_EQ(node()["runningTasksCount"], 1);
    for (const auto *action : {"/reboot", "/reimage", "/deallocate", "/disablescheduling"})
        EXPECT_EQ(code("POST", m_node + action), "NodeBeingRebooted") << action;
    EXPECT_EQ(code("POST", m_node + "/users", {{"name", "ann"}}), "NodeBeingRebooted");
    EXPECT_EQ(code("POST", m_node + "/start"), "NodeBeingRebooted");
    m_runner->script("t", exited(0));
    ASSERT_TRUE(nodeBecomes("idle"));
    EXPECT_EQ(get("/jobs/j/tasks/t")["executionInfo"]["result"], "success");

    addTask("j", "u");
    ASSERT_TRUE(m_runner->waitForStart("u"));
    EXPECT_EQ(status("POST", m_node + "/reboot", {{"nodeRebootOption", "terminate"}}), 202);
    ASSERT_TRUE(taskBecomes("u", "completed"));
    EXPECT_EQ(get("/jobs/j/tasks/u")["executionInfo"]["failureInfo"]["code"], "TaskEnded");
    EXPECT_EQ(code("POST", m_node + "/reboot", {{"nodeRebootOption", "gently"}}),
              "InvalidPropertyValue");
}

TEST_F(Nodes, RetainedDataHoldsARebootUntilTheFoldersAreGone)
{
    begin();
    addJob("j", "p");
    addTask("j", "t", {{"constraints", {{"retentionTime", "PT1H"}}}});
    m_runner->script("t", exited(0));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    const Json booted = node()["lastBootTime"];
    ASSERT_EQ(status("POST", m_node + "/reboot", {{"nodeRebootOption", "retaineddata"}}), 202);
    turnClock(std::chrono::minutes(59));
    EXPECT_EQ(node()["state"], "rebooting");
    EXPECT_EQ(node()["lastBootTime"], booted);
    EXPECT_EQ(status("GET", "/jobs/j/tasks/t/files"), 200);
    turnClock(std::chrono::minutes(1));
    ASSERT_TRUE(nodeBecomes("idle"));
    EXPECT_NE(node()["lastBootTime"], booted);
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t/files"), "TaskFilesCleanedup");
}

TEST_F(Nodes, RetainedDataIsGivenUpWithItsJob)
{
    begin();
    addJob("j", "p");
    addTask("j", "t");
    m_runner->script("t", exited(0));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    ASSERT_EQ(status("POST", "/pools/p/removenodes",
                     {{"nodeList", nodeIds("p")}, {"nodeDeallocationOption", "retaineddata"}}),
              202);
    EXPECT_EQ(node()["state"], "leavingpool");
    ASSERT_EQ(status("DELETE", "/jobs/j"), 202);
    EXPECT_TRUE(vanishes(m_node));
}

TEST_F(Nodes, RetainedDataIsWaitedForNoMoreWhenTheResizeIsStopped)
{
    begin();
    addJob("j", "p");
    addTask("j", "t");
    m_runner->script("t", exited(0));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    ASSERT_EQ(status("POST", "/pools/p/resize",
                     {{"targetDedicatedNodes", 0}, {"nodeDeallocationOption", "retaineddata"}}),
              202);
    ASSERT_TRUE(nodeBecomes("leavingpool"));
    ASSERT_EQ(status("POST", "/pools/p/stopresize"), 202);
    EXPECT_TRUE(nodeBecomes("idle"));
    EXPECT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_EQ(status("GET", "/jobs/j/tasks/t/files"), 200);
    ASSERT_EQ(status("DELETE", "/jobs/j"), 202);
    EXPECT_TRUE(vanishes("/jobs/j"));
    EXPECT_EQ(nodeIds("p").size(), 1u);
}

TEST_F(Nodes, ReimageLeavesNothingOfWhatWas)
{
    begin();
    addJob("j", "p",
           {{"jobPreparationTask",
             {{"commandLine", "prepare"}, {"rerunOnNodeRebootAfterSuccess", false}}}});
    addTask("j", "t");
    m_runner->script("prepare", exited(0));
    m_runner->script("t", exited(0));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    ASSERT_EQ(status("POST", m_node + "/users", {{"name", "ann"}}), 201);
    std::ofstream(root() / "shared" / "left.txt") << "left";
    EXPECT_EQ(code("POST", m_node + "/reimage" + oldVersion), "OperationNotValidOnNode");

    ASSERT_EQ(status("POST", m_node + "/reboot"), 202);
    ASSERT_TRUE(nodeBecomes("idle"));
    EXPECT_TRUE(std::filesystem::exists(root() / "shared" / "left.txt"));
    addTask("j", "u");
    m_runner->script("u", exited(0));
    ASSERT_TRUE(taskBecomes("u", "completed"));
    EXPECT_EQ(m_runner->startsOf("prepare"), 1);

    EXPECT_EQ(status("POST", m_node + "/reimage", {{"nodeReimageOption", "terminate"}}), 202);
    ASSERT_TRUE(nodeBecomes("idle"));
    EXPECT_FALSE(std::filesystem::exists(root() / "shared" / "left.txt"));
    EXPECT_EQ(code("DELETE", m_node + "/users/ann"), "NodeUserNotFound");
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t/files"), "TaskFilesUnavailable");
    addTask("j", "v");
    EXPECT_TRUE(m_runner->waitForStart("prepare", 2));
}

TEST_F(Nodes, AreDeallocatedAndStarted)
{
    begin();
    addJob("j", "p");
    EXPECT_EQ(code("POST", m_node + "/start"), "OperationInvalidForCurrentState");
    EXPECT_EQ(code("POST", m_node + "/start" + oldVersion), "ResourceNotFound");
    EXPECT_EQ(code("POST", m_node + "/deallocate" + oldVersion), "ResourceNotFound");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("POST", m_node + "/deallocate", {{"nodeDeallocateOption", "taskcompletion"}}),
              202);
    EXPECT_EQ(node()["state"], "deallocating");
    EXPECT_EQ(get(m_node + oldVersion)["state"], "offline");
    m_runner->script("t", exited(0));
    ASSERT_TRUE(nodeBecomes("deallocated"));
    EXPECT_FALSE(node().contains("lastBootTime"));
    EXPECT_FALSE(node().contains("nodeAgentInfo"));
    EXPECT_EQ(get("/nodecounts")["value"][0]["dedicated"]["deallocated"], 1);
    const Json old = get(std::string("/nodecounts") + oldVersion)["value"][0]["dedicated"];
    EXPECT_FALSE(old.contains("deallocated"));
    EXPECT_EQ(old["offline"], 1);
    EXPECT_EQ(old["total"], 1);
    EXPECT_EQ(get("/pools/p/nodes?$filter=state%20eq%20'deallocated'")["value"].size(), 1u);
    for (const auto *action : {"/reboot", "/deallocate", "/disablescheduling"})
        EXPECT_EQ(code("POST", m_node + action), "OperationInvalidForCurrentState") << action;
    EXPECT_EQ(code("GET", m_node + "/files"), "OperationInvalidForCurrentState");
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t/files"), "OperationInvalidForCurrentState");

    // It is left alone by a restart of the service, and takes no task.
    close();
    open();
    addTask("j", "u");
    EXPECT_EQ(node()["state"], "deallocated");
    EXPECT_EQ(status("POST", m_node + "/start"), 202);
    ASSERT_TRUE(m_runner->waitForStart("u"));
    EXPECT_TRUE(node().contains("lastBootTime"));
    EXPECT_EQ(status("GET", "/jobs/j/tasks/t/files"), 200);
}

TEST_F(Nodes, SchedulingIsSwitchedOffWithOrWithoutTheTasks)
{
    begin({{"taskSlotsPerNode", 2}});
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    ASSERT_EQ(status("POST", m_node + "/disablescheduling",
                     {{"nodeDisableSchedulingOption", "taskcompletion"}}),
              200);
    addTask("j", "u");
    EXPECT_EQ(node()["state"], "running");
    EXPECT_EQ(node()["schedulingState"], "disabled");
    m_runner->script("t", exited(0));
    ASSERT_TRUE(nodeBecomes("offline"));
    EXPECT_EQ(get("/jobs/j/tasks/u")["state"], "active");
    ASSERT_EQ(status("POST", m_node + "/enablescheduling"), 200);
    ASSERT_TRUE(m_runner->waitForStart("u"));
    ASSERT_EQ(status("POST", m_node + "/disablescheduling",
                     {{"nodeDisableSchedulingOption", "terminate"}}),
              200);
    ASSERT_TRUE(taskBecomes("u", "completed"));
    EXPECT_EQ(get("/jobs/j/tasks/u")["executionInfo"]["result"], "failure");
    EXPECT_EQ(code("POST", m_node + "/disablescheduling",
                   {{"nodeDisableSchedulingOption", "retaineddata"}}),
              "InvalidPropertyValue");
}

TEST_F(Nodes, ThatCannotBootAreUnusableUntilTheyCan)
{
    const auto obstacle = m_folder.path() / "batch" / "nodes" / "p";
    std::filesystem::create_directories(obstacle.parent_path());
    std::ofstream(obstacle) << "a file where the pool's folder belongs";
    open();
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "unusable", 1));
    m_node = "/pools/p/nodes/" + nodeIds("p")[0];
    EXPECT_EQ(node()["errors"].size(), 1u);
    EXPECT_EQ(get("/nodecounts")["value"][0]["dedicated"]["unusable"], 1);
    EXPECT_EQ(code("POST", m_node + "/disablescheduling"), "NodeStateUnusable");
    EXPECT_EQ(code("GET", m_node + "/files"), "NodeStateUnusable");
    std::filesystem::remove(obstacle);
    EXPECT_EQ(status("POST", m_node + "/reboot"), 202);
    ASSERT_TRUE(nodeBecomes("idle"));
    EXPECT_FALSE(node().contains("errors"));
}

TEST_F(Nodes, ShowWhatTheyAreAndWhatRanOnThem)
{
    begin({{"taskSlotsPerNode", 4}});
    addJob("j", "p");
    addTask("j", "a", {{"requiredSlots", 2}});
    addTask("j", "b");
    m_runner->script("a", exited(0));
    ASSERT_TRUE(taskBecomes("a", "completed"));
    ASSERT_TRUE(m_runner->waitForStart("b"));
    const Json seen = node();
    EXPECT_EQ(seen["totalTasksRun"], 1);
    EXPECT_EQ(seen["totalTasksSucceeded"], 1);
    EXPECT_EQ(seen["runningTasksCount"], 1);
    EXPECT_EQ(seen["runningTaskSlotsCount"], 1);
    EXPECT_EQ(seen["affinityId"], "TVM:" + seen["id"].get<std::string>());
    EXPECT_EQ(seen["ipAddress"], "127.0.0.1");
    EXPECT_EQ(seen["virtualMachineInfo"]["imageReference"]["exactVersion"], "latest");
    EXPECT_TRUE(seen["endpointConfiguration"]["inboundEndpoints"].empty());
    EXPECT_TRUE(seen["nodeAgentInfo"].contains("version"));
    ASSERT_EQ(seen["recentTasks"].size(), 2u);
    for (const auto &task : seen["recentTasks"]) {
        const auto id = task["taskId"].get<std::string>();
        EXPECT_EQ(task["taskUrl"], "http://127.0.0.1:4711/jobs/j/tasks/" + id);
        EXPECT_EQ(task["taskState"], id == "a" ? "completed" : "running");
        EXPECT_EQ(task["executionInfo"].contains("exitCode"), id == "a");
    }
    ASSERT_EQ(status("DELETE", "/jobs/j/tasks/a"), 200);
    EXPECT_EQ(node()["recentTasks"].size(), 1u);
    for (int i = 0; i < 12; ++i) {
        addTask("j", "c" + std::to_string(i));
        m_runner->script("c" + std::to_string(i), exited(0));
    }
    ASSERT_TRUE(becomes(m_node, "/totalTasksRun", 13));
    EXPECT_LE(node()["recentTasks"].size(), 10u);
}

TEST_F(Nodes, AreFilteredBySeveralFields)
{
    open();
    addPool("p", 2, {{"startTask", {{"commandLine", "boot"}, {"waitForSuccess", false}}}});
    m_runner->endAllWith(exited(3));
    ASSERT_TRUE(nodesBecome("p", "idle", 2));
    const auto id = nodeIds("p")[0];
    ASSERT_TRUE(becomes("/pools/p/nodes/" + id, "/startTaskInfo/state", "completed"));
    ASSERT_TRUE(becomes("/pools/p/nodes/" + nodeIds("p")[1], "/startTaskInfo/state", "completed"));
    const auto count = [&](const std::string &filter) {
        return get("/pools/p/nodes?$filter=" + filter)["value"].size();
    };
    EXPECT_EQ(count("state%20eq%20'idle'%20and%20startTaskInfo/exitCode%20eq%203"), 2u);
    EXPECT_EQ(count("startTaskInfo/result%20eq%20'success'"), 0u);
    EXPECT_EQ(count("lastBootTime%20ge%20DateTime'2099-01-01T00:00:00Z'"), 0u);
    EXPECT_EQ(count("allocationTime%20lt%20DateTime'2099-01-01T00:00:00Z'"), 2u);
    EXPECT_EQ(code("GET", "/pools/p/nodes?$filter=ipAddress%20eq%20'x'"),
              "InvalidQueryParameterValue");
    EXPECT_EQ(code("GET", "/pools/p/nodes/none"), "NodeNotFound");
    EXPECT_EQ(code("GET", "/pools/none/nodes"), "PoolNotFound");
}

TEST_F(Nodes, OfferNoLoginAndNoExtensions)
{
    begin();
    EXPECT_EQ(code("GET", m_node + "/remoteloginsettings"), "OperationNotValidOnNode");
    EXPECT_EQ(code("GET", m_node + "/rdp" + oldVersion), "OperationNotValidOnNode");
    EXPECT_EQ(code("GET", m_node + "/rdp"), "ResourceNotFound");
    EXPECT_TRUE(get(m_node + "/extensions")["value"].empty());
    EXPECT_EQ(code("GET", m_node + "/extensions/x"), "ResourceNotFound");
    for (const auto *what : {"/remoteloginsettings", "/extensions", "/extensions/x"})
        EXPECT_EQ(code("GET", std::string("/pools/p/nodes/none") + what), "NodeNotFound") << what;
}
