// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/connectbatch.h"

#include "core/auth/sharedkey.h"
#include "core/batch/errorcodec.h"

namespace Batchdesk::Batch {

std::shared_ptr<BatchClient> connectBatch(const AccountAccess &account,
                                          std::shared_ptr<Transport> transport,
                                          std::shared_ptr<const Clock> clock,
                                          const RetryPolicy &retry)
{
    RestClient::Options options;
    options.transport = std::move(transport);
    options.signer = std::make_shared<BatchSharedKeySigner>(account.batchAccount, account.batchKey);
    options.clock = std::move(clock);
    options.retry = retry;
    options.decodeError = decodeError;
    return std::make_shared<BatchClient>(account.batchEndpoint,
                                         std::make_shared<RestClient>(std::move(options)));
}

} // namespace Batchdesk::Batch
