// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/value.h"

#include "core/localservice/batch/wiretime.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <utility>

namespace Batchdesk::LocalService::Autoscale {

namespace {

using namespace std::chrono;

constexpr Ticks ticksPerDay = 86400 * ticksPerSecond;
// 0001-01-01 and the last moment of 9999, in ticks since 1970.
constexpr Ticks earliest = -719162 * ticksPerDay;
constexpr Ticks latest = 2932897 * ticksPerDay - 1;

// A vector in the results is for looking at: a long history is cut short there.
constexpr std::size_t shownElements = 100;

constexpr std::array<std::pair<std::string_view, Ticks>, 10> intervals{{
    {"TimeInterval_Zero", 0},
    {"TimeInterval_100ns", 1},
    {"TimeInterval_Microsecond", 10},
    {"TimeInterval_Millisecond", 10'000},
    {"TimeInterval_Second", ticksPerSecond},
    {"TimeInterval_Minute", 60 * ticksPerSecond},
    {"TimeInterval_Hour", 3600 * ticksPerSecond},
    {"TimeInterval_Day", ticksPerDay},
    {"TimeInterval_Week", 7 * ticksPerDay},
    {"TimeInterval_Year", 365 * ticksPerDay},
}};

// Whole numbers as such; others with the digits that a double carries reliably.
std::string numberText(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity";
    char text[40];
    std::snprintf(text, sizeof text, "%.15g", number == 0 ? 0.0 : number);
    return text;
}

std::string vectorText(const DoubleVec &vector)
{
    std::string text = "[";
    for (std::size_t i = 0; i < vector.size(); ++i) {
        text += i ? "," : "";
        if (i == shownElements) {
            text += "...";
            break;
        }
        text += numberText(vector[i]);
    }
    return text + ']';
}

std::string timestampText(Timestamp moment)
{
    // Milliseconds, as recorded answers have them.
    return isoTime(timeOf(moment)).substr(0, 23) + 'Z';
}

std::string intervalText(TimeInterval interval)
{
    const bool negative = interval.ticks < 0;
    const auto span = microseconds(std::abs(interval.ticks / 10));
    return (negative ? "-" : "") + isoDuration(span);
}

// Brings the short forms of W3C-DTF to the full one.
std::string completed(std::string_view text)
{
    static constexpr std::string_view rest = "0000-01-01T00:00:00Z";
    if (text.size() == 4 || text.size() == 7 || text.size() == 10)
        return std::string(text) + std::string(rest.substr(text.size()));
    // Minutes without seconds: what follows them is the zone, or nothing.
    if (text.size() >= 16 && text[10] == 'T' && (text.size() == 16 || text[16] != ':'))
        return std::string(text.substr(0, 16)) + ":00" + std::string(text.substr(16));
    return std::string(text);
}

} // namespace

std::string_view typeName(const Value &value)
{
    static constexpr std::array<std::string_view, 5> names{"double", "doubleVec", "string",
                                                           "timestamp", "timeinterval"};
    return names[value.index()];
}

std::string textOf(const Value &value)
{
    struct Writer
    {
        std::string operator()(double number) const { return numberText(number); }
        std::string operator()(const DoubleVec &vector) const { return vectorText(vector); }
        std::string operator()(const std::string &text) const { return text; }
        std::string operator()(Timestamp moment) const { return timestampText(moment); }
        std::string operator()(TimeInterval interval) const { return intervalText(interval); }
    };
    return std::visit(Writer(), value);
}

Timestamp checked(Ticks ticks)
{
    if (ticks < earliest || ticks > latest)
        throw std::out_of_range("The time lies outside the years 1 to 9999.");
    return {ticks};
}

Timestamp timestampOf(ServiceClock::Time time)
{
    return {time.time_since_epoch().count() * 10};
}

ServiceClock::Time timeOf(Timestamp moment)
{
    // Towards the past also before 1970.
    const Ticks whole = moment.ticks / 10 - (moment.ticks % 10 < 0 ? 1 : 0);
    return ServiceClock::Time(microseconds(whole));
}

std::optional<double> memberOf(Timestamp moment, std::string_view name)
{
    const auto time = timeOf(moment);
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const hh_mm_ss clock(floor<seconds>(time - midnight));
    if (name == "year")
        return int(date.year());
    if (name == "month")
        return unsigned(date.month());
    if (name == "day")
        return unsigned(date.day());
    if (name == "weekday")
        return weekday(midnight).c_encoding();
    if (name == "hour")
        return double(clock.hours().count());
    if (name == "minute")
        return double(clock.minutes().count());
    if (name == "second")
        return double(clock.seconds().count());
    return std::nullopt;
}

std::optional<TimeInterval> intervalNamed(std::string_view name)
{
    for (const auto &[known, ticks] : intervals) {
        if (known == name)
            return TimeInterval{ticks};
    }
    return std::nullopt;
}

std::optional<Timestamp> parseTimestamp(std::string_view text)
{
    auto time = parseHttpTime(text);
    if (!time)
        time = parseIsoTime(completed(text));
    if (!time)
        return std::nullopt;
    const auto moment = timestampOf(*time);
    return moment.ticks < earliest || moment.ticks > latest ? std::nullopt : std::optional(moment);
}

} // namespace Batchdesk::LocalService::Autoscale
