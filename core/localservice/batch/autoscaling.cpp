// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/evaluator.h"
#include "core/localservice/autoscale/parser.h"
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/engine.h"

#include <algorithm>
#include <random>

// Pools that find their size by a formula.
namespace Batchdesk::LocalService {

namespace {

using Autoscale::FormulaError;

constexpr const char *defaultInterval = "PT15M";
constexpr std::chrono::seconds enablePause(30);

Duration evaluationInterval(const Pool &pool)
{
    return *parseIsoDuration(pool.spec.value("autoScaleEvaluationInterval", defaultInterval));
}

AutoScaleRun::Error runError(const FormulaError &error)
{
    if (error.kind() == FormulaError::Kind::InsufficientSamples)
        return {"InsufficientSampleData",
                "Autoscale evaluation failed due to insufficient sample data", error.text()};
    return {"AutoScalingFormulaEvaluationError",
            "Autoscale evaluation failed due to an error in the formula", error.text()};
}

int staying(const Pool &pool, bool dedicated)
{
    return int(std::count_if(pool.nodes.begin(), pool.nodes.end(), [&](const auto &item) {
        return item.second.dedicated == dedicated && !item.second.leaving;
    }));
}

} // namespace

Revision Engine::enableAutoScale(const std::string &poolId, const Json &request,
                                 const Precondition &when)
{
    return change([&] {
        Pool &pool = livePool(poolId, when);
        if (pool.autoScaleEnabled && now() < *pool.autoScaleEnabled + enablePause
            && now() >= *pool.autoScaleEnabled)
            throw ApiError("TooManyEnableAutoScaleRequests");
        if (pool.allocationState != AllocationState::Steady)
            throw ApiError("PoolBeingResized");
        if (!pool.autoScales() && !request.contains("autoScaleFormula"))
            throw ApiError::because("InvalidAutoScalingSettings",
                                    "A formula is needed, for the pool has none yet.");
        pool.spec["enableAutoScale"] = true;
        if (!pool.spec.contains("autoScaleEvaluationInterval"))
            pool.spec["autoScaleEvaluationInterval"] = defaultInterval;
        pool.spec.update(request);
        pool.nextAutoScale = now();
        pool.autoScaleEnabled = now();
        touch(pool.revision);
        m_dirtyPools.insert(&pool);
        // Evaluated within the request: who then waits for "steady" waits for what it led to.
        m_metrics.sample(m_model, now());
        reconcileAutoScale(pool);
        return pool.revision;
    });
}

Revision Engine::disableAutoScale(const std::string &poolId)
{
    return change([&] {
        Pool &pool = livePool(poolId, {});
        if (!pool.autoScales())
            return pool.revision; // as asked already
        pool.spec["enableAutoScale"] = false;
        pool.spec.erase("autoScaleFormula");
        pool.spec.erase("autoScaleEvaluationInterval");
        pool.autoScaleRun.reset();
        touch(pool.revision);
        m_dirtyPools.insert(&pool);
        return pool.revision;
    });
}

AutoScaleRun Engine::evaluateAutoScale(const std::string &poolId, const Autoscale::Formula &formula)
{
    return change([&] {
        Pool &pool = livePool(poolId, {});
        if (!pool.autoScales())
            throw ApiError::because("OperationNotValidOnPool",
                                    "Enable automatic scaling on the pool first.");
        m_metrics.sample(m_model, now()); // so that there is one also right after enabling
        return runOf(evaluateFormula(pool, formula));
    });
}

void Engine::startAutoScale(Pool &pool)
{
    if (!pool.autoScales())
        return;
    if (!pool.spec.contains("autoScaleEvaluationInterval"))
        pool.spec["autoScaleEvaluationInterval"] = defaultInterval;
    pool.nextAutoScale = now();
}

Autoscale::Evaluation Engine::evaluateFormula(const Pool &pool, const Autoscale::Formula &formula)
{
    std::uniform_real_distribution<double> random(0, 1);
    return Autoscale::evaluate(formula,
                               {m_metrics.history(pool.id),
                                m_metrics.present(m_model, pool, now()),
                                now(),
                                {pool.targetDedicated, pool.targetLowPriority},
                                [&] { return random(m_random); }});
}

AutoScaleRun Engine::runOf(const Autoscale::Evaluation &evaluation) const
{
    AutoScaleRun run{now(), evaluation.results, std::nullopt};
    if (evaluation.error)
        run.error = runError(*evaluation.error);
    return run;
}

void Engine::reconcileAutoScale(Pool &pool)
{
    if (!pool.autoScales())
        return;
    // A clock that was set back must not hold the evaluations up.
    const Duration interval = evaluationInterval(pool);
    if (now() >= pool.nextAutoScale || pool.nextAutoScale > now() + interval) {
        pool.nextAutoScale = now() + interval;
        m_dirtyPools.insert(&pool);
        const auto evaluation = evaluateFormula(
            pool, Autoscale::parseFormula(pool.spec.at("autoScaleFormula").get<std::string>()));
        pool.autoScaleRun = runOf(evaluation);
        if (!evaluation.error)
            applySize(pool, evaluation.size);
    }
    noteDeadline(pool.nextAutoScale);
}

void Engine::applySize(Pool &pool, const Autoscale::PoolSize &size)
{
    pool.deallocation = disposalOf(size.deallocation);
    const bool sameTargets =
        size.dedicated == pool.targetDedicated && size.lowPriority == pool.targetLowPriority;
    const bool reached =
        staying(pool, true) == size.dedicated && staying(pool, false) == size.lowPriority;
    const bool steady = pool.allocationState == AllocationState::Steady;
    // Under way to the same targets already, or there.
    if (sameTargets && (!steady || reached))
        return;
    pool.targetDedicated = size.dedicated;
    pool.targetLowPriority = size.lowPriority;
    pool.resizeErrors.clear();
    setState(pool, AllocationState::Resizing);
}

} // namespace Batchdesk::LocalService
