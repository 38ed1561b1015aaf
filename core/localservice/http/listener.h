// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/server.h"
#include "core/localservice/http/workers.h"

#include <atomic>
#include <chrono>
#include <list>

namespace Batchdesk::LocalService::Http {

//! \brief The listening socket, and every connection that has no complete request to offer.
//!
//! One thread watches them all, so that a client that says nothing, or says it slowly, costs a
//! socket and no thread. A connection whose request head is complete goes to a worker, which gives
//! it back when it has been answered.
class Listener
{
public:
    Listener(Handler handler, const HttpLimits &limits);
    ~Listener(); //!< stop()s.

    //! \brief See HttpServer::start().
    std::uint16_t start(std::uint16_t port);
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    enum class Phase { Idle, Head, Refused };
    struct Watched
    {
        std::unique_ptr<Connection> connection;
        Phase phase = Phase::Idle;
        Clock::time_point since;    //!< When the phase began.
        Clock::time_point deadline; //!< When it must be over.
    };

    bool bind(std::uint16_t port);
    void loop();
    void watch(std::unique_ptr<Connection> connection, Phase phase);
    void acceptAll();
    void admit(int socket);
    bool makeRoom();
    void takeReturned();
    bool look(Watched &watched);
    void serve(std::unique_ptr<Connection> connection);
    void wake() const;
    int pollTimeout() const;

    const Handler m_handler;
    const HttpLimits m_limits;
    const std::size_t m_capacity;
    std::uint16_t m_port = 0;
    int m_socket = -1;
    int m_wakeRead = -1;
    int m_wakeWrite = -1;
    std::atomic<bool> m_stopping = false;
    std::atomic<std::size_t> m_open = 0; //!< Connections, wherever they are.

    // Of the watching thread alone.
    std::list<Watched> m_watched;
    Clock::time_point m_acceptAgain; //!< No descriptors were left: not before.

    std::mutex m_returnedMutex;
    std::vector<std::unique_ptr<Connection>> m_returned;
    std::unique_ptr<Workers> m_workers;
    std::thread m_thread;
};

} // namespace Batchdesk::LocalService::Http
