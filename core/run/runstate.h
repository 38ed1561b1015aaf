// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/clock.h"
#include "core/batch/batchclient.h"
#include "core/blob/blobclient.h"
#include "core/git/credentials.h"
#include "core/monitor/tasksnapshot.h"
#include "core/plan/plan.h"
#include "core/run/journal.h"
#include "core/run/runfolder.h"
#include "core/run/runvalues.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Batchdesk {

//! \brief What opens the repository that the nodes clone.
struct RepositoryAccess
{
    Git::Credential credential;
    Secret secret; //!< Its private key or token.
};

//! \brief What a run talks to.
struct RunServices
{
    std::shared_ptr<Batch::BatchClient> batch;
    std::shared_ptr<Batch::BatchClient>
        firstContact; //!< Gives up early: for a user who waits for a first answer.
    std::shared_ptr<Blob::BlobClient> blob;
    std::shared_ptr<const BlobLinks> links;
    std::optional<RepositoryAccess> repository; //!< When the plan clones with a key or token.
    std::chrono::milliseconds shortestPoll{
        1'000}; //!< Between two looks at the tasks while things move.
    std::chrono::milliseconds longestPoll{15'000}; //!< When nothing moves.
};

//! \brief What the steps of one run share while it goes on. Held by std::shared_ptr, since
//! coroutines outlive whoever started them; used on one thread.
struct RunState
{
    Plan plan;
    QString
        stamp; //!< Marks what this run made, so that a foreign pool of the same name is left alone.
    RunServices services;
    std::shared_ptr<Journal> journal;
    RunFolder folder; //!< The run's own place on this computer.
    CancelToken cancel;
    bool keepOnCancel = false; //!< A stop leaves everything in place.

    RunProgress progress;
    RunSummary summary;
    std::shared_ptr<TaskSnapshot> tasks = std::make_shared<TaskSnapshot>();
    std::function<void(const RunProgress &)> onProgress;
    std::function<void(const RunEvent &)> onEvent;
    std::function<void(const QList<Batch::Task> &)> onTasks; //!< Those that changed.
    std::function<void(const QList<Batch::Node> &)> onNodes; //!< All of the pool.

    //! \brief Tells that a step began or ended.
    void setStep(RunStep step, StepState state);
    //! \brief Tells that progress changed.
    void report() const;
    //! \brief Tells the log.
    void say(RunEvent::Level level, const QString &text) const;
    void say(const QString &text) const { say(RunEvent::Level::Info, text); }
};

using RunStatePtr = std::shared_ptr<RunState>;

} // namespace Batchdesk
