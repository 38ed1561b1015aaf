// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/common.h"

#include <QStringList>

namespace Batchdesk::Batch {

//! \brief Which system the nodes run.
struct ImageReference
{
    QString publisher; //!< "canonical"
    QString offer;     //!< "ubuntu-24_04-lts"
    QString sku;       //!< "server"
    QString version = QStringLiteral("latest");

    bool operator==(const ImageReference &) const = default;
};

//! \brief Runs on every boot of a node, before any task.
struct StartTask
{
    QString commandLine; //!< No shell is involved unless it names one.
    QList<ResourceFile> resourceFiles;
    QList<NameValue> environmentSettings;
    UserIdentity userIdentity;
    int maxTaskRetryCount = 0;  //!< -1: without end.
    bool waitForSuccess = true; //!< No task is scheduled on the node before it succeeded.

    bool operator==(const StartTask &) const = default;
};

//! \brief A formula by which the service sizes the pool.
struct AutoScale
{
    QString formula; //!< At most 8192 characters.
    std::optional<std::chrono::seconds>
        evaluationInterval; //!< 5 minutes to 168 hours; the service takes 15 minutes.

    bool operator==(const AutoScale &) const = default;
};

//! \brief The body of Pool - Add (POST /pools).
struct PoolSpec
{
    QString id; //!< [A-Za-z0-9_-]{1,64}
    QString displayName;
    QString vmSize; //!< "standard_d2s_v3"
    ImageReference image;
    QString nodeAgentSkuId; //!< "batch.node.ubuntu 24.04"
    int targetDedicatedNodes = 0;
    int targetLowPriorityNodes = 0;     //!< Spot nodes; the wire keeps the old name.
    std::optional<AutoScale> autoScale; //!< In place of both targets.
    int taskSlotsPerNode = 1;
    bool packTasks = false;                    //!< nodeFillType "pack" instead of "spread".
    bool enableInterNodeCommunication = false; //!< Multi-instance tasks need it.
    std::optional<std::chrono::seconds>
        resizeTimeout; //!< 5 minutes to 7 days; the service takes 15 minutes.
    std::optional<StartTask> startTask;
    QList<ApplicationPackage> applicationPackages; //!< On every node, for all tasks.
    QList<NameValue> metadata;

    bool operator==(const PoolSpec &) const = default;
};

//! \brief The body of Pool - Patch: what is set replaces what the pool has. From displayName on
//! only while the pool has no nodes.
struct PoolPatch
{
    std::optional<StartTask> startTask; //!< Nodes that are there have it from their next boot on.
    std::optional<QList<ApplicationPackage>> applicationPackages;
    std::optional<QList<NameValue>> metadata;
    std::optional<QString> displayName;
    std::optional<QString> vmSize;
    std::optional<int> taskSlotsPerNode;
    std::optional<bool> packTasks;
    std::optional<bool> enableInterNodeCommunication;

    bool operator==(const PoolPatch &) const = default;
};

//! \brief The body of Pool - Update Properties: all of it replaces what the pool has, and what is
//! empty is removed.
struct PoolProperties
{
    std::optional<StartTask> startTask;
    QList<ApplicationPackage> applicationPackages;
    QList<NameValue> metadata;

    bool operator==(const PoolProperties &) const = default;
};

//! \brief The body of Pool - Resize. At least one target is set.
struct PoolResize
{
    std::optional<int> dedicatedNodes;
    std::optional<int> lowPriorityNodes;
    std::optional<std::chrono::seconds> timeout;       //!< At least 5 minutes; 15 when unset.
    RunningTasks runningTasks = RunningTasks::Requeue; //!< On nodes that go.

    bool operator==(const PoolResize &) const = default;
};

//! \brief The body of Pool - Remove Nodes.
struct NodeRemoval
{
    QStringList nodeIds;                               //!< 1 to 100
    std::optional<std::chrono::seconds> timeout;       //!< At least 5 minutes; 15 when unset.
    RunningTasks runningTasks = RunningTasks::Requeue; //!< On the nodes that go.

    bool operator==(const NodeRemoval &) const = default;
};

//! \brief Why a resize did not reach its target.
struct ResizeError
{
    QString code; //!< "AllocationTimedout", "AccountCoreQuotaReached", …
    QString message;
    QList<NameValue> values;

    bool operator==(const ResizeError &) const = default;
};

//! \brief What an evaluation of a pool's formula gave.
struct AutoScaleRun
{
    QDateTime timestamp;              //!< UTC
    QString results;                  //!< "$TargetDedicatedNodes=3;$TargetLowPriorityNodes=0;…"
    std::optional<ResizeError> error; //!< Why it could not be evaluated; the size then stays.

    bool operator==(const AutoScaleRun &) const = default;
};

//! \brief A pool as Pool - Get (GET /pools/{id}) shows it.
struct Pool
{
    QString id;
    QString displayName;
    QString state;           //!< "active", "deleting"
    QString allocationState; //!< "steady", "resizing", "stopping"
    QDateTime creationTime;  //!< UTC
    QDateTime stateTransitionTime;
    QDateTime allocationStateTransitionTime;
    QString vmSize;
    ImageReference image;
    QString nodeAgentSkuId;
    int currentDedicatedNodes = 0;
    int currentLowPriorityNodes = 0;
    int targetDedicatedNodes = 0;
    int targetLowPriorityNodes = 0;
    std::optional<std::chrono::seconds> resizeTimeout;
    int taskSlotsPerNode = 1;
    bool packTasks = false;
    bool enableInterNodeCommunication = false;
    std::optional<AutoScale> autoScale; //!< Set while the formula rules.
    std::optional<AutoScaleRun> autoScaleRun;
    QList<ResizeError> resizeErrors;
    std::optional<StartTask> startTask;
    QList<ApplicationPackage> applicationPackages;
    QList<NameValue> metadata;
    Stamp stamp;

    bool operator==(const Pool &) const = default;
};

//! \brief How many nodes of a pool are in each state (Account - List Pool Node Counts).
struct NodeCounts
{
    QString poolId;
    QList<QPair<QString, int>> dedicated; //!< State name as on the wire, count; "total" included.
    QList<QPair<QString, int>> lowPriority;

    bool operator==(const NodeCounts &) const = default;
};

//! \brief An image that Batch can run (Account - List Supported Images).
struct SupportedImage
{
    ImageReference image;
    QString nodeAgentSkuId;
    QString osType;           //!< "linux", "windows"
    QString verificationType; //!< "verified", "unverified"
    QList<QString> capabilities;

    bool operator==(const SupportedImage &) const = default;
};

//! \brief What a pool used in a while (Pool - List Usage Metrics).
struct PoolUsage
{
    QString poolId;
    QDateTime startTime; //!< UTC
    QDateTime endTime;
    QString vmSize;
    double totalCoreHours = 0;

    bool operator==(const PoolUsage &) const = default;
};

} // namespace Batchdesk::Batch
