// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;

// Whose turn it is when jobs share a pool.
namespace {

class JobOrder : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    void addUsablePool(int nodes, Json more = Json::object())
    {
        addPool("p", nodes, std::move(more));
        ASSERT_TRUE(nodesBecome("p", "idle", std::size_t(nodes)));
    }
    static Json byAge()
    {
        return {{"taskSchedulingPolicy",
                 {{"nodeFillType", "Spread"}, {"jobDefaultOrder", "creationtime"}}}};
    }
    // Two jobs with two tasks each wait for the two nodes, which another job has.
    void queueTwoJobs()
    {
        addJob("blocker", "p");
        for (const auto *id : {"x", "y"}) {
            addTask("blocker", id);
            ASSERT_TRUE(m_runner->waitForStart(id));
        }
        for (const auto *job : {"old", "new"}) {
            addJob(job, "p");
            addTask(job, job + std::string("1"));
            addTask(job, job + std::string("2"));
        }
        EXPECT_EQ(status("POST", "/jobs/blocker/terminate"), 202);
        ASSERT_TRUE(becomes("/jobs/blocker", "/state", "completed"));
    }
};

} // namespace

TEST_F(JobOrder, EqualJobsShareThePoolEvenly)
{
    addUsablePool(2);
    queueTwoJobs();
    EXPECT_TRUE(m_runner->waitForStart("old1"));
    EXPECT_TRUE(m_runner->waitForStart("new1"));
    EXPECT_EQ(get("/jobs/old/tasks/old2")["state"], "active");
    EXPECT_EQ(get("/jobs/new/tasks/new2")["state"], "active");
}

TEST_F(JobOrder, OlderJobsGoFirstWhereThePoolSaysSo)
{
    addUsablePool(2, byAge());
    EXPECT_EQ(get("/pools/p")["taskSchedulingPolicy"]["jobDefaultOrder"], "creationtime");
    queueTwoJobs();
    EXPECT_TRUE(m_runner->waitForStart("old1"));
    EXPECT_TRUE(m_runner->waitForStart("old2"));
    EXPECT_EQ(get("/jobs/new/tasks/new1")["state"], "active");
}

TEST_F(JobOrder, PriorityCanBeChangedWhileTasksWait)
{
    addUsablePool(1, byAge());
    addJob("first", "p");
    addTask("first", "a");
    ASSERT_TRUE(m_runner->waitForStart("a"));
    addTask("first", "b");
    addJob("second", "p");
    addTask("second", "c");
    EXPECT_EQ(status("PATCH", "/jobs/second", {{"priority", 5}}), 200);
    m_runner->script("a", exited(0));
    ASSERT_TRUE(m_runner->waitForStart("c"));
    EXPECT_EQ(get("/jobs/first/tasks/b")["state"], "active");
    // And back again.
    addTask("second", "d");
    EXPECT_EQ(status("PATCH", "/jobs/second", {{"priority", -5}}), 200);
    m_runner->script("c", exited(0));
    ASSERT_TRUE(m_runner->waitForStart("b"));
    EXPECT_EQ(get("/jobs/second/tasks/d")["state"], "active");
}

TEST_F(JobOrder, RunningTasksAreLeftAloneUnlessTheirJobAllows)
{
    addUsablePool(1);
    addJob("low", "p");
    addTask("low", "long");
    ASSERT_TRUE(m_runner->waitForStart("long"));
    addJob("high", "p", {{"priority", 10}});
    addTask("high", "urgent");
    pass({});
    EXPECT_EQ(get("/jobs/high/tasks/urgent")["state"], "active");
    EXPECT_EQ(status("PATCH", "/jobs/low", {{"allowTaskPreemption", true}}), 200);
    ASSERT_TRUE(m_runner->waitForStart("urgent"));
    const Json task = get("/jobs/low/tasks/long");
    EXPECT_EQ(task["state"], "active");
    EXPECT_EQ(task["executionInfo"]["requeueCount"], 1);
    m_runner->script("urgent", exited(0));
    EXPECT_TRUE(m_runner->waitForStart("long", 2));
}

TEST_F(JobOrder, OnlyAsManyAreTakenBackAsAreNeeded)
{
    addUsablePool(2);
    addJob("lowest", "p", {{"priority", -10}, {"allowTaskPreemption", true}});
    addTask("lowest", "least");
    ASSERT_TRUE(m_runner->waitForStart("least"));
    addJob("low", "p", {{"allowTaskPreemption", true}});
    addTask("low", "less");
    ASSERT_TRUE(m_runner->waitForStart("less"));
    // An equal does not push it aside.
    addJob("equal", "p", {{"priority", -10}});
    addTask("equal", "equal");
    addJob("high", "p", {{"priority", 10}});
    addTask("high", "urgent");
    ASSERT_TRUE(m_runner->waitForStart("urgent"));
    pass({});
    EXPECT_EQ(get("/jobs/lowest/tasks/least")["state"], "active");
    EXPECT_EQ(get("/jobs/low/tasks/less")["state"], "running");
    EXPECT_EQ(get("/jobs/equal/tasks/equal")["state"], "active");
    EXPECT_EQ(m_runner->startsOf("less"), 1);
}

TEST_F(JobOrder, ALimitOfParallelTasksTakesNothingBack)
{
    addUsablePool(2);
    addJob("low", "p", {{"allowTaskPreemption", true}});
    addTask("low", "long");
    ASSERT_TRUE(m_runner->waitForStart("long"));
    addJob("high", "p", {{"priority", 10}, {"maxParallelTasks", 1}});
    addTask("high", "one");
    ASSERT_TRUE(m_runner->waitForStart("one"));
    addTask("high", "two");
    pass({});
    EXPECT_EQ(get("/jobs/low/tasks/long")["state"], "running");
    EXPECT_EQ(status("PATCH", "/jobs/high", {{"maxParallelTasks", 2}}), 200);
    ASSERT_TRUE(m_runner->waitForStart("two"));
    EXPECT_EQ(get("/jobs/low/tasks/long")["state"], "active");
}
