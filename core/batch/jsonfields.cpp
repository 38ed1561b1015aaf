// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/jsonfields.h"

#include "core/base/isotime.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace Batchdesk::Batch {

QString textField(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

qint64 int64Field(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

int intField(const QJsonObject &object, QLatin1String name, int missing)
{
    return optionalIntField(object, name).value_or(missing);
}

std::optional<int> optionalIntField(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    if (!value.isDouble() && !value.isString())
        return std::nullopt;
    using Limits = std::numeric_limits<int>;
    return static_cast<int>(
        std::clamp<qint64>(int64Field(object, name), Limits::min(), Limits::max()));
}

bool boolField(const QJsonObject &object, QLatin1String name, bool missing)
{
    return object.value(name).toBool(missing);
}

QDateTime timeField(const QJsonObject &object, QLatin1String name)
{
    return fromIsoTime(textField(object, name));
}

std::optional<std::chrono::seconds> durationField(const QJsonObject &object, QLatin1String name)
{
    const auto duration = fromIsoDuration(textField(object, name));
    return duration ? *duration : std::nullopt;
}

void putText(QJsonObject &object, QLatin1String name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

void putDuration(QJsonObject &object, QLatin1String name, std::optional<std::chrono::seconds> value)
{
    if (value)
        object.insert(name, toIsoDuration(value));
}

void putTime(QJsonObject &object, QLatin1String name, const QDateTime &value)
{
    if (value.isValid())
        object.insert(name, toIsoTime(value));
}

Outcome<QJsonObject> parseObject(const QString &operation, QByteArray body)
{
    if (body.startsWith("\xEF\xBB\xBF"))
        body.remove(0, 3);
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parse);
    if (document.isObject())
        return document.object();
    Error error;
    error.message = QCoreApplication::translate("Batch", "The service's answer could not be read");
    error.place = operation;
    error.advice = QCoreApplication::translate(
        "Batch", "Check that the account's address is that of a Batch account.");
    error.details.append(
        {QStringLiteral("JSON"),
         parse.error == QJsonParseError::NoError
             ? QStringLiteral("not an object")
             : QStringLiteral("%1 at byte %2").arg(parse.errorString()).arg(parse.offset)});
    return error;
}

} // namespace Batchdesk::Batch
