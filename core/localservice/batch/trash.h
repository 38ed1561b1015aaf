// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief Takes folders away at once by renaming them, and removes them on a thread of its own.
//!
//! What was left by a process that was killed is removed when the next one starts. Thread-safe.
class Trash
{
public:
    explicit Trash(const std::filesystem::path &directory);
    ~Trash();
    Trash(const Trash &) = delete;
    Trash &operator=(const Trash &) = delete;

    //! \brief \a path is gone when this returns; nothing happens when it was not there.
    void take(const std::filesystem::path &path);

private:
    void loop();

    std::filesystem::path m_directory;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<std::filesystem::path> m_waiting;
    unsigned long long m_count = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace Batchdesk::LocalService
