// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/blobclient_p.h"
#include "core/blob/blobfields.h"

namespace Batchdesk::Blob {

QFuture<Outcome<BlobItem>> BlobClient::blobProperties(const QString &container, const QString &blob)
{
    return sendTyped<BlobItem>(*d->rest,
                               d->blobRequest({.operation = QStringLiteral("Get Blob Properties"),
                                               .verb = "HEAD",
                                               .container = container,
                                               .blob = blob,
                                               .expected = {200}}),
                               [blob](const RestResponse &answer) -> Outcome<BlobItem> {
                                   return blobFromHeaders(blob, answer.http);
                               });
}

QFuture<Outcome<bool>> BlobClient::blobExists(const QString &container, const QString &blob)
{
    return sendTyped<bool>(
        *d->rest,
        d->blobRequest({.operation = QStringLiteral("Get Blob Properties"),
                        .verb = "HEAD",
                        .container = container,
                        .blob = blob,
                        .expected = {200, 404}}),
        [](const RestResponse &answer) -> Outcome<bool> { return answer.http.status == 200; });
}

QFuture<Outcome<QString>> BlobClient::setBlobProperties(const QString &container,
                                                        const QString &blob,
                                                        const BlobProperties &properties,
                                                        const QString &ifMatch)
{
    Outcome<RestRequest> request =
        d->blobRequest({.operation = QStringLiteral("Set Blob Properties"),
                        .verb = "PUT",
                        .container = container,
                        .blob = blob,
                        .query = {{"comp", "properties"}},
                        .expected = {200}});
    if (request) {
        putProperties(request->http.headers, properties);
        putIfMatch(request->http.headers, ifMatch);
    }
    return sendTyped<QString>(*d->rest, std::move(request), eTagOf);
}

QFuture<Outcome<QMap<QString, QString>>> BlobClient::blobMetadata(const QString &container,
                                                                  const QString &blob)
{
    return sendTyped<QMap<QString, QString>>(
        *d->rest,
        d->blobRequest({.operation = QStringLiteral("Get Blob Metadata"),
                        .verb = "HEAD",
                        .container = container,
                        .blob = blob,
                        .query = {{"comp", "metadata"}},
                        .expected = {200}}),
        [](const RestResponse &answer) -> Outcome<QMap<QString, QString>> {
            return metadataFromHeaders(answer.http.headers);
        });
}

QFuture<Outcome<QString>> BlobClient::setBlobMetadata(const QString &container, const QString &blob,
                                                      const QMap<QString, QString> &metadata,
                                                      const QString &ifMatch)
{
    Outcome<RestRequest> request = d->blobRequest({.operation = QStringLiteral("Set Blob Metadata"),
                                                   .verb = "PUT",
                                                   .container = container,
                                                   .blob = blob,
                                                   .query = {{"comp", "metadata"}},
                                                   .expected = {200}});
    if (request) {
        putIfMatch(request->http.headers, ifMatch);
        if (const Outcome<void> put = putMetadata(request->http.headers, metadata); !put)
            request = put.error();
    }
    return sendTyped<QString>(*d->rest, std::move(request), eTagOf);
}

QFuture<Outcome<CopyState>> BlobClient::startCopy(const QString &container, const QString &blob,
                                                  const BlobCopy &copy)
{
    Outcome<RestRequest> request = d->blobRequest({.operation = QStringLiteral("Copy Blob"),
                                                   .verb = "PUT",
                                                   .container = container,
                                                   .blob = blob,
                                                   .expected = {202}});
    // The source goes out in a header, so its name is checked as if it were asked for.
    if (const auto source = d->blobRequest({.operation = QStringLiteral("Copy Blob"),
                                            .verb = "GET",
                                            .container = copy.sourceContainer,
                                            .blob = copy.sourceBlob});
        !source)
        request = source.error();
    if (request) {
        HttpHeaders &headers = request->http.headers;
        headers.set("x-ms-copy-source", blobUrl(copy.sourceContainer, copy.sourceBlob).toEncoded());
        if (!copy.sourceIfMatch.isEmpty())
            headers.set("x-ms-source-if-match", copy.sourceIfMatch.toLatin1());
        putIfMatch(headers, copy.ifMatch);
        if (copy.createOnly)
            headers.set("If-None-Match", "*");
        if (const Outcome<void> put = putMetadata(headers, copy.metadata); !put)
            request = put.error();
    }
    return sendTyped<CopyState>(*d->rest, std::move(request),
                                [](const RestResponse &answer) -> Outcome<CopyState> {
                                    return copyFromHeaders(answer.http.headers);
                                });
}

QFuture<Outcome<void>> BlobClient::abortCopy(const QString &container, const QString &blob,
                                             const QString &copyId)
{
    Outcome<RestRequest> request =
        d->blobRequest({.operation = QStringLiteral("Abort Copy Blob"),
                        .verb = "PUT",
                        .container = container,
                        .blob = blob,
                        .query = {{"comp", "copy"}, {"copyid", copyId.toUtf8()}},
                        .expected = {204}});
    if (request)
        request->http.headers.set("x-ms-copy-action", "abort");
    return sendTyped<void>(*d->rest, std::move(request), done);
}

QFuture<Outcome<void>> BlobClient::deleteBlob(const QString &container, const QString &blob,
                                              const QString &ifMatch)
{
    Outcome<RestRequest> request = d->blobRequest({.operation = QStringLiteral("Delete Blob"),
                                                   .verb = "DELETE",
                                                   .container = container,
                                                   .blob = blob,
                                                   .expected = {202}});
    if (request)
        putIfMatch(request->http.headers, ifMatch);
    return sendTyped<void>(*d->rest, std::move(request), done);
}

} // namespace Batchdesk::Blob
