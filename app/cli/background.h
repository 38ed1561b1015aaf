// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <optional>

namespace Batchdesk::Cli {

//! \brief The argument that asks for goToBackground().
constexpr auto backgroundArgument = "--background";

//! \brief Reads all of standard input, then lets whoever started the program go on: the process
//! that it waits for ends with 0, and a copy goes on in a session of its own without standard
//! streams. To be called before anything else in main(). Gives what was read, such as an account's
//! keys.
Secret goToBackground();

} // namespace Batchdesk::Cli
