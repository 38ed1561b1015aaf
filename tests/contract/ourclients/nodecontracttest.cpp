// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Nodes and their files, asked of "This computer" by our client.
#include "core/auth/servicesas.h"
#include "tests/contract/ourclients/batchserverfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

//! A pool of one node whose start task has left a file behind.
class NodeTest : public BatchServerTest
{
protected:
    void SetUp() override
    {
        PoolSpec spec = poolSpec(poolId, 1);
        spec.startTask = StartTask();
        spec.startTask->commandLine =
            QStringLiteral("/bin/sh -c 'echo started; mkdir -p $AZ_BATCH_NODE_SHARED_DIR/cache; "
                           "echo kept > $AZ_BATCH_NODE_SHARED_DIR/cache/file.txt'");
        ASSERT_TRUE(done(client->addPool(spec)));
        nodeId = nodesIn(poolId, QStringLiteral("idle"), 1).value(0).id;
        ASSERT_FALSE(nodeId.isEmpty());
    }

    void TearDown() override { EXPECT_TRUE(done(client->deletePool(poolId))); }

    bool nodeBecomes(const QString &state)
    {
        return eventually([&] { return valueOf(client->node(poolId, nodeId)).state == state; });
    }

    const QString poolId = QStringLiteral("nodes-")
        + QLatin1String(::testing::UnitTest::GetInstance()->current_test_info()->name());
    QString nodeId;
};

} // namespace

TEST_F(NodeTest, SayWhatTheyAreAndDid)
{
    const Node node = valueOf(client->node(poolId, nodeId));
    EXPECT_EQ(node.id, nodeId);
    EXPECT_EQ(node.schedulingState, QStringLiteral("enabled"));
    EXPECT_TRUE(node.isDedicated);
    EXPECT_EQ(node.affinityId, QStringLiteral("TVM:") + nodeId);
    EXPECT_FALSE(node.agentVersion.isEmpty());
    EXPECT_TRUE(node.allocationTime.isValid());
    EXPECT_TRUE(node.lastBootTime.isValid());
    ASSERT_TRUE(node.startTaskInfo);
    EXPECT_EQ(node.startTaskInfo->state, QStringLiteral("completed"));
    EXPECT_EQ(node.startTaskInfo->result, QStringLiteral("success"));
    EXPECT_EQ(node.startTaskInfo->exitCode, 0);
    EXPECT_TRUE(node.startTaskInfo->endTime.isValid());
    EXPECT_EQ(codeOf(client->node(poolId, QStringLiteral("none"))), "NodeNotFound");
    EXPECT_EQ(codeOf(client->nodes(QStringLiteral("none"))), "PoolNotFound");
}

TEST_F(NodeTest, HaveFiles)
{
    const QString name = QStringLiteral("startup/stdout.txt");
    QStringList names;
    for (const File &file : valueOf(client->nodeFiles(poolId, nodeId, true)).items)
        names << file.name;
    EXPECT_TRUE(names.contains(name)) << qPrintable(names.join(QLatin1Char(' ')));
    EXPECT_EQ(valueOf(client->nodeFile(poolId, nodeId, name)), "started\n");
    EXPECT_EQ(valueOf(client->nodeFile(poolId, nodeId, name, {5, -1})), "ed\n");
    EXPECT_EQ(codeOf(client->nodeFile(poolId, nodeId, name, {100, -1})), "InvalidRange");
    const File file = valueOf(client->nodeFileProperties(poolId, nodeId, name));
    EXPECT_EQ(file.size, 8);
    EXPECT_FALSE(file.isDirectory);
    EXPECT_TRUE(file.lastModified.isValid());
    const QString cache = QStringLiteral("shared/cache");
    EXPECT_FALSE(waitFor(client->deleteNodeFile(poolId, nodeId, cache)).ok())
        << "a folder with something in it is not deleted by the way";
    EXPECT_TRUE(done(client->deleteNodeFile(poolId, nodeId, cache, true)));
    EXPECT_EQ(codeOf(client->nodeFile(poolId, nodeId, cache + QStringLiteral("/file.txt"))),
              "FileNotFound");
}

