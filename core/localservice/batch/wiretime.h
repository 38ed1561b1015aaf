// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

//! \brief Times and durations as the Batch REST API writes them.
namespace Batchdesk::LocalService {

using Time = ServiceClock::Time;

//! \brief ISO 8601, UTC, seven fractional digits: "2026-01-02T03:04:05.1234567Z".
std::string isoTime(Time time);
//! \brief Reads ISO 8601 with "Z" or an offset, any number of fractional digits.
std::optional<Time> parseIsoTime(std::string_view text);
//! \brief For headers: "Fri, 02 Jan 2026 03:04:05 GMT".
std::string httpTime(Time time);
//! \brief Reads the form of httpTime().
std::optional<Time> parseHttpTime(std::string_view text);

//! \brief A duration in microseconds; unlimitedDuration stands for "no limit".
using Duration = std::chrono::microseconds;
inline constexpr Duration unlimitedDuration = Duration::max();

//! \brief Reads an ISO 8601 duration (days and below). What is at or above TimeSpan.MaxValue is
//! unlimitedDuration.
std::optional<Duration> parseIsoDuration(std::string_view text);
//! \brief Writes the service's normal form: "PT1H", "P7D", and TimeSpan.MaxValue for
//! unlimitedDuration.
std::string isoDuration(Duration duration);

//! \brief 100 ns steps since year 1, as ETags are made of.
long long ticksOf(Time time);

} // namespace Batchdesk::LocalService
