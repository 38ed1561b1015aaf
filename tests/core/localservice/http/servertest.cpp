// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/http/serverfixture.h"

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Testkit;

TEST_F(HttpServerTest, AnswersSeveralRequestsOnOneConnectionEvenWhenSentAtOnce)
{
    serve([](const Request &request) { return text(request.method + request.rawPath); });
    RawClient client(port);
    ASSERT_TRUE(client.send(head("GET /one") + head("GET /two")));
    for (const std::string expected : {"GET/one", "GET/two"}) {
        const std::string answer = client.receiveUntil("\r\n\r\n");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
        EXPECT_NE(answer.find("\r\nDate: "), std::string::npos);
        EXPECT_NE(answer.find("\r\nContent-Length: 7\r\n"), std::string::npos);
        EXPECT_EQ(client.receive(7), expected);
    }
}

TEST_F(HttpServerTest, ReadsBodiesByLengthAndByChunks)
{
    serve([](const Request &request) { return text(request.body(100).value_or("too long")); });
    EXPECT_EQ(
        bodyOf(exchange(head("PUT /", "Content-Length: 5\r\nConnection: close\r\n") + "hello")),
        "hello");
    EXPECT_EQ(bodyOf(exchange(head("PUT /", "Transfer-Encoding: chunked\r\nConnection: close\r\n")
                              + "5;x=y\r\nhello\r\nA\r\n, chunked!\r\n0\r\nTrailer: x\r\n\r\n")),
              "hello, chunked!");
    EXPECT_EQ(bodyOf(exchange(head("DELETE /", "Connection: close\r\n"))), "");
    EXPECT_EQ(bodyOf(exchange(head("PUT /", "Content-Length: 101\r\n") + std::string(101, 'x'))),
              "too long");
}

TEST_F(HttpServerTest, LeavesBodiesPackedAsTheyWereSent)
{
    serve([](const Request &request) {
        return text(request.body(100).value_or("") + request.headers.value("Content-Encoding"));
    });
    EXPECT_EQ(
        bodyOf(exchange(
            head("PUT /", "Content-Length: 3\r\nContent-Encoding: gzip\r\nConnection: close\r\n")
            + "\x1f\x8bz")),
        "\x1f\x8bzgzip");
}

