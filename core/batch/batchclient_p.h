// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/batchclient.h"
#include "core/batch/batchrequest.h"
#include "core/batch/jsonfields.h"
#include "core/net/typedsend.h"

#include <functional>

namespace Batchdesk::Batch {

//! \brief A body as it is sent.
QByteArray compact(const QJsonObject &object);
//! \brief Terminate and Delete of a job or a schedule, which may be forced.
BatchCall endingCall(const QString &operation, const QByteArray &verb, const QStringList &path,
                     bool force);

//! \brief What the parts of BatchClient, one file per resource, have in common: a call becomes a
//! request, and its answer a value.
class BatchClient::Private
{
public:
    template <typename T>
    QFuture<Outcome<T>> send(const BatchCall &call,
                             std::function<Outcome<T>(const RestResponse &)> decode) const
    {
        return sendTyped<T>(*rest, makeRequest(endpoint, call), std::move(decode));
    }

    //! \brief For answers of which the status says all.
    QFuture<Outcome<void>> carryOut(const BatchCall &call) const;
    //! \brief For Add operations, expecting 201: \a existsCode after a repetition means that it
    //! worked.
    QFuture<Outcome<void>> create(const BatchCall &call, QLatin1String existsCode) const;
    //! \brief For Exists operations: 200 or 404.
    QFuture<Outcome<bool>> exists(const QString &operation, const QStringList &path) const;

    //! \brief For answers that are one object.
    template <typename T>
    QFuture<Outcome<T>> fetch(const BatchCall &call, T (*read)(const QJsonObject &)) const
    {
        return send<T>(
            call, [operation = call.operation, read](const RestResponse &answer) -> Outcome<T> {
                const Outcome<QJsonObject> object = parseObject(operation, answer.http.body);
                return object ? Outcome<T>(read(*object)) : Outcome<T>(object.error());
            });
    }

    template <typename T>
    QFuture<Outcome<T>> get(const QString &operation, const QStringList &path,
                            T (*read)(const QJsonObject &)) const
    {
        return fetch({.operation = operation, .verb = "GET", .path = path, .expected = {200}},
                     read);
    }

    //! \brief For listings: the first page, or the one that the query's nextLink names.
    template <typename T>
    QFuture<Outcome<Page<T>>> list(const BatchCall &firstPage, const ListQuery &query,
                                   T (*read)(const QJsonObject &)) const
    {
        Outcome<RestRequest> request = query.nextLink.isEmpty()
            ? makeRequest(endpoint, withQuery(firstPage, query))
            : makeNextPageRequest(endpoint, firstPage.operation, query.nextLink);
        return sendTyped<Page<T>>(
            *rest, std::move(request),
            [operation = firstPage.operation, read](const RestResponse &answer) {
                return parsePage(operation, answer.http.body, read);
            });
    }

    template <typename T>
    QFuture<Outcome<Page<T>>> list(const QString &operation, const QStringList &path,
                                   const ListQuery &query, T (*read)(const QJsonObject &)) const
    {
        return list({.operation = operation, .verb = "GET", .path = path, .expected = {200}}, query,
                    read);
    }

    QUrl endpoint;
    std::shared_ptr<RestClient> rest;

private:
    static BatchCall withQuery(BatchCall call, const ListQuery &query);
};

} // namespace Batchdesk::Batch
