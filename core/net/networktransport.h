// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/transport.h"

#include <memory>

namespace Batchdesk {

//! \brief Transport over QNetworkAccessManager in a thread of its own.
//!
//! Follows no redirect, keeps no cookie and no cache, goes past the proxy for this computer, and
//! reads bodies of answers as fast as their sink takes them. Requests beyond the connections of a
//! host wait without their inactivity timeout running. A request is never sent twice unseen when it
//! has a body. A body that is cut short is a failure; only for a chunked one Qt 6.4 does not always
//! notice, so whoever reads it checks that it is whole. Destroying the transport ends all that is
//! under way as Cancelled.
class NetworkTransport final : public Transport
{
public:
    //! \param connectionsPerHost is rounded up to a multiple of the six that one manager opens.
    explicit NetworkTransport(int connectionsPerHost = 12);
    ~NetworkTransport() override;

    QFuture<HttpResponse> send(HttpRequest request) override;
    QThread *thread() const override;

private:
    class Worker;
    Worker *m_worker;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Batchdesk
