// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Pools and what the account offers, asked of "This computer" by our client.
#include "tests/contract/ourclients/batchserverfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

TEST_F(BatchServerTest, APoolIsWhatWasAskedFor)
{
    const QString id = QStringLiteral("pool-spec");
    PoolSpec spec = poolSpec(id, 0);
    spec.displayName = QStringLiteral("Ünïcode pool");
    spec.taskSlotsPerNode = 4;
    spec.packTasks = true;
    spec.enableInterNodeCommunication = true;
    spec.resizeTimeout = 10min;
    spec.startTask = StartTask();
    spec.startTask->commandLine = QStringLiteral("/bin/true");
    spec.startTask->environmentSettings = {{QStringLiteral("A"), QStringLiteral("b c")}};
    spec.startTask->maxTaskRetryCount = 2;
    spec.startTask->waitForSuccess = false;
    spec.metadata = {{QStringLiteral("a"), QStringLiteral("b")}};
    EXPECT_EQ(valueOf(client->poolExists(id)), false);
    ASSERT_TRUE(done(client->addPool(spec)));
    EXPECT_EQ(valueOf(client->poolExists(id)), true);
    EXPECT_EQ(codeOf(client->addPool(spec)), "PoolExists");
    const Pool pool = valueOf(client->pool(id));
    EXPECT_EQ(pool.id, id);
    EXPECT_EQ(pool.displayName, spec.displayName);
    EXPECT_EQ(pool.state, QStringLiteral("active"));
    EXPECT_EQ(pool.vmSize, spec.vmSize);
    EXPECT_EQ(pool.image, spec.image);
    EXPECT_EQ(pool.nodeAgentSkuId, spec.nodeAgentSkuId);
    EXPECT_EQ(pool.taskSlotsPerNode, 4);
    EXPECT_TRUE(pool.packTasks);
    EXPECT_TRUE(pool.enableInterNodeCommunication);
    EXPECT_EQ(pool.resizeTimeout, 10min);
    EXPECT_EQ(pool.startTask, spec.startTask);
    EXPECT_EQ(pool.metadata, spec.metadata);
    EXPECT_FALSE(pool.autoScale);
    EXPECT_TRUE(pool.creationTime.isValid());
    EXPECT_FALSE(pool.stamp.eTag.isEmpty());
    EXPECT_TRUE(done(client->deletePool(id)));
    EXPECT_TRUE(eventually([&] { return !valueOf(client->poolExists(id)); }));
    EXPECT_EQ(codeOf(client->pool(id)), "PoolNotFound");
    EXPECT_EQ(codeOf(client->deletePool(id)), "PoolNotFound");
}

TEST_F(BatchServerTest, APoolIsChanged)
{
    const QString id = QStringLiteral("pool-change");
    ASSERT_TRUE(done(client->addPool(poolSpec(id, 0))));
    ASSERT_TRUE(poolIsSteady(id));
    const QString eTag = valueOf(client->pool(id)).stamp.eTag;
    PoolPatch patch;
    patch.metadata = {{{QStringLiteral("c"), QStringLiteral("d")}}};
    patch.startTask = StartTask();
    patch.startTask->commandLine = QStringLiteral("/bin/true");
    patch.displayName = QStringLiteral("Renamed");
    patch.taskSlotsPerNode = 2;
    patch.packTasks = true;
    EXPECT_TRUE(done(client->patchPool(id, patch, eTag)));
    EXPECT_EQ(codeOf(client->patchPool(id, patch, eTag)), "ConditionNotMet")
        << "the first one changed it";
    Pool pool = valueOf(client->pool(id));
    EXPECT_EQ(pool.metadata, *patch.metadata);
    EXPECT_EQ(pool.startTask, patch.startTask);
    EXPECT_EQ(pool.displayName, *patch.displayName);
    EXPECT_EQ(pool.taskSlotsPerNode, 2);
    EXPECT_TRUE(pool.packTasks);
    EXPECT_TRUE(done(client->updatePoolProperties(id, PoolProperties())));
    pool = valueOf(client->pool(id));
    EXPECT_TRUE(pool.metadata.isEmpty());
    EXPECT_FALSE(pool.startTask);
    EXPECT_TRUE(done(client->deletePool(id)));
}

