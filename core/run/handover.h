// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/run/runstate.h"

#include <optional>

//! \brief Secrets on their way from one of our processes to another, through a pipe: never by an
//! argument, a file or the environment.
namespace Batchdesk {

//! \brief What a runner is given rather than fetching it itself.
struct Handover
{
    std::optional<AccountAccess> account;       //!< A profile with its keys.
    std::optional<RepositoryAccess> repository; //!< What opens the repository of the run.

    bool isEmpty() const { return !account && !repository; }
};

//! \brief As bytes for the pipe.
Secret toBytes(const Handover &handover);
//! \brief The reverse. InvalidInput when they are something else; never repeats them.
Outcome<Handover> handoverFrom(const Secret &bytes);

} // namespace Batchdesk
