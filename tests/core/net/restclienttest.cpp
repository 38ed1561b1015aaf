// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/restclient.h"
#include "core/base/isotime.h"
#include "tests/support/faketransport.h"
#include "tests/support/wait.h"

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

class FixedClock final : public Clock
{
public:
    QDateTime now() const override { return fromIsoTime(u"2026-01-01T12:00:00Z"); }
};

//! Leaves the time it was given in a header, and counts.
class StampingSigner final : public RequestSigner
{
public:
    void sign(HttpRequest &request, const QDateTime &now) const override
    {
        request.headers.set("stamp", toIsoTime(now).toLatin1());
        request.headers.set("count", QByteArray::number(++m_count));
    }

private:
    mutable int m_count = 0;
};

class RestClientTest : public ::testing::Test
{
protected:
    RestClient::Options options()
    {
        RestClient::Options result;
        result.transport = transport;
        result.signer = std::make_shared<StampingSigner>();
        result.clock = std::make_shared<FixedClock>();
        result.retry = {3, 1ms, 4ms};
        result.jitter = [] { return 0.4; };
        result.onRetry = [this](const RestClient::Retry &retry) { retries.append(retry); };
        return result;
    }

    static RestRequest request(const QString &path = QStringLiteral("/pools"),
                               bool background = false)
    {
        RestRequest result;
        result.operation = QStringLiteral("Pool - Get");
        result.http.verb = "GET";
        result.http.url = QUrl(QStringLiteral("http://host.test:81") + path
                               + QStringLiteral("?sig=S3cr3tCanary"));
        result.expected = {200};
        result.background = background;
        return result;
    }

    QStringList paths() const
    {
        QStringList result;
        for (const HttpRequest &sent : transport->requests())
            result << sent.url.path();
        return result;
    }

    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    QList<RestClient::Retry> retries;
};

} // namespace

TEST_F(RestClientTest, GivesTheAnswer)
{
    transport->script(answer(200, "body", {{"ETag", "e1"}}));
    RestClient client(options());
    const auto outcome = waitFor(client.send(request()));
    ASSERT_TRUE(outcome.ok()) << outcome.error().caption().toStdString();
    EXPECT_EQ(outcome->http.body, QByteArray("body"));
    EXPECT_EQ(outcome->http.headers.value("etag"), QByteArray("e1"));
    EXPECT_EQ(outcome->tries, 1);
}

TEST_F(RestClientTest, TriesAgainSignedAnewAndCounts)
{
    transport->script(answer(500));
    transport->script(failure(HttpResponse::Failure::Network));
    transport->script(answer(200));
    RestClient client(options());
    const auto outcome = waitFor(client.send(request()));
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(outcome->tries, 3);
    ASSERT_EQ(transport->requests().size(), 3);
    EXPECT_EQ(transport->requests().at(2).headers.value("count"), QByteArray("3"));
    ASSERT_EQ(retries.size(), 2);
    EXPECT_EQ(retries.at(0).delay, 1ms);
    EXPECT_EQ(retries.at(1).delay, 2ms);
    EXPECT_EQ(retries.at(1).reason.kind, Error::Kind::Network);
}

TEST_F(RestClientTest, GivesUpAfterItsTriesWithTheLastError)
{
    transport->handler = [](const HttpRequest &) {
        return answer(503, {}, {{"retry-after-ms", "3"}});
    };
    RestClient client(options());
    const auto outcome = waitFor(client.send(request()));
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Throttled);
    EXPECT_EQ(outcome.error().httpStatus, 503);
    EXPECT_EQ(outcome.error().retryAfter, 3ms);
    EXPECT_EQ(transport->requests().size(), 3);
    EXPECT_EQ(retries.at(0).delay, 3ms) << "the service's wish is longer than ours";
}

TEST_F(RestClientTest, DoesNotRepeatARefusal)
{
    transport->script(answer(404, "<no/>"));
    RestClient::Options given = options();
    given.decodeError = [](const QString &operation, const HttpResponse &response) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.code = QStringLiteral("PoolNotFound");
        error.message =
            operation + QString::fromLatin1(response.body) + QStringLiteral("?sig=S3cr3tCanary");
        return error;
    };
    RestClient client(given);
    const auto outcome = waitFor(client.send(request()));
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, QStringLiteral("PoolNotFound"));
    EXPECT_TRUE(outcome.error().message.startsWith(QStringLiteral("Pool - Get<no/>")));
    EXPECT_FALSE(outcome.error().message.contains(QStringLiteral("Canary")));
    EXPECT_EQ(transport->requests().size(), 1);
}

