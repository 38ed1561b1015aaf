// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/run/runstate.h"

#include <QCoroTask>

namespace Batchdesk {

//! \brief Waits until every task has ended, asking only for what changed, and tells what happens.
//!
//! Ends early with an Error when the job can no longer finish: no node is left that could run its
//! tasks (start task or preparation failed, no node allocated), or somebody ended or deleted the
//! job. Looks more seldom when nothing moves.
QCoro::Task<Outcome<void>> watchTasks(RunStatePtr run);

} // namespace Batchdesk
