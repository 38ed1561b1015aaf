// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/jobschedule.h"

#include <QJsonObject>

//! \brief Job schedules, to and from the service's JSON.
namespace Batchdesk::Batch {

//! \brief The body of Job Schedule - Add.
QJsonObject toJson(const JobScheduleSpec &spec);
//! \brief The body of Job Schedule - Patch.
QJsonObject toJson(const JobSchedulePatch &patch);
//! \brief The body of Job Schedule - Update.
QJsonObject toJson(const JobScheduleUpdate &update);

JobSchedule jobScheduleFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
