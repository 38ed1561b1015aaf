// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchclient_p.h"
#include "core/batch/commoncodec.h"
#include "core/batch/nodecodec.h"

namespace Batchdesk::Batch {
namespace {

QStringList nodePath(const QString &poolId, const QString &nodeId, const QStringList &rest = {})
{
    return QStringList{QStringLiteral("pools"), poolId, QStringLiteral("nodes"), nodeId} + rest;
}

QStringList userPath(const QString &poolId, const QString &nodeId, const QString &userName)
{
    return nodePath(poolId, nodeId, {QStringLiteral("users"), userName});
}

// The body of an action that says what becomes of the running tasks.
QByteArray optionBody(QLatin1String name, RunningTasks runningTasks)
{
    return compact({{name, wireName(runningTasks)}});
}

} // namespace

QFuture<Outcome<Page<Node>>> BatchClient::nodes(const QString &poolId, const ListQuery &query)
{
    return d->list(QStringLiteral("Compute Node - List"),
                   {QStringLiteral("pools"), poolId, QStringLiteral("nodes")}, query, nodeFromJson);
}

QFuture<Outcome<Node>> BatchClient::node(const QString &poolId, const QString &nodeId)
{
    return d->get(QStringLiteral("Compute Node - Get"), nodePath(poolId, nodeId), nodeFromJson);
}

QFuture<Outcome<void>> BatchClient::rebootNode(const QString &poolId, const QString &nodeId,
                                               RunningTasks runningTasks)
{
    return d->carryOut({.operation = QStringLiteral("Compute Node - Reboot"),
                        .verb = "POST",
                        .path = nodePath(poolId, nodeId, {QStringLiteral("reboot")}),
                        .expected = {202},
                        .body = optionBody(QLatin1String("nodeRebootOption"), runningTasks)});
}

QFuture<Outcome<void>> BatchClient::reimageNode(const QString &poolId, const QString &nodeId,
                                                RunningTasks runningTasks)
{
    return d->carryOut({.operation = QStringLiteral("Compute Node - Reimage"),
                        .verb = "POST",
                        .path = nodePath(poolId, nodeId, {QStringLiteral("reimage")}),
                        .expected = {202},
                        .body = optionBody(QLatin1String("nodeReimageOption"), runningTasks)});
}

QFuture<Outcome<void>> BatchClient::startNode(const QString &poolId, const QString &nodeId)
{
    return d->carryOut({.operation = QStringLiteral("Compute Node - Start"),
                        .verb = "POST",
                        .path = nodePath(poolId, nodeId, {QStringLiteral("start")}),
                        .expected = {202}});
}

QFuture<Outcome<void>> BatchClient::deallocateNode(const QString &poolId, const QString &nodeId,
                                                   RunningTasks runningTasks)
{
    return d->carryOut({.operation = QStringLiteral("Compute Node - Deallocate"),
                        .verb = "POST",
                        .path = nodePath(poolId, nodeId, {QStringLiteral("deallocate")}),
                        .expected = {202},
                        .body = optionBody(QLatin1String("nodeDeallocateOption"), runningTasks)});
}

QFuture<Outcome<void>> BatchClient::disableScheduling(const QString &poolId, const QString &nodeId,
                                                      RunningTasks runningTasks)
{
    return d->carryOut(
        {.operation = QStringLiteral("Compute Node - Disable Scheduling"),
         .verb = "POST",
         .path = nodePath(poolId, nodeId, {QStringLiteral("disablescheduling")}),
         .expected = {200},
         .body = optionBody(QLatin1String("nodeDisableSchedulingOption"), runningTasks)});
}

QFuture<Outcome<void>> BatchClient::enableScheduling(const QString &poolId, const QString &nodeId)
{
    return d->carryOut({.operation = QStringLiteral("Compute Node - Enable Scheduling"),
                        .verb = "POST",
                        .path = nodePath(poolId, nodeId, {QStringLiteral("enablescheduling")}),
                        .expected = {200}});
}

QFuture<Outcome<RemoteLogin>> BatchClient::remoteLogin(const QString &poolId, const QString &nodeId)
{
    return d->get(QStringLiteral("Compute Node - Get Remote Login Settings"),
                  nodePath(poolId, nodeId, {QStringLiteral("remoteloginsettings")}),
                  remoteLoginFromJson);
}

QFuture<Outcome<void>> BatchClient::addNodeUser(const QString &poolId, const QString &nodeId,
                                                const NodeUser &user)
{
    return d->create({.operation = QStringLiteral("Compute Node - Add User"),
                      .verb = "POST",
                      .path = nodePath(poolId, nodeId, {QStringLiteral("users")}),
                      .body = compact(toJson(user))},
                     QLatin1String("NodeUserExists"));
}

QFuture<Outcome<void>> BatchClient::replaceNodeUser(const QString &poolId, const QString &nodeId,
                                                    const QString &userName,
                                                    const NodeUserAccess &access)
{
    return d->carryOut({.operation = QStringLiteral("Compute Node - Replace User"),
                        .verb = "PUT",
                        .path = userPath(poolId, nodeId, userName),
                        .expected = {200},
                        .body = compact(toJson(access))});
}

QFuture<Outcome<void>> BatchClient::deleteNodeUser(const QString &poolId, const QString &nodeId,
                                                   const QString &userName)
{
    return d->carryOut({.operation = QStringLiteral("Compute Node - Delete User"),
                        .verb = "DELETE",
                        .path = userPath(poolId, nodeId, userName),
                        .expected = {200}});
}

QFuture<Outcome<ServiceLogUpload>> BatchClient::uploadServiceLogs(const QString &poolId,
                                                                  const QString &nodeId,
                                                                  const ServiceLogRequest &request)
{
    return d->fetch({.operation = QStringLiteral("Compute Node - Upload Batch Service Logs"),
                     .verb = "POST",
                     .path = nodePath(poolId, nodeId, {QStringLiteral("uploadbatchservicelogs")}),
                     .expected = {200},
                     .body = compact(toJson(request))},
                    serviceLogUploadFromJson);
}

} // namespace Batchdesk::Batch
