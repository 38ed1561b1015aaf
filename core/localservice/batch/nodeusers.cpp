// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/nodestate.h"

// The accounts of nodes.
namespace Batchdesk::LocalService {

void Engine::addNodeUser(const std::string &poolId, const std::string &nodeId,
                         const std::string &name, const NodeUser &user)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        requireReady(target);
        dropExpiredUsers(target);
        if (!target.users.emplace(name, user).second)
            throw ApiError("NodeUserExists");
        m_dirtyNodes.insert(&target);
    });
}

void Engine::updateNodeUser(const std::string &poolId, const std::string &nodeId,
                            const std::string &name, NodeUser user)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        requireReady(target);
        NodeUser &known = nodeUser(target, name);
        user.isAdmin = known.isAdmin; // the one thing that cannot be changed
        known = user;
        m_dirtyNodes.insert(&target);
    });
}

void Engine::deleteNodeUser(const std::string &poolId, const std::string &nodeId,
                            const std::string &name)
{
    change([&] {
        Node &target = node(poolId, nodeId);
        requireReady(target);
        nodeUser(target, name);
        target.users.erase(name);
        m_dirtyNodes.insert(&target);
    });
}

NodeUser &Engine::nodeUser(Node &node, const std::string &name)
{
    dropExpiredUsers(node);
    const auto at = node.users.find(name);
    if (at == node.users.end())
        throw ApiError("NodeUserNotFound");
    return at->second;
}

void Engine::dropExpiredUsers(Node &node)
{
    if (std::erase_if(node.users, [&](const auto &u) { return u.second.expiryTime <= now(); }) > 0)
        m_dirtyNodes.insert(&node);
    for (const auto &[name, user] : node.users)
        noteDeadline(user.expiryTime);
}

} // namespace Batchdesk::LocalService
