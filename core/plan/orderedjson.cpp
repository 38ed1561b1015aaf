// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/orderedjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Batchdesk {

namespace {

QByteArray encoded(const QJsonValue &value)
{
    // QJsonDocument writes only arrays and objects.
    QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return text.mid(1, text.size() - 2);
}

} // namespace

void OrderedJson::add(const QString &key, const QJsonValue &value)
{
    m_members.append({key, value, {}});
}

void OrderedJson::add(const QString &key, const OrderedJson &object)
{
    m_members.append({key, {}, {object}});
}

QByteArray OrderedJson::compact() const
{
    QByteArray text = "{";
    for (const Member &member : m_members) {
        if (text.size() > 1)
            text += ',';
        text += encoded(member.key) + ':'
            + (member.object.isEmpty() ? encoded(member.value) : member.object.first().compact());
    }
    return text + '}';
}

QByteArray OrderedJson::indented(int level) const
{
    if (m_members.isEmpty())
        return "{}";
    const QByteArray margin((level + 1) * 4, ' ');
    QByteArray text = "{";
    for (const Member &member : m_members) {
        text += text.size() > 1 ? ",\n" : "\n";
        text += margin + encoded(member.key) + ": "
            + (member.object.isEmpty() ? encoded(member.value)
                                       : member.object.first().indented(level + 1));
    }
    return text + '\n' + QByteArray(level * 4, ' ') + '}';
}

} // namespace Batchdesk
