// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/errorcodec.h"

#include "core/batch/jsonfields.h"
#include "core/net/serviceerror.h"

#include <QCoreApplication>

namespace Batchdesk::Batch {
namespace {

QPair<QString, QString> detailFromJson(const QJsonObject &object)
{
    return {textField(object, QLatin1String("key")), textField(object, QLatin1String("value"))};
}

ServiceErrorBody bodyFromJson(const QJsonObject &object)
{
    // The message is an object with its language beside it; some gateways send it bare.
    const QJsonValue message = object.value(QLatin1String("message"));
    return {
        .code = textField(object, QLatin1String("code")),
        .message = message.isString() ? message.toString()
                                      : textField(message.toObject(), QLatin1String("value")),
        .details = listField(object, QLatin1String("values"), detailFromJson),
    };
}

Error errorFrom(const QString &operation, const HttpResponse &response, const QJsonObject &object)
{
    return serviceError(operation, QCoreApplication::translate("Batch", "The Batch service"),
                        response, bodyFromJson(object), "request-id");
}

} // namespace

Error decodeError(const QString &operation, const HttpResponse &response)
{
    const Outcome<QJsonObject> object = parseObject(operation, response.body);
    return errorFrom(operation, response, object ? *object : QJsonObject());
}

Error errorFromJson(const QJsonObject &object)
{
    // An item of an answer has no status of its own; 409 is what the same code has by itself.
    HttpResponse response;
    response.status = 409;
    Error error = errorFrom({}, response, object);
    if (error.kind == Error::Kind::Conflict)
        error.kind = Error::Kind::Service;
    error.httpStatus = 0;
    return error;
}

} // namespace Batchdesk::Batch
