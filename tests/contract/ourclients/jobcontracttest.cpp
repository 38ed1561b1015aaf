// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Jobs, tasks and their files, asked of "This computer" by our client.
#include "tests/contract/ourclients/batchserverfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

//! A pool of one node, and the id for a job on it.
class JobTest : public BatchServerTest
{
protected:
    void SetUp() override
    {
        PoolSpec pool = poolSpec(id, 1);
        pool.taskSlotsPerNode = 4;
        ASSERT_TRUE(done(client->addPool(pool)));
    }

    void TearDown() override
    {
        EXPECT_TRUE(done(client->deleteJob(id)));
        EXPECT_TRUE(done(client->deletePool(id)));
    }

    JobSpec jobSpec() const
    {
        JobSpec spec;
        spec.id = id;
        spec.poolId = id;
        return spec;
    }

    bool jobBecomes(const QString &state)
    {
        return eventually([&] { return valueOf(client->job(id)).state == state; });
    }

    const QString id = QStringLiteral("jobs-")
        + QLatin1String(::testing::UnitTest::GetInstance()->current_test_info()->name());
};

} // namespace

TEST_F(JobTest, AreWhatWasAskedFor)
{
    JobSpec spec = jobSpec();
    spec.displayName = QStringLiteral("Ünïcode job");
    spec.priority = -7;
    spec.maxParallelTasks = 3;
    spec.allowTaskPreemption = true;
    spec.maxWallClockTime = 2h;
    spec.maxTaskRetryCount = 2;
    spec.usesTaskDependencies = true;
    spec.performExitOptions = true;
    spec.commonEnvironmentSettings = {{QStringLiteral("K"), QStringLiteral("v")}};
    spec.metadata = {{QStringLiteral("run"), QStringLiteral("r1")}};
    ASSERT_TRUE(done(client->addJob(spec)));
    EXPECT_EQ(codeOf(client->addJob(spec)), "JobExists");
    const Job job = valueOf(client->job(id));
    EXPECT_EQ(job.id, id);
    EXPECT_EQ(job.displayName, spec.displayName);
    EXPECT_EQ(job.state, QStringLiteral("active"));
    EXPECT_EQ(job.poolId, id);
    EXPECT_EQ(job.priority, -7);
    EXPECT_EQ(job.maxParallelTasks, 3);
    EXPECT_TRUE(job.allowTaskPreemption);
    EXPECT_EQ(job.constraints, (TaskConstraints{2h, std::nullopt, 2}));
    EXPECT_TRUE(job.usesTaskDependencies);
    EXPECT_EQ(job.onAllTasksComplete, QStringLiteral("noaction"));
    EXPECT_EQ(job.onTaskFailure, QStringLiteral("performexitoptionsjobaction"));
    EXPECT_EQ(job.metadata, spec.metadata);
    EXPECT_TRUE(job.startTime.isValid());
    EXPECT_FALSE(job.endTime.isValid());
    ListQuery query;
    query.filter = QStringLiteral("id eq '%1'").arg(id);
    const auto listed = valueOf(client->jobs(query)).items;
    ASSERT_EQ(listed.size(), 1);
    EXPECT_EQ(listed[0], job);
    EXPECT_EQ(codeOf(client->job(QStringLiteral("none"))), "JobNotFound");
}

TEST_F(JobTest, AreChanged)
{
    ASSERT_TRUE(done(client->addJob(jobSpec())));
    const QString eTag = valueOf(client->job(id)).stamp.eTag;
    JobPatch patch;
    patch.priority = 7;
    patch.constraints = {1h, std::nullopt, 1};
    patch.metadata = {{{QStringLiteral("a"), QStringLiteral("b")}}};
    EXPECT_TRUE(done(client->patchJob(id, patch, eTag)));
    EXPECT_EQ(codeOf(client->patchJob(id, patch, eTag)), "ConditionNotMet");
    Job job = valueOf(client->job(id));
    EXPECT_EQ(job.priority, 7);
    EXPECT_EQ(job.constraints, patch.constraints);
    EXPECT_EQ(job.metadata, *patch.metadata);
    JobUpdate update;
    update.poolId = id;
    update.maxParallelTasks = 2;
    EXPECT_TRUE(done(client->updateJob(id, update)));
    job = valueOf(client->job(id));
    EXPECT_EQ(job.priority, 0) << "what is left out falls back";
    EXPECT_EQ(job.maxParallelTasks, 2);
    EXPECT_TRUE(job.metadata.isEmpty());
}

