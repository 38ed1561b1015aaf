// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/base/secret.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

namespace Batchdesk::Cli {

//! \brief A passphrase or token: asked for on the terminal without showing it, or the first line of
//! standard input where that is a pipe or file. InvalidInput when neither gives one.
Outcome<Secret> readSecret(const QString &prompt);

//! \brief Runs the event loop until the future is there.
template <typename T>
T waitFor(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

} // namespace Batchdesk::Cli
