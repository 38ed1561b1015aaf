// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;
using Batchdesk::LocalService::Testing::failedWith;

namespace {

class Tasks : public Testing::Bench
{
protected:
    void SetUp() override
    {
        open();
        addPool("p", 1, {{"taskSlotsPerNode", 2}});
        ASSERT_TRUE(nodesBecome("p", "idle", 1));
    }
};

} // namespace

TEST_F(Tasks, RunToSuccess)
{
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(taskBecomes("t", "running"));
    EXPECT_TRUE(nodesBecome("p", "running", 1));
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskCounts"]["running"], 1);
    m_runner->script("t", exited(0));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    const Json task = get("/jobs/j/tasks/t");
    EXPECT_EQ(task["previousState"], "running");
    EXPECT_EQ(task["executionInfo"]["exitCode"], 0);
    EXPECT_EQ(task["executionInfo"]["result"], "success");
    EXPECT_EQ(task["executionInfo"]["retryCount"], 0);
    EXPECT_EQ(task["nodeInfo"]["taskRootDirectory"], "workitems/j/job-1/t");
    EXPECT_EQ(task["constraints"]["retentionTime"], "P7D");
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskCounts"]["succeeded"], 1);
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
}

TEST_F(Tasks, OnlyANonZeroExitIsTriedAgain)
{
    addJob("j", "p");
    const Json retries{{"constraints", {{"maxTaskRetryCount", 1}}}};
    addTask("j", "exits", retries);
    addTask("j", "lacks", retries);
    m_runner->script("exits", exited(3));
    m_runner->script("exits", exited(4));
    m_runner->script("lacks", failedWith("BlobNotFound"));
    ASSERT_TRUE(taskBecomes("exits", "completed"));
    ASSERT_TRUE(taskBecomes("lacks", "completed"));
    const Json exits = get("/jobs/j/tasks/exits")["executionInfo"];
    EXPECT_EQ(exits["exitCode"], 4);
    EXPECT_EQ(exits["retryCount"], 1);
    EXPECT_TRUE(exits.contains("lastRetryTime"));
    const Json lacks = get("/jobs/j/tasks/lacks")["executionInfo"];
    EXPECT_FALSE(lacks.contains("exitCode"));
    EXPECT_EQ(lacks["failureInfo"]["code"], "BlobNotFound");
    EXPECT_EQ(m_runner->startsOf("exits"), 2);
    EXPECT_EQ(m_runner->startsOf("lacks"), 1);
}

TEST_F(Tasks, SlotsLimitWhatRunsAtOnce)
{
    addJob("j", "p");
    addTask("j", "a");
    addTask("j", "b");
    addTask("j", "c");
    ASSERT_TRUE(taskBecomes("b", "running"));
    EXPECT_EQ(get("/jobs/j/tasks/c")["state"], "active");
    m_runner->script("a", exited(0));
    EXPECT_TRUE(taskBecomes("c", "running"));
    EXPECT_EQ(
        code("POST", "/jobs/j/tasks", {{"id", "big"}, {"commandLine", "x"}, {"requiredSlots", 3}}),
        "InvalidPropertyValue");
}

TEST_F(Tasks, EnvironmentAndLimitsReachTheRunner)
{
    addJob("j", "p",
           {{"commonEnvironmentSettings",
             Json::array({{{"name", "A"}, {"value", "job"}}, {{"name", "B"}, {"value", "job"}}})}});
    addTask("j", "t",
            {{"environmentSettings", Json::array({{{"name", "B"}, {"value", "task"}}})},
             {"constraints", {{"maxWallClockTime", "PT5M"}}},
             {"userIdentity", {{"autoUser", {{"elevationLevel", "ADMIN"}}}}}});
    ASSERT_TRUE(m_runner->waitForStart("t"));
    const Execution execution = m_runner->lastExecution("t");
    EXPECT_EQ(execution.environment.at("A"), "job");
    EXPECT_EQ(execution.environment.at("B"), "task");
    EXPECT_EQ(execution.environment.at("AZ_BATCH_JOB_ID"), "j");
    EXPECT_EQ(execution.environment.at("AZ_BATCH_TASK_ID"), "t");
    EXPECT_EQ(execution.maxWallClockTime, std::chrono::minutes(5));
    EXPECT_TRUE(execution.elevated);
}

TEST_F(Tasks, TerminateEndsTheProcessAndFailsTheTask)
{
    addJob("j", "p", {{"maxParallelTasks", 1}});
    addTask("j", "t");
    addTask("j", "waiting");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("POST", "/jobs/j/tasks/waiting/terminate"), 204);
    const Json waiting = get("/jobs/j/tasks/waiting");
    EXPECT_EQ(waiting["state"], "completed");
    EXPECT_FALSE(waiting.contains("nodeInfo"));
    EXPECT_EQ(status("POST", "/jobs/j/tasks/t/terminate"), 204);
    ASSERT_TRUE(taskBecomes("t", "completed"));
    EXPECT_EQ(get("/jobs/j/tasks/t")["executionInfo"]["failureInfo"]["code"], "TaskEnded");
    EXPECT_EQ(code("POST", "/jobs/j/tasks/t/terminate"), "TaskCompleted");
}

