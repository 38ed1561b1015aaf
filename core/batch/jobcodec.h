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
//! \brief All of a job but its id, as a schedule has it; with terminateWhenAllTasksComplete, since
//! nobody is there to patch such a job.
QJsonObject jobSpecification(const JobSpec &job);
//! \brief The body of Job - Patch.
QJsonObject toJson(const JobPatch &patch);
//! \brief The body of Job - Update.
QJsonObject toJson(const JobUpdate &update);
//! \brief "requeue", "terminate" or "wait".
QLatin1String wireName(DisableTasks option);
//! \brief The body of Job - Terminate.
QJsonObject terminateBody(const QString &reason);

Job jobFromJson(const QJsonObject &object);
TaskCounts taskCountsFromJson(const QJsonObject &object);
PreparationStatus preparationStatusFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
