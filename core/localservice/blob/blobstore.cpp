// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/blobstore.h"

#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/rows.h"

#include <algorithm>

//! \file The blobs of BlobStore; containers, blocks, copies and the index have files of their own.

namespace Batchdesk::LocalService::Blobs {

namespace {

//! \brief The first name after all that begin with \a prefix; empty when there is none.
std::string afterPrefix(std::string prefix)
{
    while (!prefix.empty() && static_cast<unsigned char>(prefix.back()) == 0xFF)
        prefix.pop_back();
    if (!prefix.empty())
        prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
    return prefix;
}

// A position in a listing is a name, and for a snapshot its time after a byte that no name has.
std::string positionOf(const BlobRecord &record)
{
    return record.snapshot.empty() ? record.name : record.name + '\0' + record.snapshot;
}

} // namespace

std::optional<BlobRecord> BlobStore::find(const BlobAddress &address)
{
    Statement row(m_database, selectBlobs + "WHERE container = ? AND name = ? AND snapshot = ?");
    row.bind(address.container)
        .bindBytes(address.name)
        .bind(address.snapshot.empty() ? blobItself : std::string_view(address.snapshot));
    if (!row.next())
        return std::nullopt;
    return blobOf(row);
}

BlobRecord BlobStore::requireCommitted(const BlobAddress &address)
{
    requireContainer(address.container);
    auto record = find(address);
    if (!record || !record->committed)
        throw blobNotFound();
    return *record;
}

void BlobStore::checkPut(const std::string &container, const std::string &name,
                         const Precondition &precondition)
{
    const std::lock_guard lock(m_mutex);
    requireContainer(container);
    const auto existing = find({container, name, {}});
    precondition(existing && existing->committed ? &*existing : nullptr);
}

BlobRecord BlobStore::blob(const BlobAddress &address)
{
    const std::lock_guard lock(m_mutex);
    return requireCommitted(address);
}

std::pair<BlobRecord, BlobContent> BlobStore::read(const BlobAddress &address)
{
    const std::lock_guard lock(m_mutex);
    std::pair<BlobRecord, BlobContent> result;
    result.first = requireCommitted(address);
    for (const StoredBlock &block : storedBlocks(result.first.id, true)) {
        if (block.size > 0)
            result.second.add(m_files.open(block.file), block.size);
    }
    return result;
}

void BlobStore::insert(const std::string &container, BlobRecord &record, std::int64_t changed,
                       std::int64_t created)
{
    Statement row(
        m_database,
        "INSERT INTO blobs(container, name, snapshot, committed, length, changed, created,"
        " properties, metadata, lease, copy)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
    row.bind(container)
        .bindBytes(record.name)
        .bind(record.snapshot.empty() ? blobItself : std::string_view(record.snapshot))
        .bind(record.committed ? 1 : 0)
        .bind(static_cast<std::int64_t>(record.length))
        .bind(changed)
        .bind(created)
        .bind(packed(record.properties))
        .bind(packed(record.metadata))
        .bind(record.lease.packed())
        .bind(packed(record.copy));
    row.next();
    record.id = row.integer(0);
    record.created = timeOf(created);
}

void BlobStore::save(const std::string &container, BlobRecord &record)
{
    const std::int64_t now = nextChange();
    record.lease.noteChange(m_clock->now());
    if (record.id == 0) {
        insert(container, record, now, now);
    } else {
        Statement(m_database,
                  "UPDATE blobs SET committed = ?, length = ?, changed = ?, properties = ?,"
                  " metadata = ?, lease = ?, copy = ? WHERE id = ?")
            .bind(record.committed ? 1 : 0)
            .bind(static_cast<std::int64_t>(record.length))
            .bind(now)
            .bind(packed(record.properties))
            .bind(packed(record.metadata))
            .bind(record.lease.packed())
            .bind(packed(record.copy))
            .bind(record.id)
            .next();
    }
    record.etag = etagOf(now);
    record.lastModified = timeOf(now);
}

BlobRecord BlobStore::change(const std::string &container, const std::string &name,
                             const Precondition &precondition,
                             const std::function<void(BlobRecord &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    BlobRecord record = requireCommitted({container, name, {}});
    precondition(&record);
    edit(record);
    save(container, record);
    return record;
}

BlobRecord BlobStore::setProperties(const std::string &container, const std::string &name,
                                    const BlobProperties &properties,
                                    const Precondition &precondition)
{
    return change(container, name, precondition, [&](BlobRecord &record) {
        record.properties = properties;
        record.copy = {};
    });
}

BlobRecord BlobStore::setMetadata(const std::string &container, const std::string &name,
                                  const Metadata &metadata, const Precondition &precondition)
{
    return change(container, name, precondition,
                  [&](BlobRecord &record) { record.metadata = metadata; });
}

BlobRecord BlobStore::changeLease(const std::string &container, const std::string &name,
                                  const Precondition &precondition,
                                  const std::function<void(Lease &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    BlobRecord record = requireCommitted({container, name, {}});
    precondition(&record);
    edit(record.lease);
    Statement(m_database, "UPDATE blobs SET lease = ? WHERE id = ?")
        .bind(record.lease.packed())
        .bind(record.id)
        .next();
    return record;
}

std::vector<std::int64_t> BlobStore::idsOf(const std::string &container, const std::string &name,
                                           bool snapshots)
{
    Statement row(m_database,
                  std::string("SELECT id FROM blobs WHERE container = ? AND name = ? AND snapshot ")
                      + (snapshots ? "<> ?" : "= ?"));
    row.bind(container).bindBytes(name).bind(blobItself);
    std::vector<std::int64_t> ids;
    while (row.next())
        ids.push_back(row.integer(0));
    return ids;
}

void BlobStore::erase(const std::vector<std::int64_t> &ids)
{
    std::set<std::string> files;
    Transaction transaction(m_database);
    for (const std::int64_t id : ids) {
        files.merge(filesOf("WHERE blob = ?", id, {}));
        Statement(m_database, "DELETE FROM blocks WHERE blob = ?").bind(id).next();
        Statement(m_database, "DELETE FROM blobs WHERE id = ?").bind(id).next();
    }
    transaction.commit();
    removeUnused(files);
}

void BlobStore::deleteBlob(const BlobAddress &address, DeleteScope scope,
                           const Precondition &precondition)
{
    const std::lock_guard lock(m_mutex);
    requireContainer(address.container);
    const auto record = find(address);
    if (!record)
        throw blobNotFound();
    precondition(record->committed ? &*record : nullptr);
    if (!address.snapshot.empty()) {
        erase({record->id});
        return;
    }
    std::vector<std::int64_t> ids = idsOf(address.container, address.name, true);
    if (scope == DeleteScope::Blob && !ids.empty())
        throw BlobError(409, "SnapshotsPresent",
                        "This operation is not permitted because the blob has snapshots.");
    if (scope != DeleteScope::SnapshotsOnly)
        ids.push_back(record->id);
    erase(ids);
}

BlobPage BlobStore::listBlobs(const BlobListQuery &query)
{
    const std::lock_guard lock(m_mutex);
    requireContainer(query.container);
    BlobPage page;
    const auto cutAt = query.from.find('\0');
    std::string from = query.from.substr(0, cutAt);
    std::string snapshot =
        cutAt == std::string::npos ? std::string() : query.from.substr(cutAt + 1);
    if (from < query.prefix) {
        from = query.prefix;
        snapshot.clear();
    }
    for (bool again = true; again;) {
        again = false;
        Statement row(m_database,
                      selectBlobs
                          + "WHERE container = ? AND (name, snapshot) >= (?, ?)"
                            " AND (committed OR ?) AND (? OR snapshot = '~')"
                            " ORDER BY name, snapshot LIMIT ?");
        row.bind(query.container)
            .bindBytes(from)
            .bind(snapshot)
            .bind(query.uncommitted ? 1 : 0)
            .bind(query.snapshots ? 1 : 0)
            .bind(static_cast<std::int64_t>(query.limit - page.entries.size()) + 1);
        while (!again && row.next()) {
            const std::string name = row.text(1);
            if (!name.starts_with(query.prefix))
                break;
            if (page.entries.size() == query.limit) {
                page.next = positionOf(blobOf(row));
                break;
            }
            const auto cut = query.delimiter.empty()
                ? std::string::npos
                : name.find(query.delimiter, query.prefix.size());
            if (cut == std::string::npos) {
                page.entries.push_back({{}, blobOf(row)});
                continue;
            }
            // Blobs below the prefix may be a million: jump over them.
            const std::string prefix = name.substr(0, cut + query.delimiter.size());
            page.entries.push_back({prefix, {}});
            from = afterPrefix(prefix);
            snapshot.clear();
            again = !from.empty();
        }
    }
    return page;
}

} // namespace Batchdesk::LocalService::Blobs
