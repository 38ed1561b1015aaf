// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include <algorithm>

// Which task goes to which node. Only ready tasks are looked at, whatever else a job holds.
namespace Batchdesk::LocalService {

namespace {

// Whether the job runs as many tasks at once as it may.
bool isAtLimit(const Job &job)
{
    const int limit = job.spec.value("maxParallelTasks", -1);
    return limit != -1 && job.counts.running >= limit;
}

} // namespace

// A job with tasks that could run, and what decides about its turn.
struct Engine::Waiting
{
    Job *job = nullptr;
    int priority = 0;
    int running = 0; // 0 for all where the pool goes by the age of the jobs

    bool before(const Waiting &other) const
    {
        if (priority != other.priority)
            return priority > other.priority;
        return running != other.running ? running < other.running
                                        : job->sequence < other.job->sequence;
    }
};

void Engine::placeTasks()
{
    std::map<Pool *, std::vector<Waiting>> waiting;
    for (Job *job : m_liveJobs) {
        if (job->state != JobState::Active || job->ready.empty())
            continue;
        const auto pool = m_model.pools.find(job->poolId());
        if (pool != m_model.pools.end() && pool->second.state != PoolState::Deleting)
            waiting[&pool->second].push_back({job, job->spec.value("priority", 0)});
    }
    for (auto &[pool, jobs] : waiting)
        placeTasks(*pool, std::move(jobs));
}

void Engine::placeTasks(Pool &pool, std::vector<Waiting> waiting)
{
    const bool byAge =
        pool.spec["taskSchedulingPolicy"].value("jobDefaultOrder", "none") == "creationtime";
    const auto isEarlier = [](const Waiting &a, const Waiting &b) { return a.before(b); };
    Job *unserved = nullptr;
    while (!waiting.empty()) {
        if (!byAge) {
            for (auto &item : waiting)
                item.running = item.job->counts.running;
        }
        const auto next = std::min_element(waiting.begin(), waiting.end(), isEarlier);
        if (placeOne(pool, *next->job))
            continue;
        if (!unserved && !next->job->ready.empty() && !isAtLimit(*next->job))
            unserved = next->job;
        waiting.erase(next);
    }
    if (unserved)
        preempt(pool, *unserved);
}

// Whether the node may run tasks of the job, room left aside.
bool Engine::suits(const Node &node, const Job &job)
{
    if (node.leaving || !node.schedulingEnabled
        || (node.state != NodeState::Idle && node.state != NodeState::Running))
        return false;
    if (!job.hasPreparation() || !job.spec["jobPreparationTask"].value("waitForSuccess", true))
        return true;
    const auto use = job.nodeUses.find(node.id);
    if (use == job.nodeUses.end() || !use->second.current || !use->second.preparation.endTime)
        return true;
    return use->second.preparation.succeeded();
}

bool Engine::canTake(const Pool &pool, const Node &node, const Job &job)
{
    const bool exclusive = std::any_of(node.tasks.begin(), node.tasks.end(),
                                       [](const Task *task) { return task->exclusive; });
    return !exclusive && node.usedSlots < pool.slotsPerNode() && suits(node, job);
}

bool Engine::fits(const Pool &pool, const Node &node, const Job &job, const Task &task)
{
    if (pool.slotsPerNode() - node.usedSlots < task.requiredSlots)
        return false;
    if (task.exclusive && !node.tasks.empty())
        return false;
    return (node.dedicated || !task.dedicatedOnly) && canTake(pool, node, job);
}

bool Engine::placeOne(Pool &pool, Job &job)
{
    if (isAtLimit(job))
        return false;
    Task *next = nextTask(pool, job);
    Node *node = next ? chooseNode(pool, job, *next) : nullptr;
    if (!node)
        return false;
    assign(job, *next, *node);
    return true;
}

Task *Engine::nextTask(const Pool &pool, Job &job)
{
    // Nothing of a job goes before its manager, which might else never find a node for itself.
    if (Task *manager = waitingManager(job))
        return manager;
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
    return next;
}

Node *Engine::chooseNode(Pool &pool, const Job &job, const Task &task)
{
    const bool pack = pool.spec["taskSchedulingPolicy"].value("nodeFillType", "Spread") == "Pack";
    Node *best = nullptr;
    for (auto &[id, node] : pool.nodes) {
        if (!fits(pool, node, job, task))
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

void Engine::preempt(Pool &pool, Job &job)
{
    const Task *manager = waitingManager(job);
    const Task &task = manager ? *manager : *job.ready.begin()->second.begin()->second;
    const int priority = job.spec.value("priority", 0);
    std::optional<std::pair<int, Task *>> victim; // the least important, and of these the youngest
    for (const auto &[id, node] : pool.nodes) {
        const bool alone = node.tasks.size() == 1;
        if (!suits(node, job) || (task.exclusive && !alone)
            || (task.dedicatedOnly && !node.dedicated))
            continue;
        for (Task *running : node.tasks) {
            const auto activity = m_activities.find(running->activity);
            if (activity != m_activities.end() && activity->second->disposal)
                return; // room is being made already; one at a time
            const Job &owner = m_model.jobs.at(running->jobId);
            const int value = owner.spec.value("priority", 0);
            const int room = pool.slotsPerNode() - node.usedSlots + running->requiredSlots;
            if (!owner.spec.value("allowTaskPreemption", false) || value >= priority
                || room < task.requiredSlots)
                continue;
            if (!victim || value < victim->first
                || (value == victim->first && running->sequence > victim->second->sequence))
                victim = {value, running};
        }
    }
    if (victim)
        dispose(m_model.jobs.at(victim->second->jobId), *victim->second, Disposal::Requeue);
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
    noteRecent(node, task);
    log(node, "task " + job.id + '/' + task.id + " starts");
    task.activity =
        launch(Kind::Task, node, taskExecution(m_options.around, node, job, task), &job, &task).id;
}

} // namespace Batchdesk::LocalService
