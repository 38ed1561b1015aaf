// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/wiretime.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>

namespace Batchdesk::LocalService {

namespace {

using namespace std::chrono;

constexpr std::array<const char *, 7> weekdayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char *, 12> monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view unlimitedText = "P10675199DT2H48M5.4775807S";

// The whole days of TimeSpan.MaxValue: what is this long is meant as "no limit".
constexpr long long unlimitedDays = 10675199;

std::optional<Time> makeTime(int y, int mo, int d, int h, int mi, int s, long long fraction)
{
    const year_month_day date{year(y), month(static_cast<unsigned>(mo)),
                              day(static_cast<unsigned>(d))};
    if (!date.ok() || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 60)
        return std::nullopt;
    return Time(sys_days(date)) + hours(h) + minutes(mi) + seconds(s) + microseconds(fraction);
}

// Takes the digits of a fraction and gives microseconds.
long long takeFraction(std::string_view &text)
{
    long long value = 0;
    int digits = 0;
    while (!text.empty() && std::isdigit(static_cast<unsigned char>(text.front()))) {
        if (digits < 6)
            value = value * 10 + (text.front() - '0');
        ++digits;
        text.remove_prefix(1);
    }
    for (int i = digits; i < 6; ++i)
        value *= 10;
    return value;
}

} // namespace

std::string isoTime(Time time)
{
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const hh_mm_ss clock(time - midnight);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%06lld0Z", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                  int(clock.minutes().count()), int(clock.seconds().count()),
                  static_cast<long long>(clock.subseconds().count()));
    return text;
}

std::optional<Time> parseIsoTime(std::string_view text)
{
    int y, mo, d, h = 0, mi = 0, s = 0, read = 0;
    const std::string copy(text);
    if (std::sscanf(copy.c_str(), "%4d-%2d-%2d%n", &y, &mo, &d, &read) != 3 || read != 10)
        return std::nullopt;
    text.remove_prefix(10);
    if (text.empty())
        return makeTime(y, mo, d, 0, 0, 0, 0);
    if (std::sscanf(copy.c_str() + 10, "T%2d:%2d:%2d%n", &h, &mi, &s, &read) != 3 || read != 9)
        return std::nullopt;
    text.remove_prefix(9);
    long long fraction = 0;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        fraction = takeFraction(text);
    }
    const auto time = makeTime(y, mo, d, h, mi, s, fraction);
    if (!time || text == "Z" || text == "z" || text.empty())
        return time;
    int oh = 0, om = 0;
    char sign = 0;
    if (std::sscanf(std::string(text).c_str(), "%c%2d:%2d", &sign, &oh, &om) != 3
        || (sign != '+' && sign != '-'))
        return std::nullopt;
    const auto offset = hours(oh) + minutes(om);
    return sign == '+' ? *time - offset : *time + offset;
}

std::string httpTime(Time time)
{
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const hh_mm_ss clock(floor<seconds>(time - midnight));
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  weekdayNames[weekday(midnight).c_encoding()], unsigned(date.day()),
                  monthNames[unsigned(date.month()) - 1], int(date.year()),
                  int(clock.hours().count()), int(clock.minutes().count()),
                  int(clock.seconds().count()));
    return text;
}

std::optional<Time> parseHttpTime(std::string_view text)
{
    char name[4] = {};
    int d, y, h, mi, s;
    const auto comma = text.find(", ");
    if (comma == std::string_view::npos)
        return std::nullopt;
    const std::string rest(text.substr(comma + 2));
    if (std::sscanf(rest.c_str(), "%2d %3s %4d %2d:%2d:%2d GMT", &d, name, &y, &h, &mi, &s) != 6)
        return std::nullopt;
    for (std::size_t i = 0; i < monthNames.size(); ++i) {
        if (std::string_view(monthNames[i]) == name)
            return makeTime(y, int(i) + 1, d, h, mi, s, 0);
    }
    return std::nullopt;
}

std::optional<Duration> parseIsoDuration(std::string_view text)
{
    if (text.size() < 3 || text.front() != 'P')
        return std::nullopt;
    text.remove_prefix(1);
    std::string_view order = "DTHMS";
    long long total = 0;
    bool any = false;
    bool inTime = false;
    while (!text.empty()) {
        if (text.front() == 'T') {
            if (inTime)
                return std::nullopt;
            inTime = true;
            any = false;
            text.remove_prefix(1);
            continue;
        }
        long long number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || number < 0)
            return std::nullopt;
        text.remove_prefix(std::size_t(end - text.data()));
        long long fraction = 0;
        if (!text.empty() && text.front() == '.') {
            text.remove_prefix(1);
            fraction = takeFraction(text);
        }
        const auto at = text.empty() ? std::string_view::npos : order.find(text.front());
        if (at == std::string_view::npos || (text.front() == 'D') == inTime
            || (fraction != 0 && text.front() != 'S'))
            return std::nullopt;
        const char unit = text.front();
        order.remove_prefix(at + 1);
        text.remove_prefix(1);
        const long long scale = unit == 'D' ? 86400 : unit == 'H' ? 3600 : unit == 'M' ? 60 : 1;
        if (number >= unlimitedDays * 86400 / scale)
            return unlimitedDuration;
        total += number * scale * 1000000 + fraction;
        any = true;
    }
    if (!any)
        return std::nullopt;
    return total / 86400000000LL >= unlimitedDays ? unlimitedDuration : Duration(total);
}

std::string isoDuration(Duration duration)
{
    if (duration == unlimitedDuration)
        return std::string(unlimitedText);
    if (duration == Duration::zero())
        return "PT0S";
    const auto wholeDays = floor<days>(duration);
    const hh_mm_ss clock(duration - wholeDays);
    std::string text = "P";
    if (wholeDays.count() > 0)
        text += std::to_string(wholeDays.count()) + 'D';
    if (duration == wholeDays)
        return text;
    text += 'T';
    if (clock.hours().count() > 0)
        text += std::to_string(clock.hours().count()) + 'H';
    if (clock.minutes().count() > 0)
        text += std::to_string(clock.minutes().count()) + 'M';
    const auto fraction = clock.subseconds().count();
    if (clock.seconds().count() > 0 || fraction > 0) {
        text += std::to_string(clock.seconds().count());
        if (fraction > 0) {
            char digits[32];
            std::snprintf(digits, sizeof digits, ".%06lld", static_cast<long long>(fraction));
            text += digits;
        }
        text += 'S';
    }
    return text;
}

long long ticksOf(Time time)
{
    constexpr long long ticksAtEpoch = 621355968000000000;
    return ticksAtEpoch + time.time_since_epoch().count() * 10;
}

} // namespace Batchdesk::LocalService
