// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/database.h"

#include <sqlite3.h>

namespace Batchdesk::LocalService::Blobs {

Database::Database(const std::filesystem::path &file)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(file.c_str(), &m_handle, flags, nullptr) != SQLITE_OK) {
        const std::string message = m_handle ? sqlite3_errmsg(m_handle) : "out of memory";
        sqlite3_close(m_handle);
        throw DatabaseError(message);
    }
    try {
        execute("PRAGMA journal_mode = WAL");
        execute("PRAGMA synchronous = FULL");
    } catch (...) {
        sqlite3_close(m_handle);
        throw;
    }
}

Database::~Database()
{
    sqlite3_close(m_handle);
}

void Database::execute(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw DatabaseError(sqlite3_errmsg(m_handle));
}

Statement::Statement(Database &database, std::string_view sql)
    : m_database(database.m_handle)
{
    check(sqlite3_prepare_v2(m_database, sql.data(), static_cast<int>(sql.size()), &m_statement,
                             nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::check(int result) const
{
    if (result != SQLITE_OK)
        throw DatabaseError(sqlite3_errmsg(m_database));
}

Statement &Statement::bind(std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement, ++m_bound, value));
    return *this;
}

Statement &Statement::bind(std::string_view text)
{
    check(sqlite3_bind_text64(m_statement, ++m_bound, text.data() ? text.data() : "", text.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindBytes(std::string_view bytes)
{
    check(sqlite3_bind_blob64(m_statement, ++m_bound, bytes.data() ? bytes.data() : "",
                              bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::next()
{
    const int result = sqlite3_step(m_statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        throw DatabaseError(sqlite3_errmsg(m_database));
    return result == SQLITE_ROW;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string Statement::text(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return data ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.execute("ROLLBACK");
    } catch (const DatabaseError &) {
        // SQLite has rolled back by itself already, as it does when the disk is full.
    }
}

void Transaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace Batchdesk::LocalService::Blobs
