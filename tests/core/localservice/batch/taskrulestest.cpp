// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;
using Batchdesk::LocalService::Testing::failedWith;

// Where tasks run, what lets them run, and what their end does.
namespace {

class TaskRules : public Testing::Bench
{
protected:
    void begin(int nodes = 1, const Json &more = Json::object())
    {
        open();
        addPool("p", nodes, more);
        ASSERT_TRUE(nodesBecome("p", "idle", std::size_t(nodes)));
    }

    std::string nodeOf(const std::string &task)
    {
        return get("/jobs/j/tasks/" + task)["nodeInfo"]["nodeId"];
    }
    std::string addCode(const Json &more)
    {
        Json task{{"id", "new"}, {"commandLine", "x"}};
        task.update(more);
        return code("POST", "/jobs/j/tasks", task);
    }
};

Json options(const char *dependencyAction)
{
    return {{"dependencyAction", dependencyAction}};
}

} // namespace

TEST_F(TaskRules, SpreadAndPackChooseNodesAsTheyAreCalled)
{
    for (const auto *type : {"Spread", "Pack"}) {
        SCOPED_TRACE(type);
        open();
        addPool(type, 2,
                {{"taskSlotsPerNode", 2}, {"taskSchedulingPolicy", {{"nodeFillType", type}}}});
        ASSERT_TRUE(nodesBecome(type, "idle", 2));
        addJob("j", type);
        addTask("j", "a");
        addTask("j", "b");
        ASSERT_TRUE(taskBecomes("a", "running"));
        ASSERT_TRUE(taskBecomes("b", "running"));
        EXPECT_EQ(nodeOf("a") == nodeOf("b"), std::string(type) == "Pack");
        ASSERT_EQ(status("DELETE", "/jobs/j"), 202);
        ASSERT_TRUE(vanishes("/jobs/j"));
        ASSERT_EQ(status("DELETE", std::string("/pools/") + type), 202);
        ASSERT_TRUE(vanishes(std::string("/pools/") + type));
        close();
    }
}

TEST_F(TaskRules, AffinityIsAHint)
{
    begin(3);
    addJob("j", "p");
    const auto wanted = nodeIds("p")[2];
    const Json near{{"affinityInfo", {{"affinityId", "TVM:" + wanted}}}};
    addTask("j", "a", near);
    ASSERT_TRUE(taskBecomes("a", "running"));
    EXPECT_EQ(nodeOf("a"), wanted);
    addTask("j", "b", near);
    ASSERT_TRUE(taskBecomes("b", "running"));
    EXPECT_NE(nodeOf("b"), wanted);
    addTask("j", "c", {{"affinityInfo", {{"affinityId", "TVM:gone"}}}});
    EXPECT_TRUE(taskBecomes("c", "running"));
}

TEST_F(TaskRules, ATaskOfManySlotsWaitsForThemAndLetsSmallerOnesPass)
{
    begin(1, {{"taskSlotsPerNode", 4}});
    addJob("j", "p");
    addTask("j", "half", {{"requiredSlots", 2}});
    ASSERT_TRUE(taskBecomes("half", "running"));
    addTask("j", "big", {{"requiredSlots", 4}});
    addTask("j", "small");
    ASSERT_TRUE(taskBecomes("small", "running"));
    EXPECT_EQ(get("/jobs/j/tasks/big")["state"], "active");
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskSlotCounts"]["running"], 3);
    m_runner->script("half", exited(0));
    m_runner->script("small", exited(0));
    EXPECT_TRUE(taskBecomes("big", "running"));
}

