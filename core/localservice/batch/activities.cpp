// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/nodestate.h"

// Executions: starting them, and what their end changes.
namespace Batchdesk::LocalService {

namespace {

bool mayRetry(const ExecutionResult &result, int retryCount, int maxRetries)
{
    return result.retryable && !result.ended && (maxRetries == -1 || retryCount < maxRetries);
}

std::string outcomeOf(const ExecutionInfo &info)
{
    const std::string code = info.exitCode ? "exit code " + std::to_string(*info.exitCode) : "";
    if (!info.failure)
        return code;
    return info.failure->code + (code.empty() ? "" : ", " + code);
}

} // namespace

Engine::Activity &Engine::launch(Kind kind, Node &node, Execution execution, Job *job, Task *task)
{
    auto activity = std::make_unique<Activity>();
    activity->id = ++m_lastActivity;
    activity->kind = kind;
    activity->poolId = node.poolId;
    activity->nodeId = node.id;
    activity->execution = std::move(execution);
    if (kind != Kind::Boot)
        fitToPool(activity->execution, m_options.around, m_model.pools.at(node.poolId));
    ++node.activities;
    if (job) {
        activity->jobId = job->id;
        ++job->activities;
    }
    if (task)
        activity->taskId = task->id;
    m_launches.push_back(activity->id);
    return *m_activities.emplace(activity->id, std::move(activity)).first->second;
}

void Engine::stop(std::uint64_t activityId, Disposal disposal)
{
    const auto at = m_activities.find(activityId);
    if (at == m_activities.end())
        return;
    at->second->disposal = disposal;
    m_stops.push_back(at->second->stop);
}

ExecutionResult Engine::carryOut(const Activity &activity)
{
    ExecutionResult result;
    try {
        if (activity.kind == Kind::Boot) {
            makeNodeFolders(nodeDirectory(m_options.around, activity.poolId, activity.nodeId));
            return result;
        }
        std::filesystem::create_directories(activity.execution.taskDirectory);
        if (activity.execution.impossible) {
            result.failure = activity.execution.impossible;
            return result;
        }
        return m_options.runner->run(activity.execution, activity.stop.get_token(), [] {});
    } catch (const std::exception &error) {
        result.failure = FailureInfo{"ServerError", "Unknown", error.what(), {}};
        return result;
    }
}

void Engine::perform(Activity &activity)
{
    const ExecutionResult result = carryOut(activity);
    std::unique_lock lock(m_mutex);
    finish(activity, result);
    if (m_stopping) {
        // What its end would have started is not started any more, and must not be waited for.
        for (const auto id : m_launches)
            m_activities.erase(id);
        m_launches.clear();
    }
    const auto at = m_activities.find(activity.id);
    m_finished.push_back(std::move(at->second));
    m_activities.erase(at);
    try {
        flush();
    } catch (const StoreError &) {
        // Kept in memory, shown to nobody, and written by the engine's thread when the disk allows.
    }
    m_woken = true;
    m_wake.notify_all();
    m_changed.notify_all();
    sendStops(lock);
}

void Engine::finish(Activity &activity, const ExecutionResult &result)
{
    Node &node = *findNode(activity.poolId, activity.nodeId);
    Job *job = activity.jobId.empty() ? nullptr : &m_model.jobs.at(activity.jobId);
    --node.activities;
    if (job)
        --job->activities;
    if (node.life == activity.id)
        node.life = 0;
    // Ended by our own shutdown: the disk goes on saying "running", and the next engine requeues
    // it.
    if (m_stopping && result.ended && !activity.disposal)
        return;
    switch (activity.kind) {
    case Kind::Boot:
        finishBoot(node, result);
        return;
    case Kind::StartTask:
        finishStartTask(node, activity, result);
        return;
    case Kind::Preparation:
        finishPreparation(node, *job, activity, result);
        return;
    case Kind::Release:
        finishRelease(node, *job, activity, result);
        return;
    case Kind::Task:
        finishTask(node, *job, job->tasks.at(activity.taskId), activity, result);
        return;
    }
}

void Engine::record(ExecutionInfo &info, const ExecutionResult &result, Time now)
{
    info.endTime = now;
    info.exitCode = result.exitCode;
    info.failure = result.failure;
    info.usage = result.usage;
    if (!info.failure && result.ended)
        info.failure = FailureInfo{"UserError", "TaskEnded", "Task was ended by user request", {}};
}

void Engine::finishStartTask(Node &node, const Activity &activity, const ExecutionResult &result)
{
    Pool &owner = m_model.pools.at(node.poolId);
    ExecutionInfo &info = *node.startTask;
    m_dirtyNodes.insert(&node);
    const bool going = isCeasing(node);
    const Json spec = owner.spec.value("startTask", Json::object());
    if (!going && mayRetry(result, info.retryCount, spec.value("maxTaskRetryCount", 0))) {
        ++info.retryCount;
        info.lastRetryTime = now();
        node.life = launch(Kind::StartTask, node, activity.execution).id;
        return;
    }
    record(info, result, now());
    log(node, "start task ended: " + outcomeOf(info));
    if (going || node.state != NodeState::WaitingForStartTask)
        return;
    if (info.succeeded()) {
        setState(node, NodeState::Idle);
        settle(node);
    } else {
        setState(node, NodeState::StartTaskFailed);
    }
}

void Engine::finishPreparation(Node &node, Job &job, const Activity &activity,
                               const ExecutionResult &result)
{
    NodeUse &use = job.nodeUses.at(node.id);
    use.activity = 0;
    m_dirtyJobs.insert(&job);
    const Json &spec = job.spec.at("jobPreparationTask");
    if (!activity.disposal
        && mayRetry(result, use.preparation.retryCount,
                    spec.at("constraints").value("maxTaskRetryCount", 0))) {
        ++use.preparation.retryCount;
        use.preparation.lastRetryTime = now();
        use.activity = launch(Kind::Preparation, node, activity.execution, &job).id;
        return;
    }
    record(use.preparation, result, now());
    log(node, "job preparation of " + job.id + " ended: " + outcomeOf(use.preparation));
    if (result.ended)
        use.current = false;
    const bool good = use.preparation.succeeded();
    const std::set<Task *> waiting = node.tasks;
    for (Task *task : waiting) {
        if (task->jobId != job.id || task->state != TaskState::Preparing)
            continue;
        if (good)
            runTask(job, *task, node);
        else
            requeue(job, *task, false);
    }
}

void Engine::finishTask(Node &node, Job &job, Task &task, const Activity &activity,
                        const ExecutionResult &result)
{
    task.activity = 0;
    if (task.deleting) {
        eraseTask(job, task);
        return;
    }
    const bool requeueWanted = activity.disposal == Disposal::Requeue;
    if (result.ended && requeueWanted) {
        requeue(job, task, true);
        return;
    }
    if (mayRetry(result, task.execution.retryCount, task.maxRetries)
        && activity.disposal != Disposal::Terminate) {
        ++task.execution.retryCount;
        task.execution.lastRetryTime = now();
        m_dirtyTasks.try_emplace(&task, false);
        if (requeueWanted)
            requeue(job, task, true);
        else
            runTask(job, task, node);
        return;
    }
    noteRecent(node, task);
    ++node.totalTasksRun;
    if (result.exitCode == 0 && !result.failure)
        ++node.totalTasksSucceeded;
    m_dirtyNodes.insert(&node);
    record(task.execution, result, now());
    log(node, "task " + job.id + '/' + task.id + " ended: " + outcomeOf(task.execution));
    complete(job, task);
}

void Engine::finishRelease(Node &node, Job &job, const Activity &, const ExecutionResult &result)
{
    NodeUse &use = job.nodeUses.at(node.id);
    use.activity = 0;
    record(*use.release, result, now());
    log(node, "job release of " + job.id + " ended: " + outcomeOf(*use.release));
    m_dirtyJobs.insert(&job);
}

} // namespace Batchdesk::LocalService
