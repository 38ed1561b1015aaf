// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

namespace Batchdesk::Test {

//! \brief Runs the event loop until the future has ended.
template <typename T>
void waitForEnd(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    loop.exec();
}

//! \brief Runs the event loop until the future has ended, and gives its result.
template <typename T>
T waitFor(const QFuture<T> &future)
{
    waitForEnd(future);
    return future.result();
}

//! \brief Runs the event loop until something is so; the test's own time limit ends it otherwise.
template <typename Condition>
void waitUntil(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

} // namespace Batchdesk::Test
