// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batch/common.h"

#include <QJsonObject>

//! \brief Values that several resources share, to and from the service's JSON.
namespace Batchdesk::Batch {

QJsonObject toJson(const NameValue &value);
QJsonObject toJson(const UserIdentity &identity);
QJsonObject toJson(const ResourceFile &file);
QJsonObject toJson(const OutputFile &file);

QJsonObject toJson(const ApplicationPackage &package);
QJsonObject toJson(const TaskConstraints &constraints);
//! \brief "requeue", "terminate", "taskcompletion" or "retaineddata".
QLatin1String wireName(RunningTasks option);

NameValue nameValueFromJson(const QJsonObject &object);
FailureInfo failureInfoFromJson(const QJsonObject &object);
ApplicationPackage applicationPackageFromJson(const QJsonObject &object);
TaskConstraints taskConstraintsFromJson(const QJsonObject &object);
UserIdentity userIdentityFromJson(const QJsonObject &object);
ResourceFile resourceFileFromJson(const QJsonObject &object);
Stamp stampFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
