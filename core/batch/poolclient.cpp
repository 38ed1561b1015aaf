// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchclient_p.h"
#include "core/batch/poolcodec.h"

namespace Batchdesk::Batch {
namespace {

QStringList poolPath(const QString &poolId, const QStringList &rest = {})
{
    return QStringList{QStringLiteral("pools"), poolId} + rest;
}

} // namespace

QFuture<Outcome<void>> BatchClient::addPool(const PoolSpec &pool)
{
    return d->create({.operation = QStringLiteral("Pool - Add"),
                      .verb = "POST",
                      .path = {QStringLiteral("pools")},
                      .body = compact(toJson(pool))},
                     QLatin1String("PoolExists"));
}

QFuture<Outcome<bool>> BatchClient::poolExists(const QString &poolId)
{
    return d->exists(QStringLiteral("Pool - Exists"), poolPath(poolId));
}

QFuture<Outcome<Pool>> BatchClient::pool(const QString &poolId)
{
    return d->get(QStringLiteral("Pool - Get"), poolPath(poolId), poolFromJson);
}

QFuture<Outcome<Page<Pool>>> BatchClient::pools(const ListQuery &query)
{
    return d->list(QStringLiteral("Pool - List"), {QStringLiteral("pools")}, query, poolFromJson);
}

QFuture<Outcome<void>> BatchClient::patchPool(const QString &poolId, const PoolPatch &patch,
                                              const QString &ifMatch)
{
    return d->carryOut({.operation = QStringLiteral("Pool - Patch"),
                        .verb = "PATCH",
                        .path = poolPath(poolId),
                        .expected = {200},
                        .body = compact(toJson(patch)),
                        .ifMatch = ifMatch});
}

QFuture<Outcome<void>> BatchClient::updatePoolProperties(const QString &poolId,
                                                         const PoolProperties &properties)
{
    return d->carryOut({.operation = QStringLiteral("Pool - Update Properties"),
                        .verb = "POST",
                        .path = poolPath(poolId, {QStringLiteral("updateproperties")}),
                        .expected = {204},
                        .body = compact(toJson(properties))});
}

QFuture<Outcome<void>> BatchClient::resizePool(const QString &poolId, const PoolResize &resize,
                                               const QString &ifMatch)
{
    return d->carryOut({.operation = QStringLiteral("Pool - Resize"),
                        .verb = "POST",
                        .path = poolPath(poolId, {QStringLiteral("resize")}),
                        .expected = {202},
                        .body = compact(toJson(resize)),
                        .ifMatch = ifMatch});
}

QFuture<Outcome<void>> BatchClient::stopResizingPool(const QString &poolId)
{
    return d->carryOut({.operation = QStringLiteral("Pool - Stop Resize"),
                        .verb = "POST",
                        .path = poolPath(poolId, {QStringLiteral("stopresize")}),
                        .expected = {202}});
}

QFuture<Outcome<void>> BatchClient::removeNodes(const QString &poolId, const NodeRemoval &removal)
{
    return d->carryOut({.operation = QStringLiteral("Pool - Remove Nodes"),
                        .verb = "POST",
                        .path = poolPath(poolId, {QStringLiteral("removenodes")}),
                        .expected = {202},
                        .body = compact(toJson(removal))});
}

QFuture<Outcome<void>> BatchClient::enableAutoScale(const QString &poolId,
                                                    const AutoScale &autoScale,
                                                    const QString &ifMatch)
{
    return d->carryOut({.operation = QStringLiteral("Pool - Enable Auto Scale"),
                        .verb = "POST",
                        .path = poolPath(poolId, {QStringLiteral("enableautoscale")}),
                        .expected = {200},
                        .body = compact(toJson(autoScale)),
                        .ifMatch = ifMatch});
}

QFuture<Outcome<void>> BatchClient::disableAutoScale(const QString &poolId)
{
    return d->carryOut({.operation = QStringLiteral("Pool - Disable Auto Scale"),
                        .verb = "POST",
                        .path = poolPath(poolId, {QStringLiteral("disableautoscale")}),
                        .expected = {200}});
}

QFuture<Outcome<AutoScaleRun>> BatchClient::evaluateAutoScale(const QString &poolId,
                                                              const QString &formula)
{
    return d->fetch({.operation = QStringLiteral("Pool - Evaluate Auto Scale"),
                     .verb = "POST",
                     .path = poolPath(poolId, {QStringLiteral("evaluateautoscale")}),
                     .expected = {200},
                     .body = compact(toJson(AutoScale{formula, {}}))},
                    autoScaleRunFromJson);
}

QFuture<Outcome<void>> BatchClient::deletePool(const QString &poolId)
{
    return d->carryOut({.operation = QStringLiteral("Pool - Delete"),
                        .verb = "DELETE",
                        .path = poolPath(poolId),
                        .expected = {202}});
}

} // namespace Batchdesk::Batch
