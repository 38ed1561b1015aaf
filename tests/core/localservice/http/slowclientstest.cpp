// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/http/serverfixture.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <future>
#include <list>
#include <map>
#include <mutex>
#include <thread>

#include <sys/resource.h>

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Testkit;
using namespace std::chrono_literals;

namespace {

class SlowClients : public HttpServerTest
{
protected:
    std::string quickRequest() const { return head("GET /quick", "Connection: close\r\n"); }

    //! \brief Sends a byte whenever the server has not closed the connection for a moment.
    //! \return what the server said.
    static std::string trickle(RawClient &client)
    {
        while (!client.readableWithin(5ms) && client.send("x")) { }
        return client.receiveAll();
    }
};

class ManyClients : public HttpServerTest
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &m_before), 0);
        allow(4096);
    }
    void TearDown() override { ::setrlimit(RLIMIT_NOFILE, &m_before); }

    void allow(rlim_t descriptors) const
    {
        rlimit wanted = m_before;
        wanted.rlim_cur = std::min(descriptors, m_before.rlim_max);
        ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &wanted), 0);
    }

    static std::size_t openDescriptors()
    {
        const std::filesystem::directory_iterator all("/proc/self/fd");
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }

    //! \brief Has \a count clients connect, then speak, then listen; how many got each status.
    std::map<std::string, int> ask(int count)
    {
        std::list<RawClient> clients;
        for (int i = 0; i < count; ++i) {
            clients.emplace_back(port);
            EXPECT_TRUE(clients.back().isConnected());
        }
        for (auto &client : clients)
            client.send(head("GET /", "Connection: close\r\n"));
        std::map<std::string, int> statuses;
        for (auto &client : clients) {
            const auto answer = client.receiveAll();
            ++statuses[answer.empty() ? "closed" : answer.substr(9, 3)];
        }
        return statuses;
    }

    rlimit m_before{};
};

} // namespace

TEST_F(SlowClients, SilentAndHalfOpenConnectionsTakeNoWorkerAndAreDropped)
{
    HttpLimits limits;
    limits.workers = 2;
    limits.head = 300ms;
    serve([](const Request &request) { return text(request.rawPath); }, limits);
    std::list<RawClient> clients;
    for (int i = 0; i < 100; ++i) {
        clients.emplace_back(port);
        ASSERT_TRUE(clients.back().send(i % 2 == 0 ? "GET /half HTTP/1.1\r\nHost: " : ""));
    }
    EXPECT_EQ(bodyOf(exchange(quickRequest())), "/quick");
    for (auto &client : clients)
        EXPECT_EQ(client.receiveAll(), "");
    EXPECT_EQ(bodyOf(exchange(quickRequest())), "/quick");
}

TEST_F(SlowClients, ATrickledHeadIsDropped)
{
    HttpLimits limits;
    limits.head = 200ms;
    serve([](const Request &) { return text(""); }, limits);
    RawClient client(port);
    ASSERT_TRUE(client.send("GET /"));
    EXPECT_EQ(trickle(client), "");
}

