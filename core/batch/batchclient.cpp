// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchclient.h"

#include "core/batch/batchclient_p.h"
#include "core/batch/errorcodec.h"

#include <QJsonDocument>

namespace Batchdesk::Batch {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

BatchCall endingCall(const QString &operation, const QByteArray &verb, const QStringList &path,
                     bool force)
{
    BatchCall call{.operation = operation, .verb = verb, .path = path, .expected = {202}};
    if (force)
        call.query.append({"force", QStringLiteral("true")});
    return call;
}

QFuture<Outcome<void>> BatchClient::Private::carryOut(const BatchCall &call) const
{
    return send<void>(call, [](const RestResponse &) { return Outcome<void>(); });
}

QFuture<Outcome<void>> BatchClient::Private::create(const BatchCall &call,
                                                    QLatin1String existsCode) const
{
    BatchCall sent = call;
    sent.expected = {201, 409};
    // A create may have been carried out by a try whose answer was lost. Our ids are made for one
    // run, so after a repetition "exists" can only be our own.
    return send<void>(
        sent,
        [operation = call.operation, existsCode](const RestResponse &answer) -> Outcome<void> {
            if (answer.http.status != 409)
                return {};
            const Error error = decodeError(operation, answer.http);
            return answer.tries > 1 && error.code == existsCode ? Outcome<void>()
                                                                : Outcome<void>(error);
        });
}

QFuture<Outcome<bool>> BatchClient::Private::exists(const QString &operation,
                                                    const QStringList &path) const
{
    return send<bool>(
        {.operation = operation, .verb = "HEAD", .path = path, .expected = {200, 404}},
        [](const RestResponse &answer) -> Outcome<bool> { return answer.http.status == 200; });
}

BatchCall BatchClient::Private::withQuery(BatchCall call, const ListQuery &query)
{
    call.query.append({"maxresults", QString::number(query.maxResults)});
    if (!query.filter.isEmpty())
        call.query.append({"$filter", query.filter});
    if (!query.select.isEmpty())
        call.query.append({"$select", query.select});
    return call;
}

BatchClient::BatchClient(const QUrl &endpoint, std::shared_ptr<RestClient> rest)
    : d(std::make_unique<Private>())
{
    d->endpoint = endpoint;
    d->rest = std::move(rest);
}

BatchClient::~BatchClient() = default;

} // namespace Batchdesk::Batch
