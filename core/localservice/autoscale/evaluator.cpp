// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/evaluator.h"

#include "core/localservice/autoscale/functions.h"
#include "core/localservice/autoscale/operators.h"
#include "core/localservice/autoscale/sampling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace Batchdesk::LocalService::Autoscale {

namespace {

constexpr std::string_view dedicatedName = "$TargetDedicatedNodes";
constexpr std::string_view lowPriorityName = "$TargetLowPriorityNodes";
constexpr std::string_view deallocationName = "$NodeDeallocationOption";
constexpr std::array<std::string_view, 4> deallocations{"requeue", "terminate", "taskcompletion",
                                                        "retaineddata"};

bool isDeallocation(std::string_view word)
{
    return std::find(deallocations.begin(), deallocations.end(), word) != deallocations.end();
}

// A variable that the service gives a meaning to, and its old name.
struct Target
{
    std::string_view name, alias;
};
constexpr std::array targets{Target{dedicatedName, "$TargetDedicated"},
                             Target{lowPriorityName, "$TargetLowPriority"}};

bool isWritable(std::string_view name)
{
    return name == deallocationName
        || std::any_of(targets.begin(), targets.end(), [&](const Target &target) {
               return name == target.name || name == target.alias;
           });
}

std::string resultText(const PoolSize &size)
{
    return std::string(dedicatedName) + '=' + std::to_string(size.dedicated) + ';'
        + std::string(lowPriorityName) + '=' + std::to_string(size.lowPriority) + ';'
        + std::string(deallocationName) + '=' + size.deallocation;
}

class Evaluator
{
public:
    explicit Evaluator(const FormulaInput &input)
        : m_input(input)
    {
    }

    Evaluation run(const Formula &formula)
    {
        Evaluation evaluation{m_input.size, resultText(m_input.size), std::nullopt};
        try {
            perform(formula);
            evaluation.size = size();
            evaluation.results = resultText(evaluation.size);
            for (const auto &[name, variable] : m_variables) {
                if (!isWritable(name))
                    evaluation.results += ';' + name + '=' + textOf(variable.value);
            }
        } catch (const FormulaError &error) {
            evaluation.error = error;
        }
        return evaluation;
    }

private:
    struct Variable
    {
        Value value;
        Position position; //!< Where it was assigned last.
    };

    void perform(const Formula &formula)
    {
        try {
            for (const auto &statement : formula.statements)
                perform(statement);
        } catch (const EvaluationStopped &) {
            // It is how a formula says that it is done.
        }
    }

    void perform(const Statement &statement)
    {
        Value value = evaluate(*statement.value);
        if (statement.target.empty())
            return;
        if (metricNamed(statement.target) || intervalNamed(statement.target))
            failEvaluation(statement.position,
                           statement.target + " is read-only and cannot be assigned to.");
        m_variables.insert_or_assign(statement.target,
                                     Variable{std::move(value), statement.position});
    }

    void spend(std::size_t steps, Position position)
    {
        m_steps += steps;
        if (m_steps > maxSteps)
            failEvaluation(position, "The formula takes too many steps.");
    }

    Value evaluate(const Expression &expression)
    {
        spend(1, expression.position);
        Value value = std::visit(
            [&](const auto &form) { return evaluate(form, expression.position); }, expression.form);
        if (const auto *vector = std::get_if<DoubleVec>(&value))
            spend(vector->size(), expression.position);
        return value;
    }

    Value evaluate(const Number &number, Position) { return number.value; }
    Value evaluate(const Text &text, Position) { return text.value; }

    Value evaluate(const Name &name, Position position)
    {
        if (const auto at = m_variables.find(name.name); at != m_variables.end())
            return at->second.value;
        if (const auto interval = intervalNamed(name.name))
            return *interval;
        if (const auto metric = metricNamed(name.name))
            return present(*metric, position);
        if (isDeallocation(name.name))
            return name.name;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (name.name == targets[i].name || name.name == targets[i].alias)
                return unassigned(targets[i],
                                  i == 0 ? m_input.size.dedicated : m_input.size.lowPriority);
        }
        if (name.name == deallocationName)
            return m_input.size.deallocation;
        failEvaluation(position, "The variable " + name.name + " has no value.");
    }

    // The value under the other name, or what the pool has.
    Value unassigned(const Target &target, int value) const
    {
        for (const auto name : {target.name, target.alias}) {
            if (const auto at = m_variables.find(name); at != m_variables.end())
                return at->second.value;
        }
        return double(value);
    }

