// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/poolstatistics.h"

#include <random>

// Nodes.
namespace Batchdesk::LocalService {

namespace {

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

} // namespace

void Engine::rebootNode(const std::string &poolId, const std::string &nodeId, Disposal disposal)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        const bool booting = target.state == NodeState::Creating
            || target.state == NodeState::Starting || target.state == NodeState::Rebooting;
        if (target.leaving || booting)
            throw ApiError("OperationInvalidForCurrentState");
        setState(target, NodeState::Rebooting);
        clearNode(target, disposal);
    });
}

void Engine::disableScheduling(const std::string &poolId, const std::string &nodeId,
                               Disposal disposal)
{
    change([&] {
        Node &target = node(poolId, nodeId);
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
    if ((node.leaving || node.state == NodeState::Rebooting) && node.tasks.empty())
        stopHelpers(node);
    if (node.leaving) {
        if (node.activities > 0)
            return;
        m_trash.take(nodeDirectory(m_options.around, pool.id, node.id));
        pool.coreTimeOfGone += dedicatedCoreTime(pool, node, now());
        m_dirtyPools.insert(&pool);
        m_dirtyNodes.erase(&node);
        m_removals.push_back([id = node.id](Store &store) { store.removeNode(id); });
        pool.nodes.erase(std::string(node.id));
        return;
    }
    if (node.life != 0)
        return;
    const bool toBoot = node.state == NodeState::Creating || node.state == NodeState::Rebooting;
    if (toBoot && node.activities == 0) {
        invalidatePreparations(node);
        node.startTask.reset();
        node.life = launch(Kind::Boot, node, {}).id;
    } else if (node.state == NodeState::Starting) {
        beginStartTask(pool, node);
    }
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
    if (!node.leaving) {
        node.leaving = true;
        setState(node, NodeState::LeavingPool);
    }
    clearNode(node, disposal);
}

void Engine::clearNode(Node &node, Disposal disposal)
{
    if (disposal == Disposal::TaskCompletion)
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

void Engine::invalidatePreparations(const Node &node)
{
    for (Job *job : m_liveJobs) {
        const auto at = job->nodeUses.find(node.id);
        if (at == job->nodeUses.end() || !at->second.current)
            continue;
        const bool rerun =
            job->spec["jobPreparationTask"].value("rerunOnNodeRebootAfterSuccess", true);
        const ExecutionInfo &done = at->second.preparation;
        if (!done.endTime || (done.succeeded() && rerun)) {
            at->second.current = false;
            m_dirtyJobs.insert(job);
        }
    }
}

} // namespace Batchdesk::LocalService
