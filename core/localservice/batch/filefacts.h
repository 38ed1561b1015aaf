// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/model.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace Batchdesk::LocalService {

//! \brief What File - Get Properties tells of a file on a node.
struct FileFacts
{
    bool directory = false;
    std::uint64_t size = 0; //!< Bytes; 0 for directories.
    Time changed{};
    std::string mode; //!< "0o100644"
};

//! \brief The facts of a regular file or a directory, links followed; nothing for all else.
std::optional<FileFacts> factsOf(const std::filesystem::path &path);

} // namespace Batchdesk::LocalService
