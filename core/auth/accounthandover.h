// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"

//! \brief An account on its way from one of our processes to another, through a pipe: never by an
//! argument, a file or the environment.
namespace Batchdesk {

//! \brief The account with its keys, as bytes for the pipe.
Secret toHandover(const AccountAccess &account);
//! \brief The reverse. InvalidInput when they are something else; never repeats them.
Outcome<AccountAccess> fromHandover(const Secret &bytes);

} // namespace Batchdesk
