// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

//! \brief Whether a client and the records of its exchanges belong together: read from the sources,
//! since a record that no test replays proves nothing.
class RecordedOperations
{
public:
    //! \param header the client's, relative to the sources: its operations are the methods that
    //! give a QFuture.
    //! \param tests the folder whose tests replay records from its "data".
    RecordedOperations(const QString &header, const QString &tests)
        : m_tests(QStringLiteral(BATCHDESK_SOURCE_DIR "/") + tests)
    {
        static const QRegularExpression method(
            QStringLiteral("\\bQFuture<Outcome<[^;(]+>>\\s+(\\w+)\\("));
        auto methods = method.globalMatch(read(QStringLiteral(BATCHDESK_SOURCE_DIR "/") + header));
        while (methods.hasNext())
            m_operations.insert(methods.next().captured(1));
        for (const QFileInfo &file : QDir(m_tests).entryInfoList({QStringLiteral("*.cpp")}))
            findReplays(read(file.filePath()));
    }

    const QSet<QString> &operations() const { return m_operations; }

    //! \brief Operations that no test replays.
    QStringList unproved() const { return sorted(m_operations - m_replayedOperations); }
    //! \brief Records without their other half, and requests that no test replays.
    QStringList stray() const
    {
        QStringList names;
        const QDir data(m_tests + QStringLiteral("/data"));
        for (const QString &file : data.entryList({QStringLiteral("*_request.txt")})) {
            const QString name = file.chopped(QStringLiteral("_request.txt").size());
            if (!data.exists(name + QStringLiteral("_response.txt")) || !m_cases.contains(name))
                names << name;
        }
        for (const QString &name : m_cases) {
            if (!data.exists(name + QStringLiteral("_request.txt")))
                names << name;
        }
        return names;
    }

private:
    // replay("pool_get", [] { return client.pool(id); }), which may go over lines.
    void findReplays(const QString &source)
    {
        static const QRegularExpression replay(
            QStringLiteral("\\breplay\\(\\s*\"(\\w+)\",.*?\\bclient\\.(\\w+)\\("),
            QRegularExpression::DotMatchesEverythingOption);
        auto replays = replay.globalMatch(source);
        while (replays.hasNext()) {
            const auto match = replays.next();
            m_cases.insert(match.captured(1));
            m_replayedOperations.insert(match.captured(2));
        }
    }

    static QString read(const QString &path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
        return QString::fromUtf8(file.readAll());
    }

    static QStringList sorted(const QSet<QString> &names)
    {
        QStringList list = names.values();
        list.sort();
        return list;
    }

    QString m_tests;
    QSet<QString> m_operations;
    QSet<QString> m_replayedOperations;
    QSet<QString> m_cases;
};

} // namespace Batchdesk::Test
