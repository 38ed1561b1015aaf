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

NameValue nameValueFromJson(const QJsonObject &object);
FailureInfo failureInfoFromJson(const QJsonObject &object);
//! \brief Nothing when the field is absent.
std::optional<FailureInfo> optionalFailureInfo(const QJsonObject &object, QLatin1String name);
Stamp stampFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
