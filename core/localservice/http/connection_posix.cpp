// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Batchdesk::LocalService::Http {

namespace {

constexpr std::chrono::milliseconds stallLimit{60'000};
// How long a stop can go unnoticed.
constexpr std::chrono::milliseconds slice{50};
// What a half-sent request or half-read answer is still given once the server is stopping.
constexpr std::chrono::milliseconds stoppingGrace{1'000};
constexpr std::size_t bufferSize = 64 * 1024;
constexpr std::size_t discardLimit = std::size_t(1) << 30;

} // namespace

Connection::Connection(int socket, std::function<bool()> stopping)
    : m_socket(socket)
    , m_stopping(std::move(stopping))
    , m_buffer(bufferSize)
{
}

Connection::~Connection()
{
    ::close(m_socket);
}

bool Connection::wait(short events, std::chrono::milliseconds limit, bool idle)
{
    using Clock = std::chrono::steady_clock;
    auto deadline = Clock::now() + limit;
    bool stopSeen = false;
    for (;;) {
        pollfd entry{m_socket, events, 0};
        const int ready = ::poll(&entry, 1, static_cast<int>(slice.count()));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
        if (!stopSeen && m_stopping()) {
            if (idle)
                return false;
            stopSeen = true;
            deadline = std::min(deadline, Clock::now() + stoppingGrace);
        }
        if (Clock::now() >= deadline)
            return false;
    }
}

bool Connection::fill()
{
    m_begin = m_end = 0;
    for (;;) {
        const ssize_t count = ::recv(m_socket, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
        if (count > 0) {
            m_end = static_cast<std::size_t>(count);
            return true;
        }
        if (count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR))
            return false;
        if (!wait(POLLIN, stallLimit, false))
            return false;
    }
}

bool Connection::waitForRequest(std::chrono::milliseconds limit)
{
    if (m_begin < m_end)
        return true;
    return wait(POLLIN, limit, true) && fill();
}

Connection::Head Connection::readHead(std::string &head, std::size_t limit)
{
    head.clear();
    for (;;) {
        if (m_begin == m_end && !fill())
            return Head::Broken;
        // The end may lie across two reads: search again from three bytes before the seam.
        const std::size_t seam = head.size() < 3 ? 0 : head.size() - 3;
        const std::size_t before = head.size();
        head.append(m_buffer.data() + m_begin, m_end - m_begin);
        const auto end = head.find("\r\n\r\n", seam);
        if (end != std::string::npos) {
            m_begin += end + 4 - before;
            head.resize(end);
            return end > limit ? Head::TooLong : Head::Complete;
        }
        m_begin = m_end;
        if (head.size() > limit)
            return Head::TooLong;
    }
}

std::size_t Connection::read(char *data, std::size_t size)
{
    if (m_begin == m_end && !fill())
        return 0;
    const std::size_t count = std::min(size, m_end - m_begin);
    std::memcpy(data, m_buffer.data() + m_begin, count);
    m_begin += count;
    return count;
}

bool Connection::readLine(std::string &line, std::size_t limit)
{
    line.clear();
    char c = 0;
    while (line.size() <= limit && read(&c, 1) == 1) {
        line += c;
        if (line.ends_with("\r\n")) {
            line.resize(line.size() - 2);
            return true;
        }
    }
    return false;
}

bool Connection::write(const char *data, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::send(m_socket, data, size, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count > 0) {
            data += count;
            size -= static_cast<std::size_t>(count);
        } else if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
            return false;
        } else if (!wait(POLLOUT, stallLimit, false)) {
            return false;
        }
    }
    return true;
}

void Connection::finish()
{
    ::shutdown(m_socket, SHUT_WR);
    std::size_t discarded = 0;
    while (discarded < discardLimit && wait(POLLIN, stoppingGrace, true)) {
        const ssize_t count = ::recv(m_socket, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
        if (count <= 0)
            return;
        discarded += static_cast<std::size_t>(count);
    }
}

std::string Connection::remoteAddress() const
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    std::array<char, INET_ADDRSTRLEN> text{};
    if (::getpeername(m_socket, reinterpret_cast<sockaddr *>(&address), &length) != 0
        || address.sin_family != AF_INET
        || !::inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size()))
        return {};
    return text.data();
}

} // namespace Batchdesk::LocalService::Http