TEST_F(Tasks, DeleteOfARunningTaskIsSeenAtOnce)
{
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("DELETE", "/jobs/j/tasks/t"), 200);
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t"), "TaskNotFound");
    EXPECT_TRUE(get("/jobs/j/tasks")["value"].empty());
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskCounts"]["running"], 0);
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    addTask("j", "t");
    EXPECT_TRUE(m_runner->waitForStart("t", 2));
}

TEST_F(Tasks, ReactivateRunsAFailedTaskAgain)
{
    addJob("j", "p");
    addTask("j", "t");
    EXPECT_EQ(code("POST", "/jobs/j/tasks/t/reactivate"), "TaskNotCompleted");
    m_runner->script("t", exited(1));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    EXPECT_EQ(status("POST", "/jobs/j/tasks/t/reactivate"), 204);
    m_runner->script("t", exited(0));
    ASSERT_TRUE(taskBecomes("t", "completed"));
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskCounts"]["succeeded"], 1);
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskCounts"]["failed"], 0);
    EXPECT_EQ(code("POST", "/jobs/j/tasks/t/reactivate"), "TaskSucceeded");
}

TEST_F(Tasks, WaitForTheTasksTheyDependOn)
{
    addJob("j", "p", {{"usesTaskDependencies", true}});
    addTask("j", "child",
            {{"dependsOn",
              {{"taskIds", Json::array({"parent"})},
               {"taskIdRanges", Json::array({{{"start", 1}, {"end", 2}}})}}}});
    m_runner->script("1", exited(0));
    m_runner->script("parent", exited(0));
    addTask("j", "1");
    addTask("j", "parent");
    ASSERT_TRUE(taskBecomes("1", "completed"));
    ASSERT_TRUE(taskBecomes("parent", "completed"));
    EXPECT_EQ(get("/jobs/j/tasks/child")["state"], "active");
    m_runner->script("02", exited(0));
    addTask("j", "02");
    EXPECT_TRUE(taskBecomes("child", "running"));
    addJob("k", "p");
    EXPECT_EQ(
        code("POST", "/jobs/k/tasks",
             {{"id", "x"}, {"commandLine", "x"}, {"dependsOn", {{"taskIds", Json::array({"y"})}}}}),
        "TaskDependenciesNotSpecifiedOnJob");
}

TEST_F(Tasks, AReactivatedParentIsWaitedForOnceMore)
{
    addPool("wide", 1, {{"taskSlotsPerNode", 3}});
    addJob("j", "wide", {{"usesTaskDependencies", true}});
    addTask("j", "1", {{"exitConditions", {{"default", {{"dependencyAction", "satisfy"}}}}}});
    m_runner->script("1", exited(1));
    ASSERT_TRUE(taskBecomes("1", "completed"));
    ASSERT_EQ(status("POST", "/jobs/j/tasks/1/reactivate"), 204);
    ASSERT_TRUE(taskBecomes("1", "running"));
    addTask("j", "child",
            {{"dependsOn", {{"taskIdRanges", Json::array({{{"start", 1}, {"end", 1}}})}}}});
    addTask("j", "later");
    ASSERT_TRUE(taskBecomes("later", "running"));
    EXPECT_EQ(get("/jobs/j/tasks/child")["state"], "active");
    m_runner->script("1", exited(0));
    EXPECT_TRUE(taskBecomes("child", "running"));
}

TEST_F(Tasks, ExitConditionsEndTheJob)
{
    addJob("j", "p", {{"onTaskFailure", "performexitoptionsjobaction"}});
    addTask("j", "soft",
            {{"exitConditions",
              {{"exitCodes",
                Json::array({{{"code", 3}, {"exitOptions", {{"jobAction", "none"}}}}})}}}});
    addTask("j", "hard");
    m_runner->script("soft", exited(3));
    ASSERT_TRUE(taskBecomes("soft", "completed"));
    EXPECT_EQ(get("/jobs/j")["state"], "active");
    m_runner->script("hard", exited(3));
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/jobs/j")["executionInfo"]["terminateReason"], "TaskFailed");
}

TEST_F(Tasks, CollectionAnswersPerItem)
{
    addJob("j", "nowhere");
    addTask("j", "b");
    const Json tasks{{"value",
                      Json::array({{{"id", "a"}, {"commandLine", "x"}},
                                   {{"id", "b"}, {"commandLine", "x"}},
                                   {{"id", "c"}}})}};
    const Response response = send("POST", "/jobs/j/addtaskcollection", tasks);
    ASSERT_EQ(response.status, 200);
    const Json results = Json::parse(response.body)["value"];
    EXPECT_EQ(results[0]["status"], "success");
    EXPECT_EQ(results[0]["location"], "http://127.0.0.1:4711/jobs/j/tasks/a");
    EXPECT_EQ(results[1]["error"]["code"], "TaskExists");
    EXPECT_EQ(results[2]["error"]["code"], "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/jobs/none/addtaskcollection", tasks), "JobNotFound");
    Json many{{"value", Json::array()}};
    for (int i = 0; i < 101; ++i)
        many["value"].push_back({{"id", std::to_string(i)}, {"commandLine", "x"}});
    EXPECT_EQ(code("POST", "/jobs/j/addtaskcollection", many), "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/jobs/j/addtaskcollection",
                   {{"value", Json::array({std::string(1100000, 'x')})}}),
              "RequestBodyTooLarge");
}

