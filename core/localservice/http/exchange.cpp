// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/exchange.h"

#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/requesthead.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace Batchdesk::LocalService::Http {

namespace {

constexpr std::size_t pieceSize = 64 * 1024;
// An unread body up to this size is read away; beyond it the connection is given up.
constexpr std::uint64_t drainLimit = 1024 * 1024;

//! \brief The body of the request at hand: knows how much of it is still on the wire.
class BodySource
{
public:
    BodySource(Connection &connection, const RequestHead &head)
        : m_connection(connection)
        , m_framing(head.framing)
        , m_expectsContinue(head.expectsContinue)
    {
        m_finished = !m_framing.chunked && m_framing.length == 0;
    }

    bool read(const std::function<bool(const char *, std::size_t)> &consumer)
    {
        if (m_finished)
            return true;
        if (m_started || !sendContinue())
            return false;
        m_started = true;
        m_finished =
            m_framing.chunked ? readChunks(consumer) : readPiece(m_framing.length, consumer);
        return m_finished;
    }

    //! \brief What a body that is none deserves, whatever the handler made of it.
    std::optional<HeadError> error() const
    {
        if (m_malformed)
            return HeadError{400, "The chunks of the body are not HTTP."};
        if (m_brokenOff)
            return HeadError{408, "The body did not arrive in time."};
        return std::nullopt;
    }

    //! \brief Leaves the connection at the start of the next request, if that costs little.
    bool skipRest()
    {
        // A client that waits for "continue" will not send the body after another answer.
        if (m_finished || m_started || m_expectsContinue || m_framing.chunked
            || m_framing.length > drainLimit)
            return m_finished;
        const bool all = read([](const char *, std::size_t) { return true; });
        m_malformed = m_brokenOff = false; // the handler's answer did not hang on it
        return all;
    }

private:
    bool sendContinue()
    {
        if (!m_expectsContinue)
            return true;
        constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
        return m_connection.write(text.data(), text.size());
    }

    bool readPiece(std::uint64_t size,
                   const std::function<bool(const char *, std::size_t)> &consumer)
    {
        std::vector<char> piece(static_cast<std::size_t>(std::min<std::uint64_t>(size, pieceSize)));
        while (size > 0) {
            const auto wanted =
                static_cast<std::size_t>(std::min<std::uint64_t>(size, piece.size()));
            const std::size_t count = m_connection.read(piece.data(), wanted);
            if (count == 0) {
                m_brokenOff = true;
                return false;
            }
            if (!consumer(piece.data(), count))
                return false;
            size -= count;
        }
        return true;
    }

    bool malformed()
    {
        m_malformed = true;
        return false;
    }

    bool readChunks(const std::function<bool(const char *, std::size_t)> &consumer)
    {
        std::string line;
        for (;;) {
            if (!m_connection.readLine(line, 1024))
                return line.size() > 1024 ? malformed() : false;
            std::uint64_t size = 0;
            const auto [end, error] =
                std::from_chars(line.data(), line.data() + line.size(), size, 16);
            if (error != std::errc()
                || (end != line.data() + line.size() && *end != ';' && *end != ' '))
                return malformed();
            if (size == 0)
                break;
            if (!readPiece(size, consumer))
                return false;
            if (!m_connection.readLine(line, 2) || !line.empty())
                return line.empty() ? false : malformed();
        }
        // Trailers end at an empty line.
        std::size_t trailers = 0;
        do {
            if (!m_connection.readLine(line, headLimit))
                return line.size() > headLimit ? malformed() : false;
            trailers += line.size() + 2;
            if (trailers > headLimit)
                return malformed();
        } while (!line.empty());
        return true;
    }

