// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/job.h"

namespace Batchdesk::Batch {

//! \brief When a job schedule makes its jobs.
struct Schedule
{
    QDateTime doNotRunUntil; //!< UTC; invalid: at once.
    QDateTime doNotRunAfter; //!< UTC; invalid: for ever.
    std::optional<std::chrono::seconds>
        startWindow; //!< At least a minute: a job not made within it after its time is left out.
    std::optional<std::chrono::seconds>
        recurrenceInterval; //!< At least a minute; unset: one job only.

    bool operator==(const Schedule &) const = default;
};

//! \brief The body of Job Schedule - Add (POST /jobschedules).
struct JobScheduleSpec
{
    QString id; //!< [A-Za-z0-9_-]{1,64}; no job of the account has it either.
    QString displayName;
    Schedule schedule;
    JobSpec job; //!< Must end by itself, or there is never a second one.
    QList<NameValue> metadata;

    bool operator==(const JobScheduleSpec &) const = default;
};

//! \brief The body of Job Schedule - Patch: what is set replaces what the schedule has, for jobs
//! that are made from now on.
struct JobSchedulePatch
{
    std::optional<Schedule> schedule;
    std::optional<JobSpec> job;
    std::optional<QList<NameValue>> metadata;

    bool operator==(const JobSchedulePatch &) const = default;
};

//! \brief The body of Job Schedule - Update: what is left out falls back to its default.
struct JobScheduleUpdate
{
    Schedule schedule;
    JobSpec job;
    QList<NameValue> metadata;

    bool operator==(const JobScheduleUpdate &) const = default;
};

//! \brief A job schedule as Job Schedule - Get (GET /jobschedules/{id}) shows it.
struct JobSchedule
{
    QString id;
    QString displayName;
    QString state; //!< "active", "completed", "disabled", "terminating", "deleting"
    QString previousState;
    QDateTime creationTime; //!< UTC
    QDateTime stateTransitionTime;
    Schedule schedule;
    QString poolId;        //!< Of its jobs; empty for automatic pools.
    QDateTime nextRunTime; //!< Invalid when there is no further run.
    QString recentJobId;   //!< "s1:job-2"; empty before the first.
    QDateTime endTime;     //!< Invalid while it goes on.
    QList<NameValue> metadata;
    Stamp stamp;

    bool operator==(const JobSchedule &) const = default;
};

} // namespace Batchdesk::Batch
