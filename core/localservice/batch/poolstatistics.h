// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/model.h"

//! \brief What the nodes of a pool came to: $expand=stats.
namespace Batchdesk::LocalService {

//! \brief The processors of a node of this size, by its name: 2 of "standard_d2s_v3", 1 of names
//! that tell nothing.
int coresOf(std::string_view vmSize);

//! \brief The time for which \a node has been there until \a now, times its processors; nothing
//! for low-priority nodes.
Duration dedicatedCoreTime(const Pool &pool, const Node &node, Time now);

Json encodePoolStatistics(const std::string &url, const Pool &pool, Time now);

} // namespace Batchdesk::LocalService
