// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/service.h"
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;

namespace {

class Restart : public Testing::Bench
{
};

} // namespace

TEST_F(Restart, KnowsAllAndRunsOnlyWhatHadNotEnded)
{
    open();
    addPool("p", 2, {{"startTask", {{"commandLine", "start"}}}});
    m_runner->script("start", exited(0));
    m_runner->script("start", exited(0));
    ASSERT_TRUE(nodesBecome("p", "idle", 2));
    addJob("j", "p", {{"jobPreparationTask", {{"commandLine", "prepare"}}}});
    m_runner->script("prepare", exited(0));
    m_runner->script("prepare", exited(0));
    m_runner->script("done", exited(0));
    addTask("j", "done");
    ASSERT_TRUE(taskBecomes("done", "completed"));
    addTask("j", "running");
    ASSERT_TRUE(m_runner->waitForStart("running"));
    const auto nodes = nodeIds("p");
    const Json before = get("/jobs/j/tasks/done");
    close();

    open();
    EXPECT_EQ(get("/jobs/j/tasks/done"), before);
    EXPECT_EQ(nodeIds("p"), nodes);
    const Json requeued = get("/jobs/j/tasks/running");
    EXPECT_EQ(requeued["executionInfo"]["requeueCount"], 1);
    m_runner->script("start", exited(0));
    m_runner->script("start", exited(0));
    m_runner->script("prepare", exited(0));
    ASSERT_TRUE(m_runner->waitForStart("running", 2));
    m_runner->script("running", exited(0));
    ASSERT_TRUE(taskBecomes("running", "completed"));
    EXPECT_TRUE(m_runner->waitForStart("start", 4));
    EXPECT_EQ(m_runner->startsOf("done"), 1);
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskCounts"]["succeeded"], 2);
}

TEST_F(Restart, FinishesWhatWasBeingDeleted)
{
    open();
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addJob("j", "p",
           {{"jobPreparationTask", {{"commandLine", "prepare"}}},
            {"jobReleaseTask", {{"commandLine", "release"}}}});
    m_runner->script("prepare", exited(0));
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    ASSERT_EQ(status("DELETE", "/jobs/j"), 202);
    ASSERT_TRUE(m_runner->waitForStart("release"));
    close();
    open();
    EXPECT_TRUE(m_runner->waitForStart("release", 2));
    m_runner->script("release", exited(0));
    EXPECT_TRUE(vanishes("/jobs/j"));
    EXPECT_EQ(m_runner->startsOf("t"), 1);
}

TEST_F(Restart, StoreGivesBackWhatWasWritten)
{
    const auto file = m_folder.path() / "store.sqlite";
    Task task;
    task.sequence = 7;
    task.jobId = "j";
    task.id = "t";
    task.spec = R"({"id":"t","commandLine":"x","constraints":{"maxTaskRetryCount":2}})";
    task.state = TaskState::Completed;
    task.execution.endTime = m_clock->now();
    task.execution.exitCode = 3;
    task.execution.failure = FailureInfo{"UserError", "FailureExitCode", "m", {{"a", "b"}}};
    {
        Store store(file);
        Job job;
        job.id = "j";
        job.spec = Json::object();
        store.begin();
        store.put(job);
        store.put(task, true);
        store.commit();
        store.begin();
        store.removeTask(7);
        store.rollback();
    }
    Store store(file);
    const Model model = store.load();
    const Task &read = model.jobs.at("J").tasks.at("T");
    EXPECT_EQ(read.spec, task.spec);
    EXPECT_EQ(read.state, TaskState::Completed);
    EXPECT_EQ(read.execution, task.execution);
    EXPECT_EQ(read.maxRetries, 2);
}

TEST_F(Restart, FolderThatCannotBeUsedIsASentence)
{
    std::filesystem::create_directories(m_folder.path() / "batch" / "batch.sqlite");
    EXPECT_THROW(open(), ServiceError);
}
