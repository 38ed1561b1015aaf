// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/batch/batchclient.h"
#include "core/net/restclient.h"

namespace Batchdesk::Batch {

//! \brief A client for the account's Batch endpoint that signs with its key. For composition roots.
//! \param transport may be shared with other clients.
std::shared_ptr<BatchClient> connectBatch(const AccountAccess &account,
                                          std::shared_ptr<Transport> transport,
                                          std::shared_ptr<const Clock> clock,
                                          const RetryPolicy &retry = {});

} // namespace Batchdesk::Batch
