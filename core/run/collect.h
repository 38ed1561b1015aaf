// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/run/runstate.h"

#include <QCoroTask>

namespace Batchdesk {

//! \brief Downloads what the tasks left in the output container into the plan's download folder,
//! one folder a task. What is there already with the same content is kept; each file is written
//! beside and renamed. Sets summary.resultsFolder and summary.filesBroughtHome. Fails when a file
//! could not be brought home.
QCoro::Task<Outcome<void>> collectOutputs(RunStatePtr run);

} // namespace Batchdesk
