// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/base/secret.h"

namespace Batchdesk::Git {

//! \brief Takes the passphrase off a private key by ssh-keygen, for the kinds that libssh reads but
//! does not write. Unsupported when there is no ssh-keygen, or it does not do it. Blocks for up to
//! half a minute: not for the GUI thread.
Outcome<Secret> withoutPassphrase(const Secret &text, const Secret &passphrase);

} // namespace Batchdesk::Git
