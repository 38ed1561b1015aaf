// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace Batchdesk {

//! \brief A JSON object whose keys stay in the order they were added, which QJsonObject sorts away:
//! what people read begins with what matters.
class OrderedJson
{
public:
    void add(const QString &key, const QJsonValue &value);
    //! \brief Adds a nested object, also an empty one.
    void add(const QString &key, const OrderedJson &object);
    bool isEmpty() const { return m_members.isEmpty(); }

    //! \brief On one line, without a line end.
    QByteArray compact() const;
    //! \brief One member a line, four spaces a level; lists stay on their line.
    QByteArray indented(int level = 0) const;

private:
    struct Member
    {
        QString key;
        QJsonValue value;
        QList<OrderedJson> object; //!< One, or none when it is a value.
    };
    QList<Member> m_members;
};

} // namespace Batchdesk
