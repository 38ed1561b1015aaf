// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace Batchdesk::LocalService::Http {

//! \brief How the end of a request body is told.
struct BodyFraming
{
    bool chunked = false;
    std::uint64_t length = 0; //!< When not chunked.
};

//! \brief A request line and its headers, understood.
struct RequestHead
{
    Request request; //!< Without readBody.
    BodyFraming framing;
    bool keepAlive = true;        //!< What the client wants done with the connection.
    bool expectsContinue = false; //!< The client holds the body back until it is told to go on.
};

//! \brief Why a head was refused.
struct HeadError
{
    int status = 400;
    std::string message;
};

//! \brief Reads the bytes up to, and without, the empty line. Values are kept exactly as sent,
//! empty ones too, because signatures are made over them.
std::variant<RequestHead, HeadError> parseRequestHead(std::string_view head);

//! \brief True when Host names this listener by a loopback name. Any other name means that a web
//! page has had its own name point at us (DNS rebinding).
bool hostIsLoopback(const Request &request, std::uint16_t port);

} // namespace Batchdesk::LocalService::Http
