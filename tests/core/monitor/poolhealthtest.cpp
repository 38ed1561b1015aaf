// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/monitor/poolhealth.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

Batch::Node node(const char *id, const char *state)
{
    Batch::Node node;
    node.id = QLatin1String(id);
    node.state = QLatin1String(state);
    return node;
}

Batch::Node nodeWithFailedStart(const char *id, int exitCode)
{
    Batch::Node failed = node(id, "starttaskfailed");
    failed.startTaskInfo = Batch::StartTaskInfo{
        QStringLiteral("completed"), exitCode, {}, QStringLiteral("failure"), 1, {}, {}};
    return failed;
}

Batch::PreparationStatus failedPreparation(const char *nodeId)
{
    Batch::PreparationStatus status;
    status.nodeId = QLatin1String(nodeId);
    Batch::JobTaskRun run;
    run.state = QStringLiteral("completed");
    run.result = QStringLiteral("failure");
    run.exitCode = 4;
    run.taskRootDirectory = QStringLiteral("workitems/j/job-1/jobpreparation");
    status.preparation = run;
    return status;
}

PoolHealth steady(const QList<Batch::Node> &nodes)
{
    PoolHealth health;
    health.pool.allocationState = QStringLiteral("steady");
    health.nodes = nodes;
    return health;
}

} // namespace

TEST(PoolHealth, NothingIsWrongWithWorkingNodes)
{
    EXPECT_EQ(judgeHealth(steady({node("n1", "idle"), node("n2", "running")})), HealthReport{});
}

TEST(PoolHealth, OneFailedStartTaskIsTroubleButNoBlock)
{
    const HealthReport report =
        judgeHealth(steady({node("n1", "idle"), nodeWithFailedStart("n2", 3)}));
    ASSERT_EQ(report.troubles.size(), 1);
    EXPECT_EQ(report.troubles.first().message,
              QStringLiteral("The start task failed on node n2: exit code 3"));
    EXPECT_EQ(report.troubles.first().logFile, QStringLiteral("startup/stderr.txt"));
    EXPECT_FALSE(report.blocked);
}

TEST(PoolHealth, BlockedWhenEveryStartTaskFailed)
{
    EXPECT_TRUE(
        judgeHealth(steady({nodeWithFailedStart("n1", 3), nodeWithFailedStart("n2", 3)})).blocked);
}

TEST(PoolHealth, MoreNodesMayComeWhileThePoolResizes)
{
    PoolHealth health = steady({nodeWithFailedStart("n1", 3)});
    health.pool.allocationState = QStringLiteral("resizing");
    EXPECT_FALSE(judgeHealth(health).blocked);
}

TEST(PoolHealth, AFailedPreparationTakesItsNodeOut)
{
    PoolHealth health = steady({node("n1", "idle"), node("n2", "idle")});
    health.preparation = {failedPreparation("n1")};
    const HealthReport one = judgeHealth(health);
    ASSERT_EQ(one.troubles.size(), 1);
    EXPECT_EQ(one.troubles.first().logFile,
              QStringLiteral("workitems/j/job-1/jobpreparation/stderr.txt"));
    EXPECT_FALSE(one.blocked);

    health.preparation << failedPreparation("n2");
    EXPECT_TRUE(judgeHealth(health).blocked);
}

TEST(PoolHealth, APoolThatGotNoNodeSaysWhy)
{
    PoolHealth health = steady({});
    EXPECT_FALSE(judgeHealth(health).blocked); // about to grow
    health.pool.resizeErrors = {
        {QStringLiteral("AccountCoreQuotaReached"), QStringLiteral("Quota reached"), {}}};
    const HealthReport report = judgeHealth(health);
    EXPECT_TRUE(report.blocked);
    EXPECT_EQ(report.troubles.first().message,
              QStringLiteral("The pool did not get its nodes: Quota reached"));
}

TEST(PoolHealth, AnUnusableNodeGivesTheServicesReason)
{
    Batch::Node broken = node("n1", "unusable");
    broken.errors = {{QStringLiteral("DiskFull"), QStringLiteral("The disk is full"), {}}};
    const HealthReport report = judgeHealth(steady({broken}));
    EXPECT_TRUE(report.blocked);
    EXPECT_EQ(report.troubles.first().message,
              QStringLiteral("Node n1 is unusable: The disk is full"));
}