TEST_F(TaskRules, ExitConditionsOfEachKindDecide)
{
    begin();
    addJob("j", "p", {{"usesTaskDependencies", true}});
    const Json conditions{
        {"exitCodes", Json::array({{{"code", 3}, {"exitOptions", options("satisfy")}}})},
        {"exitCodeRanges",
         Json::array({{{"start", 2}, {"end", 4}, {"exitOptions", options("block")}},
                      {{"start", 5}, {"end", 6}, {"exitOptions", options("satisfy")}}})},
        {"preProcessingError", options("satisfy")},
        {"fileUploadError", options("satisfy")},
        {"default", options("block")}};
    ExecutionResult upload = exited(0);
    upload.failure = FailureInfo{"UserError", "FileUploadMiscError", "It failed.", {}};
    ExecutionResult ended;
    ended.ended = true;
    const std::vector<std::tuple<std::string, ExecutionResult, bool>> cases{
        {"code3", exited(3), true},  {"range4", exited(4), false},
        {"range5", exited(5), true}, {"other9", exited(9), false},
        {"good0", exited(0), true},  {"pre", failedWith("BlobNotFound"), true},
        {"upload", upload, true},    {"ended", ended, false},
    };
    for (const auto &[id, result, satisfies] : cases) {
        SCOPED_TRACE(id);
        const std::string child = "after-" + id;
        addTask("j", child, {{"dependsOn", {{"taskIds", Json::array({id})}}}});
        m_runner->script(id, result);
        m_runner->script(child, exited(0));
        addTask("j", id, {{"exitConditions", conditions}});
        ASSERT_TRUE(taskBecomes(id, "completed"));
        if (satisfies)
            EXPECT_TRUE(taskBecomes(child, "completed"));
        else
            EXPECT_EQ(get("/jobs/j/tasks/" + child)["state"], "active");
    }
}

TEST_F(TaskRules, JobActionsDisableOrEndTheJob)
{
    begin(1, {{"taskSlotsPerNode", 2}});
    addJob("j", "p", {{"onTaskFailure", "performexitoptionsjobaction"}});
    addTask("j", "other");
    ASSERT_TRUE(taskBecomes("other", "running"));
    addTask("j", "t", {{"exitConditions", {{"default", {{"jobAction", "disable"}}}}}});
    m_runner->script("t", exited(1));
    ASSERT_TRUE(becomes("/jobs/j", "/state", "disabled"));
    const Json other = get("/jobs/j/tasks/other");
    EXPECT_EQ(other["state"], "active");
    EXPECT_EQ(other["executionInfo"]["requeueCount"], 1);
}

TEST_F(TaskRules, DependenciesOnRangesTakeNumbersAsNumbers)
{
    begin(1, {{"taskSlotsPerNode", 4}});
    addJob("j", "p", {{"usesTaskDependencies", true}});
    const auto range = [](int start, int end) {
        return Json{
            {"dependsOn", {{"taskIdRanges", Json::array({{{"start", start}, {"end", end}}})}}}};
    };
    addTask("j", "child", range(8, 10));
    for (const auto *id : {"8", "0009", "10"}) {
        EXPECT_EQ(get("/jobs/j/tasks/child")["state"], "active");
        m_runner->script(id, exited(0));
        addTask("j", id);
        ASSERT_TRUE(taskBecomes(id, "completed"));
    }
    ASSERT_TRUE(taskBecomes("child", "running"));
    // What is gone lets nobody run any more.
    ASSERT_EQ(status("DELETE", "/jobs/j/tasks/10"), 200);
    addTask("j", "late", range(8, 10));
    EXPECT_EQ(get("/jobs/j/tasks/late")["state"], "active");
    addTask("j", "early", range(8, 9));
    EXPECT_TRUE(taskBecomes("early", "running"));
}

TEST_F(TaskRules, ANumberIsSatisfiedAsLongAsOneOfItsTasksIs)
{
    begin(1, {{"taskSlotsPerNode", 8}});
    addJob("j", "p", {{"usesTaskDependencies", true}});
    const Json onFour{{"dependsOn", {{"taskIdRanges", Json::array({{{"start", 4}, {"end", 4}}})}}}};
    for (const auto *id : {"4", "04", "004"}) {
        addTask("j", id, {{"exitConditions", {{"default", options("satisfy")}}}});
        m_runner->script(id, exited(1));
        ASSERT_TRUE(taskBecomes(id, "completed"));
    }
    const auto lets = [&](const std::string &child) {
        addTask("j", child, onFour);
        return taskBecomes(child, "running");
    };
    ASSERT_EQ(status("POST", "/jobs/j/tasks/4/reactivate"), 204);
    EXPECT_TRUE(lets("afterReactivation"));
    ASSERT_EQ(status("DELETE", "/jobs/j/tasks/04"), 200);
    EXPECT_TRUE(lets("afterDeletion"));
    close();
    open();
    EXPECT_TRUE(lets("afterRestart"));
    ASSERT_EQ(status("DELETE", "/jobs/j/tasks/004"), 200);
    addTask("j", "tooLate", onFour);
    addTask("j", "marker");
    ASSERT_TRUE(taskBecomes("marker", "running"));
    EXPECT_EQ(get("/jobs/j/tasks/tooLate")["state"], "active");
    m_runner->script("4", exited(0));
    EXPECT_TRUE(taskBecomes("tooLate", "running"));
}

