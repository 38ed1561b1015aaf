// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/restclient.h"
#include "core/net/retrypolicy.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QTimer>

namespace Batchdesk {

class RestQueue;

//! \brief One REST operation with its tries: owns promise, exchange and the timer between two
//! tries. Gives exactly one outcome and deletes itself.
class RestJob final : public QObject
{
    Q_OBJECT
public:
    explicit RestJob(RestRequest request);

    QFuture<Outcome<RestResponse>> future() const { return m_promise.future(); }
    bool isBackground() const { return m_request.background; }

    //! \brief Belongs to the queue from now on; to be called in the network thread.
    void attach(RestQueue *queue);
    //! \brief Signs and sends.
    void startTry();
    //! \brief Ends it with an error, aborting what is under way.
    void fail(Error error);

private:
    void exchangeFinished();
    void answered(HttpResponse response);
    void retryOrFail(const Error &error, const TryResult &result);
    bool dateWasRefused(const Error &error, const HttpResponse &response);
    Error networkError(const HttpResponse &response) const;
    Error statusError(const HttpResponse &response) const;
    void finish(Outcome<RestResponse> outcome);
    void logTry(const HttpResponse &response) const;

    RestRequest m_request;
    QPromise<Outcome<RestResponse>> m_promise;
    QFutureWatcher<Outcome<RestResponse>> m_caller;
    QFuture<HttpResponse> m_exchange;
    QFutureWatcher<HttpResponse> m_exchangeWatcher;
    QTimer m_wait;
    QElapsedTimer m_tryTime;
    RestQueue *m_queue = nullptr;
    int m_tries = 0;
    bool m_isTrying = false;
    bool m_isFinished = false;
    bool m_wasRedated = false;
};

} // namespace Batchdesk
