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

//! \brief Cancels \a source when \a result is cancelled. A continuation's future does not do that
//! by itself in Qt 6.4. Any thread; the cancellation travels over the main thread's event loop.
void cancelAlong(const QFuture<void> &result, const QFuture<void> &source);

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
    QFuture<Outcome<RestResponse>> source = rest.send(std::move(request).value());
    cancelAlong(QFuture<void>(result), QFuture<void>(source));
    // A cancelled source never calls the continuation; dropping the promise then ends the result.
    source.then([promise, decode = std::move(decode)](const Outcome<RestResponse> &answer) {
        promise->addResult(answer ? decode(*answer) : Outcome<T>(answer.error()));
        promise->finish(); // May run the receiver's code, so nothing comes after it.
    });
    return result;
}

} // namespace Batchdesk
