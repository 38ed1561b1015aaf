// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/monitor/tasksnapshot.h"

#include <QCoroTask>

#include <memory>

namespace Batchdesk::Batch {
class BatchClient;
}

namespace Batchdesk {

//! \brief Asks once what changed among the tasks of a job (Task - List, all pages) and merges it
//! into \a snapshot. The snapshot stays as it was for pages that could not be read.
QCoro::Task<Outcome<TaskChanges>> pollTasks(std::shared_ptr<Batch::BatchClient> client,
                                            QString jobId, std::shared_ptr<TaskSnapshot> snapshot);

} // namespace Batchdesk
