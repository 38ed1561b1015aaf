// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

const QString poolId = QStringLiteral("p1");
const QString jobId = QStringLiteral("j1");

JobSpec jobSpec()
{
    JobSpec spec;
    spec.id = jobId;
    spec.displayName = QStringLiteral("Forecast");
    spec.poolId = poolId;
    spec.priority = 100;
    spec.maxParallelTasks = 8;
    spec.maxWallClockTime = 24h;
    spec.maxTaskRetryCount = 2;
    spec.terminateWhenAllTasksComplete = true;
    JobPreparationTask preparation;
    preparation.commandLine = QStringLiteral("/bin/bash prepare.sh");
    ResourceFile file;
    file.storageContainerUrl = QStringLiteral("https://s.example/app?sig=x");
    file.blobPrefix = QStringLiteral("v1/");
    file.filePath = QStringLiteral("in");
    preparation.resourceFiles = {file};
    preparation.environmentSettings = {{QStringLiteral("K"), QStringLiteral("v")}};
    preparation.userIdentity.scope = UserIdentity::Scope::Task;
    preparation.maxTaskRetryCount = 3;
    preparation.maxWallClockTime = 30min;
    preparation.rerunOnNodeRebootAfterSuccess = false;
    spec.preparationTask = preparation;
    JobReleaseTask release;
    release.commandLine = QStringLiteral("/bin/true");
    spec.releaseTask = release;
    spec.commonEnvironmentSettings = {{QStringLiteral("LANG"), QStringLiteral("C.UTF-8")}};
    spec.metadata = {{QStringLiteral("run"), QStringLiteral("r1")}};
    return spec;
}

} // namespace

TEST_F(BatchClientTest, AddsAJobThatDoesNotEndBeforeItsTasksAreThere)
{
    EXPECT_TRUE(replay("job_add", [this] { return client.addJob(jobSpec()); }).ok());
}

TEST_F(BatchClientTest, GetsAJob)
{
    const auto job = replay("job_get", [this] { return client.job(jobId); });
    ASSERT_TRUE(job.ok());
    Job expected;
    expected.id = jobId;
    expected.displayName = QStringLiteral("Forecast");
    expected.state = QStringLiteral("completed");
    expected.poolId = poolId;
    expected.creationTime = fromIsoTime(u"2026-01-02T03:04:05.123Z");
    expected.stateTransitionTime = fromIsoTime(u"2026-01-02T04:00:00Z");
    expected.startTime = fromIsoTime(u"2026-01-02T03:04:05.2Z");
    expected.endTime = fromIsoTime(u"2026-01-02T04:00:00.25Z");
    expected.terminateReason = QStringLiteral("AllTasksComplete");
    expected.schedulingError = FailureInfo{QStringLiteral("UserError"),
                                           QStringLiteral("InvalidAutoPoolSettings"),
                                           QStringLiteral("The pool settings are invalid"),
                                           {}};
    expected.onAllTasksComplete = QStringLiteral("terminatejob");
    expected.metadata = {{QStringLiteral("run"), QStringLiteral("r1")}};
    expected.onTaskFailure = QStringLiteral("noaction");
    expected.constraints.maxTaskRetryCount = 0;
    expected.stamp = {recordedETag, expected.creationTime};
    EXPECT_EQ(*job, expected);
}

TEST_F(BatchClientTest, ListsJobs)
{
    const auto jobs = replay("job_list", [this] { return client.jobs(); });
    ASSERT_TRUE(jobs.ok());
    ASSERT_EQ(jobs->items.size(), 1);
    EXPECT_EQ(jobs->items[0].id, jobId);
}

