// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/agentlog.h"
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/nodestate.h"
#include "core/localservice/batch/poolstatistics.h"

#include <random>

// Nodes.
namespace Batchdesk::LocalService {

namespace {

// As many as a node of the service was seen to show.
constexpr std::size_t recentTaskCount = 10;

std::string newNodeId(bool dedicated)
{
    static constexpr char digits[] = "0123456789abcdef";
    // Shorter than a real one: paths of scripts on a node have to fit into a #! line.
    static constexpr int length = 16;
    std::random_device random;
    std::string id = "tvmps_";
    for (int i = 0; i < length; ++i)
        id += digits[random() % 16];
    return id + (dedicated ? "_d" : "_p");
}

// True when nothing is taken from the tasks of a node.
bool waits(Disposal disposal)
{
    return disposal == Disposal::TaskCompletion || disposal == Disposal::RetainedData;
}

} // namespace

void Engine::rebootNode(const std::string &poolId, const std::string &nodeId, Disposal disposal)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        requireRestartable(target);
        restart(target, NodeState::Rebooting, disposal);
    });
}

void Engine::reimageNode(const std::string &poolId, const std::string &nodeId, Disposal disposal)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        requireRestartable(target);
        restart(target, NodeState::Reimaging, disposal);
    });
}

void Engine::deallocateNode(const std::string &poolId, const std::string &nodeId, Disposal disposal)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        requireRestartable(target);
        restart(target, NodeState::Deallocating, disposal);
    });
}

void Engine::restart(Node &node, NodeState by, Disposal disposal)
{
    node.keepingData = disposal == Disposal::RetainedData;
    setState(node, by);
    clearNode(node, disposal);
}

void Engine::startNode(const std::string &poolId, const std::string &nodeId)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        if (target.leaving || target.state != NodeState::Deallocated) {
            requireReady(target);
            throw ApiError("OperationInvalidForCurrentState");
        }
        setState(target, NodeState::Starting);
    });
}

void Engine::disableScheduling(const std::string &poolId, const std::string &nodeId,
                               Disposal disposal)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        requireReady(target);
        if (!target.schedulingEnabled)
            throw ApiError("NodeAlreadyInTargetSchedulingState");
        target.schedulingEnabled = false;
        m_dirtyNodes.insert(&target);
        clearNode(target, disposal);
        settle(target);
    });
}

void Engine::enableScheduling(const std::string &poolId, const std::string &nodeId)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        requireReady(target);
        if (target.schedulingEnabled)
            throw ApiError("NodeAlreadyInTargetSchedulingState");
        target.schedulingEnabled = true;
        m_dirtyNodes.insert(&target);
        settle(target);
    });
}

void Engine::createNode(Pool &pool, bool dedicated)
{
    Node node;
    node.id = newNodeId(dedicated);
    node.poolId = pool.id;
    node.sequence = ++m_sequence;
    node.dedicated = dedicated;
    node.allocationTime = now();
    Node &added = pool.nodes.emplace(node.id, std::move(node)).first->second;
    setState(added, NodeState::Creating);
}

void Engine::reconcileNode(Pool &pool, Node &node)
{
    dropExpiredUsers(node);
    if (isCeasing(node)) {
        if (node.tasks.empty())
            stopHelpers(node);
        const bool waiting = node.keepingData && node.retainedFolders > 0;
        if (node.activities > 0 || waiting)
            return;
    }
    if (node.leaving) {
        removeNode(pool, node);
        return;
    }
    if (node.life != 0)
        return;
    const bool toBoot = node.state == NodeState::Creating || node.state == NodeState::Rebooting
        || node.state == NodeState::Reimaging
        || (node.state == NodeState::Starting && !node.lastBootTime);
    if (node.state == NodeState::Deallocating) {
        node.keepingData = false;
        node.lastBootTime.reset();
        setState(node, NodeState::Deallocated);
    } else if (toBoot) {
        boot(node);
    } else if (node.state == NodeState::Starting) {
        beginStartTask(pool, node);
    }
}

void Engine::removeNode(Pool &pool, Node &node)
{
    m_trash.take(nodeDirectory(m_options.around, pool.id, node.id));
    pool.coreTimeOfGone += dedicatedCoreTime(pool, node, now());
    m_dirtyPools.insert(&pool);
    m_dirtyNodes.erase(&node);
    m_removals.push_back([id = node.id](Store &store) { store.removeNode(id); });
    pool.nodes.erase(std::string(node.id));
}

