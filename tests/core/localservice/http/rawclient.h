// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace Batchdesk::LocalService::Testkit {

//! \brief A TCP connection on which a test says exactly the bytes it means.
class RawClient
{
public:
    explicit RawClient(std::uint16_t port)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval limit{60, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        m_connected =
            ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_socket); }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool isConnected() const { return m_connected; }

    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    //! \brief Whether something can be read, or the other side has closed, before \a time is over.
    bool readableWithin(std::chrono::milliseconds time) const
    {
        pollfd entry{m_socket, POLLIN, 0};
        return ::poll(&entry, 1, static_cast<int>(time.count())) > 0;
    }

    //! \brief All up to and with \a mark, or what came before the end of the connection.
    std::string receiveUntil(std::string_view mark)
    {
        std::string text;
        char c = 0;
        while (!text.ends_with(mark) && ::recv(m_socket, &c, 1, 0) == 1)
            text += c;
        return text;
    }

    std::string receive(std::size_t size)
    {
        std::string text(size, '\0');
        const ssize_t count = ::recv(m_socket, text.data(), size, MSG_WAITALL);
        text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return text;
    }

    //! \brief All until the other side closes.
    std::string receiveAll()
    {
        std::string text;
        char piece[4096];
        for (ssize_t count; (count = ::recv(m_socket, piece, sizeof piece, 0)) > 0;)
            text.append(piece, static_cast<std::size_t>(count));
        return text;
    }

private:
    int m_socket;
    bool m_connected = false;
};

} // namespace Batchdesk::LocalService::Testkit
