// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;

namespace {

class JobManager : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    void addUsablePool(int nodes, Json more = Json::object())
    {
        addPool("p", nodes, std::move(more));
        ASSERT_TRUE(nodesBecome("p", "idle", std::size_t(nodes)));
    }
    static Json manager(Json more = Json::object())
    {
        Json task{{"id", "boss"}, {"commandLine", "boss"}};
        task.update(more);
        return {{"jobManagerTask", task}};
    }
    std::string addCode(const Json &more)
    {
        Json job{{"id", "k"}, {"poolInfo", {{"poolId", "p"}}}};
        job.update(more);
        return code("POST", "/jobs", job);
    }
    std::string nodeOf(const std::string &task)
    {
        return get("/jobs/j/tasks/" + task)["nodeInfo"].value("nodeId", std::string());
    }
};

} // namespace

TEST_F(JobManager, IsATaskOfItsJobFromTheBeginning)
{
    addJob("j", "p",
           manager({{"displayName", "The boss"},
                    {"constraints", {{"maxTaskRetryCount", 2}}},
                    {"environmentSettings", {{{"name", "A"}, {"value", "b"}}}}}));
    const Json shown = get("/jobs/j")["jobManagerTask"];
    EXPECT_EQ(shown["killJobOnCompletion"], true);
    EXPECT_EQ(shown["runExclusive"], true);
    EXPECT_EQ(shown["allowLowPriorityNode"], true);
    EXPECT_EQ(shown["requiredSlots"], 1);
    const Json task = get("/jobs/j/tasks/boss");
    EXPECT_EQ(task["state"], "active");
    EXPECT_EQ(task["displayName"], "The boss");
    EXPECT_EQ(task["constraints"]["maxTaskRetryCount"], 2);
    EXPECT_EQ(task["environmentSettings"][0]["value"], "b");
    for (const auto *name : {"killJobOnCompletion", "runExclusive", "allowLowPriorityNode"})
        EXPECT_FALSE(task.contains(name)) << name;
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskCounts"]["active"], 1);
    EXPECT_EQ(code("POST", "/jobs/j/tasks", {{"id", "Boss"}, {"commandLine", "x"}}), "TaskExists");
}

TEST_F(JobManager, EndsTheJobAndItsTasks)
{
    addUsablePool(2);
    addJob("j", "p", manager());
    ASSERT_TRUE(m_runner->waitForStart("boss"));
    addTask("j", "worker");
    addTask("j", "waiting");
    ASSERT_TRUE(m_runner->waitForStart("worker"));
    m_runner->script("boss", exited(3));
    ASSERT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "JMComplete");
    EXPECT_EQ(get("/jobs/j/tasks/worker")["executionInfo"]["failureInfo"]["code"], "TaskEnded");
    EXPECT_EQ(get("/jobs/j/tasks/waiting")["state"], "active");
    EXPECT_EQ(get("/jobs/j/tasks/boss")["executionInfo"]["exitCode"], 3);
}

TEST_F(JobManager, LeavesTheJobWhenItShallNotEndIt)
{
    addUsablePool(1);
    addJob("j", "p", manager({{"killJobOnCompletion", false}}));
    addTask("j", "t");
    m_runner->script("boss", exited(0));
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(get("/jobs/j/tasks/boss")["state"], "completed");
    EXPECT_EQ(get("/jobs/j")["state"], "active");
}

TEST_F(JobManager, EndsTheJobOnlyWhenItsRetriesAreOver)
{
    addUsablePool(1);
    addJob("j", "p", manager({{"constraints", {{"maxTaskRetryCount", 1}}}}));
    m_runner->script("boss", exited(1));
    ASSERT_TRUE(m_runner->waitForStart("boss", 2));
    EXPECT_EQ(get("/jobs/j")["state"], "active");
    m_runner->script("boss", exited(1));
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "JMComplete");
}

TEST_F(JobManager, EndsADisabledJobToo)
{
    addUsablePool(1);
    addJob("j", "p", manager());
    ASSERT_TRUE(m_runner->waitForStart("boss"));
    EXPECT_EQ(status("POST", "/jobs/j/disable", {{"disableTasks", "wait"}}), 202);
    m_runner->script("boss", exited(0));
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "JMComplete");
}

TEST_F(JobManager, TerminatedByTheUserEndsTheJob)
{
    addUsablePool(1);
    addJob("j", "p", manager());
    ASSERT_TRUE(m_runner->waitForStart("boss"));
    EXPECT_EQ(status("POST", "/jobs/j/tasks/boss/terminate"), 204);
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "JMComplete");
}

TEST_F(JobManager, GoesFirstAndHasItsNodeForItself)
{
    addUsablePool(1, {{"taskSlotsPerNode", 4}});
    addJob("other", "p");
    addTask("other", "busy");
    ASSERT_TRUE(m_runner->waitForStart("busy"));
    addJob("j", "p", manager());
    addTask("j", "worker");
    // There is room, but not for the manager, and nothing of its job goes before it.
    addTask("other", "second");
    ASSERT_TRUE(m_runner->waitForStart("second"));
    EXPECT_EQ(get("/jobs/j/tasks/worker")["state"], "active");
    EXPECT_EQ(get("/jobs/j/tasks/boss")["state"], "active");
    m_runner->script("busy", exited(0));
    m_runner->script("second", exited(0));
    ASSERT_TRUE(m_runner->waitForStart("boss"));
    addTask("other", "third");
    pass({}); // both had their chance
    EXPECT_EQ(get("/jobs/other/tasks/third")["state"], "active");
    EXPECT_EQ(get("/jobs/j/tasks/worker")["state"], "active");
    m_runner->script("boss", exited(0));
    EXPECT_TRUE(m_runner->waitForStart("third"));
}

