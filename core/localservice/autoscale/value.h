// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

//! \brief The values that formulas reckon with.
namespace Batchdesk::LocalService::Autoscale {

//! \brief Steps of 100 ns, the smallest interval that formulas know.
using Ticks = std::int64_t;
inline constexpr Ticks ticksPerSecond = 10'000'000;

//! \brief A span of time, which may be negative.
struct TimeInterval
{
    Ticks ticks = 0;
    auto operator<=>(const TimeInterval &) const = default;
};

//! \brief A moment, UTC.
struct Timestamp
{
    Ticks ticks = 0; //!< Since 1970.
    auto operator<=>(const Timestamp &) const = default;
};

using DoubleVec = std::vector<double>;
using Value = std::variant<double, DoubleVec, std::string, Timestamp, TimeInterval>;

//! \brief The name of the value's type, as the documentation of formulas writes it.
std::string_view typeName(const Value &value);
//! \brief As results show it: "2.5", "[1,2]", "2026-01-02T03:04:05.000Z", "PT3M".
std::string textOf(const Value &value);

//! \brief Throws std::out_of_range when the moment lies outside the years 1 to 9999.
Timestamp checked(Ticks ticks);
Timestamp timestampOf(ServiceClock::Time time);
ServiceClock::Time timeOf(Timestamp moment);

//! \brief year, month, day, weekday (1 is Monday, 0 Sunday), hour, minute, second; nothing for
//! other names.
std::optional<double> memberOf(Timestamp moment, std::string_view name);
//! \brief The value of "TimeInterval_Second" and the like; nothing for other names.
std::optional<TimeInterval> intervalNamed(std::string_view name);

//! \brief Reads what time() takes: W3C-DTF ("2026", "2026-01-02", "2026-01-02T03:04Z", ...) and
//! RFC 1123.
std::optional<Timestamp> parseTimestamp(std::string_view text);

} // namespace Batchdesk::LocalService::Autoscale
