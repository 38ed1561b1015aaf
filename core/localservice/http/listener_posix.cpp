// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/exchange.h"
#include "core/localservice/http/listener.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Batchdesk::LocalService::Http {

namespace {

using namespace std::chrono_literals;

// How long accepting rests when the process has no descriptors left.
constexpr auto acceptRest = 100ms;
// How long a connection that was refused may take to read why.
constexpr auto refusedLimit = 1s;
// An idle connection younger than this is not given up for a new one: its client may be about to
// speak.
constexpr auto idleRight = 1s;

//! \brief A third of the descriptors that the process may have: there are two listeners, and files,
//! tasks and databases need theirs.
std::size_t capacityFor(const HttpLimits &limits)
{
    rlimit files{};
    std::size_t most = limits.connections;
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur != RLIM_INFINITY)
        most = std::min(most, std::max<std::size_t>(files.rlim_cur / 3, 16));
    return most;
}

void setOption(int socket, int level, int name)
{
    const int on = 1;
    ::setsockopt(socket, level, name, &on, sizeof on);
}

} // namespace

Listener::Listener(Handler handler, const HttpLimits &limits)
    : m_handler(std::move(handler))
    , m_limits(limits)
    , m_capacity(capacityFor(limits))
{
}

Listener::~Listener()
{
    stop();
}

bool Listener::bind(std::uint16_t port)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_socket < 0)
        return false;
    // Not SO_REUSEPORT, with which a second service could share the port.
    setOption(m_socket, SOL_SOCKET, SO_REUSEADDR);
    sockaddr_in address{};
    socklen_t length = sizeof address;
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    int pipe[2];
    if (::bind(m_socket, generic, length) != 0 || ::listen(m_socket, SOMAXCONN) != 0
        || ::getsockname(m_socket, generic, &length) != 0
        || ::pipe2(pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        ::close(m_socket);
        m_socket = -1;
        return false;
    }
    m_wakeRead = pipe[0];
    m_wakeWrite = pipe[1];
    m_port = ntohs(address.sin_port);
    return true;
}

std::uint16_t Listener::start(std::uint16_t port)
{
    if (!bind(port))
        return 0;
    m_workers =
        std::make_unique<Workers>(m_limits.workers, [this](std::unique_ptr<Connection> connection) {
            serve(std::move(connection));
        });
    m_thread = std::thread([this] { loop(); });
    return m_port;
}

void Listener::stop()
{
    if (!m_thread.joinable())
        return;
    m_stopping = true;
    wake();
    m_thread.join();
    // The loop closes its socket; what workers still have ends with them.
    m_workers->finish();
    m_returned.clear();
    ::close(m_wakeRead);
    ::close(m_wakeWrite);
}

void Listener::wake() const
{
    const char c = 0;
    // A full pipe wakes as well as one more byte in it.
    [[maybe_unused]] const ssize_t written = ::write(m_wakeWrite, &c, 1);
}

int Listener::pollTimeout() const
{
    auto next = Clock::time_point::max();
    for (const auto &watched : m_watched)
        next = std::min(next, watched.deadline);
    if (m_acceptAgain != Clock::time_point())
        next = std::min(next, m_acceptAgain);
    if (next == Clock::time_point::max())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now());
    return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000));
}

void Listener::loop()
{
    std::vector<pollfd> entries;
    while (!m_stopping) {
        entries.assign({{m_wakeRead, POLLIN, 0}, {m_socket, POLLIN, 0}});
        if (m_acceptAgain != Clock::time_point())
            entries[1].fd = -1; // passed over
        for (const auto &watched : m_watched)
            entries.push_back({watched.connection->socket(), POLLIN, 0});
        ::poll(entries.data(), entries.size(), pollTimeout());

        const auto now = Clock::now();
        auto entry = entries.cbegin() + 2;
        for (auto at = m_watched.begin(); at != m_watched.end(); ++entry) {
            const bool stays =
                entry->revents == 0 ? now < at->deadline : look(*at) && now < at->deadline;
            if (!stays && at->connection)
                --m_open;
            at = stays ? std::next(at) : m_watched.erase(at);
        }
        if (entries[0].revents != 0) {
            char bytes[64];
            while (::read(m_wakeRead, bytes, sizeof bytes) > 0) { }
        }
        takeReturned();
        if (m_acceptAgain <= now)
            m_acceptAgain = {};
        if (entries[1].revents != 0)
            acceptAll();
    }
    ::close(m_socket);
    m_open -= m_watched.size();
    m_watched.clear();
}

