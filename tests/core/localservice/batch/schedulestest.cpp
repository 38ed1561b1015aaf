// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

class Schedules : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    std::string inTime(std::chrono::microseconds by) const { return isoTime(m_clock->now() + by); }
    Json schedule(const std::string &id = "s") { return get("/jobschedules/" + id); }
    std::string nextRun() { return schedule()["executionInfo"].value("nextRunTime", "none"); }

    bool exists(int job) { return send("GET", "/jobs/s:job-" + std::to_string(job)).status == 200; }
    bool makes(int job)
    {
        return becomes("/jobschedules/s", "/executionInfo/recentJob/id",
                       "s:job-" + std::to_string(job))
            && becomes("/jobs/s:job-" + std::to_string(job), "/state", "active");
    }
    void finish(int job)
    {
        const std::string path = "/jobs/s:job-" + std::to_string(job);
        ASSERT_EQ(status("POST", path + "/terminate"), 202);
        ASSERT_TRUE(becomes(path, "/state", "completed"));
        pass({}); // the schedule has seen it
    }
    std::string addCode(const Json &schedule, Json job = Json::object())
    {
        Json specification{{"poolInfo", {{"poolId", "p"}}}};
        specification.update(job);
        return code("POST", "/jobschedules",
                    {{"id", "s"}, {"schedule", schedule}, {"jobSpecification", specification}});
    }
};

} // namespace

TEST_F(Schedules, WithoutRecurrenceMakeOneJobAtOnceAndEndWithIt)
{
    addSchedule("s", Json::object(), {{"priority", 7}, {"displayName", "nightly"}});
    ASSERT_TRUE(makes(1));
    const Json job = get("/jobs/s:job-1");
    EXPECT_EQ(job["id"], "s:job-1");
    EXPECT_EQ(job["url"], "http://127.0.0.1:4711/jobs/s:job-1");
    EXPECT_EQ(job["priority"], 7);
    EXPECT_EQ(job["displayName"], "nightly");
    EXPECT_EQ(job["executionInfo"]["poolId"], "p");
    const Json active = schedule();
    EXPECT_EQ(active["state"], "active");
    EXPECT_FALSE(active.contains("previousState"));
    EXPECT_EQ(active["url"], "http://127.0.0.1:4711/jobschedules/s");
    EXPECT_EQ(active["jobSpecification"]["onAllTasksComplete"], "noaction");
    EXPECT_EQ(active["executionInfo"]["recentJob"]["url"], "http://127.0.0.1:4711/jobs/s:job-1");
    EXPECT_EQ(nextRun(), "none");
    EXPECT_FALSE(m_service->isIdle());

    pass(hours(1));
    finish(1);
    ASSERT_TRUE(becomes("/jobschedules/s", "/state", "completed"));
    const Json ended = schedule();
    EXPECT_EQ(ended["previousState"], "active");
    EXPECT_EQ(ended["executionInfo"]["endTime"], inTime({}));
    EXPECT_EQ(ended["stateTransitionTime"], inTime({}));
    pass(hours(1));
    EXPECT_FALSE(exists(2));
}

TEST_F(Schedules, WaitForTheirBeginning)
{
    const auto begin = inTime(minutes(10));
    addSchedule("s", {{"doNotRunUntil", begin}});
    EXPECT_EQ(nextRun(), begin);
    EXPECT_EQ(schedule()["schedule"]["doNotRunUntil"], begin);
    pass(minutes(10) - seconds(1));
    EXPECT_FALSE(exists(1));
    EXPECT_FALSE(schedule()["executionInfo"].contains("recentJob"));
    pass(seconds(1));
    EXPECT_TRUE(makes(1));
    EXPECT_EQ(nextRun(), "none");
}