TEST_F(JobTest, AreDisabledAndEnabled)
{
    ASSERT_TRUE(done(client->addJob(jobSpec())));
    EXPECT_TRUE(done(client->disableJob(id, DisableTasks::Requeue)));
    EXPECT_TRUE(jobBecomes(QStringLiteral("disabled")));
    ASSERT_TRUE(
        done(client->addTask(id, taskSpec(QStringLiteral("t"), QStringLiteral("echo hi")))));
    EXPECT_EQ(valueOf(client->task(id, QStringLiteral("t"))).state, QStringLiteral("active"));
    JobPatch otherPool;
    otherPool.poolId = id;
    EXPECT_TRUE(done(client->patchJob(id, otherPool))) << "a disabled job may change its pool";
    EXPECT_TRUE(done(client->enableJob(id)));
    EXPECT_TRUE(taskIsCompleted(id, QStringLiteral("t")));
    EXPECT_EQ(valueOf(client->job(id)).previousState, QStringLiteral("enabling"));
    otherPool.poolId = QStringLiteral("another");
    EXPECT_NE(codeOf(client->patchJob(id, otherPool)), "(it succeeded)") << "an active one may not";
}

TEST_F(JobTest, PrepareAndReleaseTheirNodes)
{
    JobSpec spec = jobSpec();
    spec.preparationTask = JobPreparationTask();
    spec.preparationTask->commandLine = QStringLiteral("/bin/sh -c 'echo prepared'");
    spec.releaseTask = JobReleaseTask();
    spec.releaseTask->commandLine = QStringLiteral("/bin/sh -c 'echo released; exit 3'");
    ASSERT_TRUE(done(client->addJob(spec)));
    ASSERT_TRUE(done(client->addTask(id, taskSpec(QStringLiteral("t"), QStringLiteral("true")))));
    EXPECT_TRUE(taskIsCompleted(id, QStringLiteral("t")));
    auto status = valueOf(client->preparationStatus(id)).items;
    ASSERT_EQ(status.size(), 1);
    ASSERT_TRUE(status[0].preparation);
    EXPECT_EQ(status[0].poolId, id);
    EXPECT_EQ(status[0].preparation->state, QStringLiteral("completed"));
    EXPECT_EQ(status[0].preparation->result, QStringLiteral("success"));
    EXPECT_EQ(status[0].preparation->exitCode, 0);
    EXPECT_EQ(valueOf(client->nodeFile(id, status[0].nodeId,
                                       status[0].preparation->taskRootDirectory
                                           + QStringLiteral("/stdout.txt"))),
              "prepared\n");
    EXPECT_TRUE(done(client->terminateJob(id, QStringLiteral("Enough"))));
    EXPECT_TRUE(jobBecomes(QStringLiteral("completed")));
    EXPECT_EQ(valueOf(client->job(id)).terminateReason, QStringLiteral("Enough"));
    status = valueOf(client->preparationStatus(id)).items;
    ASSERT_EQ(status.size(), 1);
    ASSERT_TRUE(status[0].release);
    EXPECT_EQ(status[0].release->state, QStringLiteral("completed"));
    EXPECT_EQ(status[0].release->exitCode, 3);
    EXPECT_EQ(status[0].release->result, QStringLiteral("failure"));
}

