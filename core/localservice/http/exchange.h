// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/connection.h"
#include "core/localservice/http/message.h"

#include <cstdint>

namespace Batchdesk::LocalService::Http {

//! \brief Reads one request from \a connection, has \a handler answer it and writes the answer.
//! \param port our own, which Host must name.
//! \return whether the connection can carry another request.
bool serveRequest(Connection &connection, const Handler &handler, std::uint16_t port);

} // namespace Batchdesk::LocalService::Http
