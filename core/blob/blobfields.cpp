// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/blobfields.h"

#include "core/base/isotime.h"

#include <QCoreApplication>

#include <algorithm>

namespace Batchdesk::Blob {
namespace {

constexpr char MetadataPrefix[] = "x-ms-meta-";

// A part's own length stands in Content-Length, the blob's after the slash of Content-Range.
qint64 wholeSize(const HttpHeaders &headers)
{
    const QByteArray range = headers.value("Content-Range");
    const qsizetype slash = range.lastIndexOf('/');
    return slash < 0 ? headers.value("Content-Length").toLongLong()
                     : range.mid(slash + 1).toLongLong();
}

// With a range, Content-MD5 would be that of the part.
QByteArray wholeMd5(const HttpResponse &response)
{
    QByteArray md5 = response.headers.value("x-ms-blob-content-md5");
    if (md5.isEmpty() && response.status == 200)
        md5 = response.headers.value("Content-MD5");
    return QByteArray::fromBase64(md5);
}

bool isMetadataName(const QString &name)
{
    const auto isAllowed = [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isAllowed);
}

bool isMetadataValue(const QString &value)
{
    const auto isPrintable = [](QChar c) { return c >= QLatin1Char(' ') && c <= QLatin1Char('~'); };
    return value == value.trimmed() && std::all_of(value.begin(), value.end(), isPrintable);
}

QString text(const HttpHeaders &headers, QByteArrayView name)
{
    return QString::fromLatin1(headers.value(name));
}

} // namespace

BlobProperties BlobProperties::of(const BlobItem &blob)
{
    return {
        .contentType = blob.contentType,
        .contentEncoding = blob.contentEncoding,
        .contentLanguage = blob.contentLanguage,
        .contentDisposition = blob.contentDisposition,
        .cacheControl = blob.cacheControl,
        .contentMd5 = blob.contentMd5,
    };
}

QMap<QString, QString> metadataFromHeaders(const HttpHeaders &headers)
{
    QMap<QString, QString> metadata;
    for (const auto &[name, value] : headers.fields()) {
        const QByteArray lower = name.toLower();
        if (lower.startsWith(MetadataPrefix))
            metadata.insert(QString::fromLatin1(lower.mid(sizeof MetadataPrefix - 1)),
                            QString::fromLatin1(value));
    }
    return metadata;
}

CopyState copyFromHeaders(const HttpHeaders &headers)
{
    return {
        .id = text(headers, "x-ms-copy-id"),
        .status = text(headers, "x-ms-copy-status"),
        .reason = text(headers, "x-ms-copy-status-description"),
    };
}

BlobItem blobFromHeaders(const QString &name, const HttpResponse &response)
{
    return {
        .name = name,
        .size = wholeSize(response.headers),
        .eTag = text(response.headers, "ETag"),
        .lastModified = fromHttpDate(response.headers.value("Last-Modified")),
        .contentMd5 = wholeMd5(response),
        .contentType = text(response.headers, "Content-Type"),
        .contentEncoding = text(response.headers, "Content-Encoding"),
        .contentLanguage = text(response.headers, "Content-Language"),
        .contentDisposition = text(response.headers, "Content-Disposition"),
        .cacheControl = text(response.headers, "Cache-Control"),
        .metadata = metadataFromHeaders(response.headers),
        .copy = copyFromHeaders(response.headers),
    };
}

ContainerItem containerFromHeaders(const QString &name, const HttpHeaders &headers)
{
    return {
        .name = name,
        .eTag = text(headers, "ETag"),
        .lastModified = fromHttpDate(headers.value("Last-Modified")),
        .metadata = metadataFromHeaders(headers),
    };
}

void putProperties(HttpHeaders &headers, const BlobProperties &properties)
{
    const auto put = [&headers](const char *name, const QString &value) {
        if (!value.isEmpty())
            headers.set(name, value.toLatin1());
    };
    put("x-ms-blob-content-type", properties.contentType);
    put("x-ms-blob-content-encoding", properties.contentEncoding);
    put("x-ms-blob-content-language", properties.contentLanguage);
    put("x-ms-blob-content-disposition", properties.contentDisposition);
    put("x-ms-blob-cache-control", properties.cacheControl);
    put("x-ms-blob-content-md5", QString::fromLatin1(properties.contentMd5.toBase64()));
}

Outcome<void> putMetadata(HttpHeaders &headers, const QMap<QString, QString> &metadata)
{
    for (auto it = metadata.begin(); it != metadata.end(); ++it) {
        if (!isMetadataName(it.key()) || !isMetadataValue(it.value()))
            return Error::invalidInput(
                QCoreApplication::translate("Blob", "This cannot be stored as metadata: %1")
                    .arg(it.key()),
                {},
                QCoreApplication::translate(
                    "Blob",
                    "Use a name of a-z and 0-9, and a value of printable ASCII characters."));
        headers.set(MetadataPrefix + it.key().toLatin1(), it.value().toLatin1());
    }
    return {};
}

QByteArray rangeHeader(const BlobRange &range)
{
    if (range.offset == 0 && range.length < 0)
        return {};
    QByteArray header = "bytes=" + QByteArray::number(range.offset) + '-';
    if (range.length > 0)
        header += QByteArray::number(range.offset + range.length - 1);
    return header;
}

bool isRangeOfEmptyBlob(const HttpResponse &response)
{
    return response.status == 416
        && response.headers.value("Content-Range").trimmed().endsWith("*/0");
}

} // namespace Batchdesk::Blob
