// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/common.h"

namespace Batchdesk::Batch {

//! \brief Runs once on a node before the first task of the job there.
struct JobPreparationTask
{
    QString id = QStringLiteral("jobpreparation");
    QString commandLine;
    QList<ResourceFile> resourceFiles;
    QList<NameValue> environmentSettings;
    UserIdentity userIdentity;
    int maxTaskRetryCount = 0;
    std::optional<std::chrono::seconds> maxWallClockTime; //!< Unset: no limit.
    bool waitForSuccess = true;
    bool rerunOnNodeRebootAfterSuccess = true;

    bool operator==(const JobPreparationTask &) const = default;
};

//! \brief Runs on each node that ran the preparation, when the job ends. At most 15 minutes.
struct JobReleaseTask
{
    QString id = QStringLiteral("jobrelease");
    QString commandLine;
    QList<ResourceFile> resourceFiles;
    QList<NameValue> environmentSettings;
    UserIdentity userIdentity;

    bool operator==(const JobReleaseTask &) const = default;
};

//! \brief The body of Job - Add (POST /jobs).
struct JobSpec
{
    QString id; //!< [A-Za-z0-9_-]{1,64}
    QString displayName;
    QString poolId;
    int priority = 0;                                     //!< -1000 to 1000
    int maxParallelTasks = -1;                            //!< -1: no limit
    std::optional<std::chrono::seconds> maxWallClockTime; //!< Unset: no limit.
    int maxTaskRetryCount = 0;
    std::optional<JobPreparationTask> preparationTask;
    std::optional<JobReleaseTask> releaseTask;
    QList<NameValue> commonEnvironmentSettings;
    bool terminateWhenAllTasksComplete =
        false; //!< Set by PATCH after the tasks are added, see the reference.
    QList<NameValue> metadata;

    bool operator==(const JobSpec &) const = default;
};

//! \brief A job as Job - Get (GET /jobs/{id}) shows it.
struct Job
{
    QString id;
    QString displayName;
    QString state; //!< "active", "disabling", "disabled", "enabling", "terminating", "completed",
                   //!< "deleting"
    QString poolId;
    QDateTime creationTime; //!< UTC
    QDateTime stateTransitionTime;
    QDateTime startTime;
    QDateTime endTime;       //!< Invalid while it has not ended.
    QString terminateReason; //!< "AllTasksComplete", "UserTerminate", …
    std::optional<FailureInfo> schedulingError;
    QString onAllTasksComplete; //!< "noaction", "terminatejob"
    QList<NameValue> metadata;
    Stamp stamp;

    bool operator==(const Job &) const = default;
};

//! \brief How many tasks of a job are in each state (GET /jobs/{id}/taskcounts).
struct TaskCounts
{
    int active = 0;
    int running = 0;   //!< Preparing counts as running.
    int completed = 0; //!< succeeded + failed
    int succeeded = 0;
    int failed = 0;

    bool operator==(const TaskCounts &) const = default;
};

//! \brief How preparation went on one node (Job - List Preparation And Release Task Status).
struct PreparationStatus
{
    QString poolId;
    QString nodeId;
    QString state; //!< "running", "completed"; empty when it has not run
    std::optional<int> exitCode;
    std::optional<FailureInfo> failureInfo;
    QString result;            //!< "success", "failure"
    QString taskRootDirectory; //!< Under the node's root; its stdout.txt is there.

    bool operator==(const PreparationStatus &) const = default;
};

} // namespace Batchdesk::Batch