TEST_F(JobTest, EndWithTheirLastTaskOrByForce)
{
    ASSERT_TRUE(done(client->addJob(jobSpec())));
    EXPECT_EQ(codeOf(client->preparationStatus(id)), "JobPreparationTaskNotSpecified");
    EXPECT_TRUE(done(client->terminateJobWhenTasksComplete(id)));
    EXPECT_TRUE(jobBecomes(QStringLiteral("completed")));
    EXPECT_EQ(valueOf(client->job(id)).terminateReason, QStringLiteral("AllTasksComplete"));
    EXPECT_EQ(codeOf(client->addJob(jobSpec())), "JobCompleted");
    EXPECT_TRUE(done(client->deleteJob(id, true)));
    EXPECT_TRUE(eventually([&] { return codeOf(client->job(id)) == "JobNotFound"; }));
    ASSERT_TRUE(done(client->addJob(jobSpec())));
    EXPECT_TRUE(done(client->terminateJob(id, QString(), true)));
    EXPECT_TRUE(jobBecomes(QStringLiteral("completed")));
    EXPECT_EQ(valueOf(client->job(id)).terminateReason, QStringLiteral("UserTerminate"));
}

TEST_F(JobTest, HaveTasksThatDependOnEachOther)
{
    JobSpec spec = jobSpec();
    spec.usesTaskDependencies = true;
    spec.performExitOptions = true;
    ASSERT_TRUE(done(client->addJob(spec)));
    TaskSpec first = taskSpec(QStringLiteral("1"), QStringLiteral("exit 4"));
    first.exitConditions = ExitConditions();
    first.exitConditions->exitCodes = {
        {4, 4, {ExitOptions::JobAction::None, ExitOptions::DependencyAction::Satisfy}},
        {5, 9, {std::nullopt, ExitOptions::DependencyAction::Block}}};
    first.exitConditions->otherwise = {ExitOptions::JobAction::Terminate, std::nullopt};
    first.maxWallClockTime = 1min;
    first.maxTaskRetryCount = 0;
    TaskSpec second = taskSpec(QStringLiteral("second"), QStringLiteral("echo after"));
    second.dependsOn = {{QStringLiteral("1")}, {{1, 1}}};
    second.requiredSlots = 2;
    ASSERT_TRUE(done(client->addTask(id, first)));
    EXPECT_EQ(codeOf(client->addTask(id, first)), "TaskExists");
    const auto results = valueOf(client->addTasks(id, {first, second}));
    ASSERT_EQ(results.size(), 2);
    EXPECT_FALSE(results[0].added);
    ASSERT_TRUE(results[0].error);
    EXPECT_TRUE(results[0].error->isExists());
    EXPECT_TRUE(results[1].added);
    EXPECT_TRUE(taskIsCompleted(id, QStringLiteral("second")));
    const Task failed = valueOf(client->task(id, QStringLiteral("1")));
    EXPECT_EQ(failed.exitCode, 4);
    EXPECT_EQ(failed.result, QStringLiteral("failure"));
    EXPECT_EQ(failed.constraints, (TaskConstraints{1min, 168h, 0}));
    ASSERT_TRUE(failed.failureInfo);
    EXPECT_EQ(failed.failureInfo->code, QStringLiteral("FailureExitCode"));
    const Task succeeded = valueOf(client->task(id, QStringLiteral("second")));
    EXPECT_TRUE(succeeded.succeeded());
    EXPECT_EQ(succeeded.requiredSlots, 2);
    EXPECT_EQ(succeeded.poolId, id);
    EXPECT_EQ(succeeded.previousState, QStringLiteral("running"));
    const TaskCounts counts = valueOf(client->taskCounts(id));
    EXPECT_EQ(counts, (TaskCounts{0, 0, 2, 1, 1}));
    EXPECT_EQ(codeOf(client->terminateTask(id, QStringLiteral("1"))), "TaskCompleted");
    EXPECT_EQ(codeOf(client->reactivateTask(id, QStringLiteral("second"))), "TaskSucceeded");
    EXPECT_TRUE(done(client->reactivateTask(id, QStringLiteral("1"))));
    EXPECT_TRUE(taskIsCompleted(id, QStringLiteral("1")));
    EXPECT_TRUE(done(client->deleteTask(id, QStringLiteral("1"))));
    EXPECT_EQ(codeOf(client->task(id, QStringLiteral("1"))), "TaskNotFound");
}

