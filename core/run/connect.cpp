// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/connect.h"

#include "core/batch/connectbatch.h"
#include "core/blob/connectblob.h"
#include "core/run/saslinks.h"

namespace Batchdesk {

namespace {

bool isThisComputer(const QUrl &endpoint)
{
    return endpoint.host() == QLatin1String("127.0.0.1")
        || endpoint.host() == QLatin1String("localhost");
}

} // namespace

RunServices connectServices(const AccountAccess &account, std::shared_ptr<Transport> transport,
                            const Plan &plan)
{
    const auto clock = std::make_shared<SystemClock>();
    RunServices services;
    services.batch = Batch::connectBatch(account, transport, clock);
    services.firstContact = Batch::connectBatch(account, transport, clock, RetryPolicy{3});
    services.blob = Blob::connectBlob(account, transport, clock);
    services.links =
        std::make_shared<SasLinks>(account, clock->now().addSecs(linkLifetime(plan).count()));
    if (isThisComputer(account.batchEndpoint)) {
        // Here a look costs nothing, and tasks of a second want to be seen.
        services.shortestPoll = std::chrono::milliseconds(250);
        services.longestPoll = std::chrono::milliseconds(2'000);
    }
    return services;
}

} // namespace Batchdesk