TEST_F(HttpServerTest, SaysContinueOnlyWhenTheBodyIsWanted)
{
    serve([](const Request &request) {
        return request.rawPath == "/wanted" ? text(request.body(100).value_or("broken"))
                                            : text("no, thanks");
    });
    RawClient wanted(port);
    ASSERT_TRUE(wanted.send(
        head("PUT /wanted", "Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n")));
    EXPECT_EQ(wanted.receiveUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    ASSERT_TRUE(wanted.send("ok"));
    EXPECT_EQ(bodyOf(wanted.receiveAll()), "ok");

    EXPECT_TRUE(exchange(head("PUT /unwanted", "Content-Length: 2\r\nExpect: 100-continue\r\n"))
                    .starts_with("HTTP/1.1 200"));
}

TEST_F(HttpServerTest, AnUnreadBodyIsNotTakenForTheNextRequest)
{
    serve([](const Request &request) { return text(request.rawPath); });
    RawClient client(port);
    const std::string smuggled = head("GET /smuggled");
    ASSERT_TRUE(
        client.send(head("PUT /a", "Content-Length: " + std::to_string(smuggled.size()) + "\r\n")
                    + smuggled + head("GET /b", "Connection: close\r\n")));
    const std::string answers = client.receiveAll();
    EXPECT_EQ(answers.find("smuggled"), std::string::npos);
    EXPECT_TRUE(answers.ends_with("/b"));
}

TEST_F(HttpServerTest, AnAnswerToALargeUnreadBodyStillArrives)
{
    serve([](const Request &) {
        Response response = text("refused");
        response.status = 403;
        return response;
    });
    RawClient client(port);
    ASSERT_TRUE(client.send(head("PUT /", "Content-Length: 8388608\r\n")));
    ASSERT_TRUE(client.send(std::string(8388608, 'x')));
    EXPECT_EQ(bodyOf(client.receiveAll()), "refused");
}

TEST_F(HttpServerTest, StreamsAnswersAndTellsTheLengthToHead)
{
    const auto provider = [](std::uint64_t offset, std::uint64_t length, const auto &sink) {
        for (std::uint64_t i = offset; i < offset + length; ++i) {
            const char c = static_cast<char>('a' + i % 26);
            if (!sink(&c, 1))
                return false;
        }
        return true;
    };
    serve([&](const Request &request) {
        Response response;
        response.providerLength = 30;
        if (request.method == "HEAD")
            response.headOnly = true;
        else
            response.provider = provider;
        return response;
    });
    EXPECT_EQ(bodyOf(exchange(head("GET /", "Connection: close\r\n"))),
              "abcdefghijklmnopqrstuvwxyzabcd");
    const std::string answer = exchange(head("HEAD /", "Connection: close\r\n"));
    EXPECT_NE(answer.find("\r\nContent-Length: 30\r\n"), std::string::npos);
    EXPECT_EQ(bodyOf(answer), "");
}

TEST_F(HttpServerTest, AProviderThatFailsCutsTheConnection)
{
    serve([](const Request &) {
        Response response;
        response.providerLength = 10;
        response.provider = [](std::uint64_t, std::uint64_t, const auto &sink) {
            return sink("abc", 3) && false;
        };
        return response;
    });
    EXPECT_EQ(bodyOf(exchange(head("GET /"))), "abc");
}

TEST_F(HttpServerTest, AHandlerThatThrowsIsA500AndTheServerLives)
{
    serve([](const Request &request) -> Response {
        if (request.rawPath == "/bad")
            throw std::runtime_error("private detail");
        return text("fine");
    });
    const std::string answer = exchange(head("GET /bad", "Connection: close\r\n"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 "));
    EXPECT_EQ(answer.find("private detail"), std::string::npos);
    EXPECT_EQ(bodyOf(exchange(head("GET /", "Connection: close\r\n"))), "fine");
}

TEST_F(HttpServerTest, RefusesForeignHostsUnknownMethodsAndOverlongHeads)
{
    std::atomic<int> calls = 0;
    serve([&](const Request &) {
        ++calls;
        return text("");
    });
    EXPECT_TRUE(exchange("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                    .starts_with("HTTP/1.1 403 "));
    EXPECT_TRUE(exchange(head("BREW /", "Connection: close\r\n")).starts_with("HTTP/1.1 501 "));
    const std::string trace = exchange(head("TRACE /", "Connection: close\r\n"));
    EXPECT_TRUE(trace.starts_with("HTTP/1.1 405 "));
    EXPECT_NE(trace.find("\r\nAllow: GET, "), std::string::npos);
    EXPECT_TRUE(exchange(head("GET /", "A: " + std::string(70000, 'a') + "\r\n"))
                    .starts_with("HTTP/1.1 431 "));
    EXPECT_TRUE(exchange("nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
    EXPECT_EQ(calls, 0);
}

TEST_F(HttpServerTest, ALineBreakInAValueStartsNoHeader)
{
    serve([](const Request &request) {
        Response response;
        response.headers.add("x-value", request.query.value("v"));
        return response;
    });
    const std::string answer =
        exchange(head("GET /?v=a%0d%0aSet-Cookie:%20b", "Connection: close\r\n"));
    EXPECT_EQ(answer.find("\r\nSet-Cookie"), std::string::npos);
    EXPECT_NE(answer.find("x-value: a  Set-Cookie: b\r\n"), std::string::npos);
}

TEST_F(HttpServerTest, ReasonsMayBeTheAnswersOwn)
{
    serve([](const Request &) {
        Response response;
        response.status = 404;
        response.reason = "It is\r\nnot here.";
        return response;
    });
    EXPECT_TRUE(exchange(head("GET /", "Connection: close\r\n"))
                    .starts_with("HTTP/1.1 404 It is  not here.\r\n"));
}

TEST_F(HttpServerTest, BodiesThatAreNotChunkedRightAre400AndEndTheConnection)
{
    serve([](const Request &request) { return text(request.body(100).value_or("broken")); });
    const std::string chunked = head("PUT /", "Transfer-Encoding: chunked\r\n");
    for (const auto &bad :
         {std::string("x\r\n"), std::string("-1\r\n"), std::string("0x5\r\nhello\r\n0\r\n\r\n"),
          std::string("fffffffffffffffff\r\n"), std::string("\r\n"),
          std::string("5\r\nhelloworld\r\n0\r\n\r\n"), std::string(2000, '1'),
          "0\r\nA: " + std::string(70'000, 'a')}) {
        const std::string answer = exchange(chunked + bad);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << bad.substr(0, 40) << '\n' << answer;
        EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos);
    }
}

TEST_F(HttpServerTest, AmbiguousFramingIsRefused)
{
    std::atomic<int> calls = 0;
    serve([&](const Request &) {
        ++calls;
        return text("");
    });
    const std::string body = "0\r\n\r\n";
    EXPECT_TRUE(
        exchange(head("PUT /", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + body)
            .starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(exchange(head("PUT /", "Content-Length: 5\r\nContent-Length: 6\r\n"))
                    .starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(exchange(head("PUT /", "Transfer-Encoding: gzip, chunked\r\n") + body)
                    .starts_with("HTTP/1.1 501 "));
    EXPECT_TRUE(exchange(head("PUT /", "Transfer-Encoding : chunked\r\n") + body)
                    .starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(exchange(head("PUT /", "Content-Length: +5\r\n")).starts_with("HTTP/1.1 400 "));
    EXPECT_EQ(calls, 0);
}

TEST_F(HttpServerTest, AHeadMayComeInPieces)
{
    serve([](const Request &request) { return text(request.rawPath); });
    RawClient client(port);
    const std::string bytes = head("GET /pieces", "Connection: close\r\n");
    for (const char c : bytes)
        ASSERT_TRUE(client.send(std::string(1, c)));
    EXPECT_EQ(bodyOf(client.receiveAll()), "/pieces");
}

TEST_F(HttpServerTest, ServesManyConnectionsAtOnce)
{
    // Every handler waits until all have been called: fewer threads than connections would never
    // end.
    constexpr int count = 40;
    std::atomic<int> waiting = 0;
    std::promise<void> allHere;
    const std::shared_future<void> all = allHere.get_future().share();
    serve([&](const Request &request) {
        if (++waiting == count)
            allHere.set_value();
        all.wait();
        return text(request.rawPath);
    });
    std::vector<std::future<std::string>> answers;
    for (int i = 0; i < count; ++i)
        answers.push_back(std::async(std::launch::async, [&, i] {
            return bodyOf(exchange(head("GET /" + std::to_string(i), "Connection: close\r\n")));
        }));
    for (int i = 0; i < count; ++i)
        EXPECT_EQ(answers[static_cast<std::size_t>(i)].get(), "/" + std::to_string(i));
}

TEST_F(HttpServerTest, StopLetsARunningHandlerFinishAndFreesThePort)
{
    std::promise<void> entered;
    std::promise<void> release;
    serve([&](const Request &) {
        entered.set_value();
        release.get_future().wait();
        return text("finished");
    });
    RawClient idle(port);
    ASSERT_TRUE(idle.isConnected());
    auto answer = std::async(std::launch::async, [&] { return exchange(head("GET /")); });
    entered.get_future().wait();
    auto stopped = std::async(std::launch::async, [&] { server->stop(); });
    release.set_value();
    EXPECT_EQ(bodyOf(answer.get()), "finished");
    stopped.get();

    HttpServer second([](const Request &) { return text("second"); });
    EXPECT_EQ(second.start(port), port);
    EXPECT_EQ(bodyOf(exchange(head("GET /", "Connection: close\r\n"))), "second");
}

TEST_F(HttpServerTest, APortInUseIsNotShared)
{
    serve([](const Request &) { return text("first"); });
    HttpServer second([](const Request &) { return text("second"); });
    EXPECT_EQ(second.start(port), 0);
}
