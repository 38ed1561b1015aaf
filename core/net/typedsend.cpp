// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/typedsend.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QThread>

namespace Batchdesk {
namespace {

// Qt 6.4 keeps a bare pointer from a future to its continuation's and follows it in cancel(), also
// when both have ended; so the continuation's future is kept as long as the source may be
// cancelled.
void cancelAlong(const QFuture<void> &result, const QFuture<void> &source,
                 const QFuture<void> &continuation)
{
    QCoreApplication *const application = QCoreApplication::instance();
    if (!application || result.isFinished())
        return;
    // The caller's thread may have no event loop, so the watcher lives with the application.
    const auto watch = [application, result, source, continuation] {
        auto *watcher = new QFutureWatcher<void>(application);
        QObject::connect(
            watcher, &QFutureWatcher<void>::canceled, watcher,
            [request = QFuture<void>(source), continuation]() mutable { request.cancel(); });
        QObject::connect(watcher, &QFutureWatcher<void>::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(result);
    };
    if (QThread::currentThread() == application->thread())
        watch();
    else
        QMetaObject::invokeMethod(application, watch);
}

} // namespace

void sendFor(const QFuture<void> &result, RestClient &rest, RestRequest request,
             std::function<void(const Outcome<RestResponse> &)> receive)
{
    QFuture<Outcome<RestResponse>> source = rest.send(std::move(request));
    const QFuture<void> continuation = source.then(std::move(receive));
    cancelAlong(result, QFuture<void>(source), continuation);
}

} // namespace Batchdesk
