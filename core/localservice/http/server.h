// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/connection.h"
#include "core/localservice/http/message.h"

#include <chrono>
#include <cstdint>
#include <memory>

namespace Batchdesk::LocalService {

//! \brief What clients are given, and no more.
struct HttpLimits
{
    //! At once; fewer when the process may not open that many. Further ones are answered 503.
    std::size_t connections = 1024;
    std::size_t workers = 64;               //!< Requests that are carried out at once.
    std::chrono::milliseconds head{10'000}; //!< From the first byte of a request to its body.
    std::chrono::milliseconds idle{60'000}; //!< Between an answer and the next request.
    Http::Patience patience = {};           //!< With bodies and with answers.
    Http::Patience hurriedPatience = {std::chrono::milliseconds(2'000),
                                      64 * 1024}; //!< The same when every worker is busy.
};

//! \brief One HTTP/1.1 listener on 127.0.0.1. Checks the Host header (loopback names only), reads
//! the head, calls the handler on a worker thread, writes the answer. Knows nothing of Batch or
//! Blob.
class HttpServer
{
public:
    explicit HttpServer(Handler handler, const HttpLimits &limits = {});
    ~HttpServer(); //!< stop()s.

    //! \brief Binds to \a port, or to a free one for 0, and serves from threads of its own. Once.
    //! \return the port, or 0 when it could not be bound.
    std::uint16_t start(std::uint16_t port);
    //! \brief Refuses new connections, lets running handlers finish, and returns when all is quiet.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::LocalService