    Value present(Metric metric, Position position) const
    {
        if (const auto value = m_input.present.get(metric))
            return *value;
        throw FormulaError(FormulaError::Kind::InsufficientSamples, position,
                           "Insufficient data from data set: " + std::string(nameOf(metric))
                               + " wanted 100%, received 0%");
    }

    Value evaluate(const Unary &unary, Position position)
    {
        return apply(unary.which, evaluate(*unary.operand), position);
    }

    Value evaluate(const Chain &chain, Position position)
    {
        Value value = evaluate(*chain.first);
        for (const auto &link : chain.links) {
            // What cannot change the outcome is not evaluated.
            const bool logic = link.which == Operator::And || link.which == Operator::Or;
            if (logic && isTrue(value, link.position) == (link.which == Operator::Or)) {
                value = double(link.which == Operator::Or);
                continue;
            }
            value = combine(link.which, value, evaluate(*link.operand), link.position);
            if (const auto *vector = std::get_if<DoubleVec>(&value))
                spend(vector->size(), position);
        }
        return value;
    }

    Value evaluate(const Conditional &conditional, Position position)
    {
        const bool chosen = isTrue(evaluate(*conditional.condition), position);
        return evaluate(chosen ? *conditional.whenTrue : *conditional.whenFalse);
    }

    std::vector<Value> evaluate(const std::vector<ExpressionPtr> &expressions)
    {
        std::vector<Value> values;
        for (const auto &expression : expressions)
            values.push_back(evaluate(*expression));
        return values;
    }

    Value evaluate(const Call &call, Position position)
    {
        const auto arguments = evaluate(call.arguments);
        const FunctionSurroundings around{timestampOf(m_input.now), m_input.random};
        return callFunction(call.function, arguments, around, position);
    }

    Value evaluate(const Member &member, Position position)
    {
        if (member.arguments) {
            const auto *name = std::get_if<Name>(&member.object->form);
            const auto metric = name ? metricNamed(name->name) : std::nullopt;
            if (!metric)
                failEvaluation(position,
                               "Only metrics, such as $ActiveTasks, have the method " + member.name
                                   + "().");
            return callMethod(*metric, member.name, evaluate(*member.arguments), m_input,
                              member.opening);
        }
        const Value object = evaluate(*member.object);
        const auto *moment = std::get_if<Timestamp>(&object);
        const auto value = moment ? memberOf(*moment, member.name) : std::nullopt;
        if (!value)
            failEvaluation(position,
                           "A " + std::string(typeName(object)) + " has no member " + member.name
                               + '.');
        return *value;
    }

    // What the assignments come to.
    PoolSize size() const
    {
        PoolSize size = m_input.size;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            int &count = i == 0 ? size.dedicated : size.lowPriority;
            // The full name wins when both are assigned to.
            for (const auto name : {targets[i].alias, targets[i].name}) {
                if (const auto at = m_variables.find(name); at != m_variables.end())
                    count = nodes(name, at->second);
            }
        }
        if (const auto at = m_variables.find(deallocationName); at != m_variables.end())
            size.deallocation = deallocation(at->second);
        return size;
    }

    static int nodes(std::string_view name, const Variable &variable)
    {
        const double *number = std::get_if<double>(&variable.value);
        if (!number)
            failEvaluation(variable.position,
                           std::string(name) + " must be a double, and this is a "
                               + std::string(typeName(variable.value)) + '.');
        if (!(*number < std::numeric_limits<int>::max()))
            failEvaluation(variable.position,
                           std::string(name)
                               + " is not a number of nodes: " + textOf(variable.value) + '.');
        return int(std::max(0.0, std::trunc(*number)));
    }

    static std::string deallocation(const Variable &variable)
    {
        const auto *word = std::get_if<std::string>(&variable.value);
        if (!word || !isDeallocation(*word))
            failEvaluation(variable.position,
                           std::string(deallocationName)
                               + " must be requeue, terminate, taskcompletion or retaineddata.");
        return *word;
    }

    const FormulaInput &m_input;
    std::map<std::string, Variable, std::less<>> m_variables;
    std::size_t m_steps = 0;
};

} // namespace

Evaluation evaluate(const Formula &formula, const FormulaInput &input)
{
    return Evaluator(input).run(formula);
}

} // namespace Batchdesk::LocalService::Autoscale
