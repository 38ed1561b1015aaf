// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/blobstore.h"
#include "core/localservice/blob/rows.h"

#include <algorithm>

//! \file The index of BlobStore itself: its tables, its start, the files that it names.

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::int64_t tablesVersion = 1;

const char *const tables =
    "CREATE TABLE containers(name TEXT PRIMARY KEY, changed INTEGER NOT NULL,"
    " metadata TEXT NOT NULL, lease TEXT NOT NULL DEFAULT '', policies TEXT NOT NULL DEFAULT '')"
    " WITHOUT ROWID;"
    // Names are bytes: SQLite then sorts them by code point and takes any character.
    "CREATE TABLE blobs(id INTEGER PRIMARY KEY AUTOINCREMENT, container TEXT NOT NULL,"
    " name BLOB NOT NULL, snapshot TEXT NOT NULL, committed INTEGER NOT NULL,"
    " length INTEGER NOT NULL, changed INTEGER NOT NULL, created INTEGER NOT NULL,"
    " properties TEXT NOT NULL, metadata TEXT NOT NULL, lease TEXT NOT NULL DEFAULT '',"
    " copy TEXT NOT NULL DEFAULT '', UNIQUE(container, name, snapshot));"
    "CREATE TABLE blocks(blob INTEGER NOT NULL, committed INTEGER NOT NULL,"
    " position INTEGER NOT NULL, block TEXT NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL,"
    " written INTEGER NOT NULL);"
    "CREATE INDEX blocks_in_order ON blocks(blob, committed, position);"
    "CREATE INDEX blocks_by_file ON blocks(file);"
    "CREATE UNIQUE INDEX uncommitted_blocks ON blocks(blob, block) WHERE committed = 0;"
    "CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;";

// From the tables of the first release, which knew neither leases nor snapshots.
const char *const upgrade =
    "ALTER TABLE containers ADD COLUMN lease TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE containers ADD COLUMN policies TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE blobs RENAME TO former;"
    "CREATE TABLE blobs(id INTEGER PRIMARY KEY AUTOINCREMENT, container TEXT NOT NULL,"
    " name BLOB NOT NULL, snapshot TEXT NOT NULL, committed INTEGER NOT NULL,"
    " length INTEGER NOT NULL, changed INTEGER NOT NULL, created INTEGER NOT NULL,"
    " properties TEXT NOT NULL, metadata TEXT NOT NULL, lease TEXT NOT NULL DEFAULT '',"
    " copy TEXT NOT NULL DEFAULT '', UNIQUE(container, name, snapshot));"
    "INSERT INTO blobs(id, container, name, snapshot, committed, length, changed, created,"
    " properties, metadata) SELECT id, container, name, '~', committed, length, changed, created,"
    " properties, metadata FROM former;"
    "DROP TABLE former;"
    "CREATE INDEX blocks_by_file ON blocks(file);"
    "CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;";

bool answersOne(Database &database, const char *question)
{
    Statement row(database, question);
    return row.next() && row.integer(0) == 1;
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
    if (answersOne(m_database, "SELECT user_version < 1 FROM pragma_user_version")) {
        const bool old =
            answersOne(m_database, "SELECT count(*) FROM sqlite_master WHERE name = 'containers'");
        m_database.execute(old ? upgrade : tables);
        m_database.execute(("PRAGMA user_version = " + std::to_string(tablesVersion)).c_str());
    }
    transaction.commit();
}

void BlobStore::dropForgottenUploads()
{
    constexpr std::int64_t week = 7ll * 24 * 3600 * 10'000'000;
    const std::int64_t oldest = ticksOf(m_clock->now()) - week;
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
    m_lastChange = std::max(ticksOf(m_clock->now()), m_lastChange + 1);
    return m_lastChange;
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

void BlobStore::removeUnused(const std::set<std::string> &names)
{
    for (const std::string &name : names) {
        Statement row(m_database, "SELECT 1 FROM blocks WHERE file = ? LIMIT 1");
        if (!row.bind(name).next())
            m_files.remove(name);
    }
}

std::string BlobStore::setting(const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    Statement row(m_database, "SELECT value FROM settings WHERE name = ?");
    return row.bind(name).next() ? row.text(0) : std::string();
}

void BlobStore::setSetting(const std::string &name, const std::string &value)
{
    const std::lock_guard lock(m_mutex);
    Statement(m_database, "INSERT OR REPLACE INTO settings(name, value) VALUES (?, ?)")
        .bind(name)
        .bind(value)
        .next();
}

} // namespace Batchdesk::LocalService::Blobs