void Engine::boot(Node &node)
{
    const bool anew = node.state == NodeState::Reimaging;
    if (anew) {
        m_trash.take(nodeDirectory(m_options.around, node.poolId, node.id));
        node.users.clear();
    }
    invalidatePreparations(node, anew);
    node.keepingData = false;
    node.startTask.reset();
    node.fault.reset();
    node.life = launch(Kind::Boot, node, {}).id;
    m_dirtyNodes.insert(&node);
}

void Engine::finishBoot(Node &node, const ExecutionResult &result)
{
    if (node.leaving)
        return;
    if (result.failure) {
        node.fault = result.failure;
        setState(node, NodeState::Unusable);
        return;
    }
    node.lastBootTime = now();
    setState(node, NodeState::Starting);
}

void Engine::beginStartTask(Pool &pool, Node &node)
{
    bool wait = false;
    if (pool.spec.contains("startTask")) {
        node.startTask = ExecutionInfo{};
        node.startTask->startTime = now();
        node.life =
            launch(Kind::StartTask, node, startTaskExecution(m_options.around, pool, node)).id;
        wait = pool.spec["startTask"].value("waitForSuccess", true);
    }
    setState(node, wait ? NodeState::WaitingForStartTask : NodeState::Idle);
    settle(node);
}

void Engine::leave(Node &node, Disposal disposal)
{
    node.keepingData = disposal == Disposal::RetainedData;
    if (!waits(disposal))
        node.stayingState.reset();
    else if (!node.leaving)
        node.stayingState = node.state;
    if (!node.leaving) {
        node.leaving = true;
        setState(node, NodeState::LeavingPool);
    }
    clearNode(node, disposal);
}

void Engine::stay(Node &node)
{
    const bool waiting = !node.tasks.empty() || (node.keepingData && node.retainedFolders > 0);
    if (!node.stayingState || !waiting)
        return;
    node.leaving = false;
    node.keepingData = false;
    // Its start task may have been stopped since: then it begins again.
    const bool again = *node.stayingState == NodeState::WaitingForStartTask && node.life == 0;
    setState(node, again ? NodeState::Starting : *node.stayingState);
    node.stayingState.reset();
    settle(node);
}

void Engine::clearNode(Node &node, Disposal disposal)
{
    if (waits(disposal))
        return;
    const std::set<Task *> tasks = node.tasks;
    for (Task *task : tasks)
        dispose(m_model.jobs.at(task->jobId), *task, disposal);
}

void Engine::stopHelpers(const Node &node)
{
    for (const auto &[id, activity] : m_activities) {
        const bool helper =
            activity->kind == Kind::StartTask || activity->kind == Kind::Preparation;
        if (helper && activity->nodeId == node.id)
            stop(id, Disposal::Requeue);
    }
}

void Engine::settle(Node &node)
{
    const bool usable = node.state == NodeState::Idle || node.state == NodeState::Running
        || node.state == NodeState::Offline;
    const NodeState right = !node.tasks.empty() ? NodeState::Running
        : node.schedulingEnabled                ? NodeState::Idle
                                                : NodeState::Offline;
    if (usable && node.state != right)
        setState(node, right);
}

void Engine::invalidatePreparations(const Node &node, bool all)
{
    for (Job *job : m_liveJobs) {
        const auto at = job->nodeUses.find(node.id);
        if (at == job->nodeUses.end() || !at->second.current)
            continue;
        const bool rerun =
            job->spec["jobPreparationTask"].value("rerunOnNodeRebootAfterSuccess", true);
        const ExecutionInfo &done = at->second.preparation;
        if (all || !done.endTime || (done.succeeded() && rerun)) {
            at->second.current = false;
            m_dirtyJobs.insert(job);
        }
    }
}

void Engine::noteRecent(Node &node, const Task &task)
{
    const TaskName name{task.jobId, task.id};
    std::erase(node.recentTasks, name);
    node.recentTasks.insert(node.recentTasks.begin(), name);
    if (node.recentTasks.size() > recentTaskCount)
        node.recentTasks.pop_back();
    m_dirtyNodes.insert(&node);
}

void Engine::log(const Node &node, std::string_view text) const
{
    noteInAgentLog(nodeDirectory(m_options.around, node.poolId, node.id), now(), text);
}

} // namespace Batchdesk::LocalService
