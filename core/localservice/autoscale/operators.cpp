// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/operators.h"

#include <cmath>
#include <compare>
#include <stdexcept>
#include <utility>

namespace Batchdesk::LocalService::Autoscale {

namespace {

[[noreturn]] void refuse(Operator which, const Value &left, const Value &right, Position position)
{
    failEvaluation(position,
                   "The operator '" + std::string(symbolOf(which)) + "' does not take "
                       + std::string(typeName(left)) + " and " + std::string(typeName(right))
                       + '.');
}

bool isArithmetic(Operator which)
{
    return which == Operator::Add || which == Operator::Subtract || which == Operator::Multiply
        || which == Operator::Divide;
}

bool isComparison(Operator which)
{
    return which >= Operator::Less && which <= Operator::Greater;
}

double calculate(Operator which, double left, double right)
{
    switch (which) {
    case Operator::Add:
        return left + right;
    case Operator::Subtract:
        return left - right;
    case Operator::Multiply:
        return left * right;
    default:
        return left / right;
    }
}

// Not-a-number compares with nothing, hence the partial order.
bool holds(Operator which, std::partial_ordering order)
{
    switch (which) {
    case Operator::Less:
        return order < 0;
    case Operator::LessOrEqual:
        return order <= 0;
    case Operator::Equal:
        return order == 0;
    case Operator::NotEqual:
        return order != 0;
    case Operator::GreaterOrEqual:
        return order >= 0;
    default:
        return order > 0;
    }
}

TimeInterval scaled(double ticks)
{
    // The bounds of Ticks as doubles; NaN fails both.
    if (!(ticks > -0x1p63 && ticks < 0x1p63))
        throw std::out_of_range("The time interval is too long.");
    return {Ticks(std::llround(ticks))};
}

Ticks sum(Ticks left, Ticks right)
{
    Ticks result = 0;
    if (__builtin_add_overflow(left, right, &result))
        throw std::out_of_range("The time interval is too long.");
    return result;
}

Ticks negative(Ticks ticks)
{
    Ticks result = 0;
    if (__builtin_sub_overflow(Ticks(0), ticks, &result))
        throw std::out_of_range("The time interval is too long.");
    return result;
}

// What each pair of types can do; nothing for what it cannot.
struct Combination
{
    Operator which;
    using Result = std::optional<Value>;

    Result operator()(double left, double right) const
    {
        if (isArithmetic(which))
            return calculate(which, left, right);
        if (which == Operator::And)
            return double(left != 0 && right != 0);
        if (which == Operator::Or)
            return double(left != 0 || right != 0);
        return compared(left, right);
    }

    Result operator()(double left, TimeInterval right) const
    {
        if (which == Operator::Multiply)
            return scaled(left * double(right.ticks));
        return std::nullopt;
    }

    Result operator()(const DoubleVec &left, double right) const
    {
        if (!isArithmetic(which))
            return std::nullopt;
        DoubleVec result = left;
        for (double &element : result)
            element = calculate(which, element, right);
        return result;
    }

    Result operator()(const DoubleVec &left, const DoubleVec &right) const
    {
        if (!isArithmetic(which))
            return std::nullopt;
        if (left.size() != right.size())
            throw std::out_of_range("The vectors have " + std::to_string(left.size()) + " and "
                                    + std::to_string(right.size()) + " elements.");
        DoubleVec result = left;
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = calculate(which, left[i], right[i]);
        return result;
    }

    Result operator()(TimeInterval left, double right) const
    {
        if (which == Operator::Multiply)
            return scaled(double(left.ticks) * right);
        if (which == Operator::Divide)
            return scaled(double(left.ticks) / right);
        return std::nullopt;
    }

    Result operator()(TimeInterval left, TimeInterval right) const
    {
        if (which == Operator::Add)
            return TimeInterval{sum(left.ticks, right.ticks)};
        if (which == Operator::Subtract)
            return TimeInterval{sum(left.ticks, negative(right.ticks))};
        return compared(left, right);
    }

    Result operator()(TimeInterval left, Timestamp right) const
    {
        if (which == Operator::Add)
            return checked(sum(left.ticks, right.ticks));
        return std::nullopt;
    }

    Result operator()(Timestamp left, TimeInterval right) const { return (*this)(right, left); }

    Result operator()(Timestamp left, Timestamp right) const
    {
        if (which == Operator::Subtract)
            return TimeInterval{left.ticks - right.ticks}; // both within 9999 years
        return compared(left, right);
    }

    Result operator()(const std::string &left, const std::string &right) const
    {
        return compared(left, right);
    }

    template <typename Left, typename Right>
    Result operator()(const Left &, const Right &) const
    {
        return std::nullopt;
    }

    template <typename Operand>
    Result compared(const Operand &left, const Operand &right) const
    {
        if (!isComparison(which))
            return std::nullopt;
        return double(holds(which, left <=> right));
    }
};

} // namespace

Value combine(Operator which, const Value &left, const Value &right, Position position)
{
    try {
        auto result = std::visit(Combination{which}, left, right);
        if (!result)
            refuse(which, left, right, position);
        return std::move(*result);
    } catch (const std::out_of_range &error) {
        failEvaluation(position, error.what());
    }
}

Value apply(Operator which, const Value &operand, Position position)
{
    if (const double *number = std::get_if<double>(&operand))
        return which == Operator::Minus ? -*number : double(*number == 0);
    const auto *interval = std::get_if<TimeInterval>(&operand);
    if (!interval || which != Operator::Minus)
        failEvaluation(position,
                       "The operator '" + std::string(symbolOf(which)) + "' does not take "
                           + std::string(typeName(operand)) + '.');
    try {
        return TimeInterval{negative(interval->ticks)};
    } catch (const std::out_of_range &error) {
        failEvaluation(position, error.what());
    }
}

bool isTrue(const Value &value, Position position)
{
    const double *number = std::get_if<double>(&value);
    if (!number)
        failEvaluation(position,
                       "A condition must be a double, and this is a " + std::string(typeName(value))
                           + '.');
    return *number != 0;
}

} // namespace Batchdesk::LocalService::Autoscale
