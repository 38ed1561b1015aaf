// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Batchdesk::Cli {

//! \brief True when standard output is a terminal that a person looks at.
bool standardOutputIsTerminal();

} // namespace Batchdesk::Cli
