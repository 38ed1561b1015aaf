// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/node.h"

#include <QJsonObject>

//! \brief Compute nodes and what is done with them, to and from the service's JSON.
namespace Batchdesk::Batch {

//! \brief The body of Compute Node - Add User.
QJsonObject toJson(const NodeUser &user);
//! \brief The body of Compute Node - Update User.
QJsonObject toJson(const NodeUserAccess &access);
QJsonObject toJson(const ServiceLogRequest &request);

Node nodeFromJson(const QJsonObject &object);
RemoteLogin remoteLoginFromJson(const QJsonObject &object);
ServiceLogUpload serviceLogUploadFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
