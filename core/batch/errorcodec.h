// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/net/transport.h"

#include <QJsonObject>

//! \brief Error bodies of the Batch service.
namespace Batchdesk::Batch {

//! \brief The Error for an answer that is no success: kind, code, the service's text, request id,
//! retry-after, the body's values as details. Understands bodies that are not the service's own
//! (a gateway's HTML, nothing at all). Pure; any thread.
Error decodeError(const QString &operation, const HttpResponse &response);

//! \brief The Error for an error object inside a successful answer, as of one task of a collection.
//! It has no HTTP status; …Exists codes are AlreadyExists.
Error errorFromJson(const QJsonObject &object);

} // namespace Batchdesk::Batch
