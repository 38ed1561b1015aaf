// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/formulaerror.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

//! \brief A formula as it was read.
namespace Batchdesk::LocalService::Autoscale {

enum class Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
    And,
    Or,
    Minus, //!< With one operand, as Not.
    Not
};

//! \brief How the operator is written.
std::string_view symbolOf(Operator which);

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

//! \brief A number as it is written.
struct Number
{
    double value = 0;
};
//! \brief What stands between quotation marks.
struct Text
{
    std::string value;
};
//! \brief A variable, a metric, or a word such as "requeue".
struct Name
{
    std::string name;
};
//! \brief An operator before its one operand.
struct Unary
{
    Operator which;
    ExpressionPtr operand;
};
//! \brief Operands of operators of one rank, from left to right: a list, so that a long sum is not
//! a deep tree.
struct Chain
{
    struct Link
    {
        Operator which;
        Position position;
        ExpressionPtr operand;
    };
    ExpressionPtr first;
    std::vector<Link> links;
};
//! \brief "condition ? whenTrue : whenFalse".
struct Conditional
{
    ExpressionPtr condition, whenTrue, whenFalse;
};
//! \brief "function(arguments)".
struct Call
{
    std::string function;
    std::vector<ExpressionPtr> arguments;
};
//! \brief "object.member", or "object.member(arguments)".
struct Member
{
    ExpressionPtr object;
    std::string name;
    std::optional<std::vector<ExpressionPtr>> arguments;
    Position opening; //!< Of the bracket; it is where the service finds errors of samples.
};

//! \brief Any of them, and where it begins.
struct Expression
{
    Position position;
    std::variant<Number, Text, Name, Unary, Chain, Conditional, Call, Member> form;
};

//! \brief "target = value;", or a value alone.
struct Statement
{
    Position position;
    std::string target; //!< Empty for a value alone.
    ExpressionPtr value;
};

//! \brief What a text means, statement by statement.
struct Formula
{
    std::vector<Statement> statements;
};

} // namespace Batchdesk::LocalService::Autoscale
