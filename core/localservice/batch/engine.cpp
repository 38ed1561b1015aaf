// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <system_error>

namespace Batchdesk::LocalService {

namespace {

// How soon a write that the disk refused is tried again, and how long the thread sleeps at most.
constexpr std::chrono::seconds storeRetryInterval(1);
constexpr std::chrono::hours longestSleep(1);

} // namespace

Engine::Engine(EngineOptions options)
    : m_options(std::move(options))
    , m_trash(m_options.around.stateDirectory / "trash")
    , m_store(m_options.around.stateDirectory / "batch.sqlite")
    , m_model(m_store.load())
    , m_metrics(m_options.meter)
{
    {
        const std::lock_guard lock(m_mutex);
        recover();
        flush();
    }
    m_thread = std::thread([this] { loop(); });
}

Engine::~Engine()
{
    std::vector<std::stop_source> stops;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (const auto id : m_launches)
            m_activities.erase(id);
        m_launches.clear();
        for (const auto &[id, activity] : m_activities)
            stops.push_back(activity->stop);
    }
    m_wake.notify_all();
    for (auto &stop : stops)
        stop.request_stop();
    m_thread.join();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_activities.empty(); });
    joinFinished(lock);
}

void Engine::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_woken = false;
        std::chrono::microseconds sleep = longestSleep;
        try {
            flush();
            m_woken = false;
            reconcile();
            flush();
            if (m_deadline)
                sleep = std::min(sleep, *m_deadline - now());
        } catch (const StoreError &) {
            // Requests are told; what is not on disk is neither shown nor started meanwhile.
            sleep = storeRetryInterval;
            m_woken = false;
        } catch (const std::exception &error) {
            // One odd record must not take the whole service down; the rest goes on.
            std::cerr << "batch engine: " << error.what() << std::endl;
            sleep = storeRetryInterval;
            m_woken = false;
        }
        sendStops(lock);
        lock.lock();
        joinFinished(lock);
        m_wake.wait_for(lock, sleep, [this] { return m_woken || m_stopping; });
    }
}

void Engine::reconcile()
{
    m_deadline.reset();
    if (const auto next = m_metrics.sample(m_model, now()))
        noteDeadline(*next);
    std::vector<std::string> poolIds;
    for (const auto &[id, pool] : m_model.pools)
        poolIds.push_back(id);
    for (const auto &id : poolIds)
        reconcilePool(m_model.pools.at(id));
    const std::vector<Job *> jobs(m_liveJobs.begin(), m_liveJobs.end());
    for (Job *job : jobs)
        reconcileJob(*job);
    for (auto at = m_model.schedules.begin(); at != m_model.schedules.end();) {
        JobSchedule &schedule = at->second;
        ++at; // the schedule may go
        reconcileSchedule(schedule);
    }
    cleanFolders();
    placeTasks();
}

void Engine::noteDeadline(Time time)
{
    if (!m_deadline || time < *m_deadline)
        m_deadline = time;
}

bool Engine::isOnDisk() const
{
    return m_dirtyPools.empty() && m_dirtyNodes.empty() && m_dirtyJobs.empty()
        && m_dirtySchedules.empty() && m_dirtyTasks.empty() && m_removals.empty();
}

void Engine::requireOnDisk() const
{
    if (!isOnDisk())
        throw StoreError("The state of the service could not be written to disk.");
}

void Engine::flush()
{
    if (!isOnDisk()) {
        writeDirty();
        m_woken = true;
        m_wake.notify_all();
        m_changed.notify_all();
    }
    startLaunches();
}

void Engine::writeDirty()
{
    try {
        m_store.begin();
        for (const auto &removal : m_removals)
            removal(m_store);
        for (const Pool *pool : m_dirtyPools)
            m_store.put(*pool);
        for (const Node *node : m_dirtyNodes)
            m_store.put(*node);
        for (const Job *job : m_dirtyJobs)
            m_store.put(*job);
        for (const JobSchedule *schedule : m_dirtySchedules)
            m_store.put(*schedule);
        for (const auto &[task, withSpec] : m_dirtyTasks)
            m_store.put(*task, withSpec);
        m_store.commit();
    } catch (const StoreError &) {
        m_store.rollback();
        throw;
    }
    m_removals.clear();
    m_dirtyPools.clear();
    m_dirtyNodes.clear();
    m_dirtyJobs.clear();
    m_dirtySchedules.clear();
    m_dirtyTasks.clear();
}

void Engine::startLaunches()
{
    if (m_stopping)
        return;
    try {
        while (!m_launches.empty()) {
            Activity &activity = *m_activities.at(m_launches.back());
            activity.thread = std::thread([this, &activity] { perform(activity); });
            m_launches.pop_back();
        }
    } catch (const std::system_error &) {
        // Answered and tried again like a disk that refuses: it passes when others end.
        throw StoreError("This computer cannot start another thread just now.");
    }
}

