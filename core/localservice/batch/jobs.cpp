// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"

#include <climits>

// Jobs.
namespace Batchdesk::LocalService {

void Engine::requireOpen(const Job &job)
{
    if (job.state == JobState::Terminating)
        throw ApiError("JobBeingTerminated");
    if (job.state == JobState::Completed)
        throw ApiError("JobCompleted");
    if (job.state == JobState::Deleting)
        throw ApiError("JobBeingDeleted");
}

Revision Engine::addJob(Json spec)
{
    return change([&] {
        requireFreeJobId(spec.at("id"));
        requireManagerFits(spec);
        requireQuota();
        return insertJob(std::move(spec)).revision;
    });
}

void Engine::requireFreeJobId(const std::string &id) const
{
    if (m_model.schedules.contains(id))
        throw ApiError("JobScheduleWithSameIdExists");
    const auto at = m_model.jobs.find(id);
    if (at == m_model.jobs.end())
        return;
    const JobState state = at->second.state;
    throw ApiError(state == JobState::Completed      ? "JobCompleted"
                       : state == JobState::Deleting ? "JobBeingDeleted"
                                                     : "JobExists");
}

void Engine::requireManagerFits(const Json &spec) const
{
    if (!spec.contains("jobManagerTask"))
        return;
    requirePackages(m_options.around, spec["jobManagerTask"]);
    const int slots = spec["jobManagerTask"].value("requiredSlots", 1);
    const Json &info = spec.at("poolInfo");
    int offered = INT_MAX; // a pool that is still to come may have any number
    if (info.contains("autoPoolSpecification"))
        offered = info["autoPoolSpecification"]
                      .value("pool", Json::object())
                      .value("taskSlotsPerNode", offered);
    else if (const auto at = m_model.pools.find(info.at("poolId").get<std::string>());
             at != m_model.pools.end())
        offered = at->second.slotsPerNode();
    if (slots > offered)
        throw ApiError::property("jobManagerTask.requiredSlots", std::to_string(slots),
                                 "The nodes of the pool have fewer task slots.");
}

Job &Engine::insertJob(Json spec, JobSchedule *schedule)
{
    Job job;
    job.id = spec.at("id");
    job.sequence = ++m_sequence;
    job.spec = std::move(spec);
    job.revision = newRevision();
    job.startTime = now();
    if (schedule)
        job.scheduleId = schedule->id;
    Job &added = m_model.jobs.emplace(job.id, std::move(job)).first->second;
    setState(added, JobState::Active);
    added.previousState.reset();
    if (added.autoPool() && !provideAutoPool(added, schedule))
        return added;
    if (added.spec.contains("jobManagerTask"))
        putManager(added);
    return added;
}

void Engine::deleteJob(const std::string &jobId, const Precondition &when)
{
    change([&] {
        Job &target = job(jobId);
        when.require(target.revision);
        if (target.state == JobState::Deleting)
            throw ApiError("JobBeingDeleted");
        beginDelete(target);
    });
}

void Engine::beginDelete(Job &job)
{
    if (job.state != JobState::Completed && job.state != JobState::Terminating)
        job.releaseWanted = job.hasRelease();
    setState(job, JobState::Deleting);
    stopJobActivities(job, Disposal::Terminate);
}

Revision Engine::disableJob(const std::string &jobId, Disposal disposal, const Precondition &when)
{
    return change([&] {
        Job &target = job(jobId);
        when.require(target.revision);
        requireOpen(target);
        if (target.state == JobState::Enabling)
            throw ApiError("OperationInvalidForCurrentState");
        touch(target.revision);
        beginDisable(target, disposal);
        return target.revision;
    });
}

Revision Engine::enableJob(const std::string &jobId, const Precondition &when)
{
    return change([&] {
        Job &target = job(jobId);
        when.require(target.revision);
        requireOpen(target);
        if (target.state != JobState::Disabled)
            throw ApiError("OperationInvalidForCurrentState");
        touch(target.revision);
        setState(target, JobState::Enabling);
        return target.revision;
    });
}

Revision Engine::terminateJob(const std::string &jobId, const std::string &reason,
                              const Precondition &when)
{
    return change([&] {
        Job &target = job(jobId);
        when.require(target.revision);
        requireOpen(target);
        touch(target.revision);
        beginTerminate(target, reason.empty() ? "UserTerminate" : reason);
        return target.revision;
    });
}

void Engine::beginTerminate(Job &job, const std::string &reason)
{
    job.terminateReason = reason;
    job.releaseWanted = job.hasRelease();
    setState(job, JobState::Terminating);
    stopJobActivities(job, Disposal::Terminate);
}

void Engine::beginDisable(Job &job, Disposal disposal)
{
    job.disableTasks = disposal;
    if (job.state == JobState::Active)
        setState(job, JobState::Disabling);
    m_dirtyJobs.insert(&job);
    if (disposal == Disposal::TaskCompletion)
        return;
    for (Task *task : assignedTasks(job))
        dispose(job, *task, disposal);
}

std::vector<Task *> Engine::assignedTasks(const Job &job)
{
    std::vector<Task *> tasks;
    for (auto &[id, pool] : m_model.pools) {
        for (auto &[nodeId, node] : pool.nodes) {
            for (Task *task : node.tasks) {
                if (task->jobId == job.id)
                    tasks.push_back(task);
            }
        }
    }
    return tasks;
}

void Engine::stopJobActivities(Job &job, Disposal disposal)
{
    for (Task *task : assignedTasks(job))
        dispose(job, *task, disposal);
    for (const auto &[id, activity] : m_activities) {
        if (activity->kind == Kind::Preparation && activity->jobId == job.id)
            stop(id, disposal);
    }
}

void Engine::reconcileJob(Job &job)
{
    if (job.state == JobState::Terminating || job.state == JobState::Deleting) {
        if (job.activities == 0)
            closeJob(job);
        return;
    }
    const auto limit =
        *parseIsoDuration(job.spec["constraints"]["maxWallClockTime"].get<std::string>());
    if (limit != unlimitedDuration) {
        if (now() >= job.startTime + limit) {
            beginTerminate(job, "MaxWallClockTimeExpiry");
            return;
        }
        noteDeadline(job.startTime + limit);
    }
    if (job.state == JobState::Enabling)
        setState(job, JobState::Active);
    else if (job.state == JobState::Disabling && job.counts.running == 0)
        setState(job, JobState::Disabled);
    const bool allDone = job.counts.active == 0 && job.counts.running == 0;
    if (job.state == JobState::Active && allDone
        && job.spec["onAllTasksComplete"] == "terminatejob")
        beginTerminate(job, "AllTasksComplete");
}

void Engine::closeJob(Job &job)
{
    if (job.releaseWanted) {
        runReleases(job);
        if (job.activities > 0)
            return;
        job.releaseWanted = false;
    }
    if (job.state == JobState::Deleting) {
        eraseJob(job);
        return;
    }
    job.endTime = now();
    setState(job, JobState::Completed);
    giveUpAutoPool(job);
}

void Engine::runReleases(Job &job)
{
    for (auto &[nodeId, use] : job.nodeUses) {
        Node *node = findNode(use.poolId, nodeId);
        if (!node || node->leaving || !node->lastBootTime || use.release)
            continue;
        use.release = ExecutionInfo{};
        use.release->startTime = now();
        use.activity =
            launch(Kind::Release, *node, releaseExecution(m_options.around, *node, job), &job).id;
        m_dirtyJobs.insert(&job);
    }
}

void Engine::eraseJob(Job &job)
{
    giveUpAutoPool(job);
    for (const auto &[id, pool] : m_model.pools) {
        for (const auto &[nodeId, node] : pool.nodes)
            m_trash.take(nodeDirectory(m_options.around, pool.id, nodeId) / jobDirectory(job.id));
    }
    for (auto &[id, task] : job.tasks)
        forgetFolder(task);
    std::erase_if(m_dirtyTasks, [&](const auto &item) { return item.first->jobId == job.id; });
    m_dirtyJobs.erase(&job);
    m_liveJobs.erase(&job);
    m_removals.push_back([id = job.id](Store &store) { store.removeJob(id); });
    m_model.jobs.erase(std::string(job.id));
}

} // namespace Batchdesk::LocalService
