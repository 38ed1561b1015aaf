// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/restclient.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <utility>

namespace Batchdesk {

//! \brief Sends the request and calls \a receive with its outcome on the network thread; never when
//! it was cancelled, in which case \a receive is dropped. Cancelling \a result cancels the request,
//! which a continuation's future does not do by itself in Qt 6.4; the cancellation travels over the
//! main thread's event loop.
void sendFor(const QFuture<void> &result, RestClient &rest, RestRequest request,
             std::function<void(const Outcome<RestResponse> &)> receive);

//! \brief An outcome that was known without asking anybody.
template <typename T>
QFuture<Outcome<T>> readyOutcome(Outcome<T> outcome)
{
    return QtFuture::makeReadyFuture(std::move(outcome));
}

//! \brief Sends the request and gives its answer as \a decode reads it: one outcome, or none when
//! the future is cancelled, which aborts the request. \a decode runs on the network thread, and is
//! not called for failures. A request that could not be made gives its error at once.
template <typename T>
QFuture<Outcome<T>> sendTyped(RestClient &rest, Outcome<RestRequest> request,
                              std::function<Outcome<T>(const RestResponse &)> decode)
{
    if (!request)
        return readyOutcome<T>(request.error());
    auto promise = std::make_shared<QPromise<Outcome<T>>>();
    promise->start();
    const QFuture<Outcome<T>> result = promise->future();
    // When cancelled, dropping the promise ends the result.
    sendFor(QFuture<void>(result), rest, std::move(request).value(),
            [promise, decode = std::move(decode)](const Outcome<RestResponse> &answer) {
                promise->addResult(answer ? decode(*answer) : Outcome<T>(answer.error()));
                promise->finish(); // May run the receiver's code, so nothing comes after it.
            });
    return result;
}

} // namespace Batchdesk
