// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
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
    QDateTime startTime; //!< UTC
    QDateTime endTime;   //!< Invalid while it runs.

    bool operator==(const StartTaskInfo &) const = default;
};

//! \brief A port of a node that can be reached from outside.
struct InboundEndpoint
{
    QString name; //!< "SSHRule.0"
    QString protocol;
    QString publicIpAddress;
    QString publicFqdn;
    int frontendPort = 0;
    int backendPort = 0;

    bool operator==(const InboundEndpoint &) const = default;
};

//! \brief A task that ran on a node not long ago.
struct RecentTask
{
    QString jobId; //!< Empty for the start task.
    QString taskId;
    QString state;

    bool operator==(const RecentTask &) const = default;
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
    QString affinityId; //!< For TaskSpec::affinityId.
    QString vmSize;
    bool isDedicated = true;
    int totalTasksRun = 0;
    int totalTasksSucceeded = 0;
    int runningTasksCount = 0;
    int runningTaskSlotsCount = 0;
    std::optional<StartTaskInfo> startTaskInfo;
    QList<RecentTask> recentTasks;
    QList<ResizeError> errors;
    QList<InboundEndpoint> endpoints;
    QString agentVersion; //!< Empty until the node has booted.

    bool operator==(const Node &) const = default;
};

//! \brief Where ssh, or Remote Desktop, finds a node.
struct RemoteLogin
{
    QString ipAddress;
    int port = 0;

    bool operator==(const RemoteLogin &) const = default;
};

//! \brief What lets a user in. On Linux one of both is set, on Windows the password.
struct NodeUserAccess
{
    Secret password;
    QString sshPublicKey;
    QDateTime expiryTime; //!< UTC; invalid: a day from now.
};

//! \brief The body of Compute Node - Add User.
struct NodeUser
{
    QString name;
    bool isAdmin = false;
    NodeUserAccess access;
};

//! \brief The body of Compute Node - Upload Batch Service Logs.
struct ServiceLogRequest
{
    QString containerUrl; //!< With a SAS that may write.
    QDateTime startTime;  //!< UTC; logs from here on,
    QDateTime endTime;    //!< to here; invalid: until now.

    bool operator==(const ServiceLogRequest &) const = default;
};

//! \brief Where the service's logs of a node go.
struct ServiceLogUpload
{
    QString virtualDirectoryName; //!< In the container.
    int numberOfFilesUploaded = 0;

    bool operator==(const ServiceLogUpload &) const = default;
};

} // namespace Batchdesk::Batch
