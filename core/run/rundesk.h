// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/plan/planrecord.h"
#include "core/run/runfolder.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>

namespace Batchdesk {

class Accounts;
namespace Git {
class Credentials;
}

//! \brief Starts, stops and lists the runs of this user. Each run is carried out by a process of
//! its own (batchdesk-cli), which outlives the window that started it.
//!
//! Lives on the thread that made it and never blocks it.
class RunDesk final : public QObject
{
    Q_OBJECT

public:
    //! \param cliProgram batchdesk-cli.
    //! \param runsFolder holds a folder for each run.
    //! \param credentials what opens the repositories of runs that clone one; without them the
    //! runner asks the keychain itself.
    RunDesk(const QString &cliProgram, const QString &runsFolder,
            std::shared_ptr<Accounts> accounts,
            std::shared_ptr<Git::Credentials> credentials = nullptr, QObject *parent = nullptr);
    ~RunDesk() override;

    //! \brief Where the runs of this user are kept.
    static QString defaultRunsFolder();
    //! \brief Where these are.
    QString runsFolder() const;

    //! \brief Every run, the latest first.
    QFuture<QList<RunListing>> list() const;
    //! \brief The folder of a run; does not look whether it is there.
    RunFolder folder(const QString &runId) const;

    //! \brief Begins a new run of a plan that is sound; gives its id. Fails when its folder cannot
    //! be made, its account cannot be opened, or its process cannot be started; nothing was created
    //! then.
    QFuture<Outcome<QString>> launch(const PlanRecord &record);
    //! \brief Goes on with a run that broke off.
    QFuture<Outcome<void>> resume(const QString &runId);
    //! \brief Removes what a run left behind, results in storage aside.
    QFuture<Outcome<void>> cleanUp(const QString &runId);
    //! \brief Asks whoever carries it out to end it: what it made is removed.
    QFuture<Outcome<void>> stop(const QString &runId);

Q_SIGNALS:
    //! \brief A run came or went: list() gives something else. How one of them stands is told by a
    //! RunFollower.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk
