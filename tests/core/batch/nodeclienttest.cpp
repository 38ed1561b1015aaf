// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;

namespace {

const QString poolId = QStringLiteral("p1");
const QString nodeId = QStringLiteral("n1");

} // namespace

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
    EXPECT_EQ(node->startTaskInfo->startTime, fromIsoTime(u"2026-01-02T03:04:51Z"));
    EXPECT_EQ(node->startTaskInfo->endTime, fromIsoTime(u"2026-01-02T03:04:59Z"));
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

TEST_F(BatchClientTest, GetsANodeThatWorked)
{
    const auto node = replay("node_get_idle", [this] { return client.node(poolId, nodeId); });
    ASSERT_TRUE(node.ok());
    EXPECT_TRUE(node->isDedicated);
    EXPECT_EQ(node->affinityId, QStringLiteral("TVM:n1"));
    EXPECT_EQ(node->agentVersion, QStringLiteral("1.9.22"));
    const QList<RecentTask> recent{
        {QStringLiteral("j1"), QStringLiteral("t1"), QStringLiteral("completed")}};
    EXPECT_EQ(node->recentTasks, recent);
    const QList<InboundEndpoint> endpoints{{QStringLiteral("SSHRule.0"), QStringLiteral("tcp"),
                                            QStringLiteral("192.0.2.4"),
                                            QStringLiteral("x.cloudapp.example"), 50000, 22}};
    EXPECT_EQ(node->endpoints, endpoints);
    EXPECT_TRUE(node->errors.isEmpty());
}

TEST_F(BatchClientTest, RestartsNodes)
{
    EXPECT_TRUE(replay("node_reboot", [this] { return client.rebootNode(poolId, nodeId); }).ok());
    EXPECT_TRUE(replay("node_reboot_later", [this] {
                    return client.rebootNode(poolId, nodeId, RunningTasks::TaskCompletion);
                }).ok());
    EXPECT_TRUE(replay("node_reimage", [this] {
                    return client.reimageNode(poolId, nodeId, RunningTasks::Terminate);
                }).ok());
    EXPECT_TRUE(replay("node_start", [this] { return client.startNode(poolId, nodeId); }).ok());
    EXPECT_TRUE(replay("node_deallocate", [this] {
                    return client.deallocateNode(poolId, nodeId, RunningTasks::RetainedData);
                }).ok());
}

TEST_F(BatchClientTest, ClosesAndOpensANodeForTasks)
{
    EXPECT_TRUE(replay("node_disable_scheduling", [this] {
                    return client.disableScheduling(poolId, nodeId, RunningTasks::TaskCompletion);
                }).ok());
    EXPECT_TRUE(replay("node_enable_scheduling", [this] {
                    return client.enableScheduling(poolId, nodeId);
                }).ok());
}

TEST_F(BatchClientTest, SaysWhereToLogIn)
{
    const auto login =
        replay("node_remote_login", [this] { return client.remoteLogin(poolId, nodeId); });
    ASSERT_TRUE(login.ok());
    EXPECT_EQ(*login, (RemoteLogin{QStringLiteral("192.0.2.4"), 50000}));
}

TEST_F(BatchClientTest, LetsUsersInAndOut)
{
    NodeUser user;
    user.name = QStringLiteral("bob");
    user.isAdmin = true;
    user.access.password = Secret("Not a real 1");
    user.access.expiryTime = fromIsoTime(u"2026-02-01T00:00:00Z");
    EXPECT_TRUE(
        replay("node_user_add", [&] { return client.addNodeUser(poolId, nodeId, user); }).ok());
    NodeUser withKey;
    withKey.name = user.name;
    withKey.access.sshPublicKey = QStringLiteral("ssh-ed25519 AAAA bob");
    EXPECT_TRUE(replay("node_user_add_key", [&] {
                    return client.addNodeUser(poolId, nodeId, withKey);
                }).ok());
    NodeUserAccess access;
    access.sshPublicKey = QStringLiteral("ssh-ed25519 BBBB bob");
    access.expiryTime = fromIsoTime(u"2026-03-01T00:00:00Z");
    EXPECT_TRUE(replay("node_user_replace", [&] {
                    return client.replaceNodeUser(poolId, nodeId, user.name, access);
                }).ok());
    EXPECT_TRUE(replay("node_user_delete", [&] {
                    return client.deleteNodeUser(poolId, nodeId, user.name);
                }).ok());
}

TEST_F(BatchClientTest, HasTheServicesLogsUploaded)
{
    const QDateTime from = fromIsoTime(u"2026-01-01T00:00:00Z");
    const ServiceLogRequest request{QStringLiteral("https://s.example/logs?sig=x"), from,
                                    from.addDays(1).addMSecs(500)};
    const auto upload =
        replay("node_logs", [&] { return client.uploadServiceLogs(poolId, nodeId, request); });
    ASSERT_TRUE(upload.ok());
    EXPECT_EQ(*upload, (ServiceLogUpload{QStringLiteral("poolp1-1A2B/n1/0795539d"), 8}));
}
