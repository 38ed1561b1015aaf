// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/networktransport.h"
#include "core/net/restclient.h"
#include "tests/support/wait.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <httplib.h>

#include <thread>

using namespace Batchdesk;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;
using Failure = HttpResponse::Failure;

namespace {

//! A well-behaved server: tells what it was sent, and sends what it is asked for.
class EchoServer
{
public:
    EchoServer()
    {
        const auto echo = [](const httplib::Request &request, httplib::Response &response) {
            for (const auto &[name, value] : request.headers)
                response.set_header(("got-" + name).c_str(), value.c_str());
            response.set_header("got-method", request.method.c_str());
            response.set_content(request.body, "application/octet-stream");
        };
        m_server.Get("/status", [](const httplib::Request &request, httplib::Response &response) {
            response.status = std::stoi(request.get_param_value("code"));
            response.set_header("Location", "/echo");
            response.set_content("why", "text/plain");
        });
        m_server.Get("/big", [](const httplib::Request &request, httplib::Response &response) {
            response.set_content(std::string(std::stoul(request.get_param_value("size")), 'x'),
                                 "image/x-raw");
        });
        m_server.Get("/echo", echo);
        m_server.Put("/echo", echo);
        m_server.Post("/echo", echo);
        m_server.Patch("/echo", echo);
        m_server.Delete("/echo", echo);
        m_server.set_tcp_nodelay(true);
        m_server.set_keep_alive_timeout(1);
        m_port = m_server.bind_to_any_port("127.0.0.1");
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
    }
    ~EchoServer()
    {
        // stop() before listen_after_bind() began would be lost.
        while (!m_server.is_running())
            std::this_thread::yield();
        m_server.stop();
        m_thread.join();
    }

    QUrl url(const QString &path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
    }

private:
    httplib::Server m_server;
    int m_port = 0;
    std::thread m_thread;
};

//! A server that misbehaves: sends given bytes on every connection's first request, then closes,
//! resets or hangs.
class RudeServer
{
public:
    enum class End { Close, Reset, Hang };

    RudeServer(const QByteArray &bytes, End end)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, bytes, end] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::disconnected, socket,
                             [this] { ++m_disconnected; });
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, bytes, end] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                ++m_requests;
                socket->write(bytes);
                socket->flush();
                if (end == End::Close)
                    socket->disconnectFromHost();
                else if (end == End::Reset)
                    socket->abort();
            });
        });
        EXPECT_TRUE(m_server.listen(QHostAddress::LocalHost));
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/x?sig=Canary").arg(m_server.serverPort()));
    }
    int requests() const { return m_requests; }
    int disconnected() const { return m_disconnected; }

private:
    QTcpServer m_server;
    int m_requests = 0;
    int m_disconnected = 0;
};

class BufferSink final : public ResponseSink
{
public:
    explicit BufferSink(qint64 room = -1)
        : m_room(room)
    {
    }
    bool restart() override
    {
        ++restarts;
        bytes.clear();
        return true;
    }
    bool write(QByteArrayView more) override
    {
        bytes.append(more.data(), more.size());
        return m_room < 0 || bytes.size() <= m_room;
    }
    QString errorText() const override { return QStringLiteral("the disk is full"); }

    QByteArray bytes;
    int restarts = 0;

private:
    qint64 m_room;
};

HttpRequest request(const QByteArray &verb, const QUrl &url, const HttpBody &body = {})
{
    HttpRequest result;
    result.verb = verb;
    result.url = url;
    result.body = body;
    return result;
}

} // namespace

TEST(NetworkTransport, SendsHeadersAsGivenAndItsOwnName)
{
    const EchoServer server;
    NetworkTransport transport;
    HttpRequest sent = request("GET", server.url(QStringLiteral("/echo")));
    sent.headers.set("x-ms-date", "today");
    sent.headers.set("Date", "Wed, 22 Oct 2025 13:48:00 GMT");
    const HttpResponse got = waitFor(transport.send(sent));
    ASSERT_EQ(got.failure, Failure::None) << got.failureText.toStdString();
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.headers.value("got-x-ms-date"), QByteArray("today"));
    EXPECT_EQ(got.headers.value("got-date"), QByteArray("Wed, 22 Oct 2025 13:48:00 GMT"));
    EXPECT_EQ(got.headers.value("got-accept-encoding"), QByteArray("identity"));
    EXPECT_TRUE(got.headers.value("got-user-agent").startsWith("Batchdesk/"));
    EXPECT_FALSE(got.headers.contains("got-content-length"));
    EXPECT_FALSE(got.headers.contains("got-content-type"));
}

