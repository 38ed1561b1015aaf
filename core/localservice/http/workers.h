// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Batchdesk::LocalService::Http {

//! \brief Threads that serve connections in the order in which their requests came; as many as are
//! needed at once, up to a bound.
class Workers
{
public:
    using Serve = std::function<void(std::unique_ptr<Connection>)>;

    Workers(std::size_t most, Serve serve);
    ~Workers(); //!< finish()es.

    void add(std::unique_ptr<Connection> connection);
    //! \brief Whether a connection waits because every thread is busy.
    bool overloaded() const;
    //! \brief Serves what waits and ends the threads.
    void finish();

private:
    void run();

    const std::size_t m_most;
    const Serve m_serve;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Connection>> m_waiting;
    std::vector<std::thread> m_threads;
    std::size_t m_idle = 0;
    bool m_finishing = false;
};

} // namespace Batchdesk::LocalService::Http
