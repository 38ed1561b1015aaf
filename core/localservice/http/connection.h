// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace Batchdesk::LocalService::Http {

//! \brief An accepted socket with a read buffer that lives as long as the connection, so that a
//! second request sent at once with the first is not lost. Closes the socket. One thread.
class Connection
{
public:
    //! \param stopping asked while waiting; true cuts waits short.
    Connection(int socket, std::function<bool()> stopping);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    //! \brief Waits for the first byte of a request; false when none came in time, the other side
    //! closed, or the server is stopping.
    bool waitForRequest(std::chrono::milliseconds limit);

    enum class Head { Complete, TooLong, Broken };
    //! \brief Reads up to and past the empty line; \a head gets all before it.
    Head readHead(std::string &head, std::size_t limit);

    //! \brief Reads at least one byte; 0 when the connection ended or stalled for a minute.
    std::size_t read(char *data, std::size_t size);
    //! \brief Reads a line, without its CR LF; false when it is longer than \a limit or the
    //! connection ended.
    bool readLine(std::string &line, std::size_t limit);
    //! \brief Writes all; false when the other side is gone or took nothing for a minute.
    bool write(const char *data, std::size_t size);

    //! \brief Says that nothing more is coming, then reads away what the other side still sends, so
    //! that it gets to see the answer instead of a reset.
    void finish();

    std::string remoteAddress() const;

private:
    bool wait(short events, std::chrono::milliseconds limit, bool idle);
    bool fill();

    int m_socket;
    std::function<bool()> m_stopping;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

} // namespace Batchdesk::LocalService::Http