TEST_F(Tasks, ListsAreFilteredSelectedAndPaged)
{
    addJob("j", "nowhere");
    for (int i = 0; i < 25; ++i)
        addTask("j", "t" + std::to_string(i));
    std::size_t seen = 0;
    std::string path = "/jobs/j/tasks?maxresults=10&$select=id";
    while (!path.empty()) {
        const Json page = get(path);
        seen += page["value"].size();
        EXPECT_EQ(page["value"][0].size(), 1u);
        const std::string next = page.value("odata.nextLink", std::string());
        EXPECT_TRUE(next.empty() || next.starts_with("http://127.0.0.1:4711/jobs/j/tasks?"));
        path = next.empty() ? "" : next.substr(std::string("http://127.0.0.1:4711").size());
    }
    EXPECT_EQ(seen, 25u);
    const auto count = [&](const std::string &filter) {
        return get("/jobs/j/tasks?$filter=" + filter)["value"].size();
    };
    EXPECT_EQ(count("startswith(id,'t2')"), 6u);
    EXPECT_EQ(count("state%20eq%20'active'%20and%20(id%20eq%20't1'%20or%20id%20eq%20't2')"), 2u);
    EXPECT_EQ(count("stateTransitionTime%20ge%20DateTime'2099-01-01T00:00:00Z'"), 0u);
    EXPECT_EQ(count("stateTransitionTime%20ge%20DateTime'2020-01-01T00:00:00Z'"), 25u);
    EXPECT_EQ(count("executionInfo/exitCode%20eq%200"), 0u);
    EXPECT_EQ(code("GET", "/jobs/j/tasks?$filter=colour%20eq%201"), "InvalidQueryParameterValue");
    EXPECT_EQ(code("GET", "/jobs/j/tasks?$filter=(id%20eq%20'x'"), "InvalidQueryParameterValue");
    EXPECT_EQ(code("GET", "/jobs/j/tasks?maxresults=1001"), "OutOfRangeQueryParameterValue");
}

TEST_F(Tasks, RefusalsAreWordedAsByTheService)
{
    EXPECT_EQ(code("POST", "/jobs/none/tasks", {{"id", "t"}, {"commandLine", "x"}}), "JobNotFound");
    addJob("j", "nowhere");
    addTask("j", "t");
    EXPECT_EQ(code("POST", "/jobs/j/tasks", {{"id", "T"}, {"commandLine", "x"}}), "TaskExists");
    EXPECT_EQ(code("POST", "/jobs/j/tasks",
                   {{"id", "u"},
                    {"commandLine", "x"},
                    {"exitConditions", {{"default", {{"jobAction", "disable"}}}}}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/jobs/j/tasks", {{"id", "u"}, {"commandLine", " "}}),
              "InvalidPropertyValue");
    for (const auto *method : {"GET", "DELETE"})
        EXPECT_EQ(code(method, "/jobs/j/tasks/none"), "TaskNotFound");
    EXPECT_EQ(code("PUT", "/jobs/j/tasks/none", Json::object()), "TaskNotFound");
    EXPECT_EQ(code("GET", "/jobs/j/tasks/none/subtasksinfo"), "TaskNotFound");
    EXPECT_EQ(status("PUT", "/jobs/j/tasks/t", {{"constraints", {{"maxTaskRetryCount", 2}}}}), 200);
    EXPECT_EQ(get("/jobs/j/tasks/t")["constraints"]["maxTaskRetryCount"], 2);
}

TEST_F(Tasks, TenThousandAreListedInTenPages)
{
    addJob("j", "nowhere");
    for (int i = 0; i < 100; ++i) {
        Json many{{"value", Json::array()}};
        for (int k = 0; k < 100; ++k)
            many["value"].push_back(
                {{"id", "t" + std::to_string(i * 100 + k)}, {"commandLine", "x"}});
        ASSERT_EQ(status("POST", "/jobs/j/addtaskcollection", many), 200);
    }
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskCounts"]["active"], 10000);
    int pages = 0;
    std::string path = "/jobs/j/tasks?$select=id";
    while (!path.empty()) {
        ++pages;
        const std::string next = get(path).value("odata.nextLink", std::string());
        path = next.empty() ? "" : next.substr(std::string("http://127.0.0.1:4711").size());
    }
    EXPECT_EQ(pages, 10);
}
