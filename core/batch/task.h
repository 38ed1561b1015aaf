// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/batch/common.h"

#include <QStringList>

namespace Batchdesk::Batch {

//! \brief What the end of a task means for its job and for the tasks that depend on it.
struct ExitOptions
{
    enum class JobAction { None, Disable, Terminate };
    enum class DependencyAction { Satisfy, Block };

    std::optional<JobAction> jobAction; //!< Happens only with JobSpec::performExitOptions.
    std::optional<DependencyAction> dependencyAction;

    bool operator==(const ExitOptions &) const = default;
};

//! \brief Exit codes from \a first to \a last, and what they mean.
struct ExitCodes
{
    int first = 0;
    int last = 0;
    ExitOptions options;

    bool operator==(const ExitCodes &) const = default;
};

//! \brief What the ways in which a task can end mean; by default 0 satisfies and all else blocks.
struct ExitConditions
{
    QList<ExitCodes> exitCodes; //!< A single code goes before a range that holds it.
    std::optional<ExitOptions> preProcessingError;
    std::optional<ExitOptions> fileUploadError;
    std::optional<ExitOptions> otherwise; //!< "default" on the wire.

    bool operator==(const ExitConditions &) const = default;
};

//! \brief Tasks from \a start to \a end, whose ids are numbers.
struct TaskIdRange
{
    int start = 0;
    int end = 0;

    bool operator==(const TaskIdRange &) const = default;
};

//! \brief Which tasks must have ended well before a task may start.
struct TaskDependencies
{
    QStringList taskIds;
    QList<TaskIdRange> ranges;

    bool operator==(const TaskDependencies &) const = default;
};

//! \brief Makes a task run on several nodes at once, as MPI programs do.
struct MultiInstance
{
    int numberOfInstances = 1;
    QString coordinationCommandLine; //!< On every node, before the command of the primary.
    QList<ResourceFile> commonResourceFiles;

    bool operator==(const MultiInstance &) const = default;
};

//! \brief The body of one task (POST /jobs/{job}/tasks, or an item of addtaskcollection).
struct TaskSpec
{
    QString id;          //!< [A-Za-z0-9_-]{1,64}
    QString displayName; //!< At most 1024 characters.
    QString commandLine; //!< No shell is involved unless it names one.
    QList<ResourceFile> resourceFiles;
    QList<OutputFile> outputFiles;
    QList<NameValue> environmentSettings;
    UserIdentity userIdentity;
    std::optional<std::chrono::seconds> maxWallClockTime; //!< Unset: no limit.
    std::optional<std::chrono::seconds> retentionTime;    //!< Unset: the service's 7 days.
    std::optional<int> maxTaskRetryCount;                 //!< Unset: the job's.
    int requiredSlots = 1;
    QString affinityId; //!< Of a node that would suit best.
    std::optional<ExitConditions> exitConditions;
    std::optional<TaskDependencies> dependsOn; //!< Needs JobSpec::usesTaskDependencies.
    std::optional<MultiInstance> multiInstance;
    QList<ApplicationPackage> applicationPackages;

    bool operator==(const TaskSpec &) const = default;
};

//! \brief What became of one task of an addtaskcollection request.
struct TaskAddResult
{
    QString taskId;
    bool added = false;     //!< True also for TaskExists after a request that had to be repeated.
    bool retryable = false; //!< "servererror": ask again.
    std::optional<Error> error;
};

//! \brief A task as Task - Get (GET /jobs/{job}/tasks/{task}) shows it.
struct Task
{
    QString id;
    QString displayName;
    QString state;          //!< "active", "preparing", "running", "completed"
    QDateTime creationTime; //!< UTC
    QDateTime stateTransitionTime;
    QString previousState; //!< Empty before the first change.
    QString commandLine;
    TaskConstraints constraints;
    int requiredSlots = 1;
    QDateTime startTime; //!< Invalid before the first start.
    QDateTime endTime;
    std::optional<int> exitCode; //!< Absent when the process never started.
    std::optional<FailureInfo> failureInfo;
    QString result; //!< "success", "failure"; empty before completion
    int retryCount = 0;
    int requeueCount = 0;
    QString nodeId; //!< Empty when it is on none.
    QString poolId;
    QString taskRootDirectory; //!< Under the node's root.
    Stamp stamp;

    bool operator==(const Task &) const = default;
    bool isCompleted() const { return state == QLatin1String("completed"); }
    bool succeeded() const { return isCompleted() && result == QLatin1String("success"); }
};

//! \brief One part of a task that runs on several nodes (Task - List Subtasks).
struct Subtask
{
    int id = 0;    //!< The primary is 0.
    QString state; //!< "preparing", "running", "completed"
    QString nodeId;
    QDateTime startTime; //!< UTC
    QDateTime endTime;
    std::optional<int> exitCode;
    std::optional<FailureInfo> failureInfo;
    QString result; //!< "success", "failure"; empty before completion

    bool operator==(const Subtask &) const = default;
};

} // namespace Batchdesk::Batch
