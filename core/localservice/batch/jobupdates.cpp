// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"

// What may be changed of a job that is there.
namespace Batchdesk::LocalService {

namespace {

// poolInfo of a job whose auto pool is to be as \a wanted says.
Json changedAutoPool(const Json &present, const Json &wanted)
{
    Json changed = present;
    Json &specification = changed["autoPoolSpecification"];
    for (const auto &[name, value] : wanted.items()) {
        const auto at = specification.find(name);
        if (at != specification.end() && *at == value)
            continue;
        if (name != "keepAlive")
            throw ApiError::property("poolInfo.autoPoolSpecification." + name, value.dump(),
                                     "Only keepAlive of an auto pool can be changed.");
        if (specification.at("poolLifetimeOption") != "job")
            throw ApiError::property("poolInfo.autoPoolSpecification.keepAlive", value.dump(),
                                     "The pool belongs to the schedule, not to this job.");
        specification["keepAlive"] = value;
    }
    return changed;
}

// What poolInfo of the job becomes; throws what stands against it.
Json changedPoolInfo(const Job &job, const Json &wanted)
{
    const Json &present = job.spec["poolInfo"];
    const bool hasOwn = job.autoPool() != nullptr;
    if (hasOwn != wanted.contains("autoPoolSpecification"))
        throw ApiError::property("poolInfo", job.poolId(),
                                 "A job cannot change between a pool of its own and another one.");
    Json changed = hasOwn ? changedAutoPool(present, wanted["autoPoolSpecification"]) : wanted;
    if (changed != present && job.state != JobState::Disabled)
        throw ApiError::property("poolInfo", job.poolId(),
                                 "The pool can only be changed while the job is disabled.");
    return changed;
}

} // namespace

Revision Engine::patchJob(const std::string &jobId, const Json &patch, const Precondition &when)
{
    return change([&] {
        Job &target = job(jobId);
        when.require(target.revision);
        requireOpen(target);
        Json changes = patch;
        if (changes.contains("onAllTasksComplete") && changes["onAllTasksComplete"] == "noaction"
            && target.spec["onAllTasksComplete"] == "terminatejob")
            throw ApiError::property("onAllTasksComplete", "noaction",
                                     "A job that ends with its tasks cannot be changed back.");
        if (changes.contains("poolInfo"))
            changes["poolInfo"] = changedPoolInfo(target, changes["poolInfo"]);
        for (const auto &[name, value] : changes.items())
            target.spec[name] = value;
        touch(target.revision);
        m_dirtyJobs.insert(&target);
        return target.revision;
    });
}

} // namespace Batchdesk::LocalService