TEST_F(TaskRules, DependenciesAreLimitedAndChecked)
{
    open();
    addJob("j", "nowhere", {{"usesTaskDependencies", true}});
    Json ids = Json::array();
    for (int i = 0; i < 1000; ++i)
        ids.push_back(std::string(64, 'a'));
    EXPECT_EQ(addCode({{"dependsOn", {{"taskIds", ids}}}}), "answered 201");
    ids.push_back("b");
    EXPECT_EQ(addCode({{"dependsOn", {{"taskIds", ids}}}}), "TaskDependencyListTooLong");
    Json ranges = Json::array();
    for (int i = 0; i < 3201; ++i)
        ranges.push_back({{"start", 1000000000}, {"end", 1000000000}});
    EXPECT_EQ(addCode({{"dependsOn", {{"taskIdRanges", ranges}}}}), "TaskDependencyRangesTooLong");
    EXPECT_EQ(
        addCode({{"dependsOn", {{"taskIdRanges", Json::array({{{"start", 5}, {"end", 4}}})}}}}),
        "InvalidPropertyValue");
    addJob("k", "nowhere");
    EXPECT_EQ(code("POST", "/jobs/k/tasks",
                   {{"id", "t"},
                    {"commandLine", "x"},
                    {"exitConditions", {{"default", options("satisfy")}}}}),
              "InvalidPropertyValue");
}

TEST_F(TaskRules, ReactivatingTakesBackWhatTheEndAllowed)
{
    begin();
    addJob("j", "p", {{"usesTaskDependencies", true}});
    addTask("j", "7", {{"exitConditions", {{"default", options("satisfy")}}}});
    m_runner->script("7", exited(1));
    ASSERT_TRUE(taskBecomes("7", "completed"));
    ASSERT_EQ(status("POST", "/jobs/j/tasks/7/reactivate"), 204);
    const Json again = get("/jobs/j/tasks/7");
    EXPECT_EQ(again["executionInfo"]["retryCount"], 0);
    EXPECT_FALSE(again["executionInfo"].contains("exitCode"));
    addTask("j", "child",
            {{"dependsOn", {{"taskIdRanges", Json::array({{{"start", 7}, {"end", 7}}})}}}});
    ASSERT_TRUE(m_runner->waitForStart("7", 2));
    EXPECT_EQ(get("/jobs/j/tasks/child")["state"], "active");
    m_runner->script("7", exited(0));
    EXPECT_TRUE(m_runner->waitForStart("child"));
    m_runner->script("child", exited(0));
    ASSERT_TRUE(taskBecomes("child", "completed"));
    ASSERT_EQ(status("POST", "/jobs/j/terminate"), 202);
    ASSERT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(code("POST", "/jobs/j/tasks/7/reactivate"), "JobCompleted");
}

