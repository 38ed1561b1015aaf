// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace Batchdesk::LocalService::Http {

//! \brief How long a client may keep us waiting.
struct Patience
{
    //! For a body or an answer in all, beyond what it may take at slowest.
    std::chrono::milliseconds stall{30'000};
    std::uint64_t bytesPerSecond = 4 * 1024; //!< The slowest that is still bearable.
};

//! \brief What a connection asks while it waits, on any thread.
struct Mood
{
    std::function<bool()> stopping;     //!< The server ends: waits are cut short.
    std::function<Patience()> patience; //!< Less when others wait for a thread.
};

//! \brief An accepted socket with what was read of it beyond the present request, so that a second
//! request sent at once with the first is not lost. Closes the socket. One thread at a time.
class Connection
{
public:
    Connection(int socket, Mood mood);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    int socket() const { return m_socket; }

    enum class Head { Partial, Complete, TooLong, Closed };
    //! \brief Takes in what has arrived, without waiting, and tells whether a request head is
    //! there: all up to the empty line.
    Head receiveHead(std::size_t limit);
    //! \brief Whether the next request has begun to arrive.
    bool hasBegun() const { return m_begin < m_input.size(); }
    //! \brief The head that is complete, without its empty line.
    std::string takeHead();

    //! \brief Starts the count of what is waited for: a body, an answer.
    void beginMessage();
    //! \brief Reads at least one byte; 0 when the connection ended or patience did.
    std::size_t read(char *data, std::size_t size);
    //! \brief Reads a line, without its CR LF; false when it is longer than \a limit or the
    //! connection ended.
    bool readLine(std::string &line, std::size_t limit);
    //! \brief Writes all; false when the other side is gone or takes it too slowly.
    bool write(const char *data, std::size_t size);
    //! \brief Writes what can be written at once.
    void writeWhatFits(std::string_view text);

    //! \brief Says that nothing more is coming.
    void closeSending();
    //! \brief closeSending(), then reads away what the other side still sends, so that it gets to
    //! see the answer instead of a reset.
    void finish();
    //! \brief Reads away what has arrived, without waiting; false when the other side is done.
    bool discard();

    std::string remoteAddress() const;

private:
    std::size_t receive(char *data, std::size_t size);
    bool wait(short events);
    bool patient() const;

    int m_socket;
    Mood m_mood;
    std::string m_input; //!< From m_begin on: arrived and not yet taken.
    std::size_t m_begin = 0;
    std::size_t m_headEnd = std::string::npos; //!< In m_input.
    std::size_t m_searched = 0;                //!< No head ends before this.
    std::chrono::milliseconds m_waited{};      //!< Since beginMessage().
    std::uint64_t m_moved = 0;                 //!< Bytes since beginMessage().
};

} // namespace Batchdesk::LocalService::Http
