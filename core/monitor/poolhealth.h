// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/batch/job.h"
#include "core/batch/node.h"
#include "core/batch/pool.h"

#include <QCoroTask>

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Batchdesk::Batch {
class BatchClient;
}

namespace Batchdesk {

//! \brief A pool with its nodes, and how a job's preparation went on them, at one moment.
struct PoolHealth
{
    Batch::Pool pool;
    QList<Batch::Node> nodes;
    QList<Batch::PreparationStatus> preparation;
};

//! \brief Something on a node that keeps tasks from running there.
struct NodeTrouble
{
    QString nodeId;  //!< Empty when the pool itself is concerned.
    QString message; //!< One sentence for a person.
    QString
        logFile; //!< On the node, relative to its root, where the reason may stand; may be empty.

    bool operator==(const NodeTrouble &) const = default;
};

//! \brief What is wrong, and whether anything can still run.
struct HealthReport
{
    QList<NodeTrouble> troubles;
    bool blocked = false; //!< No node is left, or will come, on which the job's tasks could run.

    bool operator==(const HealthReport &) const = default;
};

//! \brief Reads the pool, its nodes (all pages) and the job's preparation status.
//! Pool - Get, Compute Node - List, Job - List Preparation And Release Task Status.
QCoro::Task<Outcome<PoolHealth>> pollHealth(std::shared_ptr<Batch::BatchClient> client,
                                            QString poolId, QString jobId);

//! \brief Judges what was read. Pure.
HealthReport judgeHealth(const PoolHealth &health);

} // namespace Batchdesk