    Connection &m_connection;
    BodyFraming m_framing;
    bool m_expectsContinue;
    bool m_started = false;
    bool m_finished = false;
    bool m_malformed = false;
    bool m_brokenOff = false;
};

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Payload Too Large";
    case 416:
        return "Range Not Satisfiable";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

void addHeader(std::string &head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ");
    // Some values were percent-decoded from a URL: a line break in one would start a header of its
    // own.
    for (const char c : value)
        head += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    head += "\r\n";
}

std::string composeHead(const Response &response, bool isHead, bool keepAlive)
{
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    const std::string_view reason =
        response.reason.empty() ? reasonOf(response.status) : std::string_view(response.reason);
    for (const char c : reason)
        head += std::iscntrl(static_cast<unsigned char>(c)) ? ' ' : c;
    head += "\r\n";
    for (const auto &[name, value] : response.headers.all())
        addHeader(head, name, value);
    if (!response.headers.find("Date"))
        addHeader(head, "Date", formatHttpDate(SystemServiceClock().now()));
    if (!response.contentType.empty())
        addHeader(head, "Content-Type", response.contentType);
    if (response.status != 304 && response.status != 204) {
        const bool announced = response.provider || (isHead && response.body.empty());
        addHeader(head, "Content-Length",
                  std::to_string(announced ? response.providerLength : response.body.size()));
    }
    addHeader(head, "Connection", keepAlive ? "keep-alive" : "close");
    return head + "\r\n";
}

//! \return false when the connection can not go on.
bool writeResponse(Connection &connection, const Response &response, bool isHead, bool keepAlive)
{
    std::string head = composeHead(response, isHead, keepAlive);
    const bool silent =
        isHead || response.headOnly || response.status == 304 || response.status == 204;
    if (!silent && !response.provider)
        head += response.body;
    if (!connection.write(head.data(), head.size()))
        return false;
    if (silent || !response.provider)
        return true;
    std::uint64_t left = response.providerLength;
    const auto sink = [&](const char *data, std::size_t size) {
        if (size > left || !connection.write(data, size))
            return false;
        left -= size;
        return true;
    };
    return response.provider(0, response.providerLength, sink) && left == 0;
}

Response plainAnswer(int status, const std::string &message)
{
    Response response;
    response.status = status;
    response.contentType = "text/plain; charset=utf-8";
    response.body = message + '\n';
    return response;
}

Response answer(const Request &request, const Handler &handler, std::uint16_t port)
{
    constexpr std::array served = {"GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"};
    constexpr std::array refused = {"TRACE", "CONNECT"};
    if (std::find(refused.begin(), refused.end(), request.method) != refused.end()) {
        Response refusal = plainAnswer(405, "This method is not served here.");
        refusal.headers.add("Allow", "GET, HEAD, PUT, POST, PATCH, DELETE, OPTIONS");
        return refusal;
    }
    if (std::find(served.begin(), served.end(), request.method) == served.end())
        return plainAnswer(501, "This method is not known here.");
    if (!hostIsLoopback(request, port))
        return plainAnswer(
            403, "The Host header must name this service by a loopback address and its port.");
    try {
        return handler(request);
    } catch (...) {
        // What it says may name files or values that are nobody's business before authentication.
        return plainAnswer(500, "The service met an internal error.");
    }
}

} // namespace

bool serveRequest(Connection &connection, const Handler &handler, std::uint16_t port)
{
    auto parsed = connection.receiveHead(headLimit) == Connection::Head::TooLong
        ? std::variant<RequestHead, HeadError>(HeadError{431, "The request head is too long."})
        : parseRequestHead(connection.takeHead());
    connection.beginMessage();
    if (const auto *error = std::get_if<HeadError>(&parsed)) {
        writeResponse(connection, plainAnswer(error->status, error->message), false, false);
        connection.finish();
        return false;
    }
    auto &head = std::get<RequestHead>(parsed);
    Request &request = head.request;
    BodySource body(connection, head);
    request.remoteAddress = connection.remoteAddress();
    request.readBody = [&body](const auto &consumer) { return body.read(consumer); };

    Response response = answer(request, handler, port);
    const bool wholeRead = body.skipRest();
    if (const auto error = body.error())
        response = plainAnswer(error->status, error->message);
    connection.beginMessage();
    const bool keepAlive = head.keepAlive && wholeRead;
    if (!writeResponse(connection, response, request.method == "HEAD", keepAlive))
        return false;
    if (!wholeRead)
        connection.finish();
    return keepAlive;
}

} // namespace Batchdesk::LocalService::Http