TEST_F(Schedules, RecurWithOneJobAtATime)
{
    addSchedule("s", {{"recurrenceInterval", "PT5M"}});
    ASSERT_TRUE(makes(1));
    EXPECT_EQ(nextRun(), inTime(minutes(5)));
    finish(1);
    EXPECT_EQ(schedule()["state"], "active");
    pass(minutes(5) - seconds(1));
    EXPECT_FALSE(exists(2));
    pass(seconds(1));
    ASSERT_TRUE(makes(2));
    // The next one is due while this one is not finished: it comes as soon as it is.
    pass(minutes(6));
    EXPECT_FALSE(exists(3));
    EXPECT_EQ(nextRun(), inTime(-minutes(1)));
    finish(2);
    ASSERT_TRUE(makes(3));
    EXPECT_EQ(nextRun(), inTime(minutes(4)));
    // What was due meanwhile is not made up for.
    pass(minutes(44));
    finish(3);
    ASSERT_TRUE(makes(4));
    EXPECT_EQ(nextRun(), inTime(minutes(5)));
    EXPECT_FALSE(exists(5));
}

TEST_F(Schedules, ChanceIsLostAfterTheWindow)
{
    addSchedule("s", {{"recurrenceInterval", "PT10M"}, {"startWindow", "PT1M"}});
    ASSERT_TRUE(makes(1));
    pass(minutes(10) + seconds(59));
    EXPECT_EQ(nextRun(), inTime(-seconds(59)));
    pass(seconds(1));
    EXPECT_EQ(nextRun(), inTime(minutes(9)));
    finish(1);
    EXPECT_FALSE(exists(2));
    pass(minutes(9));
    EXPECT_TRUE(makes(2));
}

TEST_F(Schedules, EndWhenTheirTimeIsOverAndTheLastJobIs)
{
    addSchedule("s", {{"recurrenceInterval", "PT5M"}, {"doNotRunAfter", inTime(minutes(7))}});
    ASSERT_TRUE(makes(1));
    finish(1);
    pass(minutes(5));
    ASSERT_TRUE(makes(2));
    EXPECT_EQ(nextRun(), "none");
    pass(minutes(5));
    EXPECT_EQ(schedule()["state"], "active");
    finish(2);
    EXPECT_TRUE(becomes("/jobschedules/s", "/state", "completed"));
    EXPECT_FALSE(exists(3));
}

TEST_F(Schedules, DisabledMakeNoJobsAndKeepTheRunningOne)
{
    addSchedule("s", {{"recurrenceInterval", "PT5M"}});
    ASSERT_TRUE(makes(1));
    EXPECT_EQ(code("POST", "/jobschedules/s/enable"), "OperationInvalidForCurrentState");
    EXPECT_EQ(status("POST", "/jobschedules/s/disable"), 204);
    EXPECT_EQ(schedule()["state"], "disabled");
    EXPECT_EQ(schedule()["previousState"], "active");
    EXPECT_EQ(nextRun(), inTime(minutes(5)));
    EXPECT_EQ(code("POST", "/jobschedules/s/disable"), "JobScheduleDisabled");
    EXPECT_EQ(get("/jobs/s:job-1")["state"], "active");
    finish(1);
    pass(minutes(6));
    EXPECT_FALSE(exists(2));
    EXPECT_EQ(status("POST", "/jobschedules/s/enable"), 204);
    EXPECT_TRUE(makes(2));
    EXPECT_EQ(schedule()["previousState"], "disabled");
}

TEST_F(Schedules, OneThatMissedItsOnlyChanceCompletesWithoutAJob)
{
    addSchedule("s", {{"doNotRunUntil", inTime(minutes(5))}, {"startWindow", "PT1M"}});
    EXPECT_EQ(status("POST", "/jobschedules/s/disable"), 204);
    pass(minutes(6));
    EXPECT_EQ(schedule()["state"], "disabled");
    EXPECT_EQ(nextRun(), "none");
    EXPECT_EQ(status("POST", "/jobschedules/s/enable"), 204);
    EXPECT_TRUE(becomes("/jobschedules/s", "/state", "completed"));
    EXPECT_FALSE(exists(1));
    EXPECT_FALSE(schedule()["executionInfo"].contains("recentJob"));
}

