// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;
using std::chrono::hours;
using std::chrono::minutes;

// Changing jobs, and what can be asked about them.
namespace {

class JobUpdates : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    void addUsablePool(int nodes, Json more = Json::object())
    {
        addPool("p", nodes, std::move(more));
        ASSERT_TRUE(nodesBecome("p", "idle", std::size_t(nodes)));
    }
    void disable(const std::string &job)
    {
        ASSERT_EQ(status("POST", "/jobs/" + job + "/disable", {{"disableTasks", "requeue"}}), 202);
        ASSERT_TRUE(becomes("/jobs/" + job, "/state", "disabled"));
    }
    static Json inPool(const std::string &id) { return {{"poolInfo", {{"poolId", id}}}}; }
};

} // namespace

TEST_F(JobUpdates, PatchChangesWhatItNamesAndPutResetsTheRest)
{
    addJob("j", "p",
           {{"priority", 3},
            {"maxParallelTasks", 4},
            {"allowTaskPreemption", true},
            {"usesTaskDependencies", true},
            {"constraints", {{"maxWallClockTime", "PT1H"}, {"maxTaskRetryCount", 2}}},
            {"metadata", {{{"name", "a"}, {"value", "b"}}}}});
    const Json before = get("/jobs/j");
    EXPECT_EQ(status("PATCH", "/jobs/j", {{"priority", 9}}), 200);
    Json after = get("/jobs/j");
    EXPECT_NE(after["eTag"], before["eTag"]);
    EXPECT_EQ(after["priority"], 9);
    for (const auto *name : {"maxParallelTasks", "constraints", "metadata", "allowTaskPreemption"})
        EXPECT_EQ(after[name], before[name]) << name;
    // What is named is replaced as a whole.
    EXPECT_EQ(status("PATCH", "/jobs/j", {{"constraints", {{"maxTaskRetryCount", 1}}}}), 200);
    EXPECT_EQ(get("/jobs/j")["constraints"]["maxWallClockTime"], "P10675199DT2H48M5.4775807S");

    EXPECT_EQ(status("PUT", "/jobs/j", inPool("p")), 200);
    after = get("/jobs/j");
    EXPECT_EQ(after["priority"], 0);
    EXPECT_EQ(after["maxParallelTasks"], -1);
    EXPECT_EQ(after["allowTaskPreemption"], false);
    EXPECT_EQ(after["constraints"]["maxTaskRetryCount"], 0);
    EXPECT_TRUE(after["metadata"].empty());
    EXPECT_EQ(after["usesTaskDependencies"], true);
    EXPECT_EQ(code("PUT", "/jobs/j", {{"priority", 1}}), "MissingRequiredProperty");
}

TEST_F(JobUpdates, OnAllTasksCompleteGoesOneWay)
{
    addPool("p", 0);
    addJob("j", "p");
    addTask("j", "t");
    EXPECT_EQ(status("PATCH", "/jobs/j", {{"onAllTasksComplete", "TerminateJob"}}), 200);
    EXPECT_EQ(get("/jobs/j")["onAllTasksComplete"], "terminatejob");
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"onAllTasksComplete", "noaction"}}),
              "InvalidPropertyValue");
    // A full update that is silent about it means to go back too.
    EXPECT_EQ(code("PUT", "/jobs/j", inPool("p")), "InvalidPropertyValue");
    EXPECT_EQ(get("/jobs/j")["onAllTasksComplete"], "terminatejob");
}

TEST_F(JobUpdates, PoolChangesOnlyWhileDisabled)
{
    addUsablePool(1);
    addJob("j", "elsewhere");
    addTask("j", "t");
    EXPECT_EQ(code("PATCH", "/jobs/j", inPool("p")), "InvalidPropertyValue");
    EXPECT_EQ(status("PATCH", "/jobs/j", inPool("elsewhere")), 200);
    disable("j");
    EXPECT_EQ(status("PATCH", "/jobs/j", inPool("p")), 200);
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["poolId"], "p");
    EXPECT_EQ(status("POST", "/jobs/j/enable"), 202);
    EXPECT_TRUE(m_runner->waitForStart("t"));
}

