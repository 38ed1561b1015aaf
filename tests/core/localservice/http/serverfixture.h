// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/server.h"
#include "tests/core/localservice/http/rawclient.h"

#include <gtest/gtest.h>

#include <optional>

namespace Batchdesk::LocalService::Testkit {

//! \brief A server with one handler and the requests that tests send to it.
class HttpServerTest : public testing::Test
{
protected:
    void serve(Handler handler, const HttpLimits &limits = {})
    {
        server.emplace(std::move(handler), limits);
        port = server->start(0);
        ASSERT_NE(port, 0);
    }

    std::string head(const std::string &requestLine, const std::string &headers = {}) const
    {
        return requestLine + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n"
            + headers + "\r\n";
    }

    std::string exchange(const std::string &bytes) const
    {
        RawClient client(port);
        client.send(bytes);
        return client.receiveAll();
    }

    std::optional<HttpServer> server;
    std::uint16_t port = 0;
};

inline Response text(std::string body)
{
    Response response;
    response.contentType = "text/plain";
    response.body = std::move(body);
    return response;
}

inline std::string bodyOf(const std::string &answer)
{
    const auto end = answer.find("\r\n\r\n");
    return end == std::string::npos ? "no answer: " + answer : answer.substr(end + 4);
}

} // namespace Batchdesk::LocalService::Testkit
