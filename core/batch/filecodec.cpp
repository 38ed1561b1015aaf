// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/filecodec.h"

#include "core/base/isotime.h"
#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {

File fileFromJson(const QJsonObject &object)
{
    const QJsonObject properties = object.value(QLatin1String("properties")).toObject();
    return {
        .name = textField(object, QLatin1String("name")),
        .isDirectory = boolField(object, QLatin1String("isDirectory")),
        .size = int64Field(properties, QLatin1String("contentLength")),
        .lastModified = timeField(properties, QLatin1String("lastModified")),
    };
}

File fileFromHeaders(const QString &path, const HttpHeaders &headers)
{
    return {
        .name = path,
        .isDirectory = headers.value("ocp-batch-file-isdirectory").toLower() == "true",
        .size = headers.value("Content-Length").toLongLong(),
        .lastModified = fromHttpDate(headers.value("Last-Modified")),
    };
}

QByteArray rangeHeader(const ByteRange &range)
{
    if (range.isWhole())
        return {};
    QByteArray header = "bytes=" + QByteArray::number(range.offset) + '-';
    if (range.length > 0)
        header += QByteArray::number(range.offset + range.length - 1);
    return header;
}

} // namespace Batchdesk::Batch
