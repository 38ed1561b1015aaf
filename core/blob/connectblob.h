// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/blob/blobclient.h"
#include "core/net/restclient.h"

namespace Batchdesk::Blob {

//! \brief A client for the account's Blob endpoint that signs with its key. For composition roots.
//! \param transport may be shared with other clients.
//! \param maxInFlight requests at a time; more wait.
std::shared_ptr<BlobClient> connectBlob(const AccountAccess &account,
                                        std::shared_ptr<Transport> transport,
                                        std::shared_ptr<const Clock> clock,
                                        const RetryPolicy &retry = {}, int maxInFlight = 6);

} // namespace Batchdesk::Blob
