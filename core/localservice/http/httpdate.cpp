// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/httpdate.h"

#include <array>
#include <cstdio>

namespace Batchdesk::LocalService::Http {

namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> dayNames = {"Sun", "Mon", "Tue", "Wed",
                                                      "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> monthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> number(std::string_view text, std::size_t at, std::size_t length)
{
    if (at + length > text.size())
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, length)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<ServiceClock::Time> compose(int y, int m, int d, int hour, int minute, int second)
{
    const year_month_day date{year(y), month(static_cast<unsigned>(m)),
                              day(static_cast<unsigned>(d))};
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) // .NET knows no leap second
        return std::nullopt;
    return ServiceClock::Time(sys_days(date)) + hours(hour) + minutes(minute) + seconds(second);
}

//! \brief The calendar fields of a time.
struct Fields
{
    year_month_day date;
    unsigned weekDay;
    hh_mm_ss<microseconds> time;
};

Fields fieldsOf(ServiceClock::Time time)
{
    const auto days = floor<std::chrono::days>(time);
    return {year_month_day(days), weekday(days).c_encoding(), hh_mm_ss<microseconds>(time - days)};
}

} // namespace

std::string formatHttpDate(ServiceClock::Time time)
{
    const Fields fields = fieldsOf(time);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  dayNames[fields.weekDay].data(), static_cast<unsigned>(fields.date.day()),
                  monthNames[static_cast<unsigned>(fields.date.month()) - 1].data(),
                  static_cast<int>(fields.date.year()),
                  static_cast<int>(fields.time.hours().count()),
                  static_cast<int>(fields.time.minutes().count()),
                  static_cast<int>(fields.time.seconds().count()));
    return text.data();
}

std::optional<ServiceClock::Time> parseHttpDate(std::string_view text)
{
    // "Sun, 22 Nov 2026 14:07:11 GMT"
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT"
        || text[19] != ':' || text[22] != ':')
        return std::nullopt;
    int monthNumber = 0;
    for (std::size_t i = 0; i < monthNames.size(); ++i) {
        if (text.substr(8, 3) == monthNames[i])
            monthNumber = static_cast<int>(i) + 1;
    }
    const auto d = number(text, 5, 2);
    const auto y = number(text, 12, 4);
    const auto hour = number(text, 17, 2);
    const auto minute = number(text, 20, 2);
    const auto second = number(text, 23, 2);
    if (monthNumber == 0 || !d || !y || !hour || !minute || !second)
        return std::nullopt;
    return compose(*y, monthNumber, *d, *hour, *minute, *second);
}

std::optional<ServiceClock::Time> parseIsoTime(std::string_view text)
{
    const auto y = number(text, 0, 4);
    const auto m = number(text, 5, 2);
    const auto d = number(text, 8, 2);
    if (!y || !m || !d || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    if (text.size() == 10)
        return compose(*y, *m, *d, 0, 0, 0);
    if (text.back() != 'Z' || text[10] != 'T')
        return std::nullopt;
    text.remove_suffix(1);
    const auto hour = number(text, 11, 2);
    const auto minute = number(text, 14, 2);
    if (!hour || !minute || text[13] != ':')
        return std::nullopt;
    if (text.size() == 16)
        return compose(*y, *m, *d, *hour, *minute, 0);
    const auto second = number(text, 17, 2);
    if (!second || text[16] != ':')
        return std::nullopt;
    // A fraction is read past: signatures live by the second.
    if (text.size() > 19
        && (text[19] != '.' || text.size() == 20
            || text.find_first_not_of("0123456789", 20) != std::string_view::npos))
        return std::nullopt;
    return compose(*y, *m, *d, *hour, *minute, *second);
}

std::string formatIsoTime(ServiceClock::Time time)
{
    const Fields fields = fieldsOf(time);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%06d0Z",
                  static_cast<int>(fields.date.year()), static_cast<unsigned>(fields.date.month()),
                  static_cast<unsigned>(fields.date.day()),
                  static_cast<int>(fields.time.hours().count()),
                  static_cast<int>(fields.time.minutes().count()),
                  static_cast<int>(fields.time.seconds().count()),
                  static_cast<int>(fields.time.subseconds().count()));
    return text.data();
}

} // namespace Batchdesk::LocalService::Http
