// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/exchange.h"

#include "tests/fuzz/fuzz.h"

#include <array>

#include <sys/socket.h>
#include <unistd.h>

// What comes in on a connection: request lines, headers, bodies with a length and in chunks, one
// request after the other. Every answer is one HTTP answer.
namespace Batchdesk::Fuzz {

using namespace LocalService;

namespace {

constexpr std::uint16_t port = 4711;

Response handle(const Request &request)
{
    require(request.rawPath.starts_with('/'), "a path begins at the root");
    Response response;
    const auto body = request.readBody ? request.body(64 * 1024) : std::string();
    response.status = body ? 200 : 400;
    response.headers.add("x-path", request.rawPath);
    for (const auto &[name, value] : request.query.all())
        response.headers.add("x-query", name + '=' + value);
    response.contentType = "text/plain";
    response.body = std::to_string(body ? body->size() : 0);
    return response;
}

std::string drain(int socket)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const ssize_t count = ::recv(socket, piece.data(), piece.size(), MSG_DONTWAIT);
        if (count <= 0)
            return text;
        text.append(piece.data(), std::size_t(count));
    }
}

} // namespace

void fuzzOne(std::string_view input)
{
    if (input.size() > 32 * 1024)
        return;
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        std::abort();
    const ssize_t sent = ::send(ends[1], input.data(), input.size(), MSG_DONTWAIT);
    require(input.empty() || sent == ssize_t(input.size()), "the socket takes the input");
    ::shutdown(ends[1], SHUT_WR);
    {
        // All that there will be has come: nothing is worth waiting for.
        Http::Connection connection(
            ends[0],
            {[] { return true; },
             [] {
                 return Http::Patience{std::chrono::milliseconds(0), 1'000'000'000};
             }});
        const auto ready = [&] {
            const auto head = connection.receiveHead(Http::headLimit);
            return head == Http::Connection::Head::Complete
                || head == Http::Connection::Head::TooLong;
        };
        bool more = true;
        while (more && ready()) {
            more = Http::serveRequest(connection, handle, port);
            const std::string answer = drain(ends[1]);
            if (answer.empty()) {
                require(!more, "a request that is carried out is answered");
                continue;
            }
            require(answer.starts_with("HTTP/1.1 "), "an answer is HTTP");
            const auto end = answer.find("\r\n\r\n");
            require(end != std::string::npos, "an answer has a whole head");
            require(answer.find("HTTP/1.1 5") != 0 || answer.starts_with("HTTP/1.1 501")
                        || answer.starts_with("HTTP/1.1 505"),
                    "no input is an internal error");
        }
    }
    ::close(ends[1]);
}

} // namespace Batchdesk::Fuzz