TEST(NetworkTransport, TheLengthSentIsTheLengthSigned)
{
    const EchoServer server;
    NetworkTransport transport;
    const QUrl url = server.url(QStringLiteral("/echo"));
    for (const QByteArray verb : {"PUT", "POST", "PATCH", "DELETE"}) {
        for (const HttpBody &body : {HttpBody(), HttpBody(QByteArray("12345"))}) {
            const HttpRequest sent = request(verb, url, body);
            const HttpResponse got = waitFor(transport.send(sent));
            const auto length = contentLength(sent);
            EXPECT_EQ(got.status, 200) << verb.toStdString();
            EXPECT_EQ(got.headers.value("got-method"), verb);
            EXPECT_EQ(got.headers.value("got-content-length"),
                      length ? QByteArray::number(*length) : QByteArray())
                << verb.toStdString();
            EXPECT_EQ(got.body, length.value_or(0) > 0 ? QByteArray("12345") : QByteArray())
                << verb.toStdString();
        }
    }
}

TEST(NetworkTransport, StreamsAWindowOfAFile)
{
    const EchoServer server;
    NetworkTransport transport;
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("in")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    QByteArray content;
    for (int i = 0; i < 200'000; ++i)
        content += QByteArray::number(i);
    file.write(content);
    file.close();
    const FileWindow window{file.fileName(), 1000, 500'000};
    const HttpResponse got =
        waitFor(transport.send(request("PUT", server.url(QStringLiteral("/echo")), window)));
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.body, content.mid(1000, 500'000));

    const FileWindow beyond{file.fileName(), content.size() - 10, 11};
    EXPECT_EQ(waitFor(transport.send(request("PUT", server.url(QStringLiteral("/echo")), beyond)))
                  .failure,
              Failure::BodyUnreadable);
    const FileWindow missing{folder.filePath(QStringLiteral("none")), 0, 1};
    const HttpResponse none =
        waitFor(transport.send(request("PUT", server.url(QStringLiteral("/echo")), missing)));
    EXPECT_EQ(none.failure, Failure::BodyUnreadable);
    EXPECT_TRUE(none.failureText.contains(QStringLiteral("none")));
}

TEST(NetworkTransport, AnErrorAnswerIsAnAnswerAndARedirectIsNotFollowed)
{
    const EchoServer server;
    NetworkTransport transport;
    for (const int code : {301, 400, 401, 403, 404, 409, 412, 416, 429, 500, 501, 503, 507}) {
        const QUrl url = server.url(QStringLiteral("/status?code=%1").arg(code));
        const HttpResponse got = waitFor(transport.send(request("GET", url)));
        EXPECT_EQ(got.failure, Failure::None) << code << got.failureText.toStdString();
        EXPECT_EQ(got.status, code);
        EXPECT_EQ(got.body, QByteArray("why")) << code;
    }
}

TEST(NetworkTransport, FeedsASinkAndOnlyWithSuccess)
{
    const EchoServer server;
    NetworkTransport transport;
    auto sink = std::make_shared<BufferSink>();
    HttpRequest sent = request("GET", server.url(QStringLiteral("/big?size=5000000")));
    sent.sink = sink;
    HttpResponse got = waitFor(transport.send(sent));
    EXPECT_EQ(got.failure, Failure::None);
    EXPECT_TRUE(got.body.isEmpty());
    EXPECT_EQ(sink->bytes, QByteArray(5'000'000, 'x'));
    EXPECT_EQ(sink->restarts, 1);

    sent.url = server.url(QStringLiteral("/status?code=404"));
    got = waitFor(transport.send(sent));
    EXPECT_EQ(got.body, QByteArray("why"));
    EXPECT_EQ(sink->restarts, 1);

    sent.url = server.url(QStringLiteral("/big?size=0"));
    got = waitFor(transport.send(sent));
    EXPECT_EQ(sink->restarts, 2) << "an empty body throws away what was there, too";
    EXPECT_TRUE(sink->bytes.isEmpty());
}

TEST(NetworkTransport, AFullSinkEndsTheTransfer)
{
    const EchoServer server;
    NetworkTransport transport;
    HttpRequest sent = request("GET", server.url(QStringLiteral("/big?size=5000000")));
    sent.sink = std::make_shared<BufferSink>(1000);
    const HttpResponse got = waitFor(transport.send(sent));
    EXPECT_EQ(got.failure, Failure::SinkFailed);
    EXPECT_EQ(got.failureText, QStringLiteral("the disk is full"));
}

TEST(NetworkTransport, HeadHasALengthAndNoBody)
{
    const EchoServer server;
    NetworkTransport transport;
    const HttpResponse got =
        waitFor(transport.send(request("HEAD", server.url(QStringLiteral("/big?size=77")))));
    EXPECT_EQ(got.failure, Failure::None) << got.failureText.toStdString();
    EXPECT_EQ(got.headers.value("Content-Length"), QByteArray("77"));
}

TEST(NetworkTransport, MoreRequestsThanConnectionsAllEnd)
{
    const EchoServer server;
    NetworkTransport transport(6);
    QList<QFuture<HttpResponse>> all;
    for (int i = 0; i < 100; ++i)
        all.append(transport.send(
            request("POST", server.url(QStringLiteral("/echo")), QByteArray::number(i))));
    for (int i = 0; i < all.size(); ++i)
        EXPECT_EQ(waitFor(all.at(i)).body, QByteArray::number(i));
}

TEST(NetworkTransport, ATruncatedBodyIsAFailureWhateverTheStatus)
{
    const RudeServer server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
                            RudeServer::End::Close);
    NetworkTransport transport;
    const HttpResponse got = waitFor(transport.send(request("GET", server.url())));
    EXPECT_EQ(got.failure, Failure::Network);
    EXPECT_EQ(got.status, 200);
}

TEST(NetworkTransport, NoAnswerIsAFailureAndNothingWithABodyIsSentTwice)
{
    for (const RudeServer::End end : {RudeServer::End::Close, RudeServer::End::Reset}) {
        const RudeServer server({}, end);
        NetworkTransport transport;
        const HttpResponse got =
            waitFor(transport.send(request("POST", server.url(), QByteArray("create"))));
        EXPECT_EQ(got.failure, Failure::Network);
        EXPECT_EQ(got.status, 0);
        EXPECT_FALSE(got.failureText.contains(QStringLiteral("Canary")))
            << got.failureText.toStdString();
        EXPECT_EQ(server.requests(), 1);
    }
}

TEST(NetworkTransport, SaysThatNobodyListens)
{
    QTcpServer closed;
    ASSERT_TRUE(closed.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(closed.serverPort()));
    closed.close();
    NetworkTransport transport;
    const HttpResponse got = waitFor(transport.send(request("GET", url)));
    EXPECT_EQ(got.failure, Failure::Network);
    EXPECT_TRUE(got.failureText.contains(QStringLiteral("refused")))
        << got.failureText.toStdString();
}

TEST(NetworkTransport, SilenceIsATimeout)
{
    const RudeServer server({}, RudeServer::End::Hang);
    NetworkTransport transport;
    HttpRequest sent = request("GET", server.url());
    sent.inactivityTimeout = 50ms;
    EXPECT_EQ(waitFor(transport.send(sent)).failure, Failure::Timeout);
}

TEST(NetworkTransport, CancellingClosesTheConnection)
{
    const RudeServer server({}, RudeServer::End::Hang);
    NetworkTransport transport;
    auto future = transport.send(request("GET", server.url()));
    waitUntil([&server] { return server.requests() == 1; });
    future.cancel();
    waitForEnd(future);
    EXPECT_EQ(future.resultCount(), 0);
    waitUntil([&server] { return server.disconnected() == 1; });
}

TEST(NetworkTransport, TakingItDownEndsEveryRequest)
{
    const RudeServer server({}, RudeServer::End::Hang);
    auto transport = std::make_unique<NetworkTransport>(6);
    QList<QFuture<HttpResponse>> all;
    for (int i = 0; i < 10; ++i)
        all.append(transport->send(request("GET", server.url())));
    waitUntil([&server] { return server.requests() == 6; });
    transport.reset();
    for (const auto &future : all)
        EXPECT_EQ(waitFor(future).failure, Failure::Cancelled);
}

TEST(NetworkTransport, CarriesARestClientInItsThread)
{
    const EchoServer server;
    RestClient::Options options;
    options.transport = std::make_shared<NetworkTransport>();
    RestClient client(options);
    RestRequest sent;
    sent.operation = QStringLiteral("Echo");
    sent.http = request("GET", server.url(QStringLiteral("/echo")));
    sent.expected = {200};
    QThread *ranIn = nullptr;
    const auto ended = client.send(sent).then(QtFuture::Launch::Sync,
                                              [&ranIn](const Outcome<RestResponse> &outcome) {
                                                  ranIn = QThread::currentThread();
                                                  return outcome.ok();
                                              });
    EXPECT_TRUE(waitFor(ended));
    EXPECT_EQ(ranIn, options.transport->thread());
}
