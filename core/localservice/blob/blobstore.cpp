// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/blobstore.h"

#include "core/localservice/blob/bloberror.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace Batchdesk::LocalService::Blobs {

namespace {

using nlohmann::json;

// ETags count in ticks of 100 ns since the year 1, as Azure's appear to.
constexpr std::int64_t ticksToUnixEpoch = 621'355'968'000'000'000;

std::string etagOf(std::int64_t change)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "0x%llX", static_cast<unsigned long long>(change));
    return text.data();
}

ServiceClock::Time timeOf(std::int64_t change)
{
    return ServiceClock::Time(std::chrono::microseconds((change - ticksToUnixEpoch) / 10));
}

std::string packed(const BlobProperties &p)
{
    return json{p.contentType,        p.contentEncoding, p.contentLanguage,
                p.contentDisposition, p.cacheControl,    p.contentMd5}
        .dump();
}

BlobProperties unpackedProperties(const std::string &text)
{
    const json fields = json::parse(text);
    return {fields.at(0), fields.at(1), fields.at(2), fields.at(3), fields.at(4), fields.at(5)};
}

ContainerRecord containerOf(const Statement &row)
{
    return {row.text(0), etagOf(row.integer(1)), timeOf(row.integer(1)),
            json::parse(row.text(2)).get<Metadata>()};
}

const std::string selectBlobs =
    "SELECT id, name, committed, length, changed, created, properties, metadata FROM blobs ";

// Reads the columns of selectBlobs.
BlobRecord blobOf(const Statement &row)
{
    BlobRecord record;
    record.id = row.integer(0);
    record.name = row.text(1);
    record.committed = row.integer(2) != 0;
    record.length = static_cast<std::uint64_t>(row.integer(3));
    record.etag = etagOf(row.integer(4));
    record.lastModified = timeOf(row.integer(4));
    record.created = timeOf(row.integer(5));
    record.properties = unpackedProperties(row.text(6));
    record.metadata = json::parse(row.text(7)).get<Metadata>();
    return record;
}

//! \brief The first name after all that begin with \a prefix; empty when there is none.
std::string afterPrefix(std::string prefix)
{
    while (!prefix.empty() && static_cast<unsigned char>(prefix.back()) == 0xFF)
        prefix.pop_back();
    if (!prefix.empty())
        prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
    return prefix;
}

} // namespace

BlobStore::BlobStore(const std::filesystem::path &directory,
                     std::shared_ptr<const ServiceClock> clock)
    : m_clock(std::move(clock))
    , m_files(directory / "content")
    , m_database(directory / "index.sqlite")
{
    makeTables();
    dropForgottenUploads();
    Statement last(m_database,
                   "SELECT max((SELECT coalesce(max(changed), 0) FROM blobs),"
                   " (SELECT coalesce(max(changed), 0) FROM containers))");
    last.next();
    m_lastChange = last.integer(0);
    m_files.removeAllBut(filesOf("", 0, {}));
}

void BlobStore::makeTables()
{
    Transaction transaction(m_database);
    m_database.execute(
        "CREATE TABLE IF NOT EXISTS containers(name TEXT PRIMARY KEY, changed INTEGER NOT NULL,"
        " metadata TEXT NOT NULL) WITHOUT ROWID;"
        // Names are bytes: SQLite then sorts them by code point and takes any character.
        "CREATE TABLE IF NOT EXISTS blobs(id INTEGER PRIMARY KEY AUTOINCREMENT, container TEXT NOT "
        "NULL,"
        " name BLOB NOT NULL, committed INTEGER NOT NULL, length INTEGER NOT NULL, changed INTEGER "
        "NOT NULL,"
        " created INTEGER NOT NULL, properties TEXT NOT NULL, metadata TEXT NOT NULL, "
        "UNIQUE(container, name));"
        "CREATE TABLE IF NOT EXISTS blocks(blob INTEGER NOT NULL, committed INTEGER NOT NULL,"
        " position INTEGER NOT NULL, block TEXT NOT NULL, file TEXT NOT NULL, size INTEGER NOT "
        "NULL,"
        " written INTEGER NOT NULL);"
        "CREATE INDEX IF NOT EXISTS blocks_in_order ON blocks(blob, committed, position);"
        "CREATE UNIQUE INDEX IF NOT EXISTS uncommitted_blocks ON blocks(blob, block) WHERE "
        "committed = 0;");
    transaction.commit();
}

