// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/bodydevice.h"
#include "core/net/transport.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace Batchdesk {

//! \brief One request under way in the network thread. Completes its promise exactly once, emits
//! done() just before, and deletes itself.
class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    HttpExchange(HttpRequest request, QPromise<HttpResponse> promise);

    //! \brief Listens for a cancelled future from now on; to be called in the network thread.
    void attach();
    //! \brief Sends it.
    void start(QNetworkAccessManager *manager);
    //! \brief Ends it early, for the reason given.
    void abort(HttpResponse::Failure failure);

    const QUrl &url() const { return m_request.url; }
    bool isStarted() const { return m_reply != nullptr; }

Q_SIGNALS:
    void done();

private:
    QNetworkRequest networkRequest() const;
    QNetworkReply *post(QNetworkAccessManager *manager);
    void takeBytes();
    void takeIntoSink(const QByteArray &bytes, bool isEnd);
    void replyFinished();
    bool wasAnswered() const;
    QString failureText() const;
    void complete();

    HttpRequest m_request;
    QPromise<HttpResponse> m_promise;
    QFutureWatcher<HttpResponse> m_watcher;
    QTimer m_inactivity;
    std::unique_ptr<BodyDevice> m_body;
    QNetworkReply *m_reply = nullptr;
    HttpResponse m_response;
    qint64 m_received = 0;
    bool m_sinkStarted = false;
    bool m_completed = false;
};

} // namespace Batchdesk
