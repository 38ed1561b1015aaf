// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/monitor/taskpoll.h"

#include "core/batch/batchclient.h"
#include "core/net/awaitoutcome.h"

namespace Batchdesk {

QCoro::Task<Outcome<TaskChanges>> pollTasks(std::shared_ptr<Batch::BatchClient> client,
                                            QString jobId, std::shared_ptr<TaskSnapshot> snapshot)
{
    TaskChanges changes;
    Batch::ListQuery query;
    query.filter = snapshot->filter();
    query.select = TaskSnapshot::select();
    do {
        const auto page = co_await awaitOutcome(client->tasks(jobId, query));
        if (!page)
            co_return page.error();
        changes.changed += snapshot->merge(page->items, query.nextLink.isEmpty());
        query.nextLink = page->nextLink;
    } while (!query.nextLink.isEmpty());
    changes.counts = snapshot->counts();
    changes.asOf = QDateTime::currentDateTimeUtc();
    co_return changes;
}

} // namespace Batchdesk
