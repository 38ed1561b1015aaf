// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/application.h"

#include <QJsonObject>

//! \brief Applications from the service's JSON.
namespace Batchdesk::Batch {

Application applicationFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