void BlobStore::dropForgottenUploads()
{
    constexpr std::int64_t week = 7ll * 24 * 3600 * 10'000'000;
    const std::int64_t oldest =
        m_clock->now().time_since_epoch().count() * 10 + ticksToUnixEpoch - week;
    Transaction transaction(m_database);
    Statement(m_database,
              "DELETE FROM blocks WHERE committed = 0 AND blob IN (SELECT blob FROM blocks WHERE "
              "committed = 0"
              " GROUP BY blob HAVING max(written) < ?)")
        .bind(oldest)
        .next();
    m_database.execute(
        "DELETE FROM blobs WHERE committed = 0 AND id NOT IN (SELECT blob FROM blocks)");
    transaction.commit();
}

std::int64_t BlobStore::nextChange()
{
    const std::int64_t ticks = m_clock->now().time_since_epoch().count() * 10 + ticksToUnixEpoch;
    m_lastChange = std::max(ticks, m_lastChange + 1);
    return m_lastChange;
}

ContainerRecord BlobStore::requireContainer(const std::string &name)
{
    Statement row(m_database, "SELECT name, changed, metadata FROM containers WHERE name = ?");
    row.bind(name);
    if (!row.next())
        throw containerNotFound();
    return containerOf(row);
}

ContainerRecord BlobStore::createContainer(const std::string &name, const Metadata &metadata)
{
    const std::lock_guard lock(m_mutex);
    Statement existing(m_database, "SELECT 1 FROM containers WHERE name = ?");
    if (existing.bind(name).next())
        throw BlobError(409, "ContainerAlreadyExists", "The specified container already exists.");
    Statement(m_database, "INSERT INTO containers(name, changed, metadata) VALUES (?, ?, ?)")
        .bind(name)
        .bind(nextChange())
        .bind(json(metadata).dump())
        .next();
    return requireContainer(name);
}

ContainerRecord BlobStore::container(const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    return requireContainer(name);
}

ContainerRecord BlobStore::setContainerMetadata(
    const std::string &name, const Metadata &metadata,
    const std::function<void(const ContainerRecord &)> &precondition)
{
    const std::lock_guard lock(m_mutex);
    precondition(requireContainer(name));
    Statement(m_database, "UPDATE containers SET changed = ?, metadata = ? WHERE name = ?")
        .bind(nextChange())
        .bind(json(metadata).dump())
        .bind(name)
        .next();
    return requireContainer(name);
}

void BlobStore::deleteContainer(const std::string &name,
                                const std::function<void(const ContainerRecord &)> &precondition)
{
    const std::lock_guard lock(m_mutex);
    precondition(requireContainer(name));
    const auto files = filesOf("WHERE blob IN (SELECT id FROM blobs WHERE container = ?)", 0, name);
    Transaction transaction(m_database);
    Statement(m_database,
              "DELETE FROM blocks WHERE blob IN (SELECT id FROM blobs WHERE container = ?)")
        .bind(name)
        .next();
    Statement(m_database, "DELETE FROM blobs WHERE container = ?").bind(name).next();
    Statement(m_database, "DELETE FROM containers WHERE name = ?").bind(name).next();
    transaction.commit();
    removeFiles(files);
}

ContainerPage BlobStore::listContainers(const std::string &prefix, const std::string &from,
                                        std::size_t limit)
{
    const std::lock_guard lock(m_mutex);
    Statement row(
        m_database,
        "SELECT name, changed, metadata FROM containers WHERE name >= ? ORDER BY name LIMIT ?");
    row.bind(std::max(prefix, from)).bind(static_cast<std::int64_t>(limit) + 1);
    ContainerPage page;
    while (row.next()) {
        if (!row.text(0).starts_with(prefix))
            break;
        if (page.containers.size() == limit) {
            page.next = row.text(0);
            break;
        }
        page.containers.push_back(containerOf(row));
    }
    return page;
}

std::optional<BlobRecord> BlobStore::find(const std::string &container, const std::string &name)
{
    Statement row(m_database, selectBlobs + "WHERE container = ? AND name = ?");
    row.bind(container).bindBytes(name);
    if (!row.next())
        return std::nullopt;
    return blobOf(row);
}

BlobRecord BlobStore::requireCommitted(const std::string &container, const std::string &name)
{
    requireContainer(container);
    auto record = find(container, name);
    if (!record || !record->committed)
        throw blobNotFound();
    return *record;
}

