// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/trash.h"

#include <algorithm>
#include <string>

namespace Batchdesk::LocalService {

namespace fs = std::filesystem;

namespace {

// A task may have left folders that it may not write to itself; their owner can change that.
void removeTree(const fs::path &path)
{
    std::error_code error;
    fs::remove_all(path, error);
    if (!error)
        return;
    const auto options = fs::directory_options::skip_permission_denied;
    fs::permissions(path, fs::perms::owner_all, fs::perm_options::add, error);
    for (auto it = fs::recursive_directory_iterator(path, options, error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored) && !it->is_symlink(ignored))
            fs::permissions(it->path(), fs::perms::owner_all, fs::perm_options::add, ignored);
    }
    fs::remove_all(path, error);
}

} // namespace

Trash::Trash(const fs::path &directory)
    : m_directory(directory)
{
    fs::create_directories(m_directory);
    for (const auto &entry : fs::directory_iterator(m_directory))
        m_waiting.push_back(entry.path());
    // New names must not meet the old ones, which the thread has yet to remove.
    for (const auto &path : m_waiting) {
        const auto name = path.filename().string();
        if (name.find_first_not_of("0123456789") == std::string::npos && name.size() < 19)
            m_count = std::max(m_count, std::stoull(name));
    }
    m_thread = std::thread([this] { loop(); });
}

Trash::~Trash()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Trash::take(const fs::path &path)
{
    const std::lock_guard lock(m_mutex);
    const auto target = m_directory / std::to_string(++m_count);
    std::error_code error;
    fs::rename(path, target, error);
    if (error) {
        // A task may have taken the right to write from its folder, without which it does not move.
        std::error_code ignored;
        fs::permissions(path, fs::perms::owner_all, fs::perm_options::add, ignored);
        fs::rename(path, target, error);
    }
    if (error)
        return;
    m_waiting.push_back(target);
    m_wake.notify_all();
}

void Trash::loop()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping || m_waiting.empty())
            return; // the next start goes on with what is left
        const auto path = m_waiting.back();
        m_waiting.pop_back();
        lock.unlock();
        removeTree(path);
        lock.lock();
    }
}

} // namespace Batchdesk::LocalService