TEST_F(TaskRules, RunAsAUserOfThePool)
{
    begin(
        1,
        {{"userAccounts",
          Json::array({{{"name", "root2"}, {"password", "hush"}, {"elevationLevel", "admin"}}})}});
    addJob("j", "p");
    addTask("j", "t", {{"userIdentity", {{"username", "root2"}}}});
    ASSERT_TRUE(m_runner->waitForStart("t"));
    const Execution execution = m_runner->lastExecution("t");
    EXPECT_EQ(execution.environment.at("AZ_BATCH_TASK_USER"), "root2");
    EXPECT_FALSE(execution.environment.contains("AZ_BATCH_TASK_USER_IDENTITY"));
    EXPECT_TRUE(execution.elevated);
    EXPECT_EQ(addCode({{"userIdentity", {{"username", "nobody"}}}}), "InvalidPropertyValue");
    EXPECT_EQ(addCode({{"userIdentity", {{"username", "root2"}, {"autoUser", Json::object()}}}}),
              "InvalidPropertyValue");
    // The pool may come after the task.
    addJob("k", "later");
    addTask("k", "u", {{"userIdentity", {{"username", "nobody"}}}});
    addPool("later", 1);
    ASSERT_TRUE(becomes("/jobs/k/tasks/u", "/state", "completed"));
    EXPECT_EQ(get("/jobs/k/tasks/u")["executionInfo"]["failureInfo"]["code"],
              "CommandLaunchFailed");
    EXPECT_EQ(m_runner->startsOf("u"), 0);
}

TEST_F(TaskRules, ContainersAreAFailureOfTheTask)
{
    begin();
    addJob("j", "p");
    addTask("j", "t",
            {{"containerSettings",
              {{"imageName", "busybox"},
               {"registry", {{"username", "u"}, {"password", "hush"}}},
               {"workingDirectory", "containerImageDefault"}}}});
    ASSERT_TRUE(taskBecomes("t", "completed"));
    const Json task = get("/jobs/j/tasks/t");
    EXPECT_EQ(task["executionInfo"]["failureInfo"]["code"], "ContainerInvalidSettings");
    EXPECT_FALSE(task["executionInfo"].contains("exitCode"));
    EXPECT_EQ(task.dump().find("hush"), std::string::npos);
    EXPECT_EQ(m_runner->startsOf("t"), 0);
}

TEST_F(TaskRules, WhatThisComputerCannotDoIsSaidAtOnce)
{
    open();
    addJob("j", "nowhere");
    EXPECT_EQ(addCode({{"multiInstanceSettings", {{"coordinationCommandLine", "x"}}}}),
              "UnsupportedProperty");
    EXPECT_EQ(addCode({{"authenticationTokenSettings", {{"access", Json::array({"job"})}}}}),
              "UnsupportedProperty");
    EXPECT_EQ(addCode({{"id", "plain"}}), "answered 201");
    EXPECT_TRUE(get("/jobs/j/tasks/plain/subtasksinfo")["value"].empty());
}

TEST_F(TaskRules, EnvironmentIsThatOfTheServiceAndCannotBeChanged)
{
    begin();
    addJob("j", "p", {{"jobPreparationTask", {{"id", "prep"}, {"commandLine", "prep"}}}});
    m_runner->script("prep", exited(0));
    addTask(
        "j", "t",
        {{"environmentSettings",
          Json::array({{{"name", "AZ_BATCH_NODE_ID"}, {"value", "mine"}}, {{"name", "EMPTY"}}})}});
    ASSERT_TRUE(m_runner->waitForStart("t"));
    const auto node = nodeIds("p")[0];
    const auto root = (m_folder.path() / "batch" / "nodes" / "p" / node).string();
    const auto directory = root + "/workitems/j/job-1/t";
    const std::map<std::string, std::string> expected{
        {"AZ_BATCH_ACCOUNT_NAME", "localacct"},
        {"AZ_BATCH_ACCOUNT_URL", "http://127.0.0.1:9/"},
        {"AZ_BATCH_POOL_ID", "p"},
        {"AZ_BATCH_NODE_ID", node},
        {"AZ_BATCH_NODE_IS_DEDICATED", "true"},
        {"AZ_BATCH_NODE_ROOT_DIR", root},
        {"AZ_BATCH_NODE_SHARED_DIR", root + "/shared"},
        {"AZ_BATCH_NODE_STARTUP_DIR", root + "/startup"},
        {"AZ_BATCH_NODE_MOUNTS_DIR", root + "/fsmounts"},
        {"AZ_BATCH_JOB_ID", "j"},
        {"AZ_BATCH_TASK_ID", "t"},
        {"AZ_BATCH_TASK_DIR", directory},
        {"AZ_BATCH_TASK_WORKING_DIR", directory + "/wd"},
        {"AZ_BATCH_CERTIFICATES_DIR", directory + "/certs"},
        {"AZ_BATCH_JOB_PREP_DIR", root + "/workitems/j/job-1/prep"},
        {"AZ_BATCH_JOB_PREP_WORKING_DIR", root + "/workitems/j/job-1/prep/wd"},
        {"AZ_BATCH_TASK_USER", "_azbatch"},
        {"AZ_BATCH_TASK_USER_IDENTITY", "PoolNonAdmin"},
        {"AZ_BATCH_TASK_RESERVED_EPHEMERAL_DISK_SPACE_BYTES", "0"},
        {"EMPTY", ""}};
    EXPECT_EQ(m_runner->lastExecution("t").environment, expected);
    EXPECT_FALSE(m_runner->lastExecution("prep").environment.contains("AZ_BATCH_JOB_PREP_DIR"));
    for (const auto &name : {std::string(), std::string("A=B"), std::string("A\0B", 3)})
        EXPECT_EQ(addCode({{"environmentSettings", Json::array({{{"name", name}}})}}),
                  "InvalidPropertyValue");
    EXPECT_EQ(addCode({{"environmentSettings",
                        Json::array({{{"name", "A"}, {"value", std::string("\0", 1)}}})}}),
              "InvalidPropertyValue");
    EXPECT_EQ(addCode({{"commandLine", std::string("a\0b", 3)}}), "InvalidPropertyValue");
}

