// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/httpexchange.h"

#include "core/base/redact.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace Batchdesk {

namespace {

//! So much is read ahead of a slow sink; then the server has to wait.
constexpr qint64 readAhead = 1024 * 1024;

using Failure = HttpResponse::Failure;

} // namespace

HttpExchange::HttpExchange(HttpRequest request, QPromise<HttpResponse> promise)
    : m_request(std::move(request))
    , m_promise(std::move(promise))
    , m_watcher(this)
    , m_inactivity(this)
{
    m_inactivity.setSingleShot(true);
    connect(&m_inactivity, &QTimer::timeout, this, [this] { abort(Failure::Timeout); });
    connect(&m_watcher, &QFutureWatcher<HttpResponse>::canceled, this,
            [this] { abort(Failure::Cancelled); });
}

void HttpExchange::attach()
{
    m_watcher.setFuture(m_promise.future());
}

QNetworkRequest HttpExchange::networkRequest() const
{
    QNetworkRequest request(m_request.url);
    // A redirect would carry the signature to a host it was not made for.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto &[name, value] : m_request.headers.fields())
        request.setRawHeader(name, value);
    // Anything else would be unpacked on the way in, and a blob stored packed would come out
    // changed.
    request.setRawHeader("Accept-Encoding", "identity");
    if (!m_request.headers.contains("User-Agent"))
        request.setRawHeader("User-Agent", "Batchdesk/" BATCHDESK_VERSION);
    if (const std::optional<qint64> length = contentLength(m_request))
        request.setRawHeader("Content-Length", QByteArray::number(*length));
    return request;
}

QNetworkReply *HttpExchange::post(QNetworkAccessManager *manager)
{
    const QNetworkRequest request = networkRequest();
    if (m_request.verb == "GET")
        return manager->get(request);
    if (m_request.verb == "HEAD")
        return manager->head(request);
    if (!contentLength(m_request))
        return manager->sendCustomRequest(request, m_request.verb);
    return manager->sendCustomRequest(request, m_request.verb, m_body.get());
}

void HttpExchange::start(QNetworkAccessManager *manager)
{
    m_body = std::make_unique<BodyDevice>(m_request.body);
    if (!m_body->start()) {
        m_response.failureText = m_body->errorString();
        abort(Failure::BodyUnreadable);
        return;
    }
    m_reply = post(manager);
    m_reply->setParent(this);
    if (m_request.sink)
        m_reply->setReadBufferSize(readAhead);
    const auto moved = [this] { m_inactivity.start(m_request.inactivityTimeout); };
    connect(m_reply, &QNetworkReply::uploadProgress, this, moved);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, moved);
    connect(m_reply, &QNetworkReply::readyRead, this, [this, moved] {
        moved();
        takeBytes();
    });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::replyFinished);
    moved();
}

void HttpExchange::abort(Failure failure)
{
    if (m_completed)
        return;
    if (m_response.failure == Failure::None)
        m_response.failure = failure;
    if (m_reply && m_reply->isRunning())
        m_reply->abort(); // emits finished() at once
    else
        complete();
}

void HttpExchange::takeBytes()
{
    const QByteArray bytes = m_reply->readAll();
    m_received += bytes.size();
    m_response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool success = m_response.status >= 200 && m_response.status < 300;
    if (m_request.sink && success)
        takeIntoSink(bytes, false);
    else
        m_response.body += bytes;
}

void HttpExchange::takeIntoSink(const QByteArray &bytes, bool isEnd)
{
    if (m_response.failure != Failure::None)
        return;
    bool good = true;
    if (!m_sinkStarted && (isEnd || !bytes.isEmpty())) {
        m_sinkStarted = true;
        good = m_request.sink->restart();
    }
    if (good && !bytes.isEmpty())
        good = m_request.sink->write(bytes);
    if (!good) {
        m_response.failureText = m_request.sink->errorText();
        abort(Failure::SinkFailed);
    }
}

//! An answer that says no is an answer; QNetworkReply calls it an error too.
bool HttpExchange::wasAnswered() const
{
    const auto error = m_reply->error();
    if (error == QNetworkReply::NoError)
        return true;
    if (m_response.status < 300 || error == QNetworkReply::ContentReSendError)
        return false;
    return (error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownContentError)
        || error == QNetworkReply::ProtocolInvalidOperationError
        || error >= QNetworkReply::InternalServerError;
}

QString HttpExchange::failureText() const
{
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return QCoreApplication::translate("Network", "the connection was refused");
    case QNetworkReply::HostNotFoundError:
        return QCoreApplication::translate("Network", "the host is not known");
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return QCoreApplication::translate("Network",
                                           "the connection was closed from the other side");
    default:
        break;
    }
    QString text = redact(m_reply->errorString());
    const qsizetype query = text.indexOf(QLatin1Char('?'));
    if (query >= 0)
        text.truncate(query);
    return text;
}

void HttpExchange::replyFinished()
{
    if (m_completed)
        return;
    if (m_response.failure == Failure::None && m_reply->isOpen())
        takeBytes();
    m_response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_response.headers.set(name, value);
    const bool success = m_response.status >= 200 && m_response.status < 300;
    if (m_response.failure == Failure::None && m_body->isBroken()) {
        m_response.failure = Failure::BodyUnreadable;
        m_response.failureText = m_body->errorString();
    } else if (m_response.failure == Failure::None && !wasAnswered()) {
        m_response.failure = Failure::Network;
        m_response.failureText = failureText();
    } else if (m_response.failure == Failure::None && m_request.verb != "HEAD" && success
               && m_response.headers.contains("Content-Length")
               && m_response.headers.value("Content-Length").toLongLong() != m_received) {
        m_response.failure = Failure::Network;
        m_response.failureText = QCoreApplication::translate("Network", "the answer is incomplete");
    } else if (m_request.sink && success) {
        takeIntoSink({}, true);
    }
    complete();
}

void HttpExchange::complete()
{
    if (m_completed)
        return;
    m_completed = true;
    m_inactivity.stop();
    QPromise<HttpResponse> promise = std::move(m_promise);
    HttpResponse response = std::move(m_response);
    Q_EMIT done();
    deleteLater();
    // The last statements: whoever waits for it may take the transport down from here.
    promise.addResult(std::move(response));
    promise.finish();
}

} // namespace Batchdesk
