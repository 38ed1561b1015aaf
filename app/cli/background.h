// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <optional>

namespace Batchdesk::Cli {

//! \brief The argument that asks for goToBackground().
constexpr auto backgroundArgument = "--background";
//! \brief The argument that says that standard input holds something.
constexpr auto inputArgument = "--secrets-from-stdin";

//! \brief Reads all of standard input if \a readInput, then lets whoever started the program go on:
//! the process that it waits for ends with 0, and a copy goes on in a session of its own without
//! standard streams. To be called before anything else in main(). Gives what was read, such as an
//! account's keys.
Secret goToBackground(bool readInput);

} // namespace Batchdesk::Cli
