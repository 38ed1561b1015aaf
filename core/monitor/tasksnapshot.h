// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/job.h"
#include "core/batch/task.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

namespace Batchdesk {

//! \brief What a poll found to be different.
struct TaskChanges
{
    QList<Batch::Task>
        changed; //!< New ones and those whose state or outcome is another; in no order.
    Batch::TaskCounts counts; //!< Of all tasks known, after the change.
    QDateTime asOf;           //!< When the poll was answered; UTC.
};

//! \brief The tasks of one job as far as they are known, kept up to date by asking only for what
//! moved.
//!
//! The first poll takes every task; each later one asks for those whose state changed since the
//! latest change seen, with an overlap, since a change may become visible a little after its time.
//! Tasks seen twice are recognised. A plain value; no thread of its own.
class TaskSnapshot
{
public:
    //! \brief $filter for the next poll; empty for the first.
    QString filter() const;
    //! \brief $select for every poll: what the tables show, without command lines and URLs.
    static QString select();

    //! \brief Takes the tasks of an answer; gives those that are new or different.
    //! \param firstPage only the first page moves the time from which the next poll asks: what
    //! changes on an earlier page while later ones are read would be missed otherwise.
    QList<Batch::Task> merge(const QList<Batch::Task> &tasks, bool firstPage = true);

    Batch::TaskCounts counts() const { return m_counts; }
    const QHash<QString, Batch::Task> &tasks() const { return m_tasks; }

private:
    void count(const Batch::Task &task, int by);

    QHash<QString, Batch::Task> m_tasks;
    Batch::TaskCounts m_counts;
    QDateTime m_latestChange;
};

} // namespace Batchdesk
