// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/server.h"

#include "core/localservice/http/listener.h"

namespace Batchdesk::LocalService {

class HttpServer::Private
{
public:
    Private(Handler handler, const HttpLimits &limits)
        : listener(std::move(handler), limits)
    {
    }

    Http::Listener listener;
};

HttpServer::HttpServer(Handler handler, const HttpLimits &limits)
    : d(std::make_unique<Private>(std::move(handler), limits))
{
}

HttpServer::~HttpServer()
{
    stop();
}

std::uint16_t HttpServer::start(std::uint16_t port)
{
    return d->listener.start(port);
}

void HttpServer::stop()
{
    d->listener.stop();
}

} // namespace Batchdesk::LocalService
