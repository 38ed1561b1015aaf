// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/blobclient_p.h"
#include "core/blob/bloberror.h"
#include "core/blob/blobfields.h"
#include "core/blob/blobxml.h"

#include <QCoreApplication>

#include <functional>

namespace Batchdesk::Blob {
namespace {

// What is stored beside the bytes, which Put Blob and Put Block List both replace.
Outcome<void> putBlobHeaders(HttpHeaders &fields, const BlobHeaders &headers)
{
    fields.set("x-ms-blob-content-type", headers.contentType.toLatin1());
    putIfMatch(fields, headers.ifMatch);
    if (headers.createOnly)
        fields.set("If-None-Match", "*");
    return putMetadata(fields, headers.metadata);
}

// A request that carries a blob's bytes, and so waits behind those that somebody looks at.
Outcome<RestRequest> uploadRequest(Outcome<RestRequest> made, const HttpBody &body,
                                   const QByteArray &md5)
{
    if (!made)
        return made;
    made->background = true;
    made->http.body = body;
    made->http.headers.set("Content-Type", "application/octet-stream");
    if (!md5.isEmpty())
        made->http.headers.set("Content-MD5", md5.toBase64());
    return made;
}

BlobCall blockListCall(const QString &container, const QString &blob, const QByteArray &type)
{
    return {.operation = QStringLiteral("Get Block List"),
            .verb = "GET",
            .container = container,
            .blob = blob,
            .query = {{"comp", "blocklist"}, {"blocklisttype", type}},
            .expected = {200}};
}

std::function<Outcome<QList<BlockItem>>(const RestResponse &)> blocksUnder(QLatin1String element)
{
    return [element](const RestResponse &answer) {
        return readBlocks(QStringLiteral("Get Block List"), answer.http.body, element);
    };
}

} // namespace

QFuture<Outcome<QString>> BlobClient::putBlob(const QString &container, const QString &blob,
                                              const HttpBody &body, const BlobHeaders &headers)
{
    Outcome<RestRequest> request =
        uploadRequest(d->blobRequest({.operation = QStringLiteral("Put Blob"),
                                      .verb = "PUT",
                                      .container = container,
                                      .blob = blob,
                                      .expected = {201}}),
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
        uploadRequest(d->blobRequest({.operation = QStringLiteral("Put Block"),
                                      .verb = "PUT",
                                      .container = container,
                                      .blob = blob,
                                      .query = {{"comp", "block"}, {"blockid", id.toBase64()}},
                                      .expected = {201}}),
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
    return sendTyped<QList<BlockItem>>(
        *d->rest, d->blobRequest(blockListCall(container, blob, "uncommitted")),
        blocksUnder(QLatin1String("UncommittedBlocks")));
}

QFuture<Outcome<QList<BlockItem>>> BlobClient::committedBlocks(const QString &container,
                                                               const QString &blob)
{
    return sendTyped<QList<BlockItem>>(*d->rest,
                                       d->blobRequest(blockListCall(container, blob, "committed")),
                                       blocksUnder(QLatin1String("CommittedBlocks")));
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
        putIfMatch(request->http.headers, range.ifMatch);
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

} // namespace Batchdesk::Blob
