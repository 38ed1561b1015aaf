// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/blob/operation.h"

//! \file What Put Block and Put Block From URL have in common.
namespace Batchdesk::LocalService::Blobs {

//! \brief The parameter blockid, base64 as sent; throws BlobError for what cannot be one.
std::string blockIdOf(const Request &request);

//! \brief Leases are heeded; conditions are refused, since blocks are put without them.
Precondition blockPrecondition(const OperationContext &context);

} // namespace Batchdesk::LocalService::Blobs
