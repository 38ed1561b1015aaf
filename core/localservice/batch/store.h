// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/model.h"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace Batchdesk::LocalService {

//! \brief The disk said no: full, gone, or not ours.
class StoreError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

//! \brief The model on disk, in SQLite. What a committed transaction holds is there after the
//! process was killed.
//!
//! Not thread-safe; the engine's mutex guards it. Everything throws StoreError.
class Store
{
public:
    explicit Store(const std::filesystem::path &file);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    //! \brief Reads all there is, as it was written.
    Model load();

    void begin();
    void commit();
    void rollback() noexcept;

    void put(const Pool &pool);
    void put(const Node &node);
    void put(const Job &job);
    void put(const JobSchedule &schedule);
    //! \brief Writes the task's state, and its spec when \a withSpec.
    void put(const Task &task, bool withSpec);

    void removePool(const std::string &id);
    void removeNode(const std::string &id);
    void removeJob(const std::string &id);         //!< With its tasks.
    void removeJobSchedule(const std::string &id); //!< Without its jobs.
    void removeTask(std::uint64_t sequence);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::LocalService
