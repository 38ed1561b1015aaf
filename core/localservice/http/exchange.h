// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/connection.h"
#include "core/localservice/http/message.h"

#include <cstdint>

namespace Batchdesk::LocalService::Http {

//! \brief The longest request head. A blob name of 1024 characters outside ASCII is 12 KiB of
//! percent signs.
inline constexpr std::size_t headLimit = 64 * 1024;

//! \brief Carries out the request whose head \a connection has received whole, or too long to be
//! received: reads its body, has \a handler answer it and writes the answer.
//! \param port our own, which Host must name.
//! \return whether the connection can carry another request.
bool serveRequest(Connection &connection, const Handler &handler, std::uint16_t port);

} // namespace Batchdesk::LocalService::Http
