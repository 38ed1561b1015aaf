// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/bodyparts.h"
#include "core/localservice/batch/guid.h"

#include <algorithm>
#include <cctype>

// Pools that come and go with a job, or with a schedule.
namespace Batchdesk::LocalService {

namespace {

bool livesWithSchedule(const Json &specification)
{
    return specification.at("poolLifetimeOption") == "jobschedule";
}

std::string newPoolId(const Json &specification)
{
    std::string guid = newGuid();
    std::transform(guid.begin(), guid.end(), guid.begin(),
                   [](unsigned char c) { return char(std::toupper(c)); });
    const auto prefix = specification.value("autoPoolIdPrefix", std::string());
    return prefix.empty() ? guid : prefix + '_' + guid;
}

// Why a job has no pool, in the words of executionInfo.schedulingError.
FailureInfo schedulingError(const ApiError &error)
{
    const std::string_view code = error.code();
    const bool quota = code == "PoolQuotaReached";
    const bool formula = code.starts_with("AutoScaling") || code == "InvalidAutoScalingSettings";
    const bool packages = code == "InvalidApplicationPackageReferences";
    FailureInfo failure{"UserError",
                        quota          ? "AutoPoolCreationFailedWithQuotaReached"
                            : formula  ? "InvalidAutoScaleFormulaInAutoPool"
                            : packages ? "InvalidApplicationPackageReferencesInAutoPool"
                                       : "InvalidAutoPoolSettings",
                        std::string("The pool of the job could not be created: ") + error.what(),
                        {}};
    for (const auto &[name, value] : error.values())
        failure.details.emplace_back(name, value);
    return failure;
}

} // namespace

std::string Engine::createAutoPool(const Json &specification)
{
    if (!specification.contains("pool"))
        throw ApiError::missing("autoPoolSpecification.pool");
    Json spec{{"id", newPoolId(specification)}};
    spec.update(specification["pool"]);
    checkPool(spec);
    lowerVmSize(spec);
    return insertPool(std::move(spec)).id;
}

bool Engine::provideAutoPool(Job &job, JobSchedule *schedule)
{
    const Json &specification = *job.autoPool();
    const bool shared = schedule && livesWithSchedule(specification);
    try {
        if (!shared) {
            job.autoPoolId = createAutoPool(specification);
            return true;
        }
        const auto present = m_model.pools.find(schedule->autoPoolId);
        if (present == m_model.pools.end() || present->second.state == PoolState::Deleting) {
            schedule->autoPoolId = createAutoPool(specification);
            m_dirtySchedules.insert(schedule);
        }
        job.autoPoolId = schedule->autoPoolId;
        return true;
    } catch (const ApiError &error) {
        job.schedulingError = schedulingError(error);
        job.endTime = now();
        setState(job, JobState::Completed);
        return false;
    }
}

void Engine::giveUpAutoPool(const Job &job)
{
    const Json *specification = job.autoPool();
    if (specification && !livesWithSchedule(*specification)
        && !specification->value("keepAlive", false))
        deleteAutoPool(job.autoPoolId);
}

void Engine::giveUpAutoPool(const JobSchedule &schedule)
{
    const Json info = schedule.spec.at("jobSpecification").at("poolInfo");
    if (!info.value("autoPoolSpecification", Json::object()).value("keepAlive", false))
        deleteAutoPool(schedule.autoPoolId);
}

void Engine::deleteAutoPool(const std::string &poolId)
{
    // The user may have deleted it, or begun to.
    const auto at = m_model.pools.find(poolId);
    if (at != m_model.pools.end() && at->second.state != PoolState::Deleting)
        beginDelete(at->second);
}

} // namespace Batchdesk::LocalService
