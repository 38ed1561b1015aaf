// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/networktransport.h"

#include "core/net/httpexchange.h"

#include <QHash>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QThread>

#include <algorithm>
#include <deque>

namespace Batchdesk {

namespace {

//! What QNetworkAccessManager opens to one host, fixed in Qt 6.4.
constexpr int connectionsOfAManager = 6;

//! The system's proxy, but none for this computer: the embedded service must never be reached
//! through, or shown to, another one.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

//! Hands requests to managers, never more to one than it has connections for a host.
class NetworkTransport::Worker final : public QObject
{
public:
    explicit Worker(int managerCount)
        : m_managerCount(managerCount)
    {
    }

    void submit(HttpExchange *exchange)
    {
        if (m_managers.isEmpty())
            makeManagers();
        exchange->setParent(this);
        const QString host = exchange->url().authority();
        Host &state = m_hosts[host];
        state.inFlight.resize(m_managerCount);
        m_exchanges.append(exchange);
        connect(exchange, &HttpExchange::done, this,
                [this, exchange, host] { ended(exchange, host); });
        state.waiting.push_back(exchange);
        exchange->attach();
        startWaiting(host);
    }

    void shutDown()
    {
        const QList<HttpExchange *> open = m_exchanges;
        for (auto &host : m_hosts)
            host.waiting.clear();
        for (HttpExchange *exchange : open)
            exchange->abort(HttpResponse::Failure::Cancelled);
        qDeleteAll(m_managers);
        m_managers.clear();
    }

private:
    struct Host
    {
        QList<int> inFlight; //!< Per manager.
        std::deque<HttpExchange *> waiting;
    };

    void makeManagers()
    {
        for (int i = 0; i < m_managerCount; ++i) {
            auto *manager = new QNetworkAccessManager(this);
            manager->setProxyFactory(new ProxyChoice);
            manager->setAutoDeleteReplies(false);
            m_managers.append(manager);
        }
    }

    void startWaiting(const QString &host)
    {
        Host &state = m_hosts[host];
        while (!state.waiting.empty()) {
            const auto idlest = std::min_element(state.inFlight.begin(), state.inFlight.end());
            if (*idlest >= connectionsOfAManager)
                return;
            const qsizetype index = idlest - state.inFlight.begin();
            HttpExchange *exchange = state.waiting.front();
            state.waiting.pop_front();
            ++state.inFlight[index];
            m_managerOf.insert(exchange, index);
            exchange->start(m_managers.at(index));
        }
    }

    void ended(HttpExchange *exchange, const QString &host)
    {
        m_exchanges.removeOne(exchange);
        Host &state = m_hosts[host];
        std::erase(state.waiting, exchange);
        if (const auto found = m_managerOf.constFind(exchange); found != m_managerOf.constEnd()) {
            --state.inFlight[found.value()];
            m_managerOf.erase(found);
        }
        // Not at once: start() of another exchange may be on the stack, and may end in here again.
        QMetaObject::invokeMethod(
            this,
            [this, host] {
                if (!m_managers.isEmpty())
                    startWaiting(host);
            },
            Qt::QueuedConnection);
    }

    int m_managerCount;
    QList<QNetworkAccessManager *> m_managers;
    QHash<QString, Host> m_hosts;
    QHash<HttpExchange *, qsizetype> m_managerOf;
    QList<HttpExchange *> m_exchanges;
};

NetworkTransport::NetworkTransport(int connectionsPerHost)
    : m_worker(new Worker(
        std::max(1, (connectionsPerHost + connectionsOfAManager - 1) / connectionsOfAManager)))
    , m_thread(std::make_unique<QThread>())
{
    m_thread->setObjectName(QStringLiteral("network"));
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
}

NetworkTransport::~NetworkTransport()
{
    if (QThread::currentThread() == m_thread.get()) {
        // The last owner let go in a callback of ours: the thread ends itself once that returns.
        m_worker->shutDown();
        m_worker->deleteLater();
        QThread *thread = m_thread.release();
        QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
        thread->quit();
        return;
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->shutDown(); }, Qt::BlockingQueuedConnection);
    m_worker->deleteLater();
    m_thread->quit();
    m_thread->wait();
}

QThread *NetworkTransport::thread() const
{
    return m_thread.get();
}

QFuture<HttpResponse> NetworkTransport::send(HttpRequest request)
{
    QPromise<HttpResponse> promise;
    promise.start();
    const QFuture<HttpResponse> future = promise.future();
    auto exchange = std::make_unique<HttpExchange>(std::move(request), std::move(promise));
    exchange->moveToThread(m_thread.get());
    // Owned by the call, so that one that is never delivered is not lost but cancelled.
    auto owned = std::make_shared<std::unique_ptr<HttpExchange>>(std::move(exchange));
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, owned] { worker->submit(owned->release()); },
        Qt::QueuedConnection);
    return future;
}

} // namespace Batchdesk
