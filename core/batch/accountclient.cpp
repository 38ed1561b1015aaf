// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/isotime.h"
#include "core/batch/applicationcodec.h"
#include "core/batch/batchclient_p.h"
#include "core/batch/poolcodec.h"

namespace Batchdesk::Batch {

QFuture<Outcome<Page<SupportedImage>>> BatchClient::supportedImages(const ListQuery &query)
{
    return d->list(QStringLiteral("Account - List Supported Images"),
                   {QStringLiteral("supportedimages")}, query, supportedImageFromJson);
}

QFuture<Outcome<Page<NodeCounts>>> BatchClient::nodeCounts(const ListQuery &query)
{
    return d->list(QStringLiteral("Account - List Pool Node Counts"),
                   {QStringLiteral("nodecounts")}, query, nodeCountsFromJson);
}

QFuture<Outcome<Page<PoolUsage>>> BatchClient::poolUsage(const QDateTime &from, const QDateTime &to,
                                                         const ListQuery &query)
{
    BatchCall call{.operation = QStringLiteral("Pool - List Usage Metrics"),
                   .verb = "GET",
                   .path = {QStringLiteral("poolusagemetrics")},
                   .expected = {200}};
    if (from.isValid())
        call.query.append({"startTime", toIsoTime(from)});
    if (to.isValid())
        call.query.append({"endTime", toIsoTime(to)});
    return d->list(call, query, poolUsageFromJson);
}

QFuture<Outcome<Page<Application>>> BatchClient::applications(const ListQuery &query)
{
    return d->list(QStringLiteral("Application - List"), {QStringLiteral("applications")}, query,
                   applicationFromJson);
}

QFuture<Outcome<Application>> BatchClient::application(const QString &applicationId)
{
    return d->get(QStringLiteral("Application - Get"),
                  {QStringLiteral("applications"), applicationId}, applicationFromJson);
}

} // namespace Batchdesk::Batch