TEST_F(BatchServerTest, APoolIsResized)
{
    const QString id = QStringLiteral("pool-size");
    ASSERT_TRUE(done(client->addPool(poolSpec(id, 1))));
    const Node only = nodesIn(id, QStringLiteral("idle"), 1).value(0);
    ASSERT_TRUE(poolIsSteady(id));
    PoolResize resize;
    resize.dedicatedNodes = 2;
    resize.lowPriorityNodes = 1;
    resize.timeout = 5min;
    EXPECT_TRUE(done(client->resizePool(id, resize)));
    const auto nodes = nodesIn(id, QStringLiteral("idle"), 3);
    ASSERT_TRUE(poolIsSteady(id));
    Pool pool = valueOf(client->pool(id));
    EXPECT_EQ(pool.currentDedicatedNodes, 2);
    EXPECT_EQ(pool.currentLowPriorityNodes, 1);
    EXPECT_TRUE(pool.resizeErrors.isEmpty());
    ListQuery ofPool;
    ofPool.filter = QStringLiteral("poolId eq '%1'").arg(id);
    const auto counts = valueOf(client->nodeCounts(ofPool)).items;
    ASSERT_EQ(counts.size(), 1);
    EXPECT_TRUE(counts[0].dedicated.contains({QStringLiteral("idle"), 2}));
    EXPECT_TRUE(counts[0].lowPriority.contains({QStringLiteral("total"), 1}));
    NodeRemoval removal;
    removal.nodeIds = {only.id};
    EXPECT_TRUE(done(client->removeNodes(id, removal)));
    EXPECT_TRUE(eventually([&] { return valueOf(client->nodes(id)).items.size() == 2; }));
    EXPECT_EQ(codeOf(client->node(id, only.id)), "NodeNotFound");
    ASSERT_TRUE(poolIsSteady(id));
    resize.timeout = 1min;
    EXPECT_EQ(codeOf(client->resizePool(id, resize)), "InvalidPropertyValue");
    EXPECT_TRUE(done(client->deletePool(id)));
}

TEST_F(BatchServerTest, AResizeIsStopped)
{
    const QString id = QStringLiteral("pool-stop");
    ASSERT_TRUE(done(client->addPool(poolSpec(id, 1))));
    ASSERT_EQ(nodesIn(id, QStringLiteral("idle"), 1).size(), 1);
    ASSERT_TRUE(poolIsSteady(id));
    JobSpec job;
    job.id = id;
    job.poolId = id;
    ASSERT_TRUE(done(client->addJob(job)));
    ASSERT_TRUE(done(client->addTask(id, taskSpec(id, QStringLiteral("sleep 600")))));
    ASSERT_EQ(nodesIn(id, QStringLiteral("running"), 1).size(), 1);
    // The node waits for its task, so that the resize goes on until it is stopped.
    PoolResize resize;
    resize.dedicatedNodes = 0;
    resize.runningTasks = RunningTasks::TaskCompletion;
    EXPECT_TRUE(done(client->resizePool(id, resize)));
    EXPECT_TRUE(done(client->stopResizingPool(id)));
    EXPECT_TRUE(poolIsSteady(id));
    EXPECT_EQ(valueOf(client->pool(id)).currentDedicatedNodes, 1);
    EXPECT_TRUE(done(client->deleteJob(id)));
    EXPECT_TRUE(done(client->deletePool(id)));
}

