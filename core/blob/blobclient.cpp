// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/blobclient.h"

#include "core/blob/bloberror.h"
#include "core/blob/blobfields.h"
#include "core/blob/bloburl.h"
#include "core/blob/blobxml.h"
#include "core/net/typedsend.h"

#include <QCoreApplication>
#include <QUuid>

namespace Batchdesk::Blob {
namespace {

// What one operation asks for, before it is a request.
struct BlobCall
{
    QString operation;
    QByteArray verb;
    QString container = {};
    QString blob = {};
    QueryItems query = {};
    QList<int> expected = {};
};

Outcome<void> done(const RestResponse &)
{
    return {};
}

Outcome<QString> eTagOf(const RestResponse &answer)
{
    return QString::fromLatin1(answer.http.headers.value("ETag"));
}

Outcome<void> checkNames(const BlobCall &call, bool namesBlob)
{
    // QUrl would take a '/' in a container's name for the beginning of a blob's.
    const bool containerIsFine =
        isSendableName(call.container) && !call.container.contains(QLatin1Char('/'));
    if (!containerIsFine)
        return Error::invalidInput(
            QCoreApplication::translate("Blob", "A container cannot be called \"%1\"")
                .arg(call.container),
            call.operation);
    if (namesBlob && !isSendableName(call.blob))
        return Error::invalidInput(
            QCoreApplication::translate("Blob", "A blob cannot be called \"%1\"").arg(call.blob),
            call.container,
            QCoreApplication::translate("Blob",
                                        "Use a name without \".\" and \"..\" between slashes."));
    return {};
}

// What is stored beside the bytes, which Put Blob and Put Block List both replace.
Outcome<void> putBlobHeaders(HttpHeaders &fields, const BlobHeaders &headers)
{
    fields.set("x-ms-blob-content-type", headers.contentType.toLatin1());
    if (!headers.ifMatch.isEmpty())
        fields.set("If-Match", headers.ifMatch.toLatin1());
    if (headers.createOnly)
        fields.set("If-None-Match", "*");
    return putMetadata(fields, headers.metadata);
}

} // namespace

class BlobClient::Private
{
public:
    RestRequest request(const BlobCall &call) const
    {
        RestRequest request;
        request.operation = call.operation;
        request.expected = call.expected;
        request.http.verb = call.verb;
        request.http.url = resourceUrl(endpoint, call.container, call.blob, call.query);
        request.http.headers.set("x-ms-version", "2021-12-02");
        request.http.headers.set("x-ms-client-request-id",
                                 QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        return request;
    }

    Outcome<RestRequest> containerRequest(const BlobCall &call) const
    {
        const Outcome<void> names = checkNames(call, false);
        return names ? Outcome<RestRequest>(request(call)) : Outcome<RestRequest>(names.error());
    }

    Outcome<RestRequest> blobRequest(const BlobCall &call) const
    {
        const Outcome<void> names = checkNames(call, true);
        return names ? Outcome<RestRequest>(request(call)) : Outcome<RestRequest>(names.error());
    }

    // A request that carries a blob's bytes, and so waits behind those that somebody looks at.
    Outcome<RestRequest> uploadRequest(const BlobCall &call, const HttpBody &body,
                                       const QByteArray &md5) const
    {
        Outcome<RestRequest> made = blobRequest(call);
        if (!made)
            return made;
        made->background = true;
        made->http.body = body;
        made->http.headers.set("Content-Type", "application/octet-stream");
        if (!md5.isEmpty())
            made->http.headers.set("Content-MD5", md5.toBase64());
        return made;
    }

    QUrl endpoint;
    std::shared_ptr<RestClient> rest;
};

BlobClient::BlobClient(const QUrl &endpoint, std::shared_ptr<RestClient> rest)
    : d(std::make_unique<Private>())
{
    d->endpoint = endpoint;
    d->rest = std::move(rest);
}

BlobClient::~BlobClient() = default;

QUrl BlobClient::blobUrl(const QString &container, const QString &blob) const
{
    return resourceUrl(d->endpoint, container, blob);
}

QUrl BlobClient::containerUrl(const QString &container) const
{
    return resourceUrl(d->endpoint, container, {});
}

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

QFuture<Outcome<QString>> BlobClient::putBlob(const QString &container, const QString &blob,
                                              const HttpBody &body, const BlobHeaders &headers)
{
    Outcome<RestRequest> request = d->uploadRequest({.operation = QStringLiteral("Put Blob"),
                                                     .verb = "PUT",
                                                     .container = container,
                                                     .blob = blob,
                                                     .expected = {201}},
                                                    body, headers.contentMd5);
    if (request) {
        request->http.headers.set("x-ms-blob-type", "BlockBlob");
        if (const Outcome<void> put = putBlobHeaders(request->http.headers, headers); !put)
            request = put.error();
    }
    return sendTyped<QString>(*d->rest, std::move(request), eTagOf);
}

QFuture<Outcome<void>> BlobClient::putBlock(const QString &container, const QString &blob,
                                            const QByteArray &id, const HttpBody &body,
                                            const QByteArray &md5)
{
    return sendTyped<void>(
        *d->rest,
        d->uploadRequest({.operation = QStringLiteral("Put Block"),
                          .verb = "PUT",
                          .container = container,
                          .blob = blob,
                          .query = {{"comp", "block"}, {"blockid", id.toBase64()}},
                          .expected = {201}},
                         body, md5),
        done);
}

QFuture<Outcome<QString>> BlobClient::putBlockList(const QString &container, const QString &blob,
                                                   const QList<QByteArray> &ids,
                                                   const BlobHeaders &headers)
{
    Outcome<RestRequest> request = d->blobRequest({.operation = QStringLiteral("Put Block List"),
                                                   .verb = "PUT",
                                                   .container = container,
                                                   .blob = blob,
                                                   .query = {{"comp", "blocklist"}},
                                                   .expected = {201}});
    if (request) {
        request->http.body = writeBlockList(ids);
        request->http.headers.set("Content-Type", "application/xml");
        if (!headers.contentMd5.isEmpty())
            request->http.headers.set("x-ms-blob-content-md5", headers.contentMd5.toBase64());
        if (const Outcome<void> put = putBlobHeaders(request->http.headers, headers); !put)
            request = put.error();
    }
    return sendTyped<QString>(*d->rest, std::move(request), eTagOf);
}

QFuture<Outcome<QList<BlockItem>>> BlobClient::uncommittedBlocks(const QString &container,
                                                                 const QString &blob)
{
    const QString operation = QStringLiteral("Get Block List");
    return sendTyped<QList<BlockItem>>(
        *d->rest,
        d->blobRequest({.operation = operation,
                        .verb = "GET",
                        .container = container,
                        .blob = blob,
                        .query = {{"comp", "blocklist"}, {"blocklisttype", "uncommitted"}},
                        .expected = {200}}),
        [operation](const RestResponse &answer) {
            return readUncommittedBlocks(operation, answer.http.body);
        });
}

QFuture<Outcome<BlobContent>> BlobClient::getBlob(const QString &container, const QString &blob,
                                                  const BlobRange &range,
                                                  std::shared_ptr<ResponseSink> sink)
{
    const QString operation = QStringLiteral("Get Blob");
    if (range.offset < 0 || range.length == 0)
        return readyOutcome<BlobContent>(Error::invalidInput(
            QCoreApplication::translate("Blob", "A range must start in the blob and hold a byte"),
            blob));
    Outcome<RestRequest> request = d->blobRequest({.operation = operation,
                                                   .verb = "GET",
                                                   .container = container,
                                                   .blob = blob,
                                                   .expected = {200, 206, 416}});
    if (request) {
        if (const QByteArray header = rangeHeader(range); !header.isEmpty())
            request->http.headers.set("x-ms-range", header);
        if (!range.ifMatch.isEmpty())
            request->http.headers.set("If-Match", range.ifMatch.toLatin1());
        request->background = sink != nullptr;
        request->http.sink = std::move(sink);
    }
    return sendTyped<BlobContent>(
        *d->rest, std::move(request),
        [operation, blob](const RestResponse &answer) -> Outcome<BlobContent> {
            if (isRangeOfEmptyBlob(answer.http)) {
                BlobItem empty;
                empty.name = blob;
                empty.eTag = QString::fromLatin1(answer.http.headers.value("ETag"));
                return BlobContent{{}, empty};
            }
            if (answer.http.status == 416)
                return decodeError(operation, answer.http);
            return BlobContent{answer.http.body, blobFromHeaders(blob, answer.http)};
        });
}

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

QFuture<Outcome<void>> BlobClient::deleteBlob(const QString &container, const QString &blob)
{
    return sendTyped<void>(*d->rest,
                           d->blobRequest({.operation = QStringLiteral("Delete Blob"),
                                           .verb = "DELETE",
                                           .container = container,
                                           .blob = blob,
                                           .expected = {202}}),
                           done);
}

} // namespace Batchdesk::Blob