TEST_F(BatchClientTest, EndsJobs)
{
    EXPECT_TRUE(
        replay("job_patch", [this] { return client.terminateJobWhenTasksComplete(jobId); }).ok());
    EXPECT_TRUE(replay("job_terminate", [this] {
                    return client.terminateJob(jobId, QStringLiteral("Stopped by the user"));
                }).ok());
    EXPECT_TRUE(
        replay("job_terminate_plain", [this] { return client.terminateJob(jobId, {}); }).ok());
    EXPECT_TRUE(
        replay("job_delete", [this] { return client.deleteJob(QStringLiteral("s1:job-2")); }).ok());
}

TEST_F(BatchClientTest, CountsTasks)
{
    const auto counts = replay("task_counts", [this] { return client.taskCounts(jobId); });
    ASSERT_TRUE(counts.ok());
    EXPECT_EQ(*counts, (TaskCounts{5, 3, 52, 50, 2}));
}

TEST_F(BatchClientTest, ListsPreparationAndReleaseStatus)
{
    const auto page =
        replay("preparation_status", [this] { return client.preparationStatus(jobId); });
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->items.size(), 3);
    const PreparationStatus &failed = page->items[0];
    EXPECT_EQ(failed.poolId, poolId);
    EXPECT_EQ(failed.nodeId, QStringLiteral("n1"));
    EXPECT_FALSE(failed.release);
    ASSERT_TRUE(failed.preparation);
    EXPECT_EQ(failed.preparation->state, QStringLiteral("completed"));
    EXPECT_EQ(failed.preparation->startTime, fromIsoTime(u"2026-01-02T03:05:00Z"));
    EXPECT_EQ(failed.preparation->endTime, fromIsoTime(u"2026-01-02T03:05:10Z"));
    EXPECT_EQ(failed.preparation->exitCode, 3);
    EXPECT_EQ(failed.preparation->retryCount, 2);
    EXPECT_EQ(failed.preparation->result, QStringLiteral("failure"));
    EXPECT_EQ(failed.preparation->taskRootDirectory,
              QStringLiteral("workitems/j1/job-1/jobpreparation"));
    ASSERT_TRUE(failed.preparation->failureInfo);
    EXPECT_EQ(failed.preparation->failureInfo->category, QStringLiteral("UserError"));
    EXPECT_EQ(page->items[1],
              (PreparationStatus{poolId, QStringLiteral("n2"), std::nullopt, std::nullopt}));
    const PreparationStatus &releasing = page->items[2];
    ASSERT_TRUE(releasing.preparation && releasing.release);
    EXPECT_EQ(releasing.release->state, QStringLiteral("running"));
    EXPECT_EQ(releasing.release->startTime, fromIsoTime(u"2026-01-02T04:05:00Z"));
    EXPECT_FALSE(releasing.release->endTime.isValid());
    EXPECT_FALSE(releasing.release->exitCode);
}

TEST_F(BatchClientTest, AddsAJobWithAPoolAndAManagerOfItsOwn)
{
    JobSpec spec;
    spec.id = QStringLiteral("j2");
    spec.autoPool = AutoPool();
    spec.autoPool->idPrefix = QStringLiteral("auto");
    spec.autoPool->keepAlive = true;
    PoolSpec &pool = spec.autoPool->pool;
    pool.vmSize = QStringLiteral("standard_d2s_v3");
    pool.image = recordedImage;
    pool.nodeAgentSkuId = QStringLiteral("batch.node.ubuntu 24.04");
    pool.targetDedicatedNodes = 1;
    spec.allowTaskPreemption = true;
    spec.usesTaskDependencies = true;
    spec.performExitOptions = true;
    JobManagerTask manager;
    manager.id = QStringLiteral("jm");
    manager.commandLine = QStringLiteral("/bin/bash manage.sh");
    ResourceFile file;
    file.httpUrl = QStringLiteral("https://s.example/c/manage.sh?sig=x");
    file.filePath = QStringLiteral("manage.sh");
    manager.resourceFiles = {file};
    manager.outputFiles = {{QStringLiteral("../std*.txt"),
                            QStringLiteral("https://s.example/out?sig=y"), QString(),
                            OutputFile::Condition::TaskCompletion}};
    manager.environmentSettings = {{QStringLiteral("K"), QStringLiteral("v")}};
    manager.constraints.maxWallClockTime = 1h;
    manager.runExclusive = false;
    spec.managerTask = manager;
    EXPECT_TRUE(replay("job_add_auto", [&] { return client.addJob(spec); }).ok());
}