TEST_F(SlowClients, AStalledOrTrickledBodyIsDroppedWithAWord)
{
    HttpLimits limits;
    limits.patience = {200ms, 1'000'000};
    std::atomic<int> whole = 0;
    serve(
        [&](const Request &request) {
            whole += request.body(100'000) ? 1 : 0;
            return text("handled");
        },
        limits);
    for (const auto *framing : {"Content-Length: 50000\r\n", "Transfer-Encoding: chunked\r\n"}) {
        const std::string start = head("PUT /", framing) + "9000\r\n";
        EXPECT_TRUE(exchange(start).starts_with("HTTP/1.1 408 ")) << framing;
        RawClient client(port);
        ASSERT_TRUE(client.send(start));
        EXPECT_TRUE(trickle(client).starts_with("HTTP/1.1 408 ")) << framing;
    }
    EXPECT_EQ(whole, 0);
    EXPECT_EQ(bodyOf(exchange(head("PUT /", "Content-Length: 2\r\nConnection: close\r\n") + "ok")),
              "handled");
    EXPECT_EQ(whole, 1);
}

TEST_F(SlowClients, WhoDoesNotTakeTheAnswerIsDropped)
{
    HttpLimits limits;
    limits.patience = {200ms, 1'000'000'000};
    std::promise<bool> ended;
    serve(
        [&](const Request &) {
            Response response;
            response.providerLength = std::uint64_t(1) << 40;
            response.provider = [&](std::uint64_t, std::uint64_t, const auto &sink) {
                const std::string piece(1 << 16, 'x');
                while (sink(piece.data(), piece.size())) { }
                ended.set_value(true);
                return false;
            };
            return response;
        },
        limits);
    RawClient client(port);
    ASSERT_TRUE(client.send(head("GET /")));
    EXPECT_TRUE(ended.get_future().get());
}

TEST_F(SlowClients, StalledBodiesOnEveryWorkerGiveWayToOthers)
{
    HttpLimits limits;
    limits.workers = 2;
    limits.patience = {1h, 1};
    limits.hurriedPatience = {100ms, 1'000'000};
    std::atomic<int> entered = 0;
    serve(
        [&](const Request &request) {
            if (request.method == "PUT")
                ++entered;
            return text(request.body(100) ? request.rawPath : "broken");
        },
        limits);
    std::list<RawClient> stalled;
    for (int i = 0; i < 2; ++i) {
        stalled.emplace_back(port);
        ASSERT_TRUE(stalled.back().send(head("PUT /", "Content-Length: 9\r\n") + "x"));
    }
    while (entered < 2)
        std::this_thread::yield();
    EXPECT_EQ(bodyOf(exchange(quickRequest())), "/quick");
}

TEST_F(SlowClients, AnIdleConnectionIsClosedAfterAWhile)
{
    HttpLimits limits;
    limits.idle = 100ms;
    serve([](const Request &request) { return text(request.rawPath); }, limits);
    EXPECT_TRUE(exchange(head("GET /a") + head("GET /b")).ends_with("/b"));
}

TEST_F(ManyClients, AThousandAtOnceAreServedAndLeaveNothingOpen)
{
    const auto before = openDescriptors();
    serve([](const Request &request) { return text(request.rawPath); });
    const auto statuses = ask(1000);
    int answered = 0;
    for (const auto &[status, count] : statuses) {
        EXPECT_TRUE(status == "200" || status == "503") << status;
        answered += count;
    }
    EXPECT_EQ(answered, 1000);
    EXPECT_GE(statuses.count("200") ? statuses.at("200") : 0, 300);
    EXPECT_EQ(ask(1)["200"], 1);
    server.reset();
    EXPECT_EQ(openDescriptors(), before);
}

TEST_F(ManyClients, MoreThanAreAdmittedAreRefusedInWordsOrClosed)
{
    HttpLimits limits;
    limits.connections = 20;
    std::promise<void> entered;
    std::promise<void> release;
    std::once_flag once;
    const auto released = release.get_future().share();
    serve(
        [&](const Request &request) {
            if (request.rawPath == "/held") {
                std::call_once(once, [&] { entered.set_value(); });
                released.wait();
            }
            return text(request.rawPath);
        },
        limits);
    // Requests under way are not given up for new ones.
    std::list<RawClient> held;
    for (int i = 0; i < 20; ++i) {
        held.emplace_back(port);
        ASSERT_TRUE(held.back().send(head("GET /held", "Connection: close\r\n")));
    }
    entered.get_future().wait();
    const auto statuses = ask(100);
    EXPECT_EQ(statuses.count("200"), 0u);
    EXPECT_GE(statuses.count("503") ? statuses.at("503") : 0, 1);
    release.set_value();
    for (auto &client : held)
        EXPECT_EQ(bodyOf(client.receiveAll()), "/held");
    while (!ask(1).contains("200")) { }
}

TEST_F(ManyClients, AnIdleOneGivesWayToANewOne)
{
    HttpLimits limits;
    limits.connections = 1;
    serve([](const Request &request) { return text(request.rawPath); }, limits);
    RawClient idle(port);
    ASSERT_TRUE(idle.send(head("GET /a")));
    EXPECT_TRUE(idle.receiveUntil("/a").ends_with("/a"));
    while (!ask(1).contains("200")) { }
    EXPECT_EQ(idle.receiveAll(), "");
}

TEST_F(ManyClients, WaitUntilThereAreDescriptorsAgain)
{
    serve([](const Request &request) { return text(request.rawPath); });
    EXPECT_EQ(ask(1)["200"], 1);
    // Just enough for the client's own.
    const int next = ::dup(0);
    ASSERT_GE(next, 0);
    ::close(next);
    allow(static_cast<rlim_t>(next) + 1);
    RawClient client(port);
    EXPECT_TRUE(client.isConnected());
    EXPECT_TRUE(client.send(head("GET /late", "Connection: close\r\n")));
    EXPECT_FALSE(client.readableWithin(20ms));
    allow(4096);
    EXPECT_EQ(bodyOf(client.receiveAll()), "/late");
}
