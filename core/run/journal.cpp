// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/journal.h"

#include "core/base/disksync.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Batchdesk {

namespace {

QString phaseName(JournalEntry::Phase phase)
{
    switch (phase) {
    case JournalEntry::Phase::Begin:
        return QStringLiteral("begin");
    case JournalEntry::Phase::Done:
        return QStringLiteral("done");
    case JournalEntry::Phase::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

JournalEntry::Phase phaseOf(const QString &name)
{
    if (name == QLatin1String("done"))
        return JournalEntry::Phase::Done;
    return name == QLatin1String("failed") ? JournalEntry::Phase::Failed
                                           : JournalEntry::Phase::Begin;
}

} // namespace

Journal::Journal(const QString &path)
    : m_file(path)
{
}

Outcome<std::shared_ptr<Journal>> Journal::open(const QString &path)
{
    std::shared_ptr<Journal> journal(new Journal(path));
    if (!journal->m_file.open(QIODevice::ReadWrite | QIODevice::Append)) {
        return Error::io(
            QCoreApplication::translate("Journal", "The run's journal cannot be written: %1")
                .arg(journal->m_file.errorString()),
            path);
    }
    journal->read();
    return journal;
}

void Journal::read()
{
    m_file.seek(0);
    const QByteArray all = m_file.readAll();
    qsizetype from = 0;
    for (qsizetype end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', from)) {
        const QJsonObject object = QJsonDocument::fromJson(all.mid(from, end - from)).object();
        from = end + 1;
        if (object.isEmpty())
            continue;
        m_entries << JournalEntry{
            QDateTime::fromString(object.value(QLatin1String("time")).toString(),
                                  Qt::ISODateWithMs),
            object.value(QLatin1String("step")).toString(),
            object.value(QLatin1String("subject")).toString(),
            phaseOf(object.value(QLatin1String("phase")).toString())};
    }
    // A line that a crash cut off must not swallow the next one.
    if (from < all.size())
        m_file.write("\n");
}

Outcome<void> Journal::write(const QString &step, const QString &subject, JournalEntry::Phase phase)
{
    const JournalEntry entry{QDateTime::currentDateTimeUtc(), step, subject, phase};
    const QJsonObject object{
        {QStringLiteral("time"), entry.time.toString(Qt::ISODateWithMs)},
        {QStringLiteral("step"), step},
        {QStringLiteral("subject"), subject},
        {QStringLiteral("phase"), phaseName(phase)},
    };
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    if (m_file.write(line) != line.size() || !m_file.flush() || !syncToDisk(m_file)) {
        return Error::io(
            QCoreApplication::translate("Journal", "The run's journal cannot be written: %1")
                .arg(m_file.errorString()),
            m_file.fileName(),
            QCoreApplication::translate("Journal", "Make room on the disk, and resume the run."));
    }
    m_entries << entry;
    return {};
}

bool Journal::begun(const QString &step, const QString &subject) const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [&](const JournalEntry &entry) {
        return entry.step == step && entry.subject == subject;
    });
}

bool Journal::mayExist(const QString &kind, const QString &subject) const
{
    const QString deletion = QStringLiteral("delete ") + kind;
    bool may = false;
    for (const JournalEntry &entry : m_entries) {
        if (entry.subject != subject)
            continue;
        if (entry.step == kind)
            may = entry.phase != JournalEntry::Phase::Failed;
        else if (entry.step == deletion && entry.phase == JournalEntry::Phase::Done)
            may = false;
    }
    return may;
}

bool Journal::done(const QString &step, const QString &subject) const
{
    const auto latest =
        std::find_if(m_entries.crbegin(), m_entries.crend(), [&](const JournalEntry &entry) {
            return entry.step == step && entry.subject == subject;
        });
    return latest != m_entries.crend() && latest->phase == JournalEntry::Phase::Done;
}

} // namespace Batchdesk
