// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/auth/sharedkeyheader.h"
#include "core/localservice/clock.h"

#include <string>

namespace Batchdesk::LocalService::Auth {

//! \brief A query that lets its bearer read and list one container of our own until \a expiry.
std::string containerReadSas(const Account &account, const std::string &container,
                             ServiceClock::Time expiry);

} // namespace Batchdesk::LocalService::Auth