void Listener::watch(std::unique_ptr<Connection> connection, Phase phase)
{
    const auto now = Clock::now();
    const auto limit = phase == Phase::Head ? m_limits.head
        : phase == Phase::Idle              ? m_limits.idle
                                            : std::chrono::milliseconds(refusedLimit);
    m_watched.push_back({std::move(connection), phase, now, now + limit});
}

void Listener::acceptAll()
{
    for (;;) {
        const int socket = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (socket >= 0) {
            admit(socket);
            continue;
        }
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
            m_acceptAgain = Clock::now() + acceptRest;
        if (errno != EINTR && errno != ECONNABORTED)
            return;
    }
}

void Listener::admit(int socket)
{
    setOption(socket, IPPROTO_TCP, TCP_NODELAY);
    auto connection = std::make_unique<Connection>(socket,
                                                   Mood{[this] { return m_stopping.load(); },
                                                        [this] {
                                                            return m_workers->overloaded()
                                                                ? m_limits.hurriedPatience
                                                                : m_limits.patience;
                                                        }});
    ++m_open;
    if (m_open <= m_capacity || makeRoom()) {
        watch(std::move(connection), Phase::Idle);
        // Nothing was said yet, and a client that connects speaks at once.
        m_watched.back().deadline = Clock::now() + m_limits.head;
        return;
    }
    connection->writeWhatFits("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n"
                              "Content-Length: 0\r\nConnection: close\r\n\r\n");
    connection->closeSending();
    // A few may read at leisure why they were refused; when very many come, they are just closed.
    if (m_open <= m_capacity + m_capacity / 4)
        watch(std::move(connection), Phase::Refused);
    else
        --m_open;
}

bool Listener::makeRoom()
{
    const auto now = Clock::now();
    const auto oldest = std::find_if(m_watched.begin(), m_watched.end(), [&](const Watched &each) {
        return each.phase == Phase::Idle && now - each.since >= idleRight;
    });
    if (oldest == m_watched.end())
        return false;
    m_watched.erase(oldest);
    --m_open;
    return true;
}

void Listener::takeReturned()
{
    std::vector<std::unique_ptr<Connection>> returned;
    {
        const std::lock_guard lock(m_returnedMutex);
        returned.swap(m_returned);
    }
    for (auto &connection : returned)
        watch(std::move(connection), connection->hasBegun() ? Phase::Head : Phase::Idle);
}

//! \return whether it stays among the watched; without its connection when a worker has that.
bool Listener::look(Watched &watched)
{
    if (watched.phase == Phase::Refused)
        return watched.connection->discard();
    switch (watched.connection->receiveHead(headLimit)) {
    case Connection::Head::Closed:
        return false;
    case Connection::Head::Partial:
        // However slowly the rest comes, it has the time from its first byte.
        if (watched.phase == Phase::Idle) {
            watched.phase = Phase::Head;
            watched.since = Clock::now();
            watched.deadline = watched.since + m_limits.head;
        }
        return true;
    case Connection::Head::Complete:
    case Connection::Head::TooLong:
        m_workers->add(std::move(watched.connection));
        return false;
    }
    return false;
}

void Listener::serve(std::unique_ptr<Connection> connection)
{
    while (serveRequest(*connection, m_handler, m_port)) {
        const auto next = connection->receiveHead(headLimit);
        if (next == Connection::Head::Closed || m_stopping)
            break;
        if (next == Connection::Head::Partial) {
            {
                const std::lock_guard lock(m_returnedMutex);
                m_returned.push_back(std::move(connection));
            }
            wake();
            return;
        }
    }
    connection.reset();
    --m_open;
}

} // namespace Batchdesk::LocalService::Http
