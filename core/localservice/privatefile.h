// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace Batchdesk::LocalService {

//! \brief Puts \a text into \a file, which nobody else may read (0600), at once or not at all, and
//! on the disk when it returns. Throws std::system_error.
void writePrivateFile(const std::filesystem::path &file, const std::string &text);

} // namespace Batchdesk::LocalService
