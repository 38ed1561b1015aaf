// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/pool.h"

#include <QJsonObject>

//! \brief Pools, to and from the service's JSON; what an account offers and used.
namespace Batchdesk::Batch {

//! \brief The body of Pool - Add.
QJsonObject toJson(const PoolSpec &pool);
QJsonObject toJson(const ImageReference &image);
//! \brief All of a pool but its id, as an automatic pool of a job has it.
QJsonObject poolBody(const PoolSpec &pool);
//! \brief The body of Pool - Patch.
QJsonObject toJson(const PoolPatch &patch);
//! \brief The body of Pool - Update Properties; empty lists are written, since they are required.
QJsonObject toJson(const PoolProperties &properties);
//! \brief The body of Pool - Resize.
QJsonObject toJson(const PoolResize &resize);
//! \brief The body of Pool - Remove Nodes.
QJsonObject toJson(const NodeRemoval &removal);
//! \brief The body of Pool - Enable Auto Scale; of Evaluate Auto Scale without an interval.
QJsonObject toJson(const AutoScale &autoScale);

Pool poolFromJson(const QJsonObject &object);
AutoScaleRun autoScaleRunFromJson(const QJsonObject &object);
ImageReference imageReferenceFromJson(const QJsonObject &object);
NodeCounts nodeCountsFromJson(const QJsonObject &object);
SupportedImage supportedImageFromJson(const QJsonObject &object);
PoolUsage poolUsageFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
