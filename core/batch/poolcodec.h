// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/pool.h"

#include <QJsonObject>

//! \brief Pools, node counts and supported images, to and from the service's JSON.
namespace Batchdesk::Batch {

//! \brief The body of Pool - Add.
QJsonObject toJson(const PoolSpec &pool);
QJsonObject toJson(const ImageReference &image);
//! \brief The body of Pool - Resize.
QJsonObject resizeBody(int dedicated, int lowPriority);

Pool poolFromJson(const QJsonObject &object);
ImageReference imageReferenceFromJson(const QJsonObject &object);
NodeCounts nodeCountsFromJson(const QJsonObject &object);
SupportedImage supportedImageFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
