// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/blobclient_p.h"
#include "core/blob/bloberror.h"
#include "core/blob/blobfields.h"
#include "core/blob/blobxml.h"

namespace Batchdesk::Blob {

QFuture<Outcome<ContainerPage>> BlobClient::containers(const QString &prefix, const QString &marker,
                                                       int maxResults)
{
    BlobCall call{.operation = QStringLiteral("List Containers"),
                  .verb = "GET",
                  .query = {{"comp", "list"}, {"include", "metadata"}},
                  .expected = {200}};
    if (!prefix.isEmpty())
        call.query.append({"prefix", prefix.toUtf8()});
    if (!marker.isEmpty())
        call.query.append({"marker", marker.toUtf8()});
    if (maxResults < 5000) // which is what the service takes by itself
        call.query.append({"maxresults", QByteArray::number(maxResults)});
    return sendTyped<ContainerPage>(*d->rest, d->request(call),
                                    [operation = call.operation](const RestResponse &answer) {
                                        return readContainers(operation, answer.http.body);
                                    });
}

QFuture<Outcome<void>> BlobClient::createContainer(const QString &container,
                                                   const QMap<QString, QString> &metadata)
{
    const QString operation = QStringLiteral("Create Container");
    Outcome<RestRequest> request = d->containerRequest({.operation = operation,
                                                        .verb = "PUT",
                                                        .container = container,
                                                        .query = {{"restype", "container"}},
                                                        .expected = {201, 409}});
    if (request) {
        if (const Outcome<void> put = putMetadata(request->http.headers, metadata); !put)
            request = put.error();
    }
    return sendTyped<void>(*d->rest, std::move(request),
                           [operation](const RestResponse &answer) -> Outcome<void> {
                               if (answer.http.status != 409)
                                   return {};
                               // A try whose answer was lost may have made it: after a repetition
                               // it is ours.
                               const Error error = decodeError(operation, answer.http);
                               const bool isOurs = answer.tries > 1
                                   && error.code == QLatin1String("ContainerAlreadyExists");
                               return isOurs ? Outcome<void>() : Outcome<void>(error);
                           });
}

QFuture<Outcome<ContainerItem>> BlobClient::containerProperties(const QString &container)
{
    return sendTyped<ContainerItem>(
        *d->rest,
        d->containerRequest({.operation = QStringLiteral("Get Container Properties"),
                             .verb = "HEAD",
                             .container = container,
                             .query = {{"restype", "container"}},
                             .expected = {200}}),
        [container](const RestResponse &answer) -> Outcome<ContainerItem> {
            return containerFromHeaders(container, answer.http.headers);
        });
}

QFuture<Outcome<bool>> BlobClient::containerExists(const QString &container)
{
    return sendTyped<bool>(
        *d->rest,
        d->containerRequest({.operation = QStringLiteral("Get Container Properties"),
                             .verb = "HEAD",
                             .container = container,
                             .query = {{"restype", "container"}},
                             .expected = {200, 404}}),
        [](const RestResponse &answer) -> Outcome<bool> { return answer.http.status == 200; });
}

QFuture<Outcome<QMap<QString, QString>>> BlobClient::containerMetadata(const QString &container)
{
    return sendTyped<QMap<QString, QString>>(
        *d->rest,
        d->containerRequest({.operation = QStringLiteral("Get Container Metadata"),
                             .verb = "HEAD",
                             .container = container,
                             .query = {{"restype", "container"}, {"comp", "metadata"}},
                             .expected = {200}}),
        [](const RestResponse &answer) -> Outcome<QMap<QString, QString>> {
            return metadataFromHeaders(answer.http.headers);
        });
}

QFuture<Outcome<void>> BlobClient::setContainerMetadata(const QString &container,
                                                        const QMap<QString, QString> &metadata)
{
    Outcome<RestRequest> request =
        d->containerRequest({.operation = QStringLiteral("Set Container Metadata"),
                             .verb = "PUT",
                             .container = container,
                             .query = {{"restype", "container"}, {"comp", "metadata"}},
                             .expected = {200}});
    if (request) {
        if (const Outcome<void> put = putMetadata(request->http.headers, metadata); !put)
            request = put.error();
    }
    return sendTyped<void>(*d->rest, std::move(request), done);
}

QFuture<Outcome<void>> BlobClient::deleteContainer(const QString &container)
{
    return sendTyped<void>(*d->rest,
                           d->containerRequest({.operation = QStringLiteral("Delete Container"),
                                                .verb = "DELETE",
                                                .container = container,
                                                .query = {{"restype", "container"}},
                                                .expected = {202}}),
                           done);
}

QFuture<Outcome<BlobPage>> BlobClient::blobs(const QString &container, const BlobQuery &query)
{
    BlobCall call{.operation = QStringLiteral("List Blobs"),
                  .verb = "GET",
                  .container = container,
                  .query = {{"restype", "container"},
                            {"comp", "list"},
                            {"include", "metadata"},
                            {"maxresults", QByteArray::number(query.maxResults)}},
                  .expected = {200}};
    if (!query.prefix.isEmpty())
        call.query.append({"prefix", query.prefix.toUtf8()});
    if (!query.delimiter.isEmpty())
        call.query.append({"delimiter", query.delimiter.toUtf8()});
    if (!query.marker.isEmpty())
        call.query.append({"marker", query.marker.toUtf8()});
    return sendTyped<BlobPage>(*d->rest, d->containerRequest(call),
                               [operation = call.operation](const RestResponse &answer) {
                                   return readBlobs(operation, answer.http.body);
                               });
}

} // namespace Batchdesk::Blob