TEST_F(RestClientTest, ANetworkErrorNamesHostAndPortAndNoQuery)
{
    transport->handler = [](const HttpRequest &) {
        return failure(HttpResponse::Failure::Network, QStringLiteral("refused ?sig=S3cr3tCanary"));
    };
    RestClient client(options());
    const auto outcome = waitFor(client.send(request()));
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::Network);
    EXPECT_TRUE(outcome.error().message.contains(QStringLiteral("host.test:81")));
    EXPECT_FALSE(outcome.error().caption().contains(QStringLiteral("Canary")));
    EXPECT_EQ(outcome.error().place, QStringLiteral("http://host.test:81/pools"));
}

TEST_F(RestClientTest, ATimeoutIsATimeoutAndADiskErrorIsNotRepeated)
{
    transport->handler = [](const HttpRequest &) {
        return failure(HttpResponse::Failure::Timeout);
    };
    RestClient client(options());
    EXPECT_EQ(waitFor(client.send(request())).error().kind, Error::Kind::Timeout);
    transport->handler = [](const HttpRequest &) {
        return failure(HttpResponse::Failure::SinkFailed, QStringLiteral("the disk is full"));
    };
    const qsizetype before = transport->requests().size();
    const auto outcome = waitFor(client.send(request()));
    EXPECT_EQ(outcome.error().kind, Error::Kind::Io);
    EXPECT_EQ(outcome.error().message, QStringLiteral("the disk is full"));
    EXPECT_EQ(transport->requests().size(), before + 1);
}

TEST_F(RestClientTest, CorrectsItsClockOnceAndReportsIt)
{
    RestClient::Options given = options();
    given.decodeError = [](const QString &, const HttpResponse &) {
        Error error;
        error.kind = Error::Kind::Unauthenticated;
        error.code = QStringLiteral("AuthenticationFailed");
        return error;
    };
    QList<std::chrono::milliseconds> reported;
    given.onClockSkew = [&reported](std::chrono::milliseconds skew) { reported.append(skew); };
    transport->script(answer(403, {}, {{"Date", "Thu, 01 Jan 2026 12:30:00 GMT"}}));
    transport->script(answer(200));
    transport->script(answer(200));
    RestClient client(given);
    EXPECT_EQ(client.clockSkew(), 0ms);
    const auto outcome = waitFor(client.send(request()));
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(outcome->tries, 2);
    EXPECT_EQ(transport->requests().at(0).headers.value("stamp"),
              QByteArray("2026-01-01T12:00:00Z"));
    EXPECT_EQ(transport->requests().at(1).headers.value("stamp"),
              QByteArray("2026-01-01T12:30:00Z"));
    EXPECT_EQ(client.clockSkew(), 30min);
    EXPECT_EQ(reported, QList<std::chrono::milliseconds>{30min});

    ASSERT_TRUE(waitFor(client.send(request())).ok());
    EXPECT_EQ(transport->requests().at(2).headers.value("stamp"),
              QByteArray("2026-01-01T12:30:00Z"));
}

TEST_F(RestClientTest, AWrongKeyIsNotTakenForAWrongClock)
{
    RestClient::Options given = options();
    given.decodeError = [](const QString &, const HttpResponse &) {
        Error error;
        error.kind = Error::Kind::Unauthenticated;
        return error;
    };
    transport->script(answer(403, {}, {{"Date", "Thu, 01 Jan 2026 12:01:59 GMT"}}));
    transport->script(answer(403, {}, {{"Date", "Thu, 01 Jan 2026 12:30:00 GMT"}}));
    transport->script(answer(403, {}, {{"Date", "Thu, 01 Jan 2026 12:30:00 GMT"}}));
    RestClient client(given);
    EXPECT_EQ(waitFor(client.send(request())).error().kind, Error::Kind::Unauthenticated);
    EXPECT_EQ(transport->requests().size(), 1) << "within the tolerance";
    EXPECT_EQ(waitFor(client.send(request())).error().kind, Error::Kind::Unauthenticated);
    EXPECT_EQ(transport->requests().size(), 3) << "corrected once, refused again";
}

