// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace Batchdesk::LocalService {

//! \brief A random GUID in lower case. Thread-safe.
std::string newGuid();

} // namespace Batchdesk::LocalService
