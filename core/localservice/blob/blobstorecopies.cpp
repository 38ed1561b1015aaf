// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/blobstore.h"
#include "core/localservice/blob/rows.h"

//! \file What BlobStore makes of blobs that are there: copies and snapshots. They name the files of
//! their source, so that a copy of gigabytes costs a few rows.

namespace Batchdesk::LocalService::Blobs {

BlobRecord BlobStore::copyBlob(const std::string &container, const std::string &name,
                               const CopyPlan &plan, const Precondition &sourcePrecondition,
                               const Precondition &precondition)
{
    const std::lock_guard lock(m_mutex);
    const BlobRecord source = requireCommitted(plan.source);
    sourcePrecondition(&source);
    BlobDescription description{
        plan.properties.value_or(source.properties), plan.metadata.value_or(source.metadata), {}};
    if (!plan.id.empty())
        description.copy = {plan.id, plan.shownSource, source.length, m_clock->now()};
    return commitBlob(container, name, description, precondition, [&](const BlobRecord *) {
        std::vector<StoredBlock> blocks = storedBlocks(source.id, true);
        if (!plan.keepBlockIds) {
            for (StoredBlock &block : blocks)
                block.id.clear();
        }
        return blocks;
    });
}

BlobRecord BlobStore::createSnapshot(const std::string &container, const std::string &name,
                                     const std::optional<Metadata> &metadata,
                                     const Precondition &precondition)
{
    const std::lock_guard lock(m_mutex);
    BlobRecord record = requireCommitted({container, name, {}});
    precondition(&record);
    const std::vector<StoredBlock> blocks = storedBlocks(record.id, true);
    const std::int64_t now = nextChange();
    record.id = 0;
    record.snapshot = snapshotNameOf(now);
    record.lease = {};
    // With metadata of its own a snapshot is another version of the blob; without, the same one.
    if (metadata) {
        record.metadata = *metadata;
        record.etag = etagOf(now);
        record.lastModified = timeOf(now);
    }
    const auto version = std::stoll(record.etag, nullptr, 16);
    Transaction transaction(m_database);
    insert(container, record, version, ticksOf(record.created));
    replaceBlocks(record.id, blocks);
    transaction.commit();
    return record;
}

} // namespace Batchdesk::LocalService::Blobs
