// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/model.h"

//! \brief The form in which the model is kept on disk: one JSON text per pool, node, job, job
//! schedule and task.
namespace Batchdesk::LocalService {

Json toRecord(const Pool &pool); //!< Without its nodes.
Json toRecord(const Node &node);
Json toRecord(const Job &job); //!< Without its tasks.
Json toRecord(const JobSchedule &schedule);
Json toRecord(const Task &task); //!< Without spec, which does not change while the task runs.

Pool poolFromRecord(const Json &record);
Node nodeFromRecord(const Json &record);
Job jobFromRecord(const Json &record);
JobSchedule jobScheduleFromRecord(const Json &record);
//! \brief \a spec is read for the fields the engine needs at hand.
Task taskFromRecord(const Json &record, std::string spec);

//! \brief Fills what the engine needs at hand from task.spec.
void readSpec(Task &task, const Json &spec);

} // namespace Batchdesk::LocalService
