// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/applicationcodec.h"

#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {

Application applicationFromJson(const QJsonObject &object)
{
    Application application;
    application.id = textField(object, QLatin1String("id"));
    application.displayName = textField(object, QLatin1String("displayName"));
    for (const QJsonValue version : object.value(QLatin1String("versions")).toArray())
        application.versions.append(version.toString());
    return application;
}

} // namespace Batchdesk::Batch
