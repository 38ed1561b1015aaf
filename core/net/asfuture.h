// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>

#include <QFuture>
#include <QPromise>

#include <memory>
#include <utility>

namespace Batchdesk {

//! \brief What asFuture() runs; not for use by itself.
template <typename T>
QCoro::Task<> fulfil(QCoro::Task<T> flow, std::shared_ptr<QPromise<T>> promise)
{
    promise->addResult(co_await std::move(flow));
    promise->finish();
}

//! \brief The border between flows and those who do not know of them: a future that gets the result
//! of a flow that has been started.
//!
//! The flow runs on to its end whether or not anybody holds the future; cancelling the future does
//! not reach it. A flow that can go on no more (what it waited for is gone) cancels the future.
//! To be called on the flow's thread.
template <typename T>
QFuture<T> asFuture(QCoro::Task<T> flow)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const QFuture<T> future = promise->future();
    fulfil(std::move(flow), std::move(promise));
    return future;
}

} // namespace Batchdesk
