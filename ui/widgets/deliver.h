// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace Batchdesk {

//! \brief Calls \a onValue with the future's result, in the event loop of \a context's thread, and
//! never once \a context is gone: the one way in which a window waits. A cancelled future calls
//! nothing.
template <typename T, typename OnValue>
void deliver(const QFuture<T> &future, QObject *context, OnValue onValue)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, onValue = std::move(onValue)] {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             onValue(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace Batchdesk
