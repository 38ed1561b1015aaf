// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/node.h"

#include <QJsonObject>

//! \brief Compute nodes from the service's JSON.
namespace Batchdesk::Batch {

Node nodeFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