TEST_F(JobUpdates, WhatCannotBeChangedIsRefused)
{
    addJob("j", "p");
    for (const Json &part : {Json{{"displayName", "x"}}, Json{{"usesTaskDependencies", true}},
                             Json{{"onTaskFailure", "noaction"}},
                             Json{{"jobManagerTask", {{"id", "a"}, {"commandLine", "a"}}}},
                             Json{{"commonEnvironmentSettings", Json::array()}}, Json{{"id", "j"}}})
        EXPECT_EQ(code("PATCH", "/jobs/j", part), "InvalidRequestBody") << part;
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"networkConfiguration", {{"subnetId", "x"}}}}),
              "UnsupportedProperty");
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"priority", -1001}}), "OutOfRangePriority");
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"maxParallelTasks", 0}}), "InvalidPropertyValue");
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"constraints", {{"maxTaskRetryCount", -2}}}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("PATCH", "/jobs/none", Json::object()), "JobNotFound");
    EXPECT_EQ(status("POST", "/jobs/j/terminate", {{"terminateReason", "enough"}}), 202);
    ASSERT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "enough");
    for (const auto *action : {"enable", "terminate"})
        EXPECT_EQ(code("POST", std::string("/jobs/j/") + action), "JobCompleted");
    EXPECT_EQ(code("POST", "/jobs/j/disable", {{"disableTasks", "wait"}}), "JobCompleted");
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"priority", 1}}), "JobCompleted");
    EXPECT_EQ(code("PUT", "/jobs/j", inPool("p")), "JobCompleted");
}

TEST_F(JobUpdates, TimeRunsOnWhileDisabled)
{
    addJob("j", "p", {{"constraints", {{"maxWallClockTime", "PT1H"}}}});
    disable("j");
    pass(hours(1) - minutes(1));
    EXPECT_EQ(get("/jobs/j")["state"], "disabled");
    pass(minutes(1));
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "MaxWallClockTimeExpiry");
    EXPECT_EQ(get("/jobs/j")["previousState"], "terminating");
}

TEST_F(JobUpdates, DisabledTakesTasksAndStartsNone)
{
    addUsablePool(1);
    addJob("j", "p");
    disable("j");
    addTask("j", "t");
    pass({});
    EXPECT_EQ(get("/jobs/j/tasks/t")["state"], "active");
    // Being disabled again is no mistake.
    EXPECT_EQ(status("POST", "/jobs/j/disable", {{"disableTasks", "terminate"}}), 202);
    EXPECT_EQ(get("/jobs/j")["state"], "disabled");
    EXPECT_EQ(get("/jobs/j")["previousState"], "disabling");
    EXPECT_EQ(code("POST", "/jobs/j/disable", {{"disableTasks", "maybe"}}), "InvalidPropertyValue");
    EXPECT_EQ(status("POST", "/jobs/j/terminate"), 202);
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
}

TEST_F(JobUpdates, StayAsTheyAreAcrossARestart)
{
    addJob("j", "p", {{"priority", 1}});
    EXPECT_EQ(status("PATCH", "/jobs/j", {{"priority", 7}}), 200);
    disable("j");
    const Json before = get("/jobs/j");
    close();
    open();
    EXPECT_EQ(get("/jobs/j"), before);
    EXPECT_EQ(before["priority"], 7);
}

TEST_F(JobUpdates, CountsTasksAndTheirSlots)
{
    addUsablePool(1, {{"taskSlotsPerNode", 4}});
    addJob("j", "p");
    addTask("j", "big", {{"requiredSlots", 3}});
    addTask("j", "waits", {{"requiredSlots", 2}});
    ASSERT_TRUE(m_runner->waitForStart("big"));
    Json counts = get("/jobs/j/taskcounts");
    EXPECT_EQ(counts["taskCounts"]["running"], 1);
    EXPECT_EQ(counts["taskSlotCounts"]["running"], 3);
    EXPECT_EQ(counts["taskSlotCounts"]["active"], 2);
    m_runner->script("big", exited(0));
    m_runner->script("waits", exited(4));
    ASSERT_TRUE(taskBecomes("waits", "completed"));
    counts = get("/jobs/j/taskcounts");
    EXPECT_EQ(counts["taskSlotCounts"]["completed"], 5);
    EXPECT_EQ(counts["taskSlotCounts"]["succeeded"], 3);
    EXPECT_EQ(counts["taskSlotCounts"]["failed"], 2);
    EXPECT_EQ(counts["taskCounts"]["active"], 0);
}

