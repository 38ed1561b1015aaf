// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/store.h"

#include "core/localservice/batch/records.h"

#include <sqlite3.h>

namespace Batchdesk::LocalService {

namespace {

constexpr int schemaVersion = 2;

// NORMAL in WAL mode survives the end of the process at any moment; only a power cut can lose the
// last transactions, and then never half of one.
constexpr const char *openingStatements = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA busy_timeout = 5000;
)";

constexpr const char *tableStatements = R"(
BEGIN;
CREATE TABLE IF NOT EXISTS pools (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS nodes (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jobs (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS schedules (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tasks (sequence INTEGER PRIMARY KEY, job TEXT NOT NULL,
                                  spec TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS tasks_by_job ON tasks (job);
PRAGMA user_version = 2;
COMMIT;
)";

// A failure message can quote bytes of a program that are not UTF-8.
std::string textOf(const Json &record)
{
    return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

class Store::Private
{
public:
    enum Statement {
        Begin,
        Commit,
        PutPool,
        PutNode,
        PutJob,
        PutSchedule,
        InsertTask,
        UpdateTask,
        RemovePool,
        RemoveNode,
        RemoveJob,
        RemoveTasks,
        RemoveTask,
        RemoveSchedule,
        StatementCount
    };

    ~Private()
    {
        for (sqlite3_stmt *statement : statements)
            sqlite3_finalize(statement);
        sqlite3_close(db);
    }

    [[noreturn]] void fail() const
    {
        throw StoreError(std::string("The state database could not be used: ")
                         + sqlite3_errmsg(db));
    }

    void execute(const char *sql) const
    {
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            fail();
    }

    sqlite3_stmt *prepare(const char *sql) const
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK)
            fail();
        return statement;
    }

    void prepareAll()
    {
        static constexpr const char *sql[StatementCount] = {
            "BEGIN IMMEDIATE",
            "COMMIT",
            "INSERT OR REPLACE INTO pools (id, record) VALUES (?1, ?2)",
            "INSERT OR REPLACE INTO nodes (id, record) VALUES (?1, ?2)",
            "INSERT OR REPLACE INTO jobs (id, record) VALUES (?1, ?2)",
            "INSERT OR REPLACE INTO schedules (id, record) VALUES (?1, ?2)",
            "INSERT OR REPLACE INTO tasks (sequence, job, spec, record) VALUES (?1, ?2, ?3, ?4)",
            "UPDATE tasks SET record = ?2 WHERE sequence = ?1",
            "DELETE FROM pools WHERE id = ?1",
            "DELETE FROM nodes WHERE id = ?1",
            "DELETE FROM jobs WHERE id = ?1",
            "DELETE FROM tasks WHERE job = ?1",
            "DELETE FROM tasks WHERE sequence = ?1",
            "DELETE FROM schedules WHERE id = ?1",
        };
        for (int i = 0; i < StatementCount; ++i)
            statements[i] = prepare(sql[i]);
    }

    void bind(Statement which, int index, const std::string &text) const
    {
        // Copied by SQLite: the caller's text may be gone before the statement is reset.
        if (sqlite3_bind_text(statements[which], index, text.data(), int(text.size()),
                              SQLITE_TRANSIENT)
            != SQLITE_OK)
            fail();
    }

    void bind(Statement which, int index, std::uint64_t number) const
    {
        if (sqlite3_bind_int64(statements[which], index, sqlite3_int64(number)) != SQLITE_OK)
            fail();
    }

    void run(Statement which) const
    {
        const int result = sqlite3_step(statements[which]);
        sqlite3_reset(statements[which]);
        if (result != SQLITE_DONE)
            fail();
    }

    template <typename... Values>
    void run(Statement which, const Values &...values) const
    {
        int index = 0;
        (bind(which, ++index, values), ...);
        run(which);
    }

    // Calls row with the text of each column.
    template <typename Row>
    void each(const char *sql, const Row &row) const
    {
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> query(prepare(sql),
                                                                               &sqlite3_finalize);
        const auto column = [&](int index) {
            const auto *text =
                reinterpret_cast<const char *>(sqlite3_column_text(query.get(), index));
            return std::string(text, std::size_t(sqlite3_column_bytes(query.get(), index)));
        };
        int result;
        while ((result = sqlite3_step(query.get())) == SQLITE_ROW)
            row(column);
        if (result != SQLITE_DONE)
            fail();
    }

    sqlite3 *db = nullptr;
    sqlite3_stmt *statements[StatementCount] = {};
};

Store::Store(const std::filesystem::path &file)
    : d(std::make_unique<Private>())
{
    if (sqlite3_open_v2(file.c_str(), &d->db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr)
        != SQLITE_OK)
        d->fail();
    d->execute(openingStatements);
    int version = 0;
    d->each("PRAGMA user_version", [&](const auto &column) { version = std::stoi(column(0)); });
    if (version > schemaVersion)
        throw StoreError("The state in " + file.string()
                         + " was written by a newer Batchdesk. Use that one, or another folder.");
    if (version < schemaVersion)
        d->execute(tableStatements);
    d->prepareAll();
}

Store::~Store() = default;

Model Store::load()
{
    Model model;
    try {
        d->each("SELECT record FROM pools", [&](const auto &column) {
            Pool pool = poolFromRecord(Json::parse(column(0)));
            model.pools.emplace(pool.id, std::move(pool));
        });
        d->each("SELECT record FROM nodes", [&](const auto &column) {
            Node node = nodeFromRecord(Json::parse(column(0)));
            model.pools.at(node.poolId).nodes.emplace(node.id, std::move(node));
        });
        d->each("SELECT record FROM jobs", [&](const auto &column) {
            Job job = jobFromRecord(Json::parse(column(0)));
            model.jobs.emplace(job.id, std::move(job));
        });
        d->each("SELECT record FROM schedules", [&](const auto &column) {
            JobSchedule schedule = jobScheduleFromRecord(Json::parse(column(0)));
            model.schedules.emplace(schedule.id, std::move(schedule));
        });
        d->each("SELECT job, spec, record FROM tasks", [&](const auto &column) {
            Job &job = model.jobs.at(column(0));
            Task task = taskFromRecord(Json::parse(column(2)), column(1));
            task.jobId = job.id;
            job.tasks.emplace(task.id, std::move(task));
        });
    } catch (const StoreError &) {
        throw;
    } catch (const std::exception &error) {
        throw StoreError(std::string("The state database is damaged: ") + error.what());
    }
    return model;
}

void Store::begin()
{
    d->run(Private::Begin);
}
void Store::commit()
{
    d->run(Private::Commit);
}

void Store::rollback() noexcept
{
    // There is nothing to roll back when it was begin() that failed.
    sqlite3_exec(d->db, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Store::put(const Pool &pool)
{
    d->run(Private::PutPool, pool.id, textOf(toRecord(pool)));
}
void Store::put(const Node &node)
{
    d->run(Private::PutNode, node.id, textOf(toRecord(node)));
}
void Store::put(const Job &job)
{
    d->run(Private::PutJob, job.id, textOf(toRecord(job)));
}

void Store::put(const JobSchedule &schedule)
{
    d->run(Private::PutSchedule, schedule.id, textOf(toRecord(schedule)));
}

void Store::put(const Task &task, bool withSpec)
{
    const std::string record = textOf(toRecord(task));
    if (withSpec)
        d->run(Private::InsertTask, task.sequence, task.jobId, task.spec, record);
    else
        d->run(Private::UpdateTask, task.sequence, record);
}

void Store::removePool(const std::string &id)
{
    d->run(Private::RemovePool, id);
}
void Store::removeNode(const std::string &id)
{
    d->run(Private::RemoveNode, id);
}

void Store::removeJob(const std::string &id)
{
    d->run(Private::RemoveTasks, id);
    d->run(Private::RemoveJob, id);
}

void Store::removeJobSchedule(const std::string &id)
{
    d->run(Private::RemoveSchedule, id);
}

void Store::removeTask(std::uint64_t sequence)
{
    d->run(Private::RemoveTask, sequence);
}

} // namespace Batchdesk::LocalService