BlobRecord BlobStore::blob(const std::string &container, const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    return requireCommitted(container, name);
}

std::pair<BlobRecord, BlobContent> BlobStore::read(const std::string &container,
                                                   const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    std::pair<BlobRecord, BlobContent> result;
    result.first = requireCommitted(container, name);
    for (const StoredBlock &block : storedBlocks(result.first.id, true)) {
        if (block.size > 0)
            result.second.add(m_files.open(block.file), block.size);
    }
    return result;
}

void BlobStore::save(const std::string &container, BlobRecord &record)
{
    const std::int64_t now = nextChange();
    if (record.id == 0) {
        Statement row(m_database,
                      "INSERT INTO blobs(container, name, committed, length, changed, created, "
                      "properties, metadata)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
        row.bind(container)
            .bindBytes(record.name)
            .bind(record.committed ? 1 : 0)
            .bind(static_cast<std::int64_t>(record.length))
            .bind(now)
            .bind(now)
            .bind(packed(record.properties))
            .bind(json(record.metadata).dump());
        row.next();
        record.id = row.integer(0);
        record.created = timeOf(now);
    } else {
        Statement(
            m_database,
            "UPDATE blobs SET committed = ?, length = ?, changed = ?, properties = ?, metadata = ?"
            " WHERE id = ?")
            .bind(record.committed ? 1 : 0)
            .bind(static_cast<std::int64_t>(record.length))
            .bind(now)
            .bind(packed(record.properties))
            .bind(json(record.metadata).dump())
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
    BlobRecord record = requireCommitted(container, name);
    precondition(&record);
    edit(record);
    save(container, record);
    return record;
}

BlobRecord BlobStore::setProperties(const std::string &container, const std::string &name,
                                    const BlobProperties &properties,
                                    const Precondition &precondition)
{
    return change(container, name, precondition,
                  [&](BlobRecord &record) { record.properties = properties; });
}

BlobRecord BlobStore::setMetadata(const std::string &container, const std::string &name,
                                  const Metadata &metadata, const Precondition &precondition)
{
    return change(container, name, precondition,
                  [&](BlobRecord &record) { record.metadata = metadata; });
}

void BlobStore::deleteBlob(const std::string &container, const std::string &name,
                           const Precondition &precondition)
{
    const std::lock_guard lock(m_mutex);
    requireContainer(container);
    const auto record = find(container, name);
    if (!record)
        throw blobNotFound();
    precondition(record->committed ? &*record : nullptr);
    const auto files = filesOf("WHERE blob = ?", record->id, {});
    Transaction transaction(m_database);
    Statement(m_database, "DELETE FROM blocks WHERE blob = ?").bind(record->id).next();
    Statement(m_database, "DELETE FROM blobs WHERE id = ?").bind(record->id).next();
    transaction.commit();
    removeFiles(files);
}

BlobPage BlobStore::listBlobs(const BlobListQuery &query)
{
    const std::lock_guard lock(m_mutex);
    requireContainer(query.container);
    BlobPage page;
    std::string from = std::max(query.prefix, query.from);
    for (bool again = true; again;) {
        again = false;
        Statement row(
            m_database,
            selectBlobs
                + "WHERE container = ? AND name >= ? AND (committed OR ?) ORDER BY name LIMIT ?");
        row.bind(query.container)
            .bindBytes(from)
            .bind(query.uncommitted ? 1 : 0)
            .bind(static_cast<std::int64_t>(query.limit - page.entries.size()) + 1);
        while (!again && row.next()) {
            const std::string name = row.text(1);
            if (!name.starts_with(query.prefix))
                break;
            if (page.entries.size() == query.limit) {
                page.next = name;
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
            again = !from.empty();
        }
    }
    return page;
}

std::set<std::string> BlobStore::filesOf(const char *condition, std::int64_t blob,
                                         const std::string &container)
{
    Statement row(m_database, std::string("SELECT file FROM blocks ") + condition);
    if (blob != 0)
        row.bind(blob);
    else if (!container.empty())
        row.bind(container);
    std::set<std::string> files;
    while (row.next())
        files.insert(row.text(0));
    return files;
}

void BlobStore::removeFiles(const std::set<std::string> &names)
{
    for (const std::string &name : names)
        m_files.remove(name);
}

} // namespace Batchdesk::LocalService::Blobs
