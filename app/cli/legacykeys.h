// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/planning.h"
#include "core/base/outcome.h"

#include <memory>

namespace Batchdesk {
class Accounts;
}

namespace Batchdesk::Cli {

//! \brief Moves the keys of an older settings.json to the keychain, makes a profile of the account,
//! and rewrites the file without them. The plan then uses that profile. Fails, with the file as it
//! was, when the keychain does not take them. Waits for the keychain, so not for a window.
Outcome<void> moveLegacyKeys(Planned &planned, std::shared_ptr<Accounts> accounts);

} // namespace Batchdesk::Cli
