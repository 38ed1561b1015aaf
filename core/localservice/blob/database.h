// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace Batchdesk::LocalService::Blobs {

//! \brief The index could not be read or written.
class DatabaseError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

//! \brief An SQLite file whose commits are on the disk when they return. One thread at a time.
class Database
{
public:
    explicit Database(const std::filesystem::path &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    void execute(const char *sql);

private:
    friend class Statement;
    sqlite3 *m_handle = nullptr;
};

//! \brief One prepared statement with its values, bound from left to right.
class Statement
{
public:
    Statement(Database &database, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(std::int64_t value);
    Statement &bind(std::string_view text);
    //! \brief As bytes, which SQLite compares one by one.
    Statement &bindBytes(std::string_view bytes);

    //! \brief Goes to the next row; false when there is none.
    bool next();
    std::int64_t integer(int column) const;
    std::string text(int column) const;

private:
    void check(int result) const;

    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
    int m_bound = 0;
};

//! \brief All or nothing; rolled back unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace Batchdesk::LocalService::Blobs
