// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/blobclient.h"

#include "core/blob/blobclient_p.h"

#include <QCoreApplication>
#include <QUuid>

namespace Batchdesk::Blob {
namespace {

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

} // namespace

Outcome<void> done(const RestResponse &)
{
    return {};
}

Outcome<QString> eTagOf(const RestResponse &answer)
{
    return QString::fromLatin1(answer.http.headers.value("ETag"));
}

void putIfMatch(HttpHeaders &headers, const QString &eTag)
{
    if (!eTag.isEmpty())
        headers.set("If-Match", eTag.toLatin1());
}

RestRequest BlobClient::Private::request(const BlobCall &call) const
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

Outcome<RestRequest> BlobClient::Private::containerRequest(const BlobCall &call) const
{
    const Outcome<void> names = checkNames(call, false);
    return names ? Outcome<RestRequest>(request(call)) : Outcome<RestRequest>(names.error());
}

Outcome<RestRequest> BlobClient::Private::blobRequest(const BlobCall &call) const
{
    const Outcome<void> names = checkNames(call, true);
    return names ? Outcome<RestRequest>(request(call)) : Outcome<RestRequest>(names.error());
}

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

} // namespace Batchdesk::Blob