TEST_F(NodeTest, AreClosedAndOpenedForTasks)
{
    EXPECT_TRUE(done(client->disableScheduling(poolId, nodeId, RunningTasks::TaskCompletion)));
    EXPECT_TRUE(nodeBecomes(QStringLiteral("offline")));
    EXPECT_EQ(valueOf(client->node(poolId, nodeId)).schedulingState, QStringLiteral("disabled"));
    EXPECT_EQ(codeOf(client->disableScheduling(poolId, nodeId)),
              "NodeAlreadyInTargetSchedulingState");
    EXPECT_TRUE(done(client->enableScheduling(poolId, nodeId)));
    EXPECT_TRUE(nodeBecomes(QStringLiteral("idle")));
    EXPECT_EQ(codeOf(client->enableScheduling(poolId, nodeId)),
              "NodeAlreadyInTargetSchedulingState");
}

TEST_F(NodeTest, AreRestartedAndMadeNew)
{
    const auto hasBootedAgain = [this](const QDateTime &before) {
        return eventually([&] {
            const Node node = valueOf(client->node(poolId, nodeId));
            return node.state == QLatin1String("idle") && node.lastBootTime > before;
        });
    };
    const QDateTime first = valueOf(client->node(poolId, nodeId)).lastBootTime;
    EXPECT_TRUE(done(client->rebootNode(poolId, nodeId)));
    EXPECT_TRUE(hasBootedAgain(first)) << "and its start task has run again";
    const QDateTime second = valueOf(client->node(poolId, nodeId)).lastBootTime;
    EXPECT_TRUE(done(client->reimageNode(poolId, nodeId)));
    EXPECT_TRUE(hasBootedAgain(second));
}

TEST_F(NodeTest, AreDeallocatedAndStarted)
{
    EXPECT_TRUE(done(client->deallocateNode(poolId, nodeId)));
    EXPECT_TRUE(nodeBecomes(QStringLiteral("deallocated")));
    EXPECT_TRUE(done(client->startNode(poolId, nodeId)));
    EXPECT_TRUE(nodeBecomes(QStringLiteral("idle")));
}

TEST_F(NodeTest, KnowTheirUsers)
{
    NodeUser user;
    user.name = QStringLiteral("bob");
    user.access.sshPublicKey = QStringLiteral("ssh-ed25519 AAAA bob");
    user.access.expiryTime = QDateTime::currentDateTimeUtc().addDays(2);
    EXPECT_TRUE(done(client->addNodeUser(poolId, nodeId, user)));
    EXPECT_EQ(codeOf(client->addNodeUser(poolId, nodeId, user)), "NodeUserExists");
    NodeUserAccess access;
    access.password = Secret("Not a real 1");
    EXPECT_TRUE(done(client->replaceNodeUser(poolId, nodeId, user.name, access)));
    EXPECT_TRUE(done(client->deleteNodeUser(poolId, nodeId, user.name)));
    EXPECT_EQ(codeOf(client->deleteNodeUser(poolId, nodeId, user.name)), "NodeUserNotFound");
    EXPECT_EQ(codeOf(client->replaceNodeUser(poolId, nodeId, user.name, access)),
              "NodeUserNotFound");
    EXPECT_EQ(codeOf(client->remoteLogin(poolId, nodeId)), "OperationNotValidOnNode")
        << "nodes of this computer have nothing to log in to";
}

TEST_F(NodeTest, SendTheirLogs)
{
    const AccountAccess &account = server().account();
    const auto blobs = Blob::connectBlob(account, transport, std::make_shared<SystemClock>());
    const QString container = QStringLiteral("logs");
    ASSERT_TRUE(done(blobs->createContainer(container)));
    ServiceSas sas;
    sas.account = account.storageAccount;
    sas.container = container;
    sas.permissions = QStringLiteral("rcwl");
    sas.expiry = QDateTime::currentDateTimeUtc().addSecs(3600);
    sas.httpsOnly = false;
    const ServiceLogRequest request{
        blobs->containerUrl(container).toString() + QLatin1Char('?')
            + QString::fromLatin1(sas.token(account.storageKey).reveal()),
        QDateTime::currentDateTimeUtc().addSecs(-3600),
        {}};
    const ServiceLogUpload upload = valueOf(client->uploadServiceLogs(poolId, nodeId, request));
    EXPECT_FALSE(upload.virtualDirectoryName.isEmpty());
    EXPECT_TRUE(eventually([&] {
        return valueOf(blobs->blobs(container)).blobs.size() == upload.numberOfFilesUploaded;
    }));
}
