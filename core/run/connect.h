// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/plan/plan.h"
#include "core/run/runstate.h"

#include <memory>

namespace Batchdesk {

class Transport;

//! \brief What a run of \a plan talks to, signed with the account's keys. Links for the nodes hold
//! for linkLifetime() from now.
RunServices connectServices(const AccountAccess &account, std::shared_ptr<Transport> transport,
                            const Plan &plan);

} // namespace Batchdesk
