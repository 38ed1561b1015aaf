// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"

#include <QDateTime>
#include <QFile>
#include <QList>
#include <QString>

#include <memory>

namespace Batchdesk {

//! \brief What a journal entry is about.
struct JournalEntry
{
    enum class Phase { Begin, Done, Failed };

    QDateTime time; //!< UTC
    QString
        step; //!< "container", "upload", "pool", "job", "tasks", "watch", "collect", "delete", …
    QString subject; //!< The thing's name, such as the pool's id; no secret, no URL.
    Phase phase = Phase::Begin;

    bool operator==(const JournalEntry &) const = default;
};

//! \brief The run's memory: one JSON object a line, on disk before the request it announces goes
//! out.
//!
//! A run that dies at any moment leaves behind what it may have made; resuming and cleaning up read
//! it.
class Journal
{
public:
    //! \brief Opens \a path for appending, reading what is there. A last line that was cut off is
    //! ignored.
    static Outcome<std::shared_ptr<Journal>> open(const QString &path);

    //! \brief Appends and flushes to the disk. Fails with Io.
    Outcome<void> write(const QString &step, const QString &subject, JournalEntry::Phase phase);

    //! \brief Every entry, earlier runs' included.
    const QList<JournalEntry> &entries() const { return m_entries; }
    //! \brief True when the thing was announced: it may exist.
    bool begun(const QString &step, const QString &subject) const;
    //! \brief True when a thing of that kind ("pool", "job", "container") was announced, was not
    //! refused, and was not deleted since: it may exist now.
    bool mayExist(const QString &kind, const QString &subject) const;
    //! \brief True when the latest entry about it says done.
    bool done(const QString &step, const QString &subject) const;

private:
    explicit Journal(const QString &path);
    void read();

    QFile m_file;
    QList<JournalEntry> m_entries;
};

} // namespace Batchdesk
