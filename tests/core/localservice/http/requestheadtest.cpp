// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/requesthead.h"

#include <gtest/gtest.h>

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Http;

namespace {

RequestHead parsed(std::string_view bytes)
{
    auto result = parseRequestHead(bytes);
    const auto *error = std::get_if<HeadError>(&result);
    EXPECT_EQ(error, nullptr) << bytes << ": " << (error ? error->message : "");
    return error ? RequestHead() : std::get<RequestHead>(result);
}

int refusal(std::string_view bytes)
{
    auto result = parseRequestHead(bytes);
    const auto *error = std::get_if<HeadError>(&result);
    return error ? error->status : 0;
}

} // namespace

TEST(RequestHead, KeepsAnEncodedSlashInsideItsSegment)
{
    const Request request =
        parsed("GET /acct/c/a%2Fb//%20?comp=list&prefix=a%26b+c&flag&x=1=2 HTTP/1.1").request;
    EXPECT_EQ(request.rawPath, "/acct/c/a%2Fb//%20");
    EXPECT_EQ(request.segments, (std::vector<std::string>{"acct", "c", "a/b", "", " "}));
    EXPECT_EQ(request.rawQuery, "comp=list&prefix=a%26b+c&flag&x=1=2");
    EXPECT_EQ(request.query.value("prefix"), "a&b c");
    EXPECT_EQ(request.query.find("flag"), "");
    EXPECT_EQ(request.query.value("x"), "1=2");
    EXPECT_TRUE(parsed("GET / HTTP/1.1").request.segments.empty());
}

TEST(RequestHead, KeepsHeaderValuesAsSent)
{
    const Request request =
        parsed(
            "PUT /x HTTP/1.1\r\nx-ms-meta-a:  50%20%25 \r\nx-ms-meta-empty:\r\nContent-Length: 7")
            .request;
    EXPECT_EQ(request.headers.find("x-ms-meta-a"), "50%20%25");
    EXPECT_EQ(request.headers.find("X-MS-META-EMPTY"), "");
}

TEST(RequestHead, KnowsHowTheBodyEnds)
{
    EXPECT_EQ(parsed("PUT /x HTTP/1.1\r\nContent-Length: 5368709120").framing.length, 5368709120u);
    EXPECT_TRUE(parsed("PUT /x HTTP/1.1\r\nTransfer-Encoding: chunked").framing.chunked);
    EXPECT_EQ(refusal("PUT /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5"), 400);
    EXPECT_EQ(refusal("PUT /x HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6"), 400);
    EXPECT_EQ(refusal("PUT /x HTTP/1.1\r\nContent-Length: -1"), 400);
    EXPECT_EQ(refusal("PUT /x HTTP/1.1\r\nContent-Length: 5x"), 400);
    EXPECT_EQ(refusal("PUT /x HTTP/1.1\r\nContent-Length:"), 400);
    EXPECT_EQ(refusal("PUT /x HTTP/1.1\r\nTransfer-Encoding: gzip"), 501);
}

TEST(RequestHead, KnowsWhatBecomesOfTheConnection)
{
    EXPECT_TRUE(parsed("GET / HTTP/1.1").keepAlive);
    EXPECT_FALSE(parsed("GET / HTTP/1.1\r\nConnection: Close").keepAlive);
    EXPECT_FALSE(parsed("GET / HTTP/1.0").keepAlive);
    EXPECT_TRUE(parsed("PUT / HTTP/1.1\r\nExpect: 100-Continue").expectsContinue);
}

TEST(RequestHead, RefusesWhatIsNotHttp)
{
    EXPECT_EQ(refusal(""), 400);
    EXPECT_EQ(refusal("GET"), 400);
    EXPECT_EQ(refusal("GET / HTTP/2.0"), 505);
    EXPECT_EQ(refusal("GET http://example.com/ HTTP/1.1"), 400);
    EXPECT_EQ(refusal("GET /a b HTTP/1.1"), 400);
    EXPECT_EQ(refusal("G(T / HTTP/1.1"), 400);
    EXPECT_EQ(refusal("GET /%zz HTTP/1.1"), 400);
    EXPECT_EQ(refusal("GET /?a=%2 HTTP/1.1"), 400);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nno colon"), 400);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost : x"), 400);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nA: b\r\n folded"), 400);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nA: b\nC: d"), 400);
}

TEST(RequestHead, OnlyLoopbackNamesWithOurPortAreOurs)
{
    const auto allowed = [](const std::string &headers) {
        return hostIsLoopback(parsed("GET / HTTP/1.1" + headers).request, 8080);
    };
    EXPECT_TRUE(allowed("\r\nHost: 127.0.0.1:8080"));
    EXPECT_TRUE(allowed("\r\nhost: LocalHost:8080"));
    EXPECT_TRUE(allowed("\r\nHost: [::1]:8080"));
    EXPECT_FALSE(allowed(""));
    EXPECT_FALSE(allowed("\r\nHost: 127.0.0.1"));
    EXPECT_FALSE(allowed("\r\nHost: 127.0.0.1:8081"));
    EXPECT_FALSE(allowed("\r\nHost: evil.example:8080"));
    EXPECT_FALSE(allowed("\r\nHost: localhost:8080\r\nHost: evil.example:8080"));
}
