// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/pool.h"

namespace Batchdesk::Batch {

//! \brief How the start task of a node went.
struct StartTaskInfo
{
    QString state; //!< "running", "completed"
    std::optional<int> exitCode;
    std::optional<FailureInfo> failureInfo;
    QString result; //!< "success", "failure"; empty while it runs
    int retryCount = 0;

    bool operator==(const StartTaskInfo &) const = default;
};

//! \brief A machine of a pool (GET /pools/{pool}/nodes/{node}).
struct Node
{
    QString id;
    QString state;                 //!< "idle", "running", "starttaskfailed", …
    QString schedulingState;       //!< "enabled", "disabled"
    QDateTime stateTransitionTime; //!< UTC
    QDateTime allocationTime;
    QDateTime lastBootTime;
    QString ipAddress;
    QString vmSize;
    bool isDedicated = true;
    int totalTasksRun = 0;
    int totalTasksSucceeded = 0;
    int runningTasksCount = 0;
    int runningTaskSlotsCount = 0;
    std::optional<StartTaskInfo> startTaskInfo;
    QList<ResizeError> errors;

    bool operator==(const Node &) const = default;
};

} // namespace Batchdesk::Batch
