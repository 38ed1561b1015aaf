// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/monitor/poolhealth.h"

#include "core/batch/batchclient.h"
#include "core/net/awaitoutcome.h"

#include <QCoreApplication>
#include <QSet>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PoolHealth)
};

QString exitText(const std::optional<int> &exitCode,
                 const std::optional<Batch::FailureInfo> &failure)
{
    if (exitCode && *exitCode != 0)
        return Texts::tr("exit code %1").arg(*exitCode);
    return failure ? failure->message : Texts::tr("no exit code");
}

bool isLost(const Batch::Node &node)
{
    return node.state == QLatin1String("starttaskfailed")
        || node.state == QLatin1String("unusable");
}

std::optional<NodeTrouble> troubleOf(const Batch::Node &node)
{
    if (node.state == QLatin1String("starttaskfailed")) {
        const auto info = node.startTaskInfo.value_or(Batch::StartTaskInfo{});
        return NodeTrouble{node.id,
                           Texts::tr("The start task failed on node %1: %2")
                               .arg(node.id, exitText(info.exitCode, info.failureInfo)),
                           QStringLiteral("startup/stderr.txt")};
    }
    if (node.state == QLatin1String("unusable")) {
        const QString reason = node.errors.isEmpty() ? Texts::tr("the service gives no reason")
                                                     : node.errors.first().message;
        return NodeTrouble{node.id, Texts::tr("Node %1 is unusable: %2").arg(node.id, reason), {}};
    }
    return {};
}

std::optional<NodeTrouble> troubleOf(const Batch::PreparationStatus &status)
{
    const Batch::JobTaskRun run = status.preparation.value_or(Batch::JobTaskRun{});
    if (run.result != QLatin1String("failure"))
        return {};
    return NodeTrouble{status.nodeId,
                       Texts::tr("The job preparation failed on node %1: %2")
                           .arg(status.nodeId, exitText(run.exitCode, run.failureInfo)),
                       run.taskRootDirectory.isEmpty()
                           ? QString()
                           : run.taskRootDirectory + QStringLiteral("/stderr.txt")};
}

} // namespace

QCoro::Task<Outcome<PoolHealth>> pollHealth(std::shared_ptr<Batch::BatchClient> client,
                                            QString poolId, QString jobId)
{
    PoolHealth health;
    const auto pool = co_await awaitOutcome(client->pool(poolId));
    if (!pool)
        co_return pool.error();
    health.pool = *pool;

    Batch::ListQuery query;
    query.select = QStringLiteral("id,state,startTaskInfo,errors,vmSize,isDedicated,"
                                  "runningTasksCount,totalTasksRun,totalTasksSucceeded");
    do {
        const auto page = co_await awaitOutcome(client->nodes(poolId, query));
        if (!page)
            co_return page.error();
        health.nodes += page->items;
        query.nextLink = page->nextLink;
    } while (!query.nextLink.isEmpty());

    Batch::ListQuery statusQuery;
    do {
        const auto page = co_await awaitOutcome(client->preparationStatus(jobId, statusQuery));
        if (!page)
            co_return page.error();
        health.preparation += page->items;
        statusQuery.nextLink = page->nextLink;
    } while (!statusQuery.nextLink.isEmpty());
    co_return health;
}

HealthReport judgeHealth(const PoolHealth &health)
{
    HealthReport report;
    QSet<QString> lost;
    for (const Batch::Node &node : health.nodes) {
        if (const auto trouble = troubleOf(node))
            report.troubles << *trouble;
        if (isLost(node))
            lost.insert(node.id);
    }
    for (const Batch::PreparationStatus &status : health.preparation) {
        if (const auto trouble = troubleOf(status)) {
            report.troubles << *trouble;
            lost.insert(status.nodeId);
        }
    }
    for (const Batch::ResizeError &error : health.pool.resizeErrors)
        report.troubles << NodeTrouble{
            {}, Texts::tr("The pool did not get its nodes: %1").arg(error.message), {}};

    const bool moreMayCome = health.pool.allocationState != QLatin1String("steady");
    bool anyLeft = false;
    for (const Batch::Node &node : health.nodes)
        anyLeft = anyLeft || !lost.contains(node.id);
    // A pool without nodes and without an error is one that is about to grow, or was emptied by its
    // owner.
    report.blocked = !moreMayCome && !anyLeft && !report.troubles.isEmpty();
    return report;
}

} // namespace Batchdesk
