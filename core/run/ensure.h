// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/run/runstate.h"

#include <QCoroTask>

//! \brief The steps that make a plan true. Each one is idempotent: what exists and is ours counts
//! as done, so that resuming is doing it again.
namespace Batchdesk {

//! \brief Asks whether the names are free and the accounts answer; creates nothing. Gives every
//! problem at once, each with another name to use.
QCoro::Task<QList<Error>> checkNames(RunStatePtr run);

//! \brief Create Container for each container of the plan.
QCoro::Task<Outcome<void>> ensureContainers(RunStatePtr run);
//! \brief Zips and uploads the application, and uploads the scripts.
QCoro::Task<Outcome<void>> ensureApplication(RunStatePtr run);
//! \brief Uploads the input files, those aside that are there already with the right size.
QCoro::Task<Outcome<void>> ensureInputs(RunStatePtr run);
//! \brief Pool - Add.
QCoro::Task<Outcome<void>> ensurePool(RunStatePtr run);
//! \brief Job - Add.
QCoro::Task<Outcome<void>> ensureJob(RunStatePtr run);
//! \brief Task - Add Collection, a hundred at a time, then Job - Patch to end the job with its last
//! task.
QCoro::Task<Outcome<void>> ensureTasks(RunStatePtr run);

} // namespace Batchdesk