TEST_F(Schedules, TerminateEndsTheActiveJobFirst)
{
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addSchedule("s", {{"recurrenceInterval", "PT5M"}},
                {{"jobPreparationTask", {{"commandLine", "prepare"}}},
                 {"jobReleaseTask", {{"commandLine", "release"}}}});
    ASSERT_TRUE(makes(1));
    m_runner->script("prepare", exited(0));
    addTask("s:job-1", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("POST", "/jobschedules/s/terminate"), 202);
    ASSERT_TRUE(m_runner->waitForStart("release"));
    EXPECT_EQ(schedule()["state"], "terminating");
    for (const auto *action : {"terminate", "disable", "enable"})
        EXPECT_EQ(code("POST", std::string("/jobschedules/s/") + action),
                  "JobScheduleBeingTerminated");
    EXPECT_EQ(code("PATCH", "/jobschedules/s", Json::object()), "JobScheduleBeingTerminated");
    m_runner->script("release", exited(0));
    EXPECT_TRUE(becomes("/jobschedules/s", "/state", "completed"));
    EXPECT_EQ(schedule()["previousState"], "terminating");
    EXPECT_EQ(nextRun(), "none");
    const Json job = get("/jobs/s:job-1");
    EXPECT_EQ(job["state"], "completed");
    EXPECT_EQ(job["executionInfo"]["terminateReason"], "TerminateJobSchedule");
    for (const auto *action : {"terminate", "disable", "enable"})
        EXPECT_EQ(code("POST", std::string("/jobschedules/s/") + action), "JobScheduleCompleted");
    EXPECT_EQ(code("PATCH", "/jobschedules/s", Json::object()), "JobScheduleCompleted");
    pass(hours(1));
    EXPECT_FALSE(exists(2));
}

