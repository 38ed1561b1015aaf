// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/run/runstate.h"

#include <QCoroTask>

namespace Batchdesk {

//! \brief What is to be removed of a run.
struct CleanUpScope
{
    bool job = true;
    bool pool = true;
    bool inputs = true;   //!< The containers of application and input.
    bool outputs = false; //!< The output container, if the run made it.

    //! \brief What the settings ask for after a finished run. Outputs go only when they are at
    //! home.
    static CleanUpScope fromPlan(const Plan &plan, bool resultsAtHome);
    //! \brief Everything the run made.
    static CleanUpScope everything();
};

//! \brief The state of a run that nobody carries out, so that it can be cleaned up: plan, stamp,
//! journal. Locks its folder. Fails with Conflict when a program carries it out, Io when its record
//! cannot be read.
Outcome<RunStatePtr> openForCleanUp(RunFolder folder);

//! \brief Deletes the container with the key or token as soon as no node needs it any more. Quiet
//! when it fails: cleanUp() tries again, and tells.
QCoro::Task<> forgetSecret(RunStatePtr run);
//! \brief When the nodes' link to the secret ends, after which it is of no use; UTC. Invalid
//! without a secret, or before there is a job.
QDateTime secretEnd(const RunState &run);

//! \brief Walks the plan backwards: job, pool, containers. Removes only what the journal says this
//! run began to make, waits until the service says it is gone, and fills summary.deleted,
//! summary.kept and, when something could not be removed, summary.errors. Does not ask the run's
//! cancel token: what costs money goes even when the user is in a hurry.
QCoro::Task<> cleanUp(RunStatePtr run, CleanUpScope scope);

} // namespace Batchdesk
