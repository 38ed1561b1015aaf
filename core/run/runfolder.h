// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/plan/planrecord.h"
#include "core/run/runvalues.h"

#include <QDateTime>
#include <QList>
#include <QLockFile>
#include <QString>

#include <memory>

namespace Batchdesk {

//! \brief One run's place on this computer: what its plan was made from, its journal, its summary.
class RunFolder
{
public:
    RunFolder() = default;
    explicit RunFolder(const QString &path)
        : m_path(path)
    {
    }

    QString path() const { return m_path; }
    QString journalPath() const;
    QString archivePath() const; //!< application.zip while it is being sent.
    QString feedPath() const;    //!< What the run told; see core/run/runfeed.h.

    //! \brief Writes what the plan was made from, so that the run can be resumed though the files
    //! changed.
    Outcome<void> saveRecord(const PlanRecord &record) const;
    Outcome<PlanRecord> record() const;
    //! \brief What a list shows of the record, without reading all of it. NotFound when there is
    //! none.
    Outcome<struct RunListing> head() const;
    //! \brief Keeps how the tasks ended, for a run that breaks after its job is gone.
    Outcome<void> saveOutcome(const RunSummary &soFar) const;
    std::optional<RunSummary> outcome() const;
    //! \brief Marks the run as ended.
    Outcome<void> saveSummary(const RunSummary &summary) const;
    //! \brief The summary, or nothing while the run has not ended.
    std::optional<RunSummary> summary() const;

    //! \brief Asks whoever carries the run out to end it; a StopWatch there sees it. Fails with Io.
    Outcome<void> askToStop() const;
    //! \brief Takes the wish back, before the run goes on.
    void forgetStop() const;
    QString stopPath() const; //!< The file that is the wish.

    //! \brief Removes the folder of a run that never began (it has no journal), so that its id is
    //! free again.
    void removeIfUnused();

    //! \brief Keeps others from carrying out the same run at the same time, until this copy and all
    //! others are gone. Fails with Conflict when another program has it for longer than a moment:
    //! one that only looks whether it is locked holds it for that long. Blocks meanwhile.
    Outcome<void> lock();
    //! \brief True when a living program carries it out.
    bool isLocked() const;
    //! \brief Whether the run ended, and if not, whether it is carried out: one answer, though it
    //! may end while being asked for. Blocks on the disk.
    struct Standing standing() const;

private:
    QString m_path;
    std::shared_ptr<QLockFile> m_lock;
};

//! \brief How a run stands. With neither a summary nor anybody who carries it out it is broken off.
struct Standing
{
    std::optional<RunSummary> summary; //!< Of a run that ended.
    bool isCarriedOut = false;         //!< By a living program; false for one that ended.
};

//! \brief A line of the list of runs.
struct RunListing
{
    QString runId;
    QString title; //!< For people; the id when the settings name none.
    QString account;
    QDateTime startedAt; //!< UTC
    qint64 tasks = 0;
    bool running = false; //!< A program is carrying it out now.
    std::optional<RunSummary>
        summary; //!< Missing when it neither goes on nor ended: it can be resumed.
};

//! \brief All runs that this user started on this computer.
class RunStore
{
public:
    //! \param path the folder that holds a folder for each run; made if missing.
    explicit RunStore(const QString &path)
        : m_path(path)
    {
    }

    //! \brief Makes a folder for a new run; the folder of an earlier run of that id that has ended
    //! is set aside. Fails with AlreadyExists when an earlier run of that id has not ended.
    Outcome<RunFolder> create(const QString &runId) const;
    //! \brief The folder of a run. Fails with NotFound, naming the nearest ones.
    Outcome<RunFolder> find(const QString &runId) const;
    //! \brief Every run, the latest first. Blocks on the disk.
    QList<RunListing> list() const;

private:
    QString m_path;
};

} // namespace Batchdesk
