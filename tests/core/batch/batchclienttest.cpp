// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/connectbatch.h"
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

const QString poolId = QStringLiteral("p1");
const QString jobId = QStringLiteral("j1");

PoolSpec poolSpec()
{
    PoolSpec spec;
    spec.id = poolId;
    spec.displayName = QStringLiteral("Pool one");
    spec.vmSize = QStringLiteral("standard_d2s_v3");
    spec.image = {QStringLiteral("canonical"), QStringLiteral("ubuntu-24_04-lts"),
                  QStringLiteral("server")};
    spec.nodeAgentSkuId = QStringLiteral("batch.node.ubuntu 24.04");
    spec.targetDedicatedNodes = 1;
    spec.targetLowPriorityNodes = 2;
    spec.taskSlotsPerNode = 4;
    spec.packTasks = true;
    spec.resizeTimeout = 10min;
    StartTask start;
    start.commandLine = QStringLiteral("/bin/bash start.sh");
    ResourceFile file;
    file.httpUrl = QStringLiteral("https://s.example/c/start.sh?sig=x");
    file.filePath = QStringLiteral("start.sh");
    file.fileMode = QStringLiteral("0755");
    start.resourceFiles = {file};
    start.environmentSettings = {{QStringLiteral("A"), QString()}};
    start.userIdentity.elevation = UserIdentity::Elevation::Admin;
    start.maxTaskRetryCount = 1;
    spec.startTask = start;
    spec.metadata = {{QStringLiteral("a"), QStringLiteral("b")}};
    return spec;
}

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

TEST_F(BatchClientTest, AddsAPool)
{
    EXPECT_TRUE(replay("pool_add", [this] { return client.addPool(poolSpec()); }).ok());
}

TEST_F(BatchClientTest, GetsAPool)
{
    const auto pool = replay("pool_get", [this] { return client.pool(poolId); });
    ASSERT_TRUE(pool.ok());
    Pool expected;
    expected.id = poolId;
    expected.state = QStringLiteral("active");
    expected.allocationState = QStringLiteral("steady");
    expected.creationTime = fromIsoTime(u"2026-01-02T03:04:05.123Z");
    expected.stateTransitionTime = expected.creationTime;
    expected.allocationStateTransitionTime = fromIsoTime(u"2026-01-02T03:04:06Z");
    expected.vmSize = QStringLiteral("standard_d2s_v3");
    expected.image = poolSpec().image;
    expected.nodeAgentSkuId = QStringLiteral("batch.node.ubuntu 24.04");
    expected.currentDedicatedNodes = 1;
    expected.targetDedicatedNodes = 3;
    expected.targetLowPriorityNodes = 2;
    expected.taskSlotsPerNode = 4;
    expected.resizeErrors = {
        {QStringLiteral("AllocationTimedout"),
         QStringLiteral("Desired number of dedicated nodes could not be allocated as "
                        "the resize timeout was reached"),
         {{QStringLiteral("Wanted"), QStringLiteral("3")}}}};
    expected.metadata = {{QStringLiteral("a"), QStringLiteral("b")}};
    expected.stamp = {QStringLiteral("0x8D89006D982EEEF"), expected.creationTime};
    EXPECT_EQ(*pool, expected);
    EXPECT_EQ(pool->creationTime.timeSpec(), Qt::UTC);
}

TEST_F(BatchClientTest, ListsPoolsPageByPage)
{
    ListQuery query;
    query.filter = QStringLiteral("state eq 'active'");
    query.select = QStringLiteral("id,state");
    query.maxResults = 50;
    const auto first = replay("pool_list", [&] { return client.pools(query); });
    ASSERT_TRUE(first.ok());
    ASSERT_EQ(first->items.size(), 2);
    EXPECT_EQ(first->items[1].state, QStringLiteral("somethingnew")) << "unknown states are kept";
    query.nextLink = first->nextLink;
    const auto second = replay("pool_list_next", [&] { return client.pools(query); });
    ASSERT_TRUE(second.ok());
    EXPECT_TRUE(second->items.isEmpty());
    EXPECT_TRUE(second->nextLink.isEmpty());
}

