// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace Batchdesk::LocalService::Http {

//! \brief "Sun, 22 Nov 2026 14:07:11 GMT" (RFC 1123), whatever the locale.
std::string formatHttpDate(ServiceClock::Time time);

//! \brief Reads RFC 1123 dates; nothing when \a text is not one.
std::optional<ServiceClock::Time> parseHttpDate(std::string_view text);

//! \brief Reads "2026-11-22T14:07:11Z", also without seconds, without time, and with a fraction.
std::optional<ServiceClock::Time> parseIsoTime(std::string_view text);

//! \brief "2026-11-22T14:07:11.4796510Z", as services write it into messages and XML.
std::string formatIsoTime(ServiceClock::Time time);

} // namespace Batchdesk::LocalService::Http
