// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/autoscalebodies.h"
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/routes.h"

namespace Batchdesk::LocalService {

namespace {

Response enable(Exchange &x)
{
    const Json request = conform(x.body(), enableAutoScaleShape(), x.version());
    if (request.empty())
        throw ApiError::because("InvalidAutoScalingSettings",
                                "Give an autoScaleFormula, an autoScaleEvaluationInterval, or "
                                "both.");
    checkAutoScale(request);
    const Revision revision = x.engine().enableAutoScale(x.id(0), request, x.condition());
    return x.empty(200, &revision);
}

Response disable(Exchange &x)
{
    const Revision revision = x.engine().disableAutoScale(x.id(0));
    return x.empty(200, &revision);
}

Response evaluate(Exchange &x)
{
    const Json request = conform(x.body(), evaluateAutoScaleShape(), x.version());
    const auto formula = readFormula(request["autoScaleFormula"].get<std::string>());
    return x.object("Microsoft.Azure.Batch.Protocol.Entities.AutoScaleRun",
                    encode(x.engine().evaluateAutoScale(x.id(0), formula)));
}

} // namespace

std::vector<Route> autoScaleRoutes()
{
    return {
        {"Pool_EnableAutoScale", "POST", "pools/{}/enableautoscale", enable},
        {"Pool_DisableAutoScale", "POST", "pools/{}/disableautoscale", disable},
        {"Pool_EvaluateAutoScale", "POST", "pools/{}/evaluateautoscale", evaluate},
    };
}

} // namespace Batchdesk::LocalService
