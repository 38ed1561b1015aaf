// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/batch/common.h"

namespace Batchdesk::Batch {

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
    QString commandLine;
    QDateTime startTime; //!< Invalid before the first start.
    QDateTime endTime;
    std::optional<int> exitCode; //!< Absent when the process never started.
    std::optional<FailureInfo> failureInfo;
    QString result; //!< "success", "failure"; empty before completion
    int retryCount = 0;
    int requeueCount = 0;
    QString nodeId; //!< Empty when it is on none.
    QString poolId;

    bool operator==(const Task &) const = default;
    bool isCompleted() const { return state == QLatin1String("completed"); }
    bool succeeded() const { return isCompleted() && result == QLatin1String("success"); }
};

} // namespace Batchdesk::Batch
