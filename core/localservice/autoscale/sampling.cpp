// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/sampling.h"

#include <algorithm>
#include <cmath>

namespace Batchdesk::LocalService::Autoscale {

namespace {

using Time = ServiceClock::Time;

// GetSample with a time and no percentage fails below this, as messages of the service tell.
constexpr double defaultPercent = 70;

struct Window
{
    Time from;
    Time until;
};

// One call of a method, and what it asks of its surroundings.
struct MethodCall
{
    Metric metric;
    std::string_view name;
    std::span<const Value> arguments;
    const FormulaInput &input;
    Position position;

    [[noreturn]] void fail(const std::string &description) const
    {
        failEvaluation(position,
                       std::string(nameOf(metric)) + '.' + std::string(name) + "() " + description);
    }

    [[noreturn]] void failInsufficient(double wanted, double received) const
    {
        const auto percent = [](double value) { return std::to_string(std::lround(value)) + '%'; };
        throw FormulaError(FormulaError::Kind::InsufficientSamples, position,
                           "Insufficient data from data set: " + std::string(nameOf(metric))
                               + " wanted " + percent(wanted) + ", received " + percent(received));
    }

    void requireCount(std::size_t least, std::size_t most) const
    {
        if (arguments.size() < least || arguments.size() > most)
            fail("does not take " + std::to_string(arguments.size()) + " arguments.");
    }

    // An interval counts back from now.
    Time moment(const Value &value) const
    {
        if (const auto *time = std::get_if<Timestamp>(&value))
            return timeOf(*time);
        const auto *back = std::get_if<TimeInterval>(&value);
        if (!back)
            fail("takes a timestamp or a timeinterval, and not a " + std::string(typeName(value))
                 + '.');
        const Ticks now = timestampOf(input.now).ticks;
        Ticks then = 0;
        if (__builtin_sub_overflow(now, back->ticks, &then))
            fail("takes times of the years 1 to 9999 only.");
        return timeOf(Timestamp{then});
    }

    // Start and end may stand in either order, as both are found in formulas.
    Window window(std::size_t times) const
    {
        const Time first = moment(arguments[0]);
        const Time second = times > 1 ? moment(arguments[1]) : input.now;
        return {std::min(first, second), std::max(first, second)};
    }

    double percentOf(const Window &window, std::size_t received) const
    {
        // As floating point: the ends may lie further apart than a duration can say.
        const double seconds = (double(window.until.time_since_epoch().count())
                                - double(window.from.time_since_epoch().count()))
            / 1e6;
        const double possible = std::max(1.0, std::floor(seconds / double(samplePeriod.count())));
        return std::min(100.0, 100.0 * double(received) / possible);
    }
};

Value newestSamples(const MethodCall &call, double count)
{
    if (!(count >= 1))
        call.fail("takes a count of at least 1.");
    const auto most = std::size_t(std::min(count, double(historyLength)));
    auto values = call.input.history.newest(call.metric, most);
    if (values.empty())
        call.failInsufficient(100, 0);
    return values;
}

Value samplesOf(const MethodCall &call)
{
    call.requireCount(1, 3);
    if (const double *count = std::get_if<double>(&call.arguments[0])) {
        call.requireCount(1, 1);
        return newestSamples(call, *count);
    }
    const bool hasPercent =
        call.arguments.size() > 1 && std::holds_alternative<double>(call.arguments.back());
    const std::size_t times = call.arguments.size() - (hasPercent ? 1 : 0);
    if (times > 2)
        call.fail("takes a percentage as its last argument.");
    const auto window = call.window(times);
    auto values = call.input.history.between(call.metric, window.from, window.until);
    const double received = call.percentOf(window, values.size());
    const double wanted = hasPercent ? std::get<double>(call.arguments.back()) : defaultPercent;
    if (received < wanted)
        call.failInsufficient(wanted, received);
    return values;
}

Value samplePercentOf(const MethodCall &call)
{
    call.requireCount(1, 2);
    const auto window = call.window(call.arguments.size());
    return call.percentOf(
        window, call.input.history.between(call.metric, window.from, window.until).size());
}

} // namespace

Value callMethod(Metric metric, std::string_view name, std::span<const Value> arguments,
                 const FormulaInput &input, Position position)
{
    const MethodCall call{metric, name, arguments, input, position};
    if (name == "GetSample")
        return samplesOf(call);
    if (name == "GetSamplePercent")
        return samplePercentOf(call);
    const bool known = name == "GetSamplePeriod" || name == "Count" || name == "HistoryBeginTime";
    if (!known)
        call.fail("does not exist.");
    call.requireCount(0, 0);
    if (name == "GetSamplePeriod")
        return TimeInterval{samplePeriod.count() * ticksPerSecond};
    if (name == "Count")
        return double(input.history.count(metric));
    const auto beginning = input.history.beginning(metric);
    if (!beginning)
        call.failInsufficient(100, 0);
    return timestampOf(*beginning);
}

} // namespace Batchdesk::LocalService::Autoscale
