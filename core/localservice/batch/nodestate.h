// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/apiversion.h"
#include "core/localservice/batch/model.h"

//! \brief What the state of a node allows, and how it is told.
namespace Batchdesk::LocalService {

//! \brief Throws ApiError NodeBeing…, NodeStateUnusable or OperationInvalidForCurrentState unless
//! the node has booted and is not on its way to something else.
void requireReady(const Node &node);
//! \brief As requireReady(), but an unusable node will do: what is asked for makes it anew.
void requireRestartable(const Node &node);
//! \brief Its files can be looked at: throws what requireReady() would unless it has booted, but
//! while it boots again they are there as before.
void requireBooted(const Node &node);
//! \brief It takes no new work and gives up what it has: leaving, or about to boot or to stop.
bool isCeasing(const Node &node);

//! \brief The state as a client of \a version knows it. A machine that is or gets deallocated is
//! "offline" to those from before 2024-07: their lists of states have no better word, and some
//! fail over a state that they do not know.
std::string_view shownState(const Node &node, ApiVersion version);

} // namespace Batchdesk::LocalService
