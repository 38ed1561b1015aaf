// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/message.h"

#include <cstdint>
#include <memory>
#include <string>

namespace Batchdesk::LocalService {

//! \brief One HTTP/1.1 listener on 127.0.0.1. Checks the Host header (loopback names only), reads
//! the head, calls the handler on a worker thread, writes the answer. Knows nothing of Batch or
//! Blob.
class HttpServer
{
public:
    explicit HttpServer(Handler handler);
    ~HttpServer(); //!< stop()s.

    //! \brief Binds to \a port, or to a free one for 0, and serves from a thread of its own.
    //! \return the port, or 0 when it could not be bound.
    std::uint16_t start(std::uint16_t port);
    //! \brief Refuses new connections, lets running handlers finish, and returns when all is quiet.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk::LocalService
