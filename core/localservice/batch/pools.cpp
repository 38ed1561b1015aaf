// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"

#include <algorithm>

// Pools.
namespace Batchdesk::LocalService {

namespace {

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
        requirePackages(m_options.around, spec);
        return insertPool(std::move(spec)).revision;
    });
}

Pool &Engine::insertPool(Json spec)
{
    Pool pool;
    pool.id = spec.at("id");
    pool.targetDedicated = spec.value("targetDedicatedNodes", 0);
    pool.targetLowPriority = spec.value("targetLowPriorityNodes", 0);
    pool.spec = std::move(spec);
    startAutoScale(pool);
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
        requirePackages(m_options.around, patch);
        static const std::set<std::string_view> always{
            "startTask", "metadata", "targetNodeCommunicationMode", "applicationPackageReferences"};
        for (const auto &[name, value] : patch.items()) {
            if (!always.contains(name) && !pool.nodes.empty())
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
        if (pool.autoScales())
            throw ApiError::because("OperationNotValidOnPool",
                                    "The size of the pool follows its formula. Disable automatic "
                                    "scaling first.");
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
        // The pool keeps the nodes that it has now; those that are being cleared are lost to it.
        for (auto &[id, node] : pool.nodes)
            stay(node);
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
        pool.spec["resizeTimeout"] = request.at("resizeTimeout");
        pool.resizeErrors.clear();
        touch(pool.revision);
        setState(pool, AllocationState::Resizing);
        return pool.revision;
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
        reconcileAutoScale(pool);
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

} // namespace Batchdesk::LocalService
