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

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

// How long a stop, or others in need of the thread, can go unnoticed.
constexpr milliseconds slice{50};
// What a half-sent request or half-read answer is still given once the server is stopping.
constexpr milliseconds stoppingGrace{1'000};
constexpr std::size_t pieceSize = 16 * 1024;
constexpr std::size_t smallRead = 1024;
// After a refusal: how long the other side may be silent, and how long it may go on in all.
constexpr milliseconds finishGrace{1'000};
constexpr milliseconds finishLimit{10'000};

bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

} // namespace

Connection::Connection(int socket, Mood mood)
    : m_socket(socket)
    , m_mood(std::move(mood))
{
}

Connection::~Connection()
{
    ::close(m_socket);
}

bool Connection::patient() const
{
    const Patience patience = m_mood.patience();
    const auto earned = m_moved * 1000 / std::max<std::uint64_t>(patience.bytesPerSecond, 1);
    auto limit = patience.stall;
    if (m_mood.stopping())
        limit = std::min(limit, stoppingGrace);
    return m_waited < limit + milliseconds(earned);
}

bool Connection::wait(short events)
{
    for (;;) {
        pollfd entry{m_socket, events, 0};
        const auto before = SteadyClock::now();
        const int ready = ::poll(&entry, 1, static_cast<int>(slice.count()));
        m_waited += std::chrono::duration_cast<milliseconds>(SteadyClock::now() - before);
        if (ready < 0 && errno != EINTR)
            return false;
        // A client that trickles is always ready, sooner or later.
        if (!patient())
            return false;
        if (ready > 0)
            return true;
    }
}

Connection::Head Connection::receiveHead(std::size_t limit)
{
    std::array<char, pieceSize> piece;
    for (;;) {
        const auto end = m_input.find("\r\n\r\n", std::max(m_begin, m_searched));
        if (end != std::string::npos) {
            m_headEnd = end;
            return end - m_begin > limit ? Head::TooLong : Head::Complete;
        }
        if (m_input.size() - m_begin > limit)
            return Head::TooLong;
        const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), MSG_DONTWAIT);
        if (count == 0 || (count < 0 && !wouldBlock()))
            return Head::Closed;
        if (count < 0)
            return Head::Partial;
        // The end may lie across two reads: search again from three bytes before the seam.
        m_searched = m_input.size() - std::min<std::size_t>(m_input.size(), 3);
        m_input.append(piece.data(), static_cast<std::size_t>(count));
    }
}

std::string Connection::takeHead()
{
    std::string head = m_input.substr(m_begin, m_headEnd - m_begin);
    m_input.erase(0, m_headEnd + 4);
    m_begin = 0;
    m_headEnd = std::string::npos;
    m_searched = 0;
    // A large head or an early body should not weigh on the connection for ever.
    if (m_input.empty())
        m_input.shrink_to_fit();
    return head;
}

void Connection::beginMessage()
{
    m_waited = {};
    m_moved = 0;
}

std::size_t Connection::read(char *data, std::size_t size)
{
    // Small reads, as of lines, go through the buffer; large ones past it.
    if (m_begin == m_input.size() && size < smallRead) {
        std::array<char, smallRead> piece;
        m_input.assign(piece.data(), receive(piece.data(), piece.size()));
        m_begin = 0;
    }
    if (m_begin == m_input.size())
        return size < smallRead ? 0 : receive(data, size);
    const std::size_t count = std::min(size, m_input.size() - m_begin);
    std::memcpy(data, m_input.data() + m_begin, count);
    m_begin += count;
    return count;
}

std::size_t Connection::receive(char *data, std::size_t size)
{
    for (;;) {
        const ssize_t count = ::recv(m_socket, data, size, MSG_DONTWAIT);
        if (count > 0) {
            m_moved += static_cast<std::uint64_t>(count);
            return static_cast<std::size_t>(count);
        }
        if (count == 0 || !wouldBlock() || !wait(POLLIN))
            return 0;
    }
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
            m_moved += static_cast<std::uint64_t>(count);
        } else if ((count < 0 && !wouldBlock()) || !wait(POLLOUT)) {
            return false;
        }
    }
    return true;
}

void Connection::writeWhatFits(std::string_view text)
{
    static_cast<void>(::send(m_socket, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
}

void Connection::closeSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

void Connection::finish()
{
    closeSending();
    const auto last = SteadyClock::now() + finishLimit;
    auto quiet = SteadyClock::now() + finishGrace;
    std::array<char, pieceSize> piece;
    for (;;) {
        const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), MSG_DONTWAIT);
        if (count == 0 || (count < 0 && !wouldBlock()))
            return;
        const auto now = SteadyClock::now();
        if (count > 0)
            quiet = now + finishGrace;
        if (now >= std::min(quiet, last) || m_mood.stopping())
            return;
        if (count < 0) {
            pollfd entry{m_socket, POLLIN, 0};
            ::poll(&entry, 1, static_cast<int>(slice.count()));
        }
    }
}

bool Connection::discard()
{
    std::array<char, pieceSize> piece;
    const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), MSG_DONTWAIT);
    return count > 0 || (count < 0 && wouldBlock());
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