TEST_F(BatchServerTest, APoolSizesItself)
{
    const QString id = QStringLiteral("pool-formula");
    PoolSpec spec = poolSpec(id, 0);
    const AutoScale oneNode{QStringLiteral("$TargetDedicatedNodes = 1;"), 5min};
    spec.autoScale = oneNode;
    ASSERT_TRUE(done(client->addPool(spec)));
    EXPECT_EQ(nodesIn(id, QStringLiteral("idle"), 1).size(), 1);
    ASSERT_TRUE(poolIsSteady(id));
    const Pool pool = valueOf(client->pool(id));
    EXPECT_EQ(pool.autoScale, oneNode);
    ASSERT_TRUE(pool.autoScaleRun);
    EXPECT_TRUE(pool.autoScaleRun->results.contains(QStringLiteral("$TargetDedicatedNodes=1")));
    const AutoScaleRun run =
        valueOf(client->evaluateAutoScale(id, QStringLiteral("$TargetDedicatedNodes = 1 + 2;")));
    EXPECT_TRUE(run.results.startsWith(QStringLiteral("$TargetDedicatedNodes=3;")))
        << qPrintable(run.results);
    EXPECT_FALSE(run.error);
    const AutoScaleRun wrong =
        valueOf(client->evaluateAutoScale(id, QStringLiteral("$TargetDedicatedNodes = nothing;")));
    ASSERT_TRUE(wrong.error);
    EXPECT_EQ(wrong.error->code, QStringLiteral("AutoScalingFormulaEvaluationError"));
    EXPECT_TRUE(done(client->disableAutoScale(id)));
    EXPECT_FALSE(valueOf(client->pool(id)).autoScale);
    EXPECT_TRUE(done(
        client->enableAutoScale(id, {QStringLiteral("$TargetDedicatedNodes = 0;"), std::nullopt})));
    EXPECT_TRUE(eventually([&] { return valueOf(client->nodes(id)).items.isEmpty(); }));
    EXPECT_TRUE(done(client->deletePool(id)));
}

TEST_F(BatchServerTest, PoolsAreListedPageByPage)
{
    const QStringList ids{QStringLiteral("list-a"), QStringLiteral("list-b"),
                          QStringLiteral("list-c")};
    for (const QString &id : ids)
        ASSERT_TRUE(done(client->addPool(poolSpec(id, 0))));
    ListQuery query;
    query.filter = QStringLiteral("startswith(id,'list-') and state eq 'active'");
    query.select = QStringLiteral("id");
    query.maxResults = 2;
    QStringList listed;
    do {
        const auto page = valueOf(client->pools(query));
        for (const Pool &pool : page.items) {
            listed << pool.id;
            EXPECT_TRUE(pool.vmSize.isEmpty()) << "only what was selected comes";
        }
        query.nextLink = page.nextLink;
        ASSERT_LE(listed.size(), 3);
    } while (!query.nextLink.isEmpty());
    EXPECT_EQ(listed, ids);
    for (const QString &id : ids)
        EXPECT_TRUE(done(client->deletePool(id)));
}

TEST_F(BatchServerTest, TheAccountSaysWhatItOffers)
{
    const auto images = valueOf(client->supportedImages()).items;
    ASSERT_FALSE(images.isEmpty());
    EXPECT_FALSE(images[0].nodeAgentSkuId.isEmpty());
    EXPECT_EQ(images[0].osType, QStringLiteral("linux"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    valueOf(client->poolUsage({}, {}));
    valueOf(client->poolUsage(now.addSecs(-7200), now.addSecs(-3600)));
    EXPECT_TRUE(valueOf(client->applications()).items.isEmpty());
    EXPECT_EQ(codeOf(client->application(QStringLiteral("none"))), "ApplicationNotFound");
}

TEST_F(BatchServerTest, AWrongKeyIsRefused)
{
    AccountAccess wrong = server().account();
    const QByteArray key = QByteArray(64, 'k').toBase64();
    wrong.batchKey = Secret(key);
    const auto outcome = waitFor(connect(wrong)->pools());
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Unauthenticated);
    EXPECT_FALSE(outcome.error().caption().contains(QString::fromLatin1(key)));
}