TEST_F(BatchClientTest, GetsADisabledJob)
{
    const auto job = replay("job_get_disabled", [this] { return client.job(jobId); });
    ASSERT_TRUE(job.ok());
    EXPECT_EQ(job->state, QStringLiteral("disabled"));
    EXPECT_EQ(job->previousState, QStringLiteral("disabling"));
    EXPECT_EQ(job->priority, -5);
    EXPECT_EQ(job->maxParallelTasks, 8);
    EXPECT_TRUE(job->allowTaskPreemption);
    EXPECT_TRUE(job->usesTaskDependencies);
    EXPECT_EQ(job->constraints, (TaskConstraints{24h, std::nullopt, 2}));
    EXPECT_EQ(job->onTaskFailure, QStringLiteral("performexitoptionsjobaction"));
}

TEST_F(BatchClientTest, ListsTheJobsOfASchedule)
{
    ListQuery query;
    query.filter = QStringLiteral("state eq 'active'");
    const auto jobs = replay("job_list_of_schedule",
                             [&] { return client.jobsOfSchedule(QStringLiteral("s1"), query); });
    ASSERT_TRUE(jobs.ok());
    ASSERT_EQ(jobs->items.size(), 1);
    EXPECT_EQ(jobs->items[0].id, QStringLiteral("s1:job-2"));
}

TEST_F(BatchClientTest, PatchesAJob)
{
    JobPatch patch;
    patch.priority = 7;
    patch.maxParallelTasks = 4;
    patch.allowTaskPreemption = false;
    patch.constraints = {2h, 24h, 1};
    patch.terminateWhenAllTasksComplete = true;
    patch.poolId = QStringLiteral("p2");
    patch.metadata = QList<NameValue>();
    EXPECT_TRUE(
        replay("job_patch_all", [&] { return client.patchJob(jobId, patch, recordedETag); }).ok());
}

TEST_F(BatchClientTest, ReplacesAJob)
{
    JobUpdate update;
    update.poolId = poolId;
    update.priority = 7;
    update.constraints = {std::nullopt, std::nullopt, 1};
    update.metadata = {{QStringLiteral("run"), QStringLiteral("r2")}};
    EXPECT_TRUE(
        replay("job_update", [&] { return client.updateJob(jobId, update, recordedETag); }).ok());
    JobUpdate other;
    other.poolId = poolId;
    other.maxParallelTasks = 3;
    other.allowTaskPreemption = true;
    other.terminateWhenAllTasksComplete = true;
    EXPECT_TRUE(replay("job_update_plain", [&] { return client.updateJob(jobId, other); }).ok());
}

TEST_F(BatchClientTest, DisablesAndEnablesAJob)
{
    EXPECT_TRUE(replay("job_disable", [this] {
                    return client.disableJob(jobId, DisableTasks::Requeue);
                }).ok());
    EXPECT_TRUE(replay("job_disable_terminate", [this] {
                    return client.disableJob(jobId, DisableTasks::Terminate);
                }).ok());
    EXPECT_TRUE(replay("job_disable_wait", [this] {
                    return client.disableJob(jobId, DisableTasks::Wait);
                }).ok());
    EXPECT_TRUE(replay("job_enable", [this] { return client.enableJob(jobId); }).ok());
}

TEST_F(BatchClientTest, EndsJobsByForce)
{
    EXPECT_TRUE(replay("job_terminate_forced", [this] {
                    return client.terminateJob(jobId, QStringLiteral("Stuck"), true);
                }).ok());
    EXPECT_TRUE(replay("job_delete_forced", [this] { return client.deleteJob(jobId, true); }).ok());
}
