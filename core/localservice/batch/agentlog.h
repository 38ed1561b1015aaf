// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/wiretime.h"

#include <filesystem>
#include <string_view>

//! \brief What a node notes about itself and its tasks: one line each, beginning with the time.
namespace Batchdesk::LocalService {

//! \brief Where the log lies on the node with this root.
std::filesystem::path agentLogFile(const std::filesystem::path &nodeRoot);
//! \brief Adds a line. Nothing happens when the node has no folder (yet), or the disk is full.
void noteInAgentLog(const std::filesystem::path &nodeRoot, Time time, std::string_view text);
//! \brief Writes the lines from \a begin to \a end into the new file \a target; false when there
//! are none.
bool copyAgentLog(const std::filesystem::path &nodeRoot, Time begin, Time end,
                  const std::filesystem::path &target);

} // namespace Batchdesk::LocalService
