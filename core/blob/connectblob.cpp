// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/connectblob.h"

#include "core/auth/sharedkey.h"
#include "core/blob/bloberror.h"

namespace Batchdesk::Blob {

std::shared_ptr<BlobClient> connectBlob(const AccountAccess &account,
                                        std::shared_ptr<Transport> transport,
                                        std::shared_ptr<const Clock> clock,
                                        const RetryPolicy &retry, int maxInFlight)
{
    RestClient::Options options;
    options.transport = std::move(transport);
    options.signer =
        std::make_shared<StorageSharedKeySigner>(account.storageAccount, account.storageKey);
    options.clock = std::move(clock);
    options.retry = retry;
    options.decodeError = decodeError;
    options.maxInFlight = maxInFlight;
    return std::make_shared<BlobClient>(account.blobEndpoint,
                                        std::make_shared<RestClient>(std::move(options)));
}

} // namespace Batchdesk::Blob
