// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/restclient.h"

#include "core/net/restjob.h"
#include "core/net/restqueue.h"

#include <QThread>

namespace Batchdesk {

class RestClient::Private
{
public:
    explicit Private(Options options)
        : transport(options.transport)
        , queue(new RestQueue(std::move(options)))
    {
        if (QThread *thread = transport->thread())
            queue->moveToThread(thread);
    }

    std::shared_ptr<Transport> transport; //!< Outlives the queue, which may live in its thread.
    RestQueue *queue;
};

RestClient::RestClient(Options options)
{
    if (!options.clock)
        options.clock = std::make_shared<SystemClock>();
    d = std::make_shared<Private>(std::move(options));
}

RestClient::~RestClient()
{
    // Waited for, so that the transport is let go here and not in its own thread.
    const bool isElsewhere = d->queue->thread() != QThread::currentThread();
    Options released;
    QMetaObject::invokeMethod(
        d->queue, [this, &released] { released = d->queue->shutDown(); },
        isElsewhere ? Qt::BlockingQueuedConnection : Qt::DirectConnection);
    d->queue->deleteLater();
}

QFuture<Outcome<RestResponse>> RestClient::send(RestRequest request)
{
    auto job = std::make_unique<RestJob>(std::move(request));
    const QFuture<Outcome<RestResponse>> future = job->future();
    job->moveToThread(d->queue->thread());
    // Owned by the call, so that one that is never delivered is not lost but cancelled.
    auto owned = std::make_shared<std::unique_ptr<RestJob>>(std::move(job));
    QMetaObject::invokeMethod(
        d->queue, [queue = d->queue, owned] { queue->add(owned->release()); },
        Qt::QueuedConnection);
    return future;
}

std::chrono::milliseconds RestClient::clockSkew() const
{
    return d->queue->skew();
}

} // namespace Batchdesk
