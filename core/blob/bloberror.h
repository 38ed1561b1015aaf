// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/net/transport.h"

namespace Batchdesk::Blob {

//! \brief The Error for an answer that is no success: kind, code (from the body, or x-ms-error-code
//! where there is none), the service's text, request id, and what else the body says as details.
//! Understands bodies that are not the service's own. Pure; any thread.
Error decodeError(const QString &operation, const HttpResponse &response);

} // namespace Batchdesk::Blob
