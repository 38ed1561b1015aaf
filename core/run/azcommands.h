// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <QString>

namespace Batchdesk {

//! \brief A Bash script of az commands that does what the plan does: containers, uploads, pool,
//! job, tasks, and the clean-up at its end as a function. Pool, job and tasks are written as the
//! JSON that `az batch … create --json-file` takes. Keys and SAS are variables that the script asks
//! the environment for; it holds no secret. Pure.
QString azCommands(const Plan &plan);

} // namespace Batchdesk