TEST_F(BatchClientTest, ResizesAndDeletesAPool)
{
    EXPECT_TRUE(replay("pool_resize", [this] { return client.resizePool(poolId, 2, 0); }).ok());
    EXPECT_TRUE(replay("pool_delete", [this] { return client.deletePool(poolId); }).ok());
}

TEST_F(BatchClientTest, ListsSupportedImages)
{
    const auto images = replay("supported_images", [this] { return client.supportedImages(); });
    ASSERT_TRUE(images.ok());
    ASSERT_EQ(images->items.size(), 2);
    const SupportedImage expected{
        poolSpec().image,
        QStringLiteral("batch.node.ubuntu 24.04"),
        QStringLiteral("linux"),
        QStringLiteral("verified"),
        {QStringLiteral("DockerCompatible"), QStringLiteral("Generation2VMImage")}};
    EXPECT_EQ(images->items[0], expected);
    EXPECT_EQ(images->items[1].osType, QStringLiteral("windows"));
}

TEST_F(BatchClientTest, CountsNodes)
{
    ListQuery query;
    query.filter = QStringLiteral("poolId eq 'p1'");
    const auto counts = replay("node_counts", [&] { return client.nodeCounts(query); });
    ASSERT_TRUE(counts.ok());
    ASSERT_EQ(counts->items.size(), 1);
    const NodeCounts expected{poolId,
                              {{QStringLiteral("creating"), 0},
                               {QStringLiteral("idle"), 2},
                               {QStringLiteral("running"), 1},
                               {QStringLiteral("total"), 3}},
                              {{QStringLiteral("total"), 0}}};
    EXPECT_EQ(counts->items[0], expected);
}

TEST_F(BatchClientTest, GetsANodeWhoseStartTaskFailed)
{
    const auto node =
        replay("node_get", [this] { return client.node(poolId, QStringLiteral("tvmps_0a1b_d")); });
    ASSERT_TRUE(node.ok());
    EXPECT_EQ(node->id, QStringLiteral("tvmps_0a1b_d"));
    EXPECT_EQ(node->state, QStringLiteral("starttaskfailed"));
    EXPECT_EQ(node->schedulingState, QStringLiteral("enabled"));
    EXPECT_EQ(node->stateTransitionTime, fromIsoTime(u"2026-01-02T03:05:00.5Z"));
    EXPECT_EQ(node->allocationTime, fromIsoTime(u"2026-01-02T03:04:10Z"));
    EXPECT_EQ(node->lastBootTime, fromIsoTime(u"2026-01-02T03:04:50Z"));
    EXPECT_EQ(node->ipAddress, QStringLiteral("10.0.0.4"));
    EXPECT_EQ(node->vmSize, QStringLiteral("standard_d2s_v3"));
    EXPECT_FALSE(node->isDedicated);
    EXPECT_EQ(node->totalTasksRun, 7);
    EXPECT_EQ(node->totalTasksSucceeded, 5);
    EXPECT_EQ(node->runningTasksCount, 1);
    EXPECT_EQ(node->runningTaskSlotsCount, 2);
    ASSERT_TRUE(node->startTaskInfo);
    EXPECT_EQ(node->startTaskInfo->state, QStringLiteral("completed"));
    EXPECT_EQ(node->startTaskInfo->exitCode, 100);
    EXPECT_EQ(node->startTaskInfo->retryCount, 1);
    EXPECT_EQ(node->startTaskInfo->result, QStringLiteral("failure"));
    ASSERT_TRUE(node->startTaskInfo->failureInfo);
    EXPECT_EQ(node->startTaskInfo->failureInfo->code, QStringLiteral("FailureExitCode"));
    const QList<ResizeError> errors{{QStringLiteral("StartTaskFailed"),
                                     QStringLiteral("The start task failed"),
                                     {{QStringLiteral("ExitCode"), QStringLiteral("100")}}}};
    EXPECT_EQ(node->errors, errors);
}

