// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/outcome.h"

#include <QCoroFuture>
#include <QCoroTask>

#include <QFuture>
#include <QTimer>

#include <chrono>

namespace Batchdesk {

//! \brief The one way in which a flow awaits a QFuture<Outcome<T>>: a cancelled or empty future
//! becomes Error::cancelled().
//!
//! QCoro 0.8 reads the result of a cancelled future, which is not there, and crashes; it is safe to
//! wait for its end without a result first. One that was cancelled before it is awaited is not
//! waited for at all, since QCoro would block the thread until it ends. Resumes in the thread that
//! awaits, which needs an event loop. \a future is taken by value: a flow keeps no references.
template <typename T>
QCoro::Task<Outcome<T>> awaitOutcome(QFuture<Outcome<T>> future)
{
    if (future.isCanceled())
        co_return Error::cancelled();
    co_await QFuture<void>(future);
    if (future.resultCount() == 0)
        co_return Error::cancelled();
    co_return future.result();
}

//! \brief The same, and cancels the future soon after the token was: a request that hangs does not
//! keep a flow that was asked to end.
template <typename T>
QCoro::Task<Outcome<T>> awaitOutcome(QFuture<Outcome<T>> future, CancelToken token)
{
    if (token.isCancelled())
        future.cancel();
    if (future.isCanceled())
        co_return Error::cancelled();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&future, token] {
        if (token.isCancelled())
            future.cancel();
    });
    look.start(std::chrono::milliseconds(50));
    co_await QFuture<void>(future);
    if (token.isCancelled() || future.resultCount() == 0)
        co_return Error::cancelled();
    co_return future.result();
}

} // namespace Batchdesk
