// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/blobstore.h"

#include <algorithm>
#include <map>

//! \file How blobs are put together of blocks; the rest of BlobStore is beside.

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::int64_t uncommittedLimit = 100'000;

BlobError invalidBlockList()
{
    return {400, "InvalidBlockList", "The specified block list is invalid."};
}

} // namespace

std::vector<BlobStore::StoredBlock> BlobStore::storedBlocks(std::int64_t blob, bool committed)
{
    Statement row(m_database,
                  committed ? "SELECT block, file, size FROM blocks WHERE blob = ? AND committed = "
                              "1 ORDER BY position"
                            : "SELECT block, file, size FROM blocks WHERE blob = ? AND committed = "
                              "0 ORDER BY block");
    row.bind(blob);
    std::vector<StoredBlock> blocks;
    while (row.next())
        blocks.push_back({row.text(0), row.text(1), static_cast<std::uint64_t>(row.integer(2))});
    return blocks;
}

void BlobStore::replaceBlocks(std::int64_t blob, const std::vector<StoredBlock> &blocks)
{
    Statement(m_database, "DELETE FROM blocks WHERE blob = ?").bind(blob).next();
    std::int64_t position = 0;
    for (const StoredBlock &block : blocks) {
        Statement(m_database,
                  "INSERT INTO blocks(blob, committed, position, block, file, size, written)"
                  " VALUES (?, 1, ?, ?, ?, ?, 0)")
            .bind(blob)
            .bind(position++)
            .bind(block.id)
            .bind(block.file)
            .bind(static_cast<std::int64_t>(block.size))
            .next();
    }
}

BlobRecord BlobStore::commitBlob(
    const std::string &container, const std::string &name, const BlobDescription &description,
    const Precondition &precondition,
    const std::function<std::vector<StoredBlock>(const BlobRecord *)> &content)
{
    requireContainer(container);
    const auto existing = find({container, name, {}});
    precondition(existing && existing->committed ? &*existing : nullptr);
    const std::vector<StoredBlock> blocks = content(existing ? &*existing : nullptr);

    BlobRecord record;
    if (existing)
        record = *existing;
    record.name = name;
    record.committed = true;
    record.length = 0;
    record.properties = description.properties;
    record.metadata = description.metadata;
    record.copy = description.copy;
    std::set<std::string> abandoned;
    if (existing)
        abandoned = filesOf("WHERE blob = ?", existing->id, {});
    for (const StoredBlock &block : blocks) {
        record.length += block.size;
        abandoned.erase(block.file);
    }
    Transaction transaction(m_database);
    save(container, record);
    replaceBlocks(record.id, blocks);
    transaction.commit();
    removeUnused(abandoned);
    return record;
}

BlobRecord BlobStore::putBlob(const std::string &container, const std::string &name,
                              const BlobDescription &description, ContentWriter &content,
                              const Precondition &precondition)
{
    content.flush();
    const std::lock_guard lock(m_mutex);
    BlobRecord record =
        commitBlob(container, name, description, precondition, [&](const BlobRecord *) {
            return std::vector<StoredBlock>{{{}, content.name(), content.size()}};
        });
    content.keep();
    return record;
}

void BlobStore::refuseBlockThatDoesNotFit(std::int64_t blob, const std::string &blockId,
                                          bool replaces)
{
    Statement any(m_database, "SELECT block FROM blocks WHERE blob = ? AND committed = 0 LIMIT 1");
    if (any.bind(blob).next() && any.text(0).size() != blockId.size())
        throw BlobError(400, "InvalidBlobOrBlock",
                        "The specified blob or block content is invalid.");
    Statement count(m_database, "SELECT count(*) FROM blocks WHERE blob = ? AND committed = 0");
    count.bind(blob).next();
    if (!replaces && count.integer(0) >= uncommittedLimit)
        throw BlobError(
            409, "BlockCountExceedsLimit",
            "The uncommitted block count cannot exceed the maximum limit of 100,000 blocks.");
}

void BlobStore::putBlock(const std::string &container, const std::string &name,
                         const std::string &blockId, ContentWriter &content,
                         const Precondition &precondition)
{
    content.flush();
    const std::lock_guard lock(m_mutex);
    requireContainer(container);
    std::set<std::string> replaced;
    Transaction transaction(m_database);
    auto existing = find({container, name, {}});
    precondition(existing && existing->committed ? &*existing : nullptr);
    if (!existing) {
        existing.emplace();
        existing->name = name;
        save(container, *existing);
    }
    Statement same(m_database,
                   "SELECT file FROM blocks WHERE blob = ? AND block = ? AND committed = 0");
    if (same.bind(existing->id).bind(blockId).next())
        replaced.insert(same.text(0));
    refuseBlockThatDoesNotFit(existing->id, blockId, !replaced.empty());
    Statement(
        m_database,
        "INSERT INTO blocks(blob, committed, position, block, file, size, written)"
        " VALUES (?, 0, 0, ?, ?, ?, ?)"
        " ON CONFLICT(blob, block) WHERE committed = 0"
        " DO UPDATE SET file = excluded.file, size = excluded.size, written = excluded.written")
        .bind(existing->id)
        .bind(blockId)
        .bind(content.name())
        .bind(static_cast<std::int64_t>(content.size()))
        .bind(nextChange())
        .next();
    transaction.commit();
    content.keep();
    removeUnused(replaced);
}

std::vector<BlobStore::StoredBlock> BlobStore::resolve(
    std::int64_t blob, const std::vector<BlockReference> &references)
{
    std::map<std::string, StoredBlock> committed;
    std::map<std::string, StoredBlock> uncommitted;
    for (StoredBlock &block : storedBlocks(blob, true)) {
        // The content of Put Blob is no block that a list could name.
        if (!block.id.empty())
            committed.emplace(block.id, block);
    }
    for (StoredBlock &block : storedBlocks(blob, false))
        uncommitted.emplace(block.id, block);

    std::vector<StoredBlock> result;
    for (const BlockReference &reference : references) {
        using From = BlockReference::From;
        const auto fresh = uncommitted.find(reference.id);
        const auto kept = committed.find(reference.id);
        if (reference.from != From::Committed && fresh != uncommitted.end())
            result.push_back(fresh->second);
        else if (reference.from != From::Uncommitted && kept != committed.end())
            result.push_back(kept->second);
        else
            throw invalidBlockList();
    }
    return result;
}

BlobRecord BlobStore::putBlockList(const std::string &container, const std::string &name,
                                   const std::vector<BlockReference> &references,
                                   const BlobDescription &description,
                                   const Precondition &precondition)
{
    const std::lock_guard lock(m_mutex);
    return commitBlob(container, name, description, precondition, [&](const BlobRecord *existing) {
        return resolve(existing ? existing->id : 0, references);
    });
}

BlockLists BlobStore::blockLists(const BlobAddress &address)
{
    const std::lock_guard lock(m_mutex);
    requireContainer(address.container);
    const auto record = find(address);
    if (!record)
        throw blobNotFound();
    BlockLists lists{*record, {}, {}};
    for (const StoredBlock &block : storedBlocks(record->id, true)) {
        if (!block.id.empty())
            lists.committed.push_back({block.id, block.size});
    }
    for (const StoredBlock &block : storedBlocks(record->id, false))
        lists.uncommitted.push_back({block.id, block.size});
    return lists;
}

} // namespace Batchdesk::LocalService::Blobs
