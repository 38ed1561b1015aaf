// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include <algorithm>

// Which task goes to which node. Only ready tasks are looked at, whatever else a job holds.
namespace Batchdesk::LocalService {

void Engine::placeTasks()
{
    std::vector<Job *> jobs;
    for (Job *job : m_liveJobs) {
        if (job->state == JobState::Active && !job->ready.empty())
            jobs.push_back(job);
    }
    std::sort(jobs.begin(), jobs.end(), [](const Job *a, const Job *b) {
        const int left = a->spec.value("priority", 0);
        const int right = b->spec.value("priority", 0);
        return left != right ? left > right : a->sequence < b->sequence;
    });
    for (Job *job : jobs) {
        const auto pool = m_model.pools.find(job->poolId());
        if (pool == m_model.pools.end() || pool->second.state == PoolState::Deleting)
            continue;
        while (placeOne(pool->second, *job)) { }
    }
}

bool Engine::canTake(const Pool &pool, const Node &node, const Job &job)
{
    if (node.leaving || !node.schedulingEnabled || node.usedSlots >= pool.slotsPerNode()
        || (node.state != NodeState::Idle && node.state != NodeState::Running))
        return false;
    if (!job.hasPreparation() || !job.spec["jobPreparationTask"].value("waitForSuccess", true))
        return true;
    const auto use = job.nodeUses.find(node.id);
    if (use == job.nodeUses.end() || !use->second.current || !use->second.preparation.endTime)
        return true;
    return use->second.preparation.succeeded();
}

bool Engine::placeOne(Pool &pool, Job &job)
{
    const int limit = job.spec.value("maxParallelTasks", -1);
    if (limit != -1 && job.counts.running >= limit)
        return false;
    int mostFree = 0;
    for (const auto &[id, node] : pool.nodes) {
        if (canTake(pool, node, job))
            mostFree = std::max(mostFree, pool.slotsPerNode() - node.usedSlots);
    }
    Task *next = nullptr;
    for (const auto &[slots, tasks] : job.ready) {
        if (slots > mostFree)
            break;
        Task *first = tasks.begin()->second;
        if (!next || first->sequence < next->sequence)
            next = first;
    }
    if (!next)
        return false;
    assign(job, *next, *chooseNode(pool, job, *next));
    return true;
}

Node *Engine::chooseNode(Pool &pool, const Job &job, const Task &task)
{
    const bool pack = pool.spec["taskSchedulingPolicy"].value("nodeFillType", "Spread") == "Pack";
    Node *best = nullptr;
    for (auto &[id, node] : pool.nodes) {
        if (!canTake(pool, node, job) || pool.slotsPerNode() - node.usedSlots < task.requiredSlots)
            continue;
        if (!task.affinityId.empty() && task.affinityId == "TVM:" + node.id)
            return &node;
        const bool better =
            !best || (pack ? node.usedSlots > best->usedSlots : node.usedSlots < best->usedSlots);
        if (better)
            best = &node;
    }
    return best;
}

void Engine::assign(Job &job, Task &task, Node &node)
{
    dequeue(job, task);
    task.poolId = node.poolId;
    task.nodeId = node.id;
    node.tasks.insert(&task);
    node.usedSlots += task.requiredSlots;
    settle(node);
    if (!job.hasPreparation()) {
        runTask(job, task, node);
        return;
    }
    NodeUse &use = job.nodeUses[node.id];
    const bool fresh = use.poolId.empty() || !use.current;
    if (fresh && use.activity == 0) {
        use = NodeUse{node.poolId, {}, std::nullopt, true, 0};
        use.preparation.startTime = now();
        use.activity =
            launch(Kind::Preparation, node, preparationExecution(m_options.around, node, job), &job)
                .id;
        m_dirtyJobs.insert(&job);
    }
    const bool wait = job.spec["jobPreparationTask"].value("waitForSuccess", true);
    if (wait && !use.preparation.succeeded())
        setState(job, task, TaskState::Preparing);
    else
        runTask(job, task, node);
}

void Engine::runTask(Job &job, Task &task, Node &node)
{
    task.execution.startTime = now();
    if (task.state != TaskState::Running)
        setState(job, task, TaskState::Running);
    m_dirtyTasks.try_emplace(&task, false);
    task.activity =
        launch(Kind::Task, node, taskExecution(m_options.around, node, job, task), &job, &task).id;
}

} // namespace Batchdesk::LocalService
