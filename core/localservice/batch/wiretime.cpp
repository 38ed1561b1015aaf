// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/wiretime.h"

#include "core/localservice/http/httpdate.h"

#include <cctype>
#include <charconv>
#include <cstdio>

namespace Batchdesk::LocalService {

namespace {

using namespace std::chrono;

constexpr std::string_view unlimitedText = "P10675199DT2H48M5.4775807S";

// The whole days of TimeSpan.MaxValue: what is this long is meant as "no limit".
constexpr long long unlimitedDays = 10675199;

std::optional<Time> makeTime(int y, int mo, int d, int h, int mi, int s, long long fraction)
{
    const year_month_day date{year(y), month(static_cast<unsigned>(mo)),
                              day(static_cast<unsigned>(d))};
    if (!date.ok() || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0
        || s > 59) // .NET knows no leap second
        return std::nullopt;
    return Time(sys_days(date)) + hours(h) + minutes(mi) + seconds(s) + microseconds(fraction);
}

bool take(std::string_view &text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

bool takeDigits(std::string_view &text, int count, int &value)
{
    for (value = 0; count > 0; --count) {
        if (text.empty() || text.front() < '0' || text.front() > '9')
            return false;
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    return true;
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
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0;
    if (!takeDigits(text, 4, y) || !take(text, '-') || !takeDigits(text, 2, mo) || !take(text, '-')
        || !takeDigits(text, 2, d))
        return std::nullopt;
    if (text.empty())
        return makeTime(y, mo, d, 0, 0, 0, 0);
    if (!take(text, 'T') || !takeDigits(text, 2, h) || !take(text, ':') || !takeDigits(text, 2, mi)
        || !take(text, ':') || !takeDigits(text, 2, s))
        return std::nullopt;
    long long fraction = 0;
    if (take(text, '.')) {
        if (text.empty() || !std::isdigit(static_cast<unsigned char>(text.front())))
            return std::nullopt;
        fraction = takeFraction(text);
    }
    const auto time = makeTime(y, mo, d, h, mi, s, fraction);
    if (!time || text == "Z" || text == "z" || text.empty())
        return time;
    const bool east = text.front() == '+';
    int oh = 0, om = 0;
    if ((!take(text, '+') && !take(text, '-')) || !takeDigits(text, 2, oh) || !take(text, ':')
        || !takeDigits(text, 2, om) || !text.empty() || oh > 23 || om > 59)
        return std::nullopt;
    const auto offset = hours(oh) + minutes(om);
    const Time utc = east ? *time - offset : *time + offset;
    // The years that can be written as they are read.
    const year_month_day date(floor<days>(utc));
    return date.year() >= year(0) && date.year() <= year(9999) ? std::optional(utc) : std::nullopt;
}

std::string httpTime(Time time)
{
    return Http::formatHttpDate(time);
}

std::optional<Time> parseHttpTime(std::string_view text)
{
    return Http::parseHttpDate(text);
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