TEST_F(BatchClientTest, ListsNodes)
{
    const auto nodes = replay("node_list", [this] { return client.nodes(poolId); });
    ASSERT_TRUE(nodes.ok());
    ASSERT_EQ(nodes->items.size(), 2);
    EXPECT_EQ(nodes->items[1].state, QStringLiteral("creating"));
    EXPECT_FALSE(nodes->items[1].startTaskInfo);
    EXPECT_FALSE(nodes->items[1].lastBootTime.isValid());
}

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
    expected.stamp = {QStringLiteral("0x8D89006D982EEEF"), expected.creationTime};
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

TEST_F(BatchClientTest, ListsPreparationStatus)
{
    const auto page =
        replay("preparation_status", [this] { return client.preparationStatus(jobId); });
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->items.size(), 2);
    const PreparationStatus &failed = page->items[0];
    EXPECT_EQ(failed.poolId, poolId);
    EXPECT_EQ(failed.nodeId, QStringLiteral("n1"));
    EXPECT_EQ(failed.state, QStringLiteral("completed"));
    EXPECT_EQ(failed.exitCode, 3);
    EXPECT_EQ(failed.result, QStringLiteral("failure"));
    EXPECT_EQ(failed.taskRootDirectory, QStringLiteral("workitems/j1/job-1/jobpreparation"));
    ASSERT_TRUE(failed.failureInfo);
    EXPECT_EQ(failed.failureInfo->category, QStringLiteral("UserError"));
    EXPECT_TRUE(page->items[1].state.isEmpty());
    EXPECT_FALSE(page->items[1].exitCode);
}

TEST_F(BatchClientTest, KeepsTheBasePathOfTheEndpoint)
{
    BatchClient based(QUrl(QStringLiteral("http://127.0.0.1:8080/sub/path/")),
                      restClient(decodeError));
    answeredBy("pool_get", [&] { return based.pool(QStringLiteral("p/1")); }).ok();
    EXPECT_EQ(transport->requests().last().url.toEncoded(),
              "http://127.0.0.1:8080/sub/path/pools/p%2F1?api-version=2025-06-01");
}

TEST_F(BatchClientTest, SendsNothingForIdsThatAUrlWouldLose)
{
    for (const QString &id : {QString(), QStringLiteral("."), QStringLiteral("..")}) {
        const auto outcome = waitFor(client.deletePool(id));
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().kind, Error::Kind::InvalidInput);
    }
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BatchClientTest, DoesNotFollowALinkToAnotherHost)
{
    ListQuery query;
    for (const char *link :
         {"https://evil.example/pools?x=1", "http://myacct.westeurope.batch.azure.com/pools",
          "https://myacct.westeurope.batch.azure.com:444/pools", "/pools", "%"}) {
        query.nextLink = QLatin1String(link);
        const auto outcome = waitFor(client.pools(query));
        ASSERT_FALSE(outcome.ok()) << link;
        EXPECT_EQ(outcome.error().kind, Error::Kind::Service);
    }
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BatchClientTest, CancellingTheFutureAbortsTheRequest)
{
    transport->scriptHang();
    QFuture<Outcome<Pool>> future = client.pool(poolId);
    waitUntil([this] { return transport->hanging() == 1; });
    future.cancel();
    waitForEnd(future);
    waitUntil([this] { return transport->isCancelled(0); });
    EXPECT_EQ(future.resultCount(), 0);
}

TEST(ConnectBatch, SignsWithTheAccountsKey)
{
    auto transport = std::make_shared<FakeTransport>();
    transport->script(answer(202));
    AccountAccess account;
    account.batchEndpoint = QUrl(QStringLiteral("https://myacct.westeurope.batch.azure.com"));
    account.batchAccount = QStringLiteral("myacct");
    account.batchKey = Secret("a2V5");
    const auto client = connectBatch(account, transport, std::make_shared<SystemClock>());
    EXPECT_TRUE(waitFor(client->deletePool(poolId)).ok());
    const HttpHeaders &headers = transport->requests().last().headers;
    EXPECT_TRUE(headers.value("Authorization").startsWith("SharedKey myacct:"));
    EXPECT_TRUE(headers.contains("ocp-date"));
}