void Engine::sendStops(std::unique_lock<std::mutex> &lock)
{
    // A runner may answer a stop on this thread; it must not meet our lock there.
    auto stops = std::exchange(m_stops, {});
    lock.unlock();
    for (auto &stop : stops)
        stop.request_stop();
}

void Engine::joinFinished(std::unique_lock<std::mutex> &lock)
{
    while (!m_finished.empty()) {
        auto finished = std::exchange(m_finished, {});
        lock.unlock();
        for (auto &activity : finished)
            activity->thread.join();
        finished.clear();
        lock.lock();
    }
}

bool Engine::waitUntil(const std::function<bool(const Model &)> &condition,
                       std::chrono::milliseconds patience) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [&] { return condition(m_model); });
}

bool Engine::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    if (m_model.nodeCount() > 0)
        return false;
    const bool scheduled =
        std::any_of(m_model.schedules.begin(), m_model.schedules.end(), [](const auto &item) {
            return item.second.state != JobScheduleState::Completed
                && item.second.state != JobScheduleState::Disabled;
        });
    if (scheduled)
        return false;
    return std::all_of(m_liveJobs.begin(), m_liveJobs.end(),
                       [](const Job *job) { return job->state == JobState::Disabled; });
}

std::string Engine::nextETag()
{
    m_lastTick = std::max(m_lastTick + 1, ticksOf(now()));
    char text[32];
    std::snprintf(text, sizeof text, "0x%llX", static_cast<unsigned long long>(m_lastTick));
    return text;
}

Revision Engine::newRevision()
{
    const Time time = now();
    return {nextETag(), time, time};
}

void Engine::touch(Revision &revision)
{
    revision.eTag = nextETag();
    revision.lastModified = now();
}

Pool &Engine::pool(const std::string &id)
{
    const auto at = m_model.pools.find(id);
    if (at == m_model.pools.end())
        throw ApiError("PoolNotFound");
    return at->second;
}

Pool &Engine::livePool(const std::string &id, const Precondition &when)
{
    Pool &found = pool(id);
    when.require(found.revision);
    if (found.state == PoolState::Deleting)
        throw ApiError("PoolBeingDeleted");
    return found;
}

Node *Engine::findNode(const std::string &poolId, const std::string &nodeId)
{
    const auto pool = m_model.pools.find(poolId);
    if (pool == m_model.pools.end())
        return nullptr;
    const auto node = pool->second.nodes.find(nodeId);
    return node == pool->second.nodes.end() ? nullptr : &node->second;
}

Node &Engine::node(const std::string &poolId, const std::string &nodeId)
{
    pool(poolId);
    Node *found = findNode(poolId, nodeId);
    if (!found)
        throw ApiError("NodeNotFound");
    return *found;
}

Job &Engine::job(const std::string &id)
{
    const auto at = m_model.jobs.find(id);
    if (at == m_model.jobs.end())
        throw ApiError("JobNotFound");
    return at->second;
}

Task &Engine::task(Job &job, const std::string &id)
{
    const auto at = job.tasks.find(id);
    if (at == job.tasks.end() || at->second.deleting)
        throw ApiError("TaskNotFound");
    return at->second;
}

void Engine::observe(std::string_view kind, const std::string &id, std::string_view state) const
{
    if (m_options.observer)
        m_options.observer(kind, id, state);
}

void Engine::setState(Pool &pool, PoolState state)
{
    pool.state = state;
    pool.stateTransitionTime = now();
    m_dirtyPools.insert(&pool);
    observe("pool", pool.id, wireName(state));
}

void Engine::setState(Pool &pool, AllocationState state)
{
    pool.allocationState = state;
    pool.allocationStateTransitionTime = now();
    m_dirtyPools.insert(&pool);
    observe("allocation", pool.id, wireName(state));
}

void Engine::setState(Node &node, NodeState state)
{
    node.state = state;
    node.stateTransitionTime = now();
    m_dirtyNodes.insert(&node);
    log(node, "node is " + std::string(wireName(state)));
    observe("node", node.id, wireName(state));
}

void Engine::setState(Job &job, JobState state)
{
    job.previousState = job.state;
    job.previousStateTransitionTime = job.stateTransitionTime;
    job.state = state;
    job.stateTransitionTime = now();
    if (state == JobState::Completed)
        m_liveJobs.erase(&job);
    else
        m_liveJobs.insert(&job);
    m_dirtyJobs.insert(&job);
    observe("job", job.id, wireName(state));
}

void Engine::setState(Job &job, Task &task, TaskState state)
{
    task.previousState = task.state;
    task.previousStateTransitionTime = task.stateTransitionTime;
    account(job, task, -1);
    task.state = state;
    account(job, task, 1);
    task.stateTransitionTime = now();
    m_dirtyTasks.try_emplace(&task, false);
    observe("task", task.id, wireName(state));
}

} // namespace Batchdesk::LocalService
