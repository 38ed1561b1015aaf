// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;

namespace {

class Jobs : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    void addUsablePool(int nodes)
    {
        addPool("p", nodes);
        ASSERT_TRUE(nodesBecome("p", "idle", std::size_t(nodes)));
    }

    static Json helpers()
    {
        return {{"jobPreparationTask", {{"commandLine", "prepare"}}},
                {"jobReleaseTask", {{"commandLine", "release"}}}};
    }
};

} // namespace

TEST_F(Jobs, ShowTheirDefaults)
{
    addJob("j", "p", helpers());
    const Json job = get("/jobs/j");
    EXPECT_EQ(job["state"], "active");
    EXPECT_EQ(job["maxParallelTasks"], -1);
    EXPECT_EQ(job["constraints"]["maxWallClockTime"], "P10675199DT2H48M5.4775807S");
    EXPECT_EQ(job["jobPreparationTask"]["id"], "jobpreparation");
    EXPECT_EQ(job["jobReleaseTask"]["maxWallClockTime"], "PT15M");
    EXPECT_EQ(job["executionInfo"]["poolId"], "p");
    EXPECT_FALSE(m_service->isIdle());
}

TEST_F(Jobs, PrepareEachNodeOnceAndReleaseAtTheEnd)
{
    addUsablePool(1);
    addJob("j", "p", helpers());
    addTask("j", "a");
    addTask("j", "b");
    ASSERT_TRUE(taskBecomes("a", "preparing"));
    EXPECT_EQ(get("/jobs/j/jobpreparationandreleasetaskstatus")["value"][0]
                                                               ["jobPreparationTaskExecutionInfo"]
                                                               ["state"],
              "running");
    m_runner->script("prepare", exited(0));
    ASSERT_TRUE(taskBecomes("a", "running"));
    const auto environment = m_runner->waitForStart("a") ? m_runner->lastExecution("a").environment
                                                         : std::map<std::string, std::string>();
    EXPECT_TRUE(environment.contains("AZ_BATCH_JOB_PREP_WORKING_DIR"));
    m_runner->script("a", exited(0));
    ASSERT_TRUE(taskBecomes("b", "running"));
    EXPECT_EQ(m_runner->startsOf("prepare"), 1);

    EXPECT_EQ(status("POST", "/jobs/j/terminate"), 202);
    ASSERT_TRUE(m_runner->waitForStart("release"));
    EXPECT_EQ(get("/jobs/j")["state"], "terminating");
    EXPECT_EQ(code("POST", "/jobs/j/tasks", {{"id", "c"}, {"commandLine", "x"}}),
              "JobBeingTerminated");
    m_runner->script("release", exited(0));
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "UserTerminate");
    EXPECT_EQ(get("/jobs/j/tasks/b")["executionInfo"]["failureInfo"]["code"], "TaskEnded");
    EXPECT_EQ(
        get("/jobs/j/jobpreparationandreleasetaskstatus")["value"][0]["jobReleaseTaskExecutionInfo"]
                                                         ["result"],
        "success");
}

TEST_F(Jobs, NodeWhosePreparationFailedGetsNoMoreOfTheJob)
{
    addUsablePool(1);
    addJob("j", "p", helpers());
    addTask("j", "t");
    ASSERT_TRUE(taskBecomes("t", "preparing"));
    m_runner->script("prepare", exited(9));
    EXPECT_TRUE(taskBecomes("t", "active"));
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    // Another job still can use it, and by then the first had its chance.
    addJob("k", "p");
    addTask("k", "other");
    ASSERT_TRUE(m_runner->waitForStart("other"));
    EXPECT_EQ(get("/jobs/j/tasks/t")["state"], "active");
    EXPECT_EQ(m_runner->startsOf("prepare"), 1);
    const Json use = get("/jobs/j/jobpreparationandreleasetaskstatus")["value"][0];
    EXPECT_EQ(use["jobPreparationTaskExecutionInfo"]["exitCode"], 9);
}

TEST_F(Jobs, DisableRequeuesAndEnableRunsAgain)
{
    addUsablePool(1);
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("POST", "/jobs/j/disable", {{"disableTasks", "requeue"}}), 202);
    EXPECT_TRUE(becomes("/jobs/j", "/state", "disabled"));
    EXPECT_EQ(get("/jobs/j/tasks/t")["state"], "active");
    EXPECT_EQ(get("/jobs/j/tasks/t")["executionInfo"]["requeueCount"], 1);
    EXPECT_EQ(status("POST", "/jobs/j/enable"), 202);
    EXPECT_TRUE(m_runner->waitForStart("t", 2));
    EXPECT_EQ(code("POST", "/jobs/j/enable"), "OperationInvalidForCurrentState");
    EXPECT_EQ(code("POST", "/jobs/j/disable", Json::object()), "MissingRequiredProperty");
}

