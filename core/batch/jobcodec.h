// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/job.h"

#include <QJsonObject>

//! \brief Jobs, task counts and preparation status, to and from the service's JSON.
namespace Batchdesk::Batch {

//! \brief The body of Job - Add. Leaves terminateWhenAllTasksComplete out: a job that has it from
//! the start ends before its first task is added.
QJsonObject toJson(const JobSpec &job);
//! \brief The body of Job - Patch that lets the job end with its last task.
QJsonObject terminateWhenTasksCompleteBody();
//! \brief The body of Job - Terminate.
QJsonObject terminateBody(const QString &reason);

Job jobFromJson(const QJsonObject &object);
TaskCounts taskCountsFromJson(const QJsonObject &object);
PreparationStatus preparationStatusFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
