// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/autoscalebodies.h"

#include "core/localservice/autoscale/parser.h"
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"

namespace Batchdesk::LocalService {

namespace {

using K = Property::Kind;

[[noreturn]] void refuse(std::string_view reason)
{
    throw ApiError::because("InvalidAutoScalingSettings", reason);
}

} // namespace

const Shape &enableAutoScaleShape()
{
    static const Shape shape{{
        {"autoScaleFormula", K::Text},
        {"autoScaleEvaluationInterval", K::Span},
    }};
    return shape;
}

const Shape &evaluateAutoScaleShape()
{
    static const Shape shape{{{"autoScaleFormula", K::Text, true}}};
    return shape;
}

Autoscale::Formula readFormula(const std::string &text)
{
    try {
        return Autoscale::parseFormula(text);
    } catch (const Autoscale::FormulaError &error) {
        const bool tooLong = error.kind() == Autoscale::FormulaError::Kind::TooLong;
        throw ApiError::because(tooLong ? "AutoScalingFormulaTooLong"
                                        : "AutoScalingFormulaSyntaxError",
                                tooLong ? error.what() : error.text());
    }
}

void checkAutoScale(const Json &body)
{
    if (body.contains("autoScaleFormula"))
        readFormula(body["autoScaleFormula"].get<std::string>());
    checkSpan(body, "autoScaleEvaluationInterval", std::chrono::minutes(5),
              std::chrono::hours(168));
}

void checkScaling(const Json &pool)
{
    const bool scales = pool.value("enableAutoScale", false);
    if (!scales) {
        for (const char *name : {"autoScaleFormula", "autoScaleEvaluationInterval"}) {
            if (pool.contains(name))
                refuse(std::string(name) + " needs enableAutoScale.");
        }
        return;
    }
    for (const char *name : {"targetDedicatedNodes", "targetLowPriorityNodes"}) {
        if (pool.contains(name))
            refuse(std::string(name) + " cannot be given together with enableAutoScale.");
    }
    if (!pool.contains("autoScaleFormula"))
        refuse("enableAutoScale needs an autoScaleFormula.");
}

} // namespace Batchdesk::LocalService
