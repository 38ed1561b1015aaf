// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/server.h"

#include "core/localservice/http/connection.h"
#include "core/localservice/http/exchange.h"

#include <httplib.h>

#include <thread>

namespace Batchdesk::LocalService {

namespace {

using namespace std::chrono_literals;

// One thread per connection, and a client opens six at a time.
constexpr std::size_t threadCount = 64;
constexpr auto firstRequestLimit = 10s;
// An idle connection holds its thread: short, so that many clients do not starve each other.
constexpr auto idleLimit = 1s;

//! \brief The library's listener and threads with our own reading of HTTP.
//!
//! The library percent-decodes header values, drops empty ones, unpacks bodies sent with
//! Content-Encoding, refuses URLs beyond 8 KiB and loses pipelined requests. Each breaks a
//! signature or a blob, so that only its sockets and its thread pool are used.
class Listener final : public httplib::Server
{
public:
    explicit Listener(LocalService::Handler handler)
        : m_handler(std::move(handler))
    {
        new_task_queue = [] { return new httplib::ThreadPool(threadCount); };
        set_tcp_nodelay(true);
        // The library's own choice, SO_REUSEPORT, would let a second service share the port.
        set_socket_options([](socket_t socket) {
            const int on = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, reinterpret_cast<const char *>(&on),
                       sizeof on);
        });
    }

    std::uint16_t bind(std::uint16_t port)
    {
        if (port != 0)
            m_port = bind_to_port("127.0.0.1", port) ? port : 0;
        else if (const int any = bind_to_any_port("127.0.0.1"); any > 0)
            m_port = static_cast<std::uint16_t>(any);
        // The library asks for a queue of five, which a burst of clients overflows; a second listen
        // only enlarges it.
        if (m_port != 0)
            ::listen(svr_sock_, SOMAXCONN);
        return m_port;
    }

private:
    bool process_and_close_socket(socket_t socket) override
    {
        Http::Connection connection(socket, [this] { return svr_sock_ == INVALID_SOCKET; });
        if (!connection.waitForRequest(firstRequestLimit))
            return false;
        while (Http::serveRequest(connection, m_handler, m_port)) {
            if (!connection.waitForRequest(idleLimit))
                break;
        }
        return true;
    }

    LocalService::Handler m_handler;
    std::uint16_t m_port = 0;
};

} // namespace

class HttpServer::Private
{
public:
    explicit Private(Handler handler)
        : listener(std::move(handler))
    {
    }

    Listener listener;
    std::thread thread;
};

HttpServer::HttpServer(Handler handler)
    : d(std::make_unique<Private>(std::move(handler)))
{
}

HttpServer::~HttpServer()
{
    stop();
}

std::uint16_t HttpServer::start(std::uint16_t port)
{
    const std::uint16_t bound = d->listener.bind(port);
    if (bound == 0)
        return 0;
    d->thread = std::thread([this] { d->listener.listen_after_bind(); });
    // stop() does nothing before the listener runs.
    while (!d->listener.is_running())
        std::this_thread::yield();
    return bound;
}

void HttpServer::stop()
{
    if (!d->thread.joinable())
        return;
    d->listener.stop();
    d->thread.join();
}

} // namespace Batchdesk::LocalService