TEST_F(TaskRules, StatisticsAreToldWhenAskedFor)
{
    begin();
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    m_clock->turn(std::chrono::seconds(90));
    EXPECT_FALSE(get("/jobs/j/tasks/t").contains("stats"));
    EXPECT_EQ(get("/jobs/j/tasks/t?$expand=stats")["stats"]["wallClockTime"], "PT1M30S");
    ExecutionResult result = exited(0);
    result.usage = {std::chrono::milliseconds(1500), std::chrono::milliseconds(250), 8, 1u << 21};
    m_runner->script("t", result);
    ASSERT_TRUE(taskBecomes("t", "completed"));
    close();
    open();
    const Json stats = get("/jobs/j/tasks?$expand=stats")["value"][0]["stats"];
    const auto span = [&](const char *name) {
        return parseIsoDuration(stats[name].get<std::string>());
    };
    EXPECT_EQ(span("userCPUTime"), std::chrono::milliseconds(1500));
    EXPECT_EQ(span("kernelCPUTime"), std::chrono::milliseconds(250));
    EXPECT_EQ(stats["wallClockTime"], "PT1M30S");
    EXPECT_EQ(stats["waitTime"], "PT0S");
    EXPECT_EQ(stats["readIOps"], "8");
    EXPECT_EQ(stats["writeIOps"], "2097152");
    EXPECT_EQ(stats["writeIOGiB"], 1.0);
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t?$expand=all"), "InvalidQueryParameterValue");
}

TEST_F(TaskRules, ConstraintsCanBeChangedUntilTheEnd)
{
    begin();
    addJob("j", "p");
    addTask("j", "t");
    const auto put = [&](const Json &constraints) {
        return code("PUT", "/jobs/j/tasks/t", {{"constraints", constraints}});
    };
    EXPECT_EQ(put({{"maxTaskRetryCount", -2}}), "InvalidPropertyValue");
    EXPECT_EQ(put({{"maxWallClockTime", "PT0S"}}), "InvalidPropertyValue");
    EXPECT_EQ(put({{"retentionTime", "soon"}}), "InvalidPropertyValue");
    EXPECT_EQ(put({{"maxTaskRetryCount", 1}, {"retentionTime", "PT5M"}}), "answered 200");
    EXPECT_EQ(get("/jobs/j/tasks/t")["constraints"]["retentionTime"], "PT5M");
    m_runner->script("t", exited(1));
    ASSERT_TRUE(m_runner->waitForStart("t", 2));
    m_runner->script("t", exited(0));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    EXPECT_EQ(put({{"maxTaskRetryCount", 1}}), "TaskCompleted");
}