TEST_F(Schedules, DeleteTakesAllTheirJobs)
{
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addSchedule("s", {{"recurrenceInterval", "PT5M"}},
                {{"jobPreparationTask", {{"commandLine", "prepare"}}},
                 {"jobReleaseTask", {{"commandLine", "release"}}}});
    ASSERT_TRUE(makes(1));
    finish(1);
    pass(minutes(5));
    ASSERT_TRUE(makes(2));
    m_runner->script("prepare", exited(0));
    addTask("s:job-2", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    const auto folder = m_runner->lastExecution("t").taskDirectory;
    EXPECT_EQ(status("DELETE", "/jobschedules/s"), 202);
    ASSERT_TRUE(m_runner->waitForStart("release"));
    EXPECT_EQ(schedule()["state"], "deleting");
    EXPECT_EQ(get("/jobs/s:job-2")["state"], "deleting");
    EXPECT_EQ(code("DELETE", "/jobschedules/s"), "JobScheduleBeingDeleted");
    EXPECT_EQ(code("POST", "/jobschedules/s/terminate"), "JobScheduleBeingDeleted");
    EXPECT_EQ(addCode(Json::object()), "JobScheduleBeingDeleted");
    m_runner->script("release", exited(0));
    EXPECT_TRUE(vanishes("/jobschedules/s"));
    EXPECT_FALSE(exists(1));
    EXPECT_FALSE(exists(2));
    EXPECT_FALSE(std::filesystem::exists(folder.parent_path().parent_path()));
    addSchedule("s", Json::object());
    EXPECT_TRUE(makes(1));
}

TEST_F(Schedules, UpdatesReachTheNextJobOnly)
{
    addSchedule("s", {{"recurrenceInterval", "PT5M"}}, {{"priority", 1}});
    ASSERT_TRUE(makes(1));
    const Json pool{{"poolId", "p"}};
    const Json before = schedule();
    EXPECT_EQ(status("PATCH", "/jobschedules/s",
                     {{"jobSpecification", {{"poolInfo", pool}, {"priority", 2}}},
                      {"metadata", {{{"name", "a"}, {"value", "b"}}}}}),
              200);
    EXPECT_NE(schedule()["eTag"], before["eTag"]);
    EXPECT_EQ(schedule()["schedule"], before["schedule"]);
    EXPECT_EQ(get("/jobs/s:job-1")["priority"], 1);
    finish(1);
    pass(minutes(5));
    ASSERT_TRUE(makes(2));
    EXPECT_EQ(get("/jobs/s:job-2")["priority"], 2);
    EXPECT_EQ(schedule()["metadata"][0]["value"], "b");

    // The times are replaced as a whole, and go on from the last job.
    EXPECT_EQ(status("PATCH", "/jobschedules/s", {{"schedule", {{"recurrenceInterval", "PT20M"}}}}),
              200);
    EXPECT_EQ(nextRun(), inTime(minutes(20)));
    finish(2);
    pass(minutes(19));
    EXPECT_FALSE(exists(3));
    pass(minutes(1));
    ASSERT_TRUE(makes(3));
    EXPECT_EQ(get("/jobs/s:job-3")["priority"], 2);

    EXPECT_EQ(status("PUT", "/jobschedules/s", {{"jobSpecification", {{"poolInfo", pool}}}}), 200);
    const Json replaced = schedule();
    EXPECT_TRUE(replaced["schedule"].empty());
    EXPECT_TRUE(replaced["metadata"].empty());
    EXPECT_EQ(replaced["jobSpecification"]["priority"], 0);
    finish(3);
    EXPECT_TRUE(becomes("/jobschedules/s", "/state", "completed"));
    EXPECT_EQ(code("PUT", "/jobschedules/s", {{"jobSpecification", {{"poolInfo", pool}}}}),
              "JobScheduleCompleted");
}

TEST_F(Schedules, ShareTheirIdsWithJobs)
{
    addJob("j", "p");
    addSchedule("s", {{"recurrenceInterval", "PT5M"}});
    EXPECT_EQ(code("POST", "/jobs", {{"id", "S"}, {"poolInfo", {{"poolId", "p"}}}}),
              "JobScheduleWithSameIdExists");
    EXPECT_EQ(addCode(Json::object()), "JobScheduleExists");
    EXPECT_EQ(code("POST", "/jobschedules",
                   {{"id", "J"},
                    {"schedule", Json::object()},
                    {"jobSpecification", {{"poolInfo", {{"poolId", "p"}}}}}}),
              "JobWithSameIdExists");
}

TEST_F(Schedules, CountAgainstTheQuotaUntilTheyComplete)
{
    close();
    m_maxActiveJobs = 3;
    open();
    addJob("j", "p");
    addSchedule("s", {{"recurrenceInterval", "PT5M"}});
    ASSERT_TRUE(makes(1));
    EXPECT_EQ(code("POST", "/jobs", {{"id", "k"}, {"poolInfo", {{"poolId", "p"}}}}),
              "ActiveJobAndScheduleQuotaReached");
    EXPECT_EQ(code("POST", "/jobschedules",
                   {{"id", "t"},
                    {"schedule", Json::object()},
                    {"jobSpecification", {{"poolInfo", {{"poolId", "p"}}}}}}),
              "ActiveJobAndScheduleQuotaReached");
    EXPECT_EQ(status("POST", "/jobs/s:job-1/terminate"), 202);
    ASSERT_TRUE(becomes("/jobs/s:job-1", "/state", "completed"));
    addJob("clock", "none");
    // The next job waits within its window for room.
    pass(minutes(5));
    EXPECT_FALSE(exists(2));
    EXPECT_EQ(status("POST", "/jobs/j/terminate"), 202);
    EXPECT_TRUE(makes(2));
}

TEST_F(Schedules, TasksLieUnderTheScheduleAndTheNumberOfTheJob)
{
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addSchedule("s", Json::object());
    ASSERT_TRUE(makes(1));
    addTask("s:job-1", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    const Execution execution = m_runner->lastExecution("t");
    EXPECT_TRUE(execution.taskDirectory.string().ends_with("/workitems/s/job-1/t"));
    EXPECT_EQ(execution.environment.at("AZ_BATCH_JOB_ID"), "s:job-1");
    const Json task = get("/jobs/s:job-1/tasks/t");
    EXPECT_EQ(task["nodeInfo"]["taskRootDirectory"], "workitems/s/job-1/t");
    EXPECT_EQ(task["url"], "http://127.0.0.1:4711/jobs/s:job-1/tasks/t");
    EXPECT_EQ(status("DELETE", "/jobs/s:job-1"), 202);
    EXPECT_TRUE(vanishes("/jobs/s:job-1"));
    EXPECT_FALSE(std::filesystem::exists(execution.taskDirectory.parent_path()));
    // The job is gone, so the schedule has nothing to wait for.
    EXPECT_TRUE(becomes("/jobschedules/s", "/state", "completed"));
    EXPECT_EQ(schedule()["executionInfo"]["recentJob"]["id"], "s:job-1");
}

TEST_F(Schedules, ListsAndTheirFilters)
{
    const auto begin = inTime(minutes(10));
    addSchedule("a", {{"doNotRunUntil", begin}, {"doNotRunAfter", inTime(hours(2))}});
    addSchedule("b", {{"recurrenceInterval", "PT1H"}});
    addSchedule("s", Json::object());
    ASSERT_TRUE(makes(1));
    finish(1);
    ASSERT_TRUE(becomes("/jobschedules/s", "/state", "completed"));
    const auto ids = [&](const std::string &query) {
        std::string found;
        const Json list = get("/jobschedules?" + query)["value"];
        for (const auto &item : list)
            found += item["id"].get<std::string>();
        return found;
    };
    EXPECT_EQ(ids(""), "abs");
    EXPECT_EQ(ids("$filter=state%20eq%20'active'"), "ab");
    EXPECT_EQ(ids("$filter=startswith(id,'b')"), "b");
    EXPECT_EQ(ids("$filter=schedule/doNotRunUntil%20ge%20DateTime'" + begin + "'"), "a");
    EXPECT_EQ(ids("$filter=schedule/doNotRunAfter%20gt%20DateTime'" + begin + "'"), "a");
    EXPECT_EQ(ids("$filter=executionInfo/endTime%20le%20DateTime'" + begin + "'"), "s");
    EXPECT_EQ(code("GET", "/jobschedules?$filter=priority%20eq%201"), "InvalidQueryParameterValue");
    const Json page = get("/jobschedules?maxresults=2");
    EXPECT_EQ(page["value"].size(), 2u);
    EXPECT_TRUE(page.contains("odata.nextLink"));
    EXPECT_EQ(get("/jobschedules?$select=id")["value"][0].size(), 1u);

    const Json jobs = get("/jobschedules/s/jobs")["value"];
    ASSERT_EQ(jobs.size(), 1u);
    EXPECT_EQ(jobs[0]["id"], "s:job-1");
    EXPECT_TRUE(get("/jobschedules/a/jobs")["value"].empty());
    EXPECT_TRUE(get("/jobschedules/s/jobs?$filter=state%20eq%20'active'")["value"].empty());
    EXPECT_EQ(get("/jobschedules/s/jobs?$filter=executionInfo/poolId%20eq%20'p'")["value"].size(),
              1u);
    EXPECT_EQ(code("GET", "/jobschedules/s/jobs?$filter=id%20eq%20'x'"),
              "InvalidQueryParameterValue");
}

TEST_F(Schedules, ExistAndAreGuardedByConditions)
{
    addSchedule("s", {{"recurrenceInterval", "PT5M"}});
    EXPECT_EQ(status("HEAD", "/jobschedules/s"), 200);
    EXPECT_EQ(status("HEAD", "/jobschedules/none"), 404);
    const auto tag = schedule()["eTag"].get<std::string>();
    const std::vector<std::pair<std::string, std::string>> same{{"If-None-Match", tag}};
    const std::vector<std::pair<std::string, std::string>> other{{"If-Match", "0x0"}};
    EXPECT_EQ(send("GET", "/jobschedules/s", {}, same).status, 304);
    EXPECT_EQ(send("HEAD", "/jobschedules/s", {}, same).status, 304);
    EXPECT_EQ(send("PATCH", "/jobschedules/s", Json::object(), other).status, 412);
    EXPECT_EQ(send("DELETE", "/jobschedules/s", {}, other).status, 412);
    for (const auto *action : {"disable", "enable", "terminate"})
        EXPECT_EQ(send("POST", std::string("/jobschedules/s/") + action, {}, other).status, 412);
    EXPECT_EQ(schedule()["eTag"], tag);
    EXPECT_EQ(send("POST", "/jobschedules/s/disable", {}, {{"If-Match", tag}}).status, 204);
}

TEST_F(Schedules, RefusalsAreWordedAsByTheService)
{
    EXPECT_EQ(addCode({{"recurrenceInterval", "PT59S"}}), "InvalidPropertyValue");
    EXPECT_EQ(addCode({{"startWindow", "PT30S"}}), "InvalidPropertyValue");
    EXPECT_EQ(addCode({{"doNotRunUntil", "tomorrow"}}), "InvalidPropertyValue");
    EXPECT_EQ(addCode({{"every", "PT1H"}}), "InvalidRequestBody");
    EXPECT_EQ(addCode(Json::object(), {{"id", "x"}}), "InvalidRequestBody");
    EXPECT_EQ(addCode(Json::object(), {{"priority", 2000}}), "OutOfRangePriority");
    EXPECT_EQ(addCode(Json::object(), {{"poolInfo", Json::object()}}), "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/jobschedules", {{"id", "s"}, {"schedule", Json::object()}}),
              "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/jobschedules",
                   {{"id", "s"}, {"jobSpecification", {{"poolInfo", {{"poolId", "p"}}}}}}),
              "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/jobschedules",
                   {{"id", "a:b"},
                    {"schedule", Json::object()},
                    {"jobSpecification", {{"poolInfo", {{"poolId", "p"}}}}}}),
              "InvalidPropertyValue");
    EXPECT_TRUE(get("/jobschedules")["value"].empty());
    for (const auto *action : {"disable", "enable", "terminate"})
        EXPECT_EQ(code("POST", std::string("/jobschedules/none/") + action), "JobScheduleNotFound");
    for (const auto *verb : {"GET", "DELETE"})
        EXPECT_EQ(code(verb, "/jobschedules/none"), "JobScheduleNotFound");
    EXPECT_EQ(code("PATCH", "/jobschedules/none", Json::object()), "JobScheduleNotFound");
    EXPECT_EQ(code("GET", "/jobschedules/none/jobs"), "JobScheduleNotFound");
    EXPECT_EQ(code("POST", "/jobschedules/none"), "UnsupportedHttpVerb");
}

