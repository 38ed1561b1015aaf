// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"

#include <algorithm>
#include <random>

// Pools and their nodes.
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

void requireSteady(const Pool &pool)
{
    if (pool.allocationState != AllocationState::Steady)
        throw ApiError("PoolBeingResized");
}

Duration resizeTimeout(const Pool &pool)
{
    return parseIsoDuration(pool.spec.value("resizeTimeout", "PT15M"))
        .value_or(std::chrono::minutes(15));
}

} // namespace

Revision Engine::addPool(Json spec)
{
    return change([&] {
        const std::string id = spec.at("id");
        if (const auto at = m_model.pools.find(id); at != m_model.pools.end())
            throw ApiError(at->second.state == PoolState::Deleting ? "PoolBeingDeleted"
                                                                   : "PoolExists");
        return insertPool(std::move(spec)).revision;
    });
}

Pool &Engine::insertPool(Json spec)
{
    Pool pool;
    pool.id = spec.at("id");
    pool.targetDedicated = spec.at("targetDedicatedNodes");
    pool.targetLowPriority = spec.at("targetLowPriorityNodes");
    pool.spec = std::move(spec);
    pool.revision = newRevision();
    Pool &added = m_model.pools.emplace(pool.id, std::move(pool)).first->second;
    setState(added, PoolState::Active);
    setState(added, AllocationState::Resizing);
    return added;
}

void Engine::deletePool(const std::string &poolId, const Precondition &when)
{
    change([&] { beginDelete(livePool(poolId, when)); });
}

void Engine::beginDelete(Pool &pool)
{
    setState(pool, PoolState::Deleting);
    for (auto &[id, node] : pool.nodes)
        leave(node, Disposal::Requeue);
}

Revision Engine::patchPool(const std::string &poolId, const Json &patch, const Precondition &when)
{
    return change([&] {
        Pool &pool = livePool(poolId, when);
        for (const auto &[name, value] : patch.items()) {
            const bool always = name == "startTask" || name == "metadata";
            if (!always && !pool.nodes.empty())
                throw ApiError::property(
                    name, value.dump(),
                    "The property can only be changed while the pool has no nodes.");
        }
        for (const auto &[name, value] : patch.items()) {
            if (value.is_null())
                pool.spec.erase(name);
            else
                pool.spec[name] = value;
        }
        touch(pool.revision);
        m_dirtyPools.insert(&pool);
        return pool.revision;
    });
}

Revision Engine::resizePool(const std::string &poolId, const Json &request,
                            const Precondition &when)
{
    return change([&] {
        Pool &pool = livePool(poolId, when);
        requireSteady(pool);
        pool.targetDedicated = request.value("targetDedicatedNodes", pool.targetDedicated);
        pool.targetLowPriority = request.value("targetLowPriorityNodes", pool.targetLowPriority);
        pool.spec["resizeTimeout"] = request.at("resizeTimeout");
        pool.deallocation = disposalOf(request.at("nodeDeallocationOption").get<std::string>());
        pool.resizeErrors.clear();
        touch(pool.revision);
        setState(pool, AllocationState::Resizing);
        return pool.revision;
    });
}

Revision Engine::stopResize(const std::string &poolId, const Precondition &when)
{
    return change([&] {
        Pool &pool = livePool(poolId, when);
        if (pool.allocationState != AllocationState::Resizing)
            throw ApiError("OperationInvalidForCurrentState");
        touch(pool.revision);
        setState(pool, AllocationState::Stopping);
        return pool.revision;
    });
}

Revision Engine::removeNodes(const std::string &poolId, const Json &request,
                             const Precondition &when)
{
    return change([&] {
        Pool &pool = livePool(poolId, when);
        requireSteady(pool);
        std::set<Node *> chosen;
        for (const auto &id : request.at("nodeList"))
            chosen.insert(&node(poolId, id.get<std::string>()));
        const auto disposal = disposalOf(request.at("nodeDeallocationOption").get<std::string>());
        for (Node *node : chosen) {
            if (node->leaving)
                continue;
            int &target = node->dedicated ? pool.targetDedicated : pool.targetLowPriority;
            target = std::max(0, target - 1);
            leave(*node, disposal);
        }
        pool.resizeErrors.clear();
        touch(pool.revision);
        setState(pool, AllocationState::Resizing);
        return pool.revision;
    });
}

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

