// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/nodestate.h"

#include "core/localservice/batch/apierror.h"

namespace Batchdesk::LocalService {

void requireReady(const Node &node)
{
    if (node.state == NodeState::Unusable && !node.leaving)
        throw ApiError("NodeStateUnusable");
    requireRestartable(node);
}

void requireRestartable(const Node &node)
{
    switch (node.state) {
    case NodeState::Creating:
        throw ApiError("NodeBeingCreated");
    case NodeState::Starting:
        throw ApiError("NodeBeingStarted");
    case NodeState::Rebooting:
        throw ApiError("NodeBeingRebooted");
    case NodeState::Reimaging:
        throw ApiError("NodeBeingReimaged");
    case NodeState::LeavingPool:
    case NodeState::Deallocating:
    case NodeState::Deallocated:
        throw ApiError("OperationInvalidForCurrentState");
    case NodeState::WaitingForStartTask:
    case NodeState::StartTaskFailed:
    case NodeState::Idle:
    case NodeState::Running:
    case NodeState::Offline:
    case NodeState::Unusable:
        break;
    }
    if (node.leaving)
        throw ApiError("OperationInvalidForCurrentState");
}

void requireBooted(const Node &node)
{
    const bool away = node.state == NodeState::Reimaging || node.state == NodeState::Unusable;
    if (node.lastBootTime && !away)
        return;
    requireReady(node);
    throw ApiError("OperationInvalidForCurrentState");
}

bool isCeasing(const Node &node)
{
    return node.leaving || node.state == NodeState::Rebooting || node.state == NodeState::Reimaging
        || node.state == NodeState::Deallocating;
}

std::string_view shownState(const Node &node, ApiVersion version)
{
    const bool deallocation =
        node.state == NodeState::Deallocating || node.state == NodeState::Deallocated;
    return wireName(deallocation && version < ApiVersion::V2024_07 ? NodeState::Offline
                                                                   : node.state);
}

} // namespace Batchdesk::LocalService
