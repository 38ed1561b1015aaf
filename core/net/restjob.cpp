// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/restjob.h"

#include "core/base/isotime.h"
#include "core/base/logging.h"
#include "core/base/redact.h"
#include "core/net/restqueue.h"

#include <algorithm>

namespace Batchdesk {

namespace {

using Failure = HttpResponse::Failure;

QString hostAndPort(const QUrl &url)
{
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    const QString host =
        url.host().contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(url.host()) : url.host();
    return QStringLiteral("%1:%2").arg(host).arg(url.port(usual));
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpHeaders &headers,
                                                    const QDateTime &now)
{
    for (const char *name : {"retry-after-ms", "x-ms-retry-after-ms"}) {
        bool isNumber = false;
        const qint64 ms = headers.value(name).toLongLong(&isNumber);
        if (isNumber && ms >= 0)
            return std::chrono::milliseconds(ms);
    }
    const QByteArray value = headers.value("Retry-After");
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return std::chrono::seconds(seconds);
    const QDateTime until = fromHttpDate(value);
    if (!until.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(until)));
}

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthenticated;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 409:
    case 412:
        return Error::Kind::Conflict;
    case 429:
    case 503:
        return Error::Kind::Throttled;
    default:
        return Error::Kind::Service;
    }
}

} // namespace

RestJob::RestJob(RestRequest request)
    : m_request(std::move(request))
    , m_caller(this)
    , m_exchangeWatcher(this)
    , m_wait(this)
{
    m_promise.start();
    m_wait.setSingleShot(true);
    connect(&m_caller, &QFutureWatcherBase::canceled, this, [this] { fail(Error::cancelled()); });
    connect(&m_exchangeWatcher, &QFutureWatcherBase::finished, this, &RestJob::exchangeFinished);
    connect(&m_wait, &QTimer::timeout, this, [this] { m_queue->resume(this); });
}

void RestJob::attach(RestQueue *queue)
{
    m_queue = queue;
    setParent(queue);
    m_caller.setFuture(m_promise.future());
}

void RestJob::startTry()
{
    ++m_tries;
    m_isTrying = true;
    HttpRequest request = m_request.http;
    if (m_queue->options().signer)
        m_queue->options().signer->sign(request, m_queue->serviceNow());
    m_tryTime.start();
    m_exchange = m_queue->options().transport->send(std::move(request));
    m_exchangeWatcher.setFuture(m_exchange);
}

void RestJob::fail(Error error)
{
    if (m_isFinished)
        return;
    if (m_isTrying) {
        m_isTrying = false;
        m_exchangeWatcher.disconnect(this);
        m_exchange.cancel();
        m_queue->tryEnded();
    }
    finish(std::move(error));
}

void RestJob::exchangeFinished()
{
    if (m_isFinished || !m_isTrying)
        return;
    m_isTrying = false;
    m_queue->tryEnded();
    HttpResponse response;
    response.failure = Failure::Cancelled;
    if (m_exchange.resultCount() > 0)
        response = m_exchange.result();
    if (logNet().isDebugEnabled())
        logTry(response);
    answered(std::move(response));
}

void RestJob::answered(HttpResponse response)
{
    if (response.failure != Failure::None) {
        TryResult result;
        result.networkFailure =
            response.failure == Failure::Network || response.failure == Failure::Timeout;
        retryOrFail(networkError(response), result);
        return;
    }
    if (m_request.expected.contains(response.status)) {
        finish(RestResponse{std::move(response), m_tries});
        return;
    }
    const Error error = statusError(response);
    if (dateWasRefused(error, response)) {
        m_wasRedated = true;
        m_queue->resume(this);
        return;
    }
    retryOrFail(error, {response.status, false, error.retryAfter});
}

void RestJob::retryOrFail(const Error &error, const TryResult &result)
{
    // The try that taught us the service's time was refused unread; it does not count.
    const int counted = m_tries - (m_wasRedated ? 1 : 0);
    const auto delay = nextDelay(m_queue->options().retry, result, counted, m_queue->jitter());
    const bool isThrottled = result.status == 429 || result.status == 503;
    if (isThrottled && (delay || error.retryAfter))
        m_queue->pause(delay.value_or(error.retryAfter.value_or(std::chrono::milliseconds(0))));
    if (!delay) {
        finish(error);
        return;
    }
    if (m_queue->options().onRetry)
        m_queue->options().onRetry({m_request.operation, m_tries, *delay, error});
    m_wait.start(*delay);
}

bool RestJob::dateWasRefused(const Error &error, const HttpResponse &response)
{
    return !m_wasRedated && m_queue->options().signer && response.status == 403
        && error.kind == Error::Kind::Unauthenticated
        && m_queue->learnSkew(fromHttpDate(response.headers.value("Date")));
}

Error RestJob::networkError(const HttpResponse &response) const
{
    const QUrl &url = m_request.http.url;
    Error error;
    error.httpStatus = response.status;
    error.place = url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    switch (response.failure) {
    case Failure::Timeout:
        error.kind = Error::Kind::Timeout;
        error.message =
            tr("%1 did not answer within %2 s")
                .arg(hostAndPort(url))
                .arg(std::chrono::duration<double>(m_request.http.inactivityTimeout).count());
        error.advice = tr("Check the network connection and try again.");
        break;
    case Failure::SinkFailed:
    case Failure::BodyUnreadable:
        error.kind = Error::Kind::Io;
        error.message = redact(response.failureText);
        error.place.clear();
        break;
    case Failure::Cancelled:
        return Error::cancelled();
    case Failure::Network:
    case Failure::None:
        error.kind = Error::Kind::Network;
        error.message = (response.status == 0 ? tr("No answer from %1: %2")
                                              : tr("The answer of %1 broke off: %2"))
                            .arg(hostAndPort(url), redact(response.failureText));
        error.advice = tr("Check the endpoint and the network connection.");
        break;
    }
    return error;
}

Error RestJob::statusError(const HttpResponse &response) const
{
    Error error;
    if (m_queue->options().decodeError) {
        error = m_queue->options().decodeError(m_request.operation, response);
    } else {
        error.kind = kindOf(response.status);
        error.message =
            tr("%1 was answered with HTTP status %2").arg(m_request.operation).arg(response.status);
    }
    error.httpStatus = response.status;
    error.message = redact(error.message);
    for (auto &[key, value] : error.details)
        value = redact(value);
    if (!error.retryAfter)
        error.retryAfter = retryAfter(response.headers, m_queue->serviceNow());
    return error;
}

void RestJob::finish(Outcome<RestResponse> outcome)
{
    m_isFinished = true;
    m_wait.stop();
    m_queue->remove(this);
    QPromise<Outcome<RestResponse>> promise = std::move(m_promise);
    m_caller.disconnect(this);
    deleteLater();
    // The last statements: whoever waits for it may take the client down from here.
    promise.addResult(std::move(outcome));
    promise.finish();
}

void RestJob::logTry(const HttpResponse &response) const
{
    const QString result =
        response.failure == Failure::None ? QString::number(response.status) : response.failureText;
    qCDebug(logNet).noquote() << redact(
        QStringLiteral("%1: %2 %3 -> %4, %5 ms, try %6")
            .arg(m_request.operation, QString::fromLatin1(m_request.http.verb),
                 m_request.http.url.path(QUrl::FullyEncoded), result)
            .arg(m_tryTime.elapsed())
            .arg(m_tries));
}

} // namespace Batchdesk