void Engine::reconcilePool(Pool &pool)
{
    for (auto at = pool.nodes.begin(); at != pool.nodes.end();) {
        Node &node = at->second;
        ++at; // the node may go
        reconcileNode(pool, node);
    }
    if (pool.state != PoolState::Deleting) {
        reconcileAllocation(pool);
        return;
    }
    if (!pool.nodes.empty())
        return;
    m_trash.take(m_options.around.stateDirectory / "nodes" / pool.id);
    m_dirtyPools.erase(&pool);
    m_removals.push_back([id = pool.id](Store &store) { store.removePool(id); });
    m_model.pools.erase(std::string(pool.id));
}

bool Engine::anyNodeLeaving() const
{
    for (const auto &[id, pool] : m_model.pools) {
        for (const auto &[nodeId, node] : pool.nodes) {
            if (node.leaving)
                return true;
        }
    }
    return false;
}

void Engine::endResize(Pool &pool, std::vector<ResizeError> errors)
{
    pool.resizeErrors = std::move(errors);
    setState(pool, AllocationState::Steady);
}

void Engine::reconcileAllocation(Pool &pool)
{
    if (pool.allocationState == AllocationState::Steady)
        return;
    int missing = 0;
    bool dedicatedMissing = false;
    for (const bool dedicated : {true, false}) {
        std::vector<Node *> staying;
        for (auto &[id, node] : pool.nodes) {
            if (!node.leaving && node.dedicated == dedicated)
                staying.push_back(&node);
        }
        const int target = dedicated ? pool.targetDedicated : pool.targetLowPriority;
        int count = int(staying.size());
        if (pool.allocationState == AllocationState::Stopping)
            continue;
        // The least is lost by taking nodes with the fewest tasks, and of these the newest.
        std::sort(staying.begin(), staying.end(), [](const Node *a, const Node *b) {
            return a->tasks.size() != b->tasks.size() ? a->tasks.size() < b->tasks.size()
                                                      : a->sequence > b->sequence;
        });
        for (int i = 0; count > target; ++i, --count)
            leave(*staying[std::size_t(i)], pool.deallocation);
        for (; count < target && m_model.nodeCount() < m_options.maxNodes; ++count)
            createNode(pool, dedicated);
        missing += target - count;
        dedicatedMissing = dedicatedMissing || (dedicated && count < target);
    }
    const bool leaving = std::any_of(pool.nodes.begin(), pool.nodes.end(),
                                     [](const auto &item) { return item.second.leaving; });
    if (leaving)
        return;
    if (pool.allocationState == AllocationState::Stopping) {
        endResize(pool, {{"ResizeStopped", "The resize was stopped by the user"}});
    } else if (missing == 0) {
        endResize(pool, {});
    } else if (now() >= pool.allocationStateTransitionTime + resizeTimeout(pool)) {
        endResize(pool,
                  {{"AllocationTimedout",
                    "Desired number of nodes could not be allocated as the resize timeout was "
                    "reached"}});
    } else if (anyNodeLeaving() || (pool.nodes.empty() && m_model.nodeCount() > 0)) {
        // Other pools have, or are about to give back, the nodes: two runs at once take turns.
        noteDeadline(pool.allocationStateTransitionTime + resizeTimeout(pool));
    } else {
        endResize(
            pool,
            {{dedicatedMissing ? "AccountCoreQuotaReached" : "AccountLowPriorityCoreQuotaReached",
              "This computer runs " + std::to_string(m_options.maxNodes)
                  + " nodes over all pools, and " + std::to_string(missing)
                  + " of those asked for did not fit. Ask for fewer nodes, or let the service "
                    "offer more."}});
    }
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
