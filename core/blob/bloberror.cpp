// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/bloberror.h"

#include "core/net/serviceerror.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace Batchdesk::Blob {
namespace {

ServiceErrorBody readErrorBody(const QByteArray &body)
{
    ServiceErrorBody result;
    QXmlStreamReader xml(body);
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("Error"))
        return {};
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        if (name == QLatin1String("Code"))
            result.code = text;
        else if (name == QLatin1String("Message"))
            result.message = text;
        else
            result.details.append({name, text});
    }
    return result;
}

} // namespace

Error decodeError(const QString &operation, const HttpResponse &response)
{
    ServiceErrorBody body = readErrorBody(response.body);
    if (body.code.isEmpty())
        body.code = QString::fromLatin1(response.headers.value("x-ms-error-code"));
    return serviceError(operation, QCoreApplication::translate("Blob", "The Storage service"),
                        response, body, "x-ms-request-id");
}

} // namespace Batchdesk::Blob
