// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/workers.h"

#include <system_error>

namespace Batchdesk::LocalService::Http {

Workers::Workers(std::size_t most, Serve serve)
    : m_most(most)
    , m_serve(std::move(serve))
{
}

Workers::~Workers()
{
    finish();
}

void Workers::add(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(connection));
    if (m_waiting.size() > m_idle && m_threads.size() < m_most) {
        try {
            m_threads.emplace_back([this] { run(); });
        } catch (const std::system_error &) {
            // The system has no more threads: those that run serve it in turn.
        }
    }
    m_changed.notify_one();
}

bool Workers::overloaded() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size() > m_idle && m_threads.size() >= m_most;
}

void Workers::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_finishing; });
        --m_idle;
        if (m_waiting.empty())
            return;
        auto connection = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        m_serve(std::move(connection));
        lock.lock();
    }
}

void Workers::finish()
{
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_finishing = true;
        threads.swap(m_threads);
    }
    m_changed.notify_all();
    for (auto &thread : threads)
        thread.join();
    m_waiting.clear();
}

} // namespace Batchdesk::LocalService::Http
