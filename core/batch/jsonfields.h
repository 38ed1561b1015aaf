// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/batch/common.h"

#include <QJsonArray>
#include <QJsonObject>

//! \brief Reading and writing single JSON fields as the Batch service has them. A field that is
//! missing, null or of another type reads as the default: answers differ between versions.
namespace Batchdesk::Batch {

QString textField(const QJsonObject &object, QLatin1String name);
//! \brief A whole number, which the service sends as a number or, for 64 bits, as a string.
qint64 int64Field(const QJsonObject &object, QLatin1String name);
//! \brief As int64Field(), held within the range of int.
int intField(const QJsonObject &object, QLatin1String name, int missing = 0);
std::optional<int> optionalIntField(const QJsonObject &object, QLatin1String name);
bool boolField(const QJsonObject &object, QLatin1String name, bool missing = false);
//! \brief A time in UTC; invalid when there is none.
QDateTime timeField(const QJsonObject &object, QLatin1String name);

//! \brief A duration; nothing when there is none, or when it stands for "unlimited".
std::optional<std::chrono::seconds> durationField(const QJsonObject &object, QLatin1String name);

//! \brief Writes the field unless the text is empty: the service takes absent as its default.
void putText(QJsonObject &object, QLatin1String name, const QString &value);
//! \brief An object read by \a read; nothing when the field is absent.
template <typename T>
std::optional<T> optionalObject(const QJsonObject &object, QLatin1String name,
                                T (*read)(const QJsonObject &))
{
    const QJsonValue value = object.value(name);
    return value.isObject() ? std::optional<T>(read(value.toObject())) : std::nullopt;
}

//! \brief Writes an ISO 8601 duration; nothing when unset.
void putDuration(QJsonObject &object, QLatin1String name,
                 std::optional<std::chrono::seconds> value);

//! \brief Writes a time in UTC; nothing when it is invalid.
void putTime(QJsonObject &object, QLatin1String name, const QDateTime &value);
//! \brief Writes the field when there is a value.
template <typename T>
void putOptional(QJsonObject &object, QLatin1String name, const std::optional<T> &value)
{
    if (value)
        object.insert(name, *value);
}

//! \brief The items of an array that are objects, read one by one.
template <typename T>
QList<T> listField(const QJsonObject &object, QLatin1String name, T (*read)(const QJsonObject &))
{
    QList<T> items;
    for (const QJsonValue item : object.value(name).toArray()) {
        if (item.isObject())
            items.append(read(item.toObject()));
    }
    return items;
}

//! \brief An array of objects.
template <typename T>
QJsonArray toArray(const QList<T> &items)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(toJson(item));
    return array;
}

//! \brief Writes an array of objects; nothing when it is empty.
template <typename T>
void putList(QJsonObject &object, QLatin1String name, const QList<T> &items)
{
    if (!items.isEmpty())
        object.insert(name, toArray(items));
}

//! \brief Parses a body that must be one JSON object; a byte order mark is tolerated.
//! \a operation is named in the error.
Outcome<QJsonObject> parseObject(const QString &operation, QByteArray body);

//! \brief Parses a page of a listing: "value" and "odata.nextLink".
template <typename T>
Outcome<Page<T>> parsePage(const QString &operation, const QByteArray &body,
                           T (*read)(const QJsonObject &))
{
    const Outcome<QJsonObject> object = parseObject(operation, body);
    if (!object)
        return object.error();
    Page<T> page;
    page.items = listField(*object, QLatin1String("value"), read);
    page.nextLink = textField(*object, QLatin1String("odata.nextLink"));
    return page;
}

} // namespace Batchdesk::Batch
