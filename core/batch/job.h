// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/pool.h"

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

//! \brief Made with the job and run before its other tasks; it adds those itself.
struct JobManagerTask
{
    QString id;
    QString commandLine;
    QList<ResourceFile> resourceFiles;
    QList<OutputFile> outputFiles;
    QList<NameValue> environmentSettings;
    UserIdentity userIdentity;
    TaskConstraints constraints;
    int requiredSlots = 1;
    bool runExclusive = true;        //!< Alone on its node.
    bool killJobOnCompletion = true; //!< The job ends with it.

    bool operator==(const JobManagerTask &) const = default;
};

//! \brief A pool that the service makes for a job and removes after it.
struct AutoPool
{
    QString idPrefix;         //!< At most 20 characters.
    bool forSchedule = false; //!< Lives as long as the job's schedule rather than as the job.
    bool keepAlive = false;   //!< Is left there in the end.
    PoolSpec pool;            //!< Its id is not used.

    bool operator==(const AutoPool &) const = default;
};

//! \brief The body of Job - Add (POST /jobs), and what a schedule makes its jobs of.
struct JobSpec
{
    QString id; //!< [A-Za-z0-9_-]{1,64}; not used in a schedule.
    QString displayName;
    QString poolId;
    std::optional<AutoPool> autoPool;                     //!< In place of poolId.
    int priority = 0;                                     //!< -1000 to 1000
    int maxParallelTasks = -1;                            //!< -1: no limit
    bool allowTaskPreemption = false;                     //!< By jobs of a higher priority.
    std::optional<std::chrono::seconds> maxWallClockTime; //!< Unset: no limit.
    int maxTaskRetryCount = 0;
    bool usesTaskDependencies = false;
    bool performExitOptions = false; //!< Lets the job actions of exit conditions happen.
    std::optional<JobManagerTask> managerTask;
    std::optional<JobPreparationTask> preparationTask;
    std::optional<JobReleaseTask> releaseTask;
    QList<NameValue> commonEnvironmentSettings;
    bool terminateWhenAllTasksComplete =
        false; //!< Set by PATCH after the tasks are added, see the reference.
    QList<NameValue> metadata;

    bool operator==(const JobSpec &) const = default;
};

//! \brief The body of Job - Patch: what is set replaces what the job has.
struct JobPatch
{
    std::optional<int> priority;
    std::optional<int> maxParallelTasks;
    std::optional<bool> allowTaskPreemption;
    std::optional<TaskConstraints> constraints; //!< Of the job; retentionTime is none of it.
    bool terminateWhenAllTasksComplete = false; //!< There is no way back.
    std::optional<QString> poolId;              //!< Only while the job is disabled.
    std::optional<QList<NameValue>> metadata;

    bool operator==(const JobPatch &) const = default;
};

//! \brief The body of Job - Update: what is left out falls back to its default.
struct JobUpdate
{
    QString poolId;
    std::optional<int> priority;
    std::optional<int> maxParallelTasks;
    std::optional<bool> allowTaskPreemption;
    std::optional<TaskConstraints> constraints; //!< Of the job; retentionTime is none of it.
    bool terminateWhenAllTasksComplete = false;
    QList<NameValue> metadata;

    bool operator==(const JobUpdate &) const = default;
};

//! \brief What becomes of the running tasks of a job that is disabled.
enum class DisableTasks {
    Requeue,   //!< Killed, and run again when the job is enabled.
    Terminate, //!< Killed, and completed as failures.
    Wait,      //!< Let be; the job is "disabling" until they end.
};

//! \brief A job as Job - Get (GET /jobs/{id}) shows it.
struct Job
{
    QString id;
    QString displayName;
    QString state; //!< "active", "disabling", "disabled", "enabling", "terminating", "completed",
                   //!< "deleting"
    QString previousState; //!< Empty before the first change.
    QString poolId;
    QDateTime creationTime; //!< UTC
    QDateTime stateTransitionTime;
    QDateTime startTime;
    QDateTime endTime;       //!< Invalid while it has not ended.
    QString terminateReason; //!< "AllTasksComplete", "UserTerminate", …
    std::optional<FailureInfo> schedulingError;
    int priority = 0;
    int maxParallelTasks = -1;
    bool allowTaskPreemption = false;
    TaskConstraints constraints; //!< Without retentionTime.
    bool usesTaskDependencies = false;
    QString onAllTasksComplete; //!< "noaction", "terminatejob"
    QString onTaskFailure;      //!< "noaction", "performexitoptionsjobaction"
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

//! \brief How the preparation or the release task of a job went on one node.
struct JobTaskRun
{
    QString state;       //!< "running", "completed"
    QDateTime startTime; //!< UTC
    QDateTime endTime;   //!< Invalid while it runs.
    std::optional<int> exitCode;
    std::optional<FailureInfo> failureInfo;
    QString result;            //!< "success", "failure"
    int retryCount = 0;        //!< Always 0 for the release task.
    QString taskRootDirectory; //!< Under the node's root; its stdout.txt is there.

    bool operator==(const JobTaskRun &) const = default;
};

//! \brief One node of Job - List Preparation And Release Task Status.
struct PreparationStatus
{
    QString poolId;
    QString nodeId;
    std::optional<JobTaskRun> preparation; //!< Unset when it has not run.
    std::optional<JobTaskRun> release;     //!< Unset when it has not run.

    bool operator==(const PreparationStatus &) const = default;
};

} // namespace Batchdesk::Batch