TEST_F(JobUpdates, StatisticsComeWhenExpanded)
{
    addUsablePool(1);
    addJob("j", "p");
    m_clock->turn(minutes(1));
    addTask("j", "good");
    ASSERT_TRUE(m_runner->waitForStart("good"));
    addTask("j", "bad", {{"constraints", {{"maxTaskRetryCount", 1}}}});
    m_clock->turn(minutes(10));
    m_runner->script("good", exited(0));
    ASSERT_TRUE(m_runner->waitForStart("bad"));
    m_runner->script("bad", exited(1));
    m_runner->script("bad", exited(1));
    ASSERT_TRUE(taskBecomes("bad", "completed"));
    EXPECT_FALSE(get("/jobs/j").contains("stats"));
    const Json stats = get("/jobs/j?$expand=stats")["stats"];
    EXPECT_EQ(stats["numSucceededTasks"], "1");
    EXPECT_EQ(stats["numFailedTasks"], "1");
    EXPECT_EQ(stats["numTaskRetries"], "1");
    EXPECT_EQ(stats["wallClockTime"], "PT10M");
    EXPECT_EQ(stats["waitTime"], "PT10M");
    EXPECT_EQ(stats["startTime"], get("/jobs/j")["executionInfo"]["startTime"]);
    EXPECT_EQ(get("/jobs?$expand=stats")["value"][0]["stats"], stats);
    addSchedule("s", Json::object());
    ASSERT_TRUE(becomes("/jobs/s:job-1", "/state", "active"));
    addTask("s:job-1", "more");
    m_runner->script("more", exited(0));
    ASSERT_TRUE(becomes("/jobs/s:job-1/tasks/more", "/state", "completed"));
    EXPECT_EQ(get("/jobschedules/s?$expand=stats")["stats"]["numSucceededTasks"], "1");
    EXPECT_EQ(get("/jobschedules/s/jobs?$expand=stats")["value"][0]["stats"]["numSucceededTasks"],
              "1");
}

TEST_F(JobUpdates, StatusOfHelpersCanBeFiltered)
{
    addUsablePool(2);
    addJob("j", "p",
           {{"jobPreparationTask", {{"commandLine", "prepare"}}},
            {"jobReleaseTask", {{"commandLine", "release"}}}});
    m_runner->script("prepare", exited(0));
    m_runner->script("prepare", exited(0));
    addTask("j", "a");
    addTask("j", "b");
    ASSERT_TRUE(m_runner->waitForStart("a"));
    ASSERT_TRUE(m_runner->waitForStart("b"));
    const std::string path = "/jobs/j/jobpreparationandreleasetaskstatus";
    const auto count = [&](const std::string &filter) {
        return get(path + "?$filter=" + filter)["value"].size();
    };
    const auto node = nodeIds("p").front();
    EXPECT_EQ(count("poolId%20eq%20'p'"), 2u);
    EXPECT_EQ(count("nodeId%20eq%20'" + node + "'"), 1u);
    EXPECT_EQ(count("jobPreparationTaskExecutionInfo/state%20eq%20'completed'"), 2u);
    EXPECT_EQ(count("jobPreparationTaskExecutionInfo/exitCode%20eq%200"), 2u);
    EXPECT_EQ(count("jobPreparationTaskExecutionInfo/result%20eq%20'failure'"), 0u);
    EXPECT_EQ(count("jobReleaseTaskExecutionInfo/state%20eq%20'completed'"), 0u);
    EXPECT_EQ(count("jobPreparationTaskExecutionInfo/startTime%20ge%20DateTime'2026-01-01'"), 2u);
    EXPECT_EQ(code("GET", path + "?$filter=id%20eq%20'a'"), "InvalidQueryParameterValue");
    const Json page = get(path + "?maxresults=1");
    EXPECT_EQ(page["value"].size(), 1u);
    EXPECT_TRUE(page.contains("odata.nextLink"));
    EXPECT_EQ(code("GET", "/jobs/none/jobpreparationandreleasetaskstatus"), "JobNotFound");
}

TEST_F(JobUpdates, ForceIsTakenWhereTheApiHasIt)
{
    addJob("j", "p");
    addJob("k", "p");
    EXPECT_EQ(status("POST", "/jobs/j/terminate?force=true"), 202);
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(status("DELETE", "/jobs/k?force=true"), 202);
    EXPECT_TRUE(vanishes("/jobs/k"));
    addSchedule("s", Json::object());
    EXPECT_EQ(status("POST", "/jobschedules/s/terminate?force=false"), 202);
    EXPECT_EQ(status("DELETE", "/jobschedules/s?force=true"), 202);
    EXPECT_TRUE(vanishes("/jobschedules/s"));
}