TEST_F(JobManager, SharesItsNodeWhenItNeedNotBeAlone)
{
    addUsablePool(1, {{"taskSlotsPerNode", 4}});
    addJob("j", "p", manager({{"runExclusive", false}, {"requiredSlots", 2}}));
    addTask("j", "worker");
    ASSERT_TRUE(m_runner->waitForStart("boss"));
    ASSERT_TRUE(m_runner->waitForStart("worker"));
    EXPECT_EQ(nodeOf("boss"), nodeOf("worker"));
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskSlotCounts"]["running"], 3);
}

TEST_F(JobManager, KeepsOffLowPriorityNodesWhenTold)
{
    addPool("p", 0, {{"targetLowPriorityNodes", 1}});
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addJob("any", "p", manager({{"allowLowPriorityNode", true}, {"commandLine", "any"}}));
    addJob("j", "p", manager({{"allowLowPriorityNode", false}}));
    ASSERT_TRUE(m_runner->waitForStart("any"));
    m_runner->script("any", exited(0));
    ASSERT_TRUE(becomes("/jobs/any", "/state", "completed"));
    pass({});
    EXPECT_EQ(get("/jobs/j/tasks/boss")["state"], "active");
    EXPECT_EQ(status("POST", "/pools/p/resize", {{"targetDedicatedNodes", 1}}), 202);
    EXPECT_TRUE(m_runner->waitForStart("boss"));
    EXPECT_TRUE(nodeOf("boss").ends_with("_d"));
}

TEST_F(JobManager, IsStillOneAfterARestart)
{
    addUsablePool(1, {{"taskSlotsPerNode", 2}});
    addJob("j", "p", manager());
    ASSERT_TRUE(m_runner->waitForStart("boss"));
    addTask("j", "worker");
    close();
    open();
    ASSERT_TRUE(m_runner->waitForStart("boss", 2));
    pass({});
    EXPECT_EQ(get("/jobs/j/tasks/worker")["state"], "active");
    m_runner->script("boss", exited(0));
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "JMComplete");
    EXPECT_EQ(m_runner->startsOf("worker"), 0);
}

TEST_F(JobManager, OfAScheduleEndsEachJob)
{
    addUsablePool(1);
    addSchedule("s", {{"recurrenceInterval", "PT5M"}}, manager());
    m_runner->script("boss", exited(0));
    ASSERT_TRUE(becomes("/jobs/s:job-1", "/state", "completed"));
    pass(std::chrono::minutes(5));
    ASSERT_TRUE(m_runner->waitForStart("boss", 2));
    m_runner->script("boss", exited(0));
    ASSERT_TRUE(becomes("/jobs/s:job-2", "/state", "completed"));
    EXPECT_EQ(get("/jobs/s:job-2")["executionInfo"]["terminateReason"], "JMComplete");
}

TEST_F(JobManager, RefusalsAreWordedAsByTheService)
{
    addPool("p", 0, {{"taskSlotsPerNode", 2}});
    EXPECT_EQ(addCode({{"jobManagerTask", {{"id", "boss"}}}}), "MissingRequiredProperty");
    EXPECT_EQ(addCode({{"jobManagerTask", {{"commandLine", "boss"}}}}), "MissingRequiredProperty");
    EXPECT_EQ(addCode(manager({{"commandLine", " "}})), "InvalidPropertyValue");
    EXPECT_EQ(addCode(manager({{"requiredSlots", 3}})), "InvalidPropertyValue");
    EXPECT_EQ(addCode(manager({{"requiredSlots", 0}})), "InvalidPropertyValue");
    EXPECT_EQ(addCode(manager({{"dependsOn", {{"taskIds", {"x"}}}}})), "InvalidRequestBody");
    EXPECT_EQ(addCode(manager({{"authenticationTokenSettings", {{"access", {"job"}}}}})),
              "UnsupportedProperty");
    Json same = manager({{"id", "JobPreparation"}});
    same["jobPreparationTask"] = {{"commandLine", "prepare"}};
    EXPECT_EQ(addCode(same), "InvalidPropertyValue");
    same = manager({{"id", "jobrelease"}});
    same["jobPreparationTask"] = {{"commandLine", "prepare"}};
    same["jobReleaseTask"] = {{"commandLine", "release"}};
    EXPECT_EQ(addCode(same), "InvalidPropertyValue");
    EXPECT_EQ(addCode({{"poolInfo",
                        {{"autoPoolSpecification",
                          {{"poolLifetimeOption", "job"},
                           {"pool", {{"vmSize", "x"}, {"taskSlotsPerNode", 2}}}}}}},
                       {"jobManagerTask",
                        {{"id", "boss"}, {"commandLine", "boss"}, {"requiredSlots", 3}}}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("GET", "/jobs/k"), "JobNotFound");
}