TEST_F(Jobs, DisableCanWaitOrTerminate)
{
    addUsablePool(1);
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("POST", "/jobs/j/disable", {{"disableTasks", "wait"}}), 202);
    EXPECT_EQ(get("/jobs/j")["state"], "disabling");
    EXPECT_EQ(status("POST", "/jobs/j/disable", {{"disableTasks", "terminate"}}), 202);
    EXPECT_TRUE(becomes("/jobs/j", "/state", "disabled"));
    EXPECT_EQ(get("/jobs/j/tasks/t")["executionInfo"]["failureInfo"]["code"], "TaskEnded");
}

TEST_F(Jobs, EndWithTheirTasksWhenAsked)
{
    addUsablePool(1);
    addJob("j", "p");
    addTask("j", "t");
    EXPECT_EQ(status("PATCH", "/jobs/j", {{"onAllTasksComplete", "terminatejob"}}), 200);
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"onAllTasksComplete", "noaction"}}),
              "InvalidPropertyValue");
    m_runner->script("t", exited(2));
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "AllTasksComplete");
    EXPECT_EQ(code("POST", "/jobs", {{"id", "j"}, {"poolInfo", {{"poolId", "p"}}}}),
              "JobCompleted");
}

TEST_F(Jobs, EndWhenTheirTimeIsOver)
{
    addUsablePool(1);
    addJob("j", "p", {{"constraints", {{"maxWallClockTime", "PT1H"}}}});
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    m_clock->turn(std::chrono::hours(1));
    // Any change makes the engine look at the clock.
    addJob("nudge", "p");
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "MaxWallClockTimeExpiry");
}

TEST_F(Jobs, DeleteKillsAndRemovesTheFolders)
{
    addUsablePool(1);
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    const auto folder = m_runner->lastExecution("t").taskDirectory;
    EXPECT_TRUE(std::filesystem::exists(folder));
    EXPECT_EQ(status("DELETE", "/jobs/j"), 202);
    EXPECT_TRUE(vanishes("/jobs/j"));
    EXPECT_FALSE(std::filesystem::exists(folder));
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    EXPECT_EQ(code("DELETE", "/jobs/j"), "JobNotFound");
}

TEST_F(Jobs, DeletePassesThroughDeletingWhileReleasesRun)
{
    addUsablePool(1);
    addJob("j", "p", helpers());
    m_runner->script("prepare", exited(0));
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("DELETE", "/jobs/j"), 202);
    ASSERT_TRUE(m_runner->waitForStart("release"));
    EXPECT_EQ(get("/jobs/j")["state"], "deleting");
    EXPECT_EQ(code("DELETE", "/jobs/j"), "JobBeingDeleted");
    m_runner->script("release", exited(1));
    EXPECT_TRUE(vanishes("/jobs/j"));
}

TEST_F(Jobs, HigherPriorityGoesFirst)
{
    addUsablePool(1);
    addJob("low", "p");
    addTask("low", "first");
    ASSERT_TRUE(m_runner->waitForStart("first"));
    addJob("high", "p", {{"priority", 10}});
    addTask("low", "second");
    addTask("high", "urgent");
    m_runner->script("first", exited(0));
    ASSERT_TRUE(m_runner->waitForStart("urgent"));
    EXPECT_EQ(m_runner->startsOf("second"), 0);
}

TEST_F(Jobs, MaxParallelTasksIsKept)
{
    addUsablePool(2);
    addJob("j", "p", {{"maxParallelTasks", 1}});
    addTask("j", "a");
    addTask("j", "b");
    ASSERT_TRUE(m_runner->waitForStart("a"));
    addJob("k", "p");
    addTask("k", "c");
    ASSERT_TRUE(m_runner->waitForStart("c"));
    EXPECT_EQ(get("/jobs/j/tasks/b")["state"], "active");
}

TEST_F(Jobs, RefusalsAreWordedAsByTheService)
{
    addJob("j", "p");
    const Json pool{{"poolId", "p"}};
    EXPECT_EQ(code("POST", "/jobs", {{"id", "J"}, {"poolInfo", pool}}), "JobExists");
    EXPECT_EQ(code("POST", "/jobs", {{"id", "k"}}), "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/jobs", {{"id", "k"}, {"poolInfo", pool}, {"priority", 1001}}),
              "OutOfRangePriority");
    EXPECT_EQ(code("POST", "/jobs",
                   {{"id", "k"}, {"poolInfo", pool}, {"jobReleaseTask", {{"commandLine", "x"}}}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("GET", "/jobs/j/jobpreparationandreleasetaskstatus"),
              "JobPreparationTaskNotSpecified");
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"poolInfo", {{"poolId", "q"}}}}), "InvalidPropertyValue");
    EXPECT_EQ(status("PUT", "/jobs/j", {{"poolInfo", pool}, {"priority", 5}}), 200);
    EXPECT_EQ(get("/jobs/j")["priority"], 5);
    for (const auto *action : {"enable", "terminate"})
        EXPECT_EQ(code("POST", std::string("/jobs/none/") + action), "JobNotFound");
    EXPECT_EQ(code("GET", "/jobs/none/taskcounts"), "JobNotFound");
    EXPECT_TRUE(get("/applications")["value"].empty());
}