TEST_F(RestClientTest, InteractiveGoesBeforeBackgroundAndNoMoreThanAllowed)
{
    RestClient::Options given = options();
    given.maxInFlight = 1;
    transport->scriptHang();
    transport->handler = [](const HttpRequest &) { return answer(200); };
    RestClient client(given);
    const auto first = client.send(request(QStringLiteral("/first"), true));
    const auto second = client.send(request(QStringLiteral("/second"), true));
    const auto third = client.send(request(QStringLiteral("/third")));
    waitUntil([this] { return transport->hanging() == 1; });
    EXPECT_EQ(paths(), QStringList{QStringLiteral("/first")});
    transport->release(0, answer(200));
    EXPECT_TRUE(waitFor(second).ok());
    EXPECT_TRUE(waitFor(third).ok());
    EXPECT_EQ(paths(),
              (QStringList{QStringLiteral("/first"), QStringLiteral("/third"),
                           QStringLiteral("/second")}));
}

TEST_F(RestClientTest, AThrottledTryPausesTheWholeQueue)
{
    RestClient::Options given = options();
    given.retry = {3, 10min, 10min};
    transport->script(answer(429));
    RestClient client(given);
    const auto throttled = client.send(request(QStringLiteral("/throttled")));
    waitUntil([this] { return retries.size() == 1; });
    const auto waiting = client.send(request(QStringLiteral("/waiting")));
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    EXPECT_EQ(paths(), QStringList{QStringLiteral("/throttled")});
}

TEST_F(RestClientTest, TheQueueGoesOnAfterThePause)
{
    transport->script(answer(503));
    transport->handler = [](const HttpRequest &) { return answer(200); };
    RestClient client(options());
    const auto throttled = client.send(request(QStringLiteral("/throttled")));
    waitUntil([this] { return retries.size() == 1; });
    EXPECT_TRUE(waitFor(client.send(request(QStringLiteral("/waiting")))).ok());
    EXPECT_EQ(waitFor(throttled)->tries, 2);
}

TEST_F(RestClientTest, CancellingAbortsTheExchangeAndFreesThePlace)
{
    RestClient::Options given = options();
    given.maxInFlight = 1;
    transport->scriptHang();
    transport->handler = [](const HttpRequest &) { return answer(200); };
    RestClient client(given);
    auto cancelled = client.send(request());
    waitUntil([this] { return transport->hanging() == 1; });
    cancelled.cancel();
    waitForEnd(cancelled);
    EXPECT_EQ(cancelled.resultCount(), 0);
    EXPECT_TRUE(transport->isCancelled(0));
    EXPECT_TRUE(waitFor(client.send(request())).ok());
}

TEST_F(RestClientTest, CancellingBetweenTwoTriesEndsAtOnce)
{
    RestClient::Options given = options();
    given.retry = {3, 10min, 10min};
    transport->script(answer(500));
    RestClient client(given);
    auto cancelled = client.send(request());
    waitUntil([this] { return retries.size() == 1; });
    cancelled.cancel();
    waitForEnd(cancelled);
    EXPECT_EQ(transport->requests().size(), 1);
}

TEST_F(RestClientTest, TakingTheClientDownEndsWhatIsUnderWay)
{
    transport->scriptHang();
    auto client = std::make_unique<RestClient>(options());
    const auto hanging = client->send(request());
    waitUntil([this] { return transport->hanging() == 1; });
    client.reset();
    const auto outcome = waitFor(hanging);
    ASSERT_FALSE(outcome.ok());
    EXPECT_TRUE(outcome.error().isCancelled());
    EXPECT_TRUE(transport->isCancelled(0));
}

TEST_F(RestClientTest, AContinuationMayTakeTheClientDown)
{
    transport->script(answer(200));
    auto client =
        std::make_shared<std::unique_ptr<RestClient>>(std::make_unique<RestClient>(options()));
    const auto ended =
        (*client)->send(request()).then([client](const Outcome<RestResponse> &outcome) {
            client->reset();
            return outcome.ok();
        });
    EXPECT_TRUE(waitFor(ended));
}
