// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/plan/plan.h"
#include "core/run/runfolder.h"
#include "core/run/runstate.h"
#include "core/run/runvalues.h"

#include <QObject>

#include <memory>

namespace Batchdesk {

//! \brief A plan being made true: walks its steps, watches the tasks, brings the results home,
//! cleans up.
//!
//! Lives on the thread that made it and never blocks it. Starting it on a folder that has a journal
//! resumes that run. Emits progressed() whenever a figure changed, happened() for each line of the
//! log, and finished() exactly once, last.
class Run final : public QObject
{
    Q_OBJECT

public:
    //! \param folder holds the journal; locked for as long as the run goes on.
    Run(const Plan &plan, const RunStamp &stamp, const RunServices &services,
        const RunFolder &folder, QObject *parent = nullptr);
    ~Run() override;

    //! \brief Starts or resumes it. Once.
    void start();
    //! \brief Asks it to end: what it made is removed, unless \a keepEverything.
    void stop(bool keepEverything = false);

    //! \brief Where it stands.
    const RunProgress &progress() const;

Q_SIGNALS:
    void progressed(const Batchdesk::RunProgress &progress);
    void happened(const Batchdesk::RunEvent &event);
    //! \brief Tasks that are new or changed since the last time.
    void tasksChanged(const QList<Batchdesk::Batch::Task> &tasks);
    //! \brief The pool's nodes, all of them, as last seen.
    void nodesSeen(const QList<Batchdesk::Batch::Node> &nodes);
    void finished(const Batchdesk::RunSummary &summary);

private:
    RunStatePtr m_state;
};

} // namespace Batchdesk
