// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/functions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace Batchdesk::LocalService::Autoscale {

namespace {

// One call, and what its function asks of it.
struct Call
{
    std::string_view name;
    std::span<const Value> arguments;
    const FunctionSurroundings &around;
    Position position;

    [[noreturn]] void fail(const std::string &description) const
    {
        failEvaluation(position, std::string(name) + "() " + description);
    }

    void requireCount(std::size_t least, std::size_t most) const
    {
        if (arguments.size() < least || arguments.size() > most)
            fail("does not take " + std::to_string(arguments.size()) + " arguments.");
    }

    template <typename Type>
    const Type &argument(std::size_t index, std::string_view type) const
    {
        const Type *value = std::get_if<Type>(&arguments[index]);
        if (!value)
            fail("takes a " + std::string(type) + ", and not a "
                 + std::string(typeName(arguments[index])) + '.');
        return *value;
    }

    // A doubleVecList: doubles and vectors, strung together.
    DoubleVec list() const
    {
        DoubleVec all;
        for (const auto &value : arguments) {
            if (const double *number = std::get_if<double>(&value))
                all.push_back(*number);
            else if (const auto *vector = std::get_if<DoubleVec>(&value))
                all.insert(all.end(), vector->begin(), vector->end());
            else
                fail("takes doubles and doubleVecs, and not a " + std::string(typeName(value))
                     + '.');
        }
        return all;
    }

    DoubleVec filledList() const
    {
        auto all = list();
        if (all.empty())
            fail("needs at least one value, and there is none.");
        return all;
    }
};

double average(const DoubleVec &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

Value sampleDeviation(const Call &call)
{
    const auto values = call.list();
    if (values.size() < 2)
        call.fail("needs at least two values.");
    const double mean = average(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / double(values.size() - 1));
}

Value percentile(const Call &call)
{
    call.requireCount(2, 2);
    auto values = call.argument<DoubleVec>(0, "doubleVec");
    const double percent = call.argument<double>(1, "double");
    if (values.empty())
        call.fail("needs at least one value, and there is none.");
    if (!(percent >= 0 && percent <= 100))
        call.fail("takes a percentage from 0 to 100.");
    if (std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); }))
        return std::numeric_limits<double>::quiet_NaN(); // it has no place in an order
    std::sort(values.begin(), values.end());
    // Between two elements, the value lies on the line from one to the other.
    const double place = percent / 100 * double(values.size() - 1);
    const auto below = std::size_t(place);
    if (below + 1 >= values.size())
        return values.back();
    return values[below] + (values[below + 1] - values[below]) * (place - double(below));
}

Value element(const Call &call)
{
    call.requireCount(2, 2);
    const auto &values = call.argument<DoubleVec>(0, "doubleVec");
    const double index = call.argument<double>(1, "double");
    if (!(index >= 0 && index < double(values.size())))
        call.fail("has no such element: the vector has " + std::to_string(values.size()) + '.');
    return values[std::size_t(index)];
}

Value moment(const Call &call)
{
    call.requireCount(0, 1);
    if (call.arguments.empty())
        return call.around.now;
    const auto &text = call.argument<std::string>(0, "string");
    if (text.empty())
        return call.around.now;
    const auto time = parseTimestamp(text);
    if (!time)
        call.fail("takes times of the forms of W3C-DTF and RFC 1123 only.");
    return *time;
}

// For each element; of a single double it is a double.
template <double Function(double)>
Value eachOf(const Call &call)
{
    if (call.arguments.size() == 1 && std::holds_alternative<double>(call.arguments[0]))
        return Function(std::get<double>(call.arguments[0]));
    call.requireCount(1, call.arguments.size());
    auto values = call.list();
    for (double &value : values)
        value = Function(value);
    return values;
}

double log2Of(double value)
{
    return std::log2(value);
}
double lnOf(double value)
{
    return std::log(value);
}
double log10Of(double value)
{
    return std::log10(value);
}
double ceilOf(double value)
{
    return std::ceil(value);
}
double floorOf(double value)
{
    return std::floor(value);
}
double roundOf(double value)
{
    return std::round(value);
}

using Function = Value (*)(const Call &);

const std::map<std::string_view, Function> functions{
    {"avg", [](const Call &call) -> Value { return average(call.filledList()); }},
    {"len", [](const Call &call) -> Value { return double(call.list().size()); }},
    {"lg", eachOf<log2Of>},
    {"ln", eachOf<lnOf>},
    {"log", eachOf<log10Of>},
    {"ceil", eachOf<ceilOf>},
    {"floor", eachOf<floorOf>},
    {"round", eachOf<roundOf>},
    {"max",
     [](const Call &call) -> Value {
         const auto values = call.filledList();
         return *std::max_element(values.begin(), values.end());
     }},
    {"min",
     [](const Call &call) -> Value {
         const auto values = call.filledList();
         return *std::min_element(values.begin(), values.end());
     }},
    {"norm",
     [](const Call &call) -> Value {
         const auto values = call.list();
         return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
     }},
    {"percentile", percentile},
    {"rand",
     [](const Call &call) -> Value {
         call.requireCount(0, 0);
         return call.around.random();
     }},
    {"range",
     [](const Call &call) -> Value {
         const auto values = call.filledList();
         const auto [least, most] = std::minmax_element(values.begin(), values.end());
         return *most - *least;
     }},
    {"std", sampleDeviation},
    {"stop",
     [](const Call &call) -> Value {
         call.requireCount(0, 0);
         throw EvaluationStopped();
     }},
    {"sum",
     [](const Call &call) -> Value {
         const auto values = call.list();
         return std::accumulate(values.begin(), values.end(), 0.0);
     }},
    {"time", moment},
    {"val", element},
};

} // namespace

Value callFunction(std::string_view name, std::span<const Value> arguments,
                   const FunctionSurroundings &around, Position position)
{
    const auto at = functions.find(name);
    if (at == functions.end())
        failEvaluation(position, "There is no function " + std::string(name) + "().");
    return at->second({name, arguments, around, position});
}

} // namespace Batchdesk::LocalService::Autoscale