TEST_F(Schedules, GoOnWhereAnEarlierServiceStopped)
{
    addSchedule("s", {{"recurrenceInterval", "PT5M"}}, {{"priority", 3}});
    ASSERT_TRUE(makes(1));
    addSchedule("off", {{"recurrenceInterval", "PT5M"}});
    EXPECT_EQ(status("POST", "/jobschedules/off/disable"), 204);
    finish(1);
    const Json before = schedule();
    close();
    open();
    EXPECT_EQ(schedule(), before);
    EXPECT_EQ(schedule("off")["state"], "disabled");
    EXPECT_FALSE(exists(2));
    // Three runs fall into the time when nobody was there: one of them is still to be had.
    close();
    m_clock->turn(minutes(17));
    open();
    ASSERT_TRUE(makes(2));
    EXPECT_EQ(get("/jobs/s:job-2")["priority"], 3);
    EXPECT_EQ(nextRun(), inTime(minutes(3)));
    finish(2);
    EXPECT_FALSE(exists(3));
    EXPECT_EQ(get("/jobschedules/s/jobs")["value"].size(), 2u);
}

TEST_F(Schedules, FinishTerminatingAndDeletingAfterARestart)
{
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    const Json helpers{{"jobPreparationTask", {{"commandLine", "prepare"}}},
                       {"jobReleaseTask", {{"commandLine", "release"}}}};
    addSchedule("s", {{"recurrenceInterval", "PT5M"}}, helpers);
    ASSERT_TRUE(makes(1));
    m_runner->script("prepare", exited(0));
    addTask("s:job-1", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("POST", "/jobschedules/s/terminate"), 202);
    ASSERT_TRUE(m_runner->waitForStart("release"));
    close();
    open();
    EXPECT_EQ(schedule()["state"], "terminating");
    ASSERT_TRUE(m_runner->waitForStart("release", 2));
    EXPECT_EQ(status("DELETE", "/jobschedules/s"), 202);
    close();
    open();
    ASSERT_TRUE(m_runner->waitForStart("release", 3));
    EXPECT_EQ(schedule()["state"], "deleting");
    m_runner->script("release", exited(0));
    EXPECT_TRUE(vanishes("/jobschedules/s"));
    EXPECT_FALSE(exists(1));
}