TEST_F(JobTest, HaveTasksThatAreChangedAndEnded)
{
    ASSERT_TRUE(done(client->addJob(jobSpec())));
    const QString task = QStringLiteral("t");
    ASSERT_TRUE(done(client->addTask(id, taskSpec(task, QStringLiteral("sleep 600")))));
    const QString eTag = valueOf(client->task(id, task)).stamp.eTag;
    EXPECT_TRUE(done(client->updateTask(id, task, {2h, 24h, 5}, eTag)));
    EXPECT_EQ(codeOf(client->updateTask(id, task, {}, eTag)), "ConditionNotMet");
    EXPECT_EQ(valueOf(client->task(id, task)).constraints, (TaskConstraints{2h, 24h, 5}));
    EXPECT_TRUE(valueOf(client->subtasks(id, task)).isEmpty());
    EXPECT_TRUE(eventually(
        [&] { return valueOf(client->task(id, task)).state == QLatin1String("running"); }));
    EXPECT_EQ(codeOf(client->reactivateTask(id, task)), "TaskNotCompleted");
    EXPECT_TRUE(done(client->terminateTask(id, task)));
    EXPECT_TRUE(taskIsCompleted(id, task));
    const Task ended = valueOf(client->task(id, task));
    EXPECT_EQ(ended.result, QStringLiteral("failure"));
    ASSERT_TRUE(ended.failureInfo);
    EXPECT_EQ(ended.failureInfo->code, QStringLiteral("TaskEnded"));
}

TEST_F(JobTest, HaveTasksListedPageByPage)
{
    ASSERT_TRUE(done(client->addJob(jobSpec())));
    QList<TaskSpec> tasks;
    for (int i = 0; i < 5; ++i)
        tasks << taskSpec(QStringLiteral("t%1").arg(i), QStringLiteral("true"));
    for (const TaskAddResult &result : valueOf(client->addTasks(id, tasks)))
        EXPECT_TRUE(result.added);
    ListQuery query;
    query.maxResults = 2;
    query.select = QStringLiteral("id,state");
    QStringList ids;
    do {
        const auto page = valueOf(client->tasks(id, query));
        for (const Task &task : page.items)
            ids << task.id;
        query.nextLink = page.nextLink;
        ASSERT_LE(ids.size(), 5);
    } while (!query.nextLink.isEmpty());
    ids.sort();
    EXPECT_EQ(ids.join(QLatin1Char(' ')).toStdString(), "t0 t1 t2 t3 t4");
}

TEST_F(JobTest, HaveTasksWithFiles)
{
    ASSERT_TRUE(done(client->addJob(jobSpec())));
    const QString task = QStringLiteral("t");
    ASSERT_TRUE(done(client->addTask(
        id,
        taskSpec(task,
                 QStringLiteral("echo hello; mkdir -p \"sub dir\"; echo out > \"sub "
                                "dir/out#ü.txt\"")))));
    EXPECT_TRUE(taskIsCompleted(id, task));
    ListQuery inFolder;
    inFolder.filter = QStringLiteral("startswith(name,'wd/sub')");
    QStringList names;
    for (const File &file : valueOf(client->taskFiles(id, task, true, inFolder)).items)
        names << file.name;
    const QString odd = QStringLiteral("wd/sub dir/out#ü.txt");
    EXPECT_TRUE(names.contains(odd)) << qPrintable(names.join(QLatin1Char(' ')));
    EXPECT_EQ(valueOf(client->taskFile(id, task, odd)), "out\n");
    const QString output = QStringLiteral("stdout.txt");
    EXPECT_EQ(valueOf(client->taskFile(id, task, output, {1, 3})), "ell");
    EXPECT_EQ(codeOf(client->taskFile(id, task, output, {100, -1})), "InvalidRange");
    const File file = valueOf(client->taskFileProperties(id, task, output));
    EXPECT_EQ(file.size, 6);
    EXPECT_TRUE(done(client->deleteTaskFile(id, task, odd)));
    EXPECT_EQ(codeOf(client->taskFile(id, task, odd)), "FileNotFound");
    EXPECT_TRUE(done(client->deleteTaskFile(id, task, QStringLiteral("wd/sub dir"), true)));
}
