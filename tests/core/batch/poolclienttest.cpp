// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

const QString poolId = QStringLiteral("p1");

PoolSpec poolSpec()
{
    PoolSpec spec;
    spec.id = poolId;
    spec.displayName = QStringLiteral("Pool one");
    spec.vmSize = QStringLiteral("standard_d2s_v3");
    spec.image = recordedImage;
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
    expected.image = recordedImage;
    expected.nodeAgentSkuId = QStringLiteral("batch.node.ubuntu 24.04");
    expected.currentDedicatedNodes = 1;
    expected.targetDedicatedNodes = 3;
    expected.targetLowPriorityNodes = 2;
    expected.resizeTimeout = 15min;
    expected.taskSlotsPerNode = 4;
    expected.resizeErrors = {
        {QStringLiteral("AllocationTimedout"),
         QStringLiteral("Desired number of dedicated nodes could not be allocated as "
                        "the resize timeout was reached"),
         {{QStringLiteral("Wanted"), QStringLiteral("3")}}}};
    expected.metadata = {{QStringLiteral("a"), QStringLiteral("b")}};
    expected.stamp = {recordedETag, expected.creationTime};
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

TEST_F(BatchClientTest, AddsAPoolThatSizesItself)
{
    PoolSpec spec;
    spec.id = QStringLiteral("p2");
    spec.vmSize = QStringLiteral("standard_d2s_v3");
    spec.image = recordedImage;
    spec.nodeAgentSkuId = QStringLiteral("batch.node.ubuntu 24.04");
    spec.targetDedicatedNodes = 5;
    spec.autoScale = {QStringLiteral("$TargetDedicatedNodes=1;"), 10min};
    spec.enableInterNodeCommunication = true;
    spec.applicationPackages = {{QStringLiteral("blender"), QStringLiteral("4.2")},
                                {QStringLiteral("ffmpeg"), QString()}};
    EXPECT_TRUE(replay("pool_add_autoscale", [&] { return client.addPool(spec); }).ok())
        << "targets beside a formula would be refused";
}

TEST_F(BatchClientTest, GetsAPoolThatSizesItself)
{
    const auto pool =
        replay("pool_get_autoscale", [this] { return client.pool(QStringLiteral("p2")); });
    ASSERT_TRUE(pool.ok());
    EXPECT_EQ(pool->autoScale, (AutoScale{QStringLiteral("$TargetDedicatedNodes=1;"), 10min}));
    ASSERT_TRUE(pool->autoScaleRun);
    EXPECT_EQ(pool->autoScaleRun->timestamp, fromIsoTime(u"2026-01-02T03:04:06.5Z"));
    EXPECT_EQ(pool->autoScaleRun->results,
              QStringLiteral("$TargetDedicatedNodes=1;$TargetLowPriorityNodes=0;"
                             "$NodeDeallocationOption=requeue"));
    EXPECT_FALSE(pool->autoScaleRun->error);
    EXPECT_TRUE(pool->packTasks) << "it is written with a capital letter";
    EXPECT_TRUE(pool->enableInterNodeCommunication);
    const QList<ApplicationPackage> packages{{QStringLiteral("blender"), QStringLiteral("4.2")},
                                             {QStringLiteral("ffmpeg"), QString()}};
    EXPECT_EQ(pool->applicationPackages, packages);
    StartTask start = *poolSpec().startTask;
    start.waitForSuccess = false;
    start.userIdentity.scope = UserIdentity::Scope::Task;
    EXPECT_EQ(pool->startTask, start);
}

TEST_F(BatchClientTest, SaysWhetherAPoolExists)
{
    const auto there = replay("pool_exists", [this] { return client.poolExists(poolId); });
    EXPECT_TRUE(there.ok() && *there);
    const auto gone = replay("pool_exists_not", [this] { return client.poolExists(poolId); });
    EXPECT_TRUE(gone.ok() && !*gone);
    transport->script(answer(403));
    EXPECT_FALSE(waitFor(client.poolExists(poolId)).ok()) << "not to be told is not to be absent";
}

TEST_F(BatchClientTest, PatchesAPool)
{
    PoolPatch patch;
    patch.startTask = StartTask();
    patch.startTask->commandLine = QStringLiteral("/bin/true");
    patch.applicationPackages = QList<ApplicationPackage>();
    patch.metadata = {{{QStringLiteral("c"), QStringLiteral("d")}}};
    EXPECT_TRUE(
        replay("pool_patch", [&] { return client.patchPool(poolId, patch, recordedETag); }).ok());
    PoolPatch empty;
    empty.displayName = QStringLiteral("Pool two");
    empty.vmSize = QStringLiteral("standard_d4s_v3");
    empty.taskSlotsPerNode = 8;
    empty.packTasks = false;
    empty.enableInterNodeCommunication = false;
    EXPECT_TRUE(
        replay("pool_patch_empty_pool", [&] { return client.patchPool(poolId, empty); }).ok());
}

TEST_F(BatchClientTest, APoolThatChangedIsAConflict)
{
    const auto outcome = answeredBy("error_condition", [this] {
        return client.patchPool(poolId, PoolPatch(), QStringLiteral("0x1"));
    });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(outcome.error().code, QStringLiteral("ConditionNotMet"));
    EXPECT_EQ(transport->requests().last().headers.value("If-Match"), "0x1");
}

TEST_F(BatchClientTest, ReplacesThePropertiesOfAPool)
{
    PoolProperties properties;
    properties.startTask = StartTask();
    properties.startTask->commandLine = QStringLiteral("/bin/true");
    properties.applicationPackages = {{QStringLiteral("blender"), QString()}};
    properties.metadata = {{QStringLiteral("c"), QStringLiteral("d")}};
    EXPECT_TRUE(replay("pool_update_properties", [&] {
                    return client.updatePoolProperties(poolId, properties);
                }).ok());
    EXPECT_TRUE(replay("pool_update_properties_none", [this] {
                    return client.updatePoolProperties(poolId, PoolProperties());
                }).ok());
}

TEST_F(BatchClientTest, ResizesStopsAndDeletesAPool)
{
    const PoolResize both{2, 0, 5min, RunningTasks::TaskCompletion};
    EXPECT_TRUE(
        replay("pool_resize", [&] { return client.resizePool(poolId, both, recordedETag); }).ok());
    PoolResize one;
    one.lowPriorityNodes = 3;
    EXPECT_TRUE(
        replay("pool_resize_one_kind", [&] { return client.resizePool(poolId, one); }).ok());
    EXPECT_TRUE(
        replay("pool_stop_resize", [this] { return client.stopResizingPool(poolId); }).ok());
    EXPECT_TRUE(replay("pool_delete", [this] { return client.deletePool(poolId); }).ok());
}

TEST_F(BatchClientTest, RemovesNodes)
{
    const NodeRemoval removal{{QStringLiteral("tvmps_0a1b_d"), QStringLiteral("tvmps_0a1c_p")},
                              10min,
                              RunningTasks::RetainedData};
    EXPECT_TRUE(
        replay("pool_remove_nodes", [&] { return client.removeNodes(poolId, removal); }).ok());
}

TEST_F(BatchClientTest, SwitchesTheFormulaOfAPool)
{
    const AutoScale formula{QStringLiteral("$TargetDedicatedNodes=1;"), 5min};
    EXPECT_TRUE(replay("pool_enable_autoscale", [&] {
                    return client.enableAutoScale(poolId, formula, recordedETag);
                }).ok());
    EXPECT_TRUE(replay("pool_enable_autoscale_interval", [this] {
                    return client.enableAutoScale(poolId, {QString(), 1h});
                }).ok());
    EXPECT_TRUE(
        replay("pool_disable_autoscale", [this] { return client.disableAutoScale(poolId); }).ok());
}

TEST_F(BatchClientTest, EvaluatesAFormula)
{
    const auto run = replay("pool_evaluate_autoscale", [this] {
        return client.evaluateAutoScale(poolId, QStringLiteral("$TargetDedicatedNodes=3;"));
    });
    ASSERT_TRUE(run.ok());
    EXPECT_EQ(run->timestamp, fromIsoTime(u"2026-01-02T03:04:05.123Z"));
    EXPECT_TRUE(run->results.startsWith(QStringLiteral("$TargetDedicatedNodes=3;")));
    EXPECT_FALSE(run->error);
    const auto wrong = replay("pool_evaluate_autoscale_wrong", [this] {
        return client.evaluateAutoScale(poolId, QStringLiteral("$TargetDedicatedNodes=x;"));
    });
    ASSERT_TRUE(wrong.ok());
    ASSERT_TRUE(wrong->error);
    EXPECT_EQ(wrong->error->code, QStringLiteral("AutoScalingFormulaEvaluationError"));
    ASSERT_EQ(wrong->error->values.size(), 1);
    EXPECT_EQ(wrong->error->values[0].value, QStringLiteral("Variable x is not defined"));
}
