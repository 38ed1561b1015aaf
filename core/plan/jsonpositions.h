// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace Batchdesk {

//! \brief "$.pool.image" for a child of "$.pool"; a key that is no plain word is written "["like
//! this"]".
QString jsonChildPath(const QString &parent, const QString &key);
//! \brief "$.inputs.include[2]".
QString jsonItemPath(const QString &parent, qsizetype index);

//! \brief Where the values of a JSON text stand, which QJsonDocument does not keep: path → line.
//!
//! Made from text that QJsonDocument has accepted; other text gives a partial index, never a fault.
class JsonPositions
{
public:
    explicit JsonPositions(const QByteArray &text);

    //! \brief Line of the key, or of the nearest thing around it that the text has; from 1 on.
    int lineOf(const QString &path) const;
    //! \brief Paths of keys that stand more than once in their object.
    const QStringList &duplicates() const { return m_duplicates; }

    //! \brief Line and column of a byte of \a text, both from 1 on, the column in characters.
    static std::pair<int, int> lineAndColumn(const QByteArray &text, qsizetype offset);

private:
    QHash<QString, int> m_lines;
    QStringList m_duplicates;
};

} // namespace Batchdesk
