// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/common.h"

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

//! \brief The body of Pool - Add (POST /pools).
struct PoolSpec
{
    QString id; //!< [A-Za-z0-9_-]{1,64}
    QString displayName;
    QString vmSize; //!< "standard_d2s_v3"
    ImageReference image;
    QString nodeAgentSkuId; //!< "batch.node.ubuntu 24.04"
    int targetDedicatedNodes = 0;
    int targetLowPriorityNodes = 0; //!< Spot nodes; the wire keeps the old name.
    int taskSlotsPerNode = 1;
    bool packTasks = false; //!< nodeFillType "pack" instead of "spread".
    std::optional<std::chrono::seconds>
        resizeTimeout; //!< 5 minutes to 7 days; the service takes 15 minutes.
    std::optional<StartTask> startTask;
    QList<NameValue> metadata;

    bool operator==(const PoolSpec &) const = default;
};

//! \brief Why a resize did not reach its target.
struct ResizeError
{
    QString code; //!< "AllocationTimedout", "AccountCoreQuotaReached", …
    QString message;
    QList<NameValue> values;

    bool operator==(const ResizeError &) const = default;
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
    int taskSlotsPerNode = 1;
    bool enableAutoScale = false;
    QList<ResizeError> resizeErrors;
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

} // namespace Batchdesk::Batch
