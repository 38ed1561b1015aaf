// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/taskrunner.h"

#include <filesystem>
#include <memory>

namespace Batchdesk::LocalService {

//! \brief The runner that starts real processes and talks real HTTP to the Blob endpoint.
//!
//! \param pidDirectory where a file per running process group is kept while it runs, so that a
//! service that was killed can end what it left behind when it starts again.
//! \param rewriteUrl maps a URL that names an earlier port of this service to the current one; may
//! be null.
std::unique_ptr<TaskRunner> makeProcessTaskRunner(
    const std::filesystem::path &pidDirectory,
    std::function<std::string(const std::string &url)> rewriteUrl = {});

//! \brief Ends every process group that an earlier, killed service left running, as recorded in
//! \a pidDirectory (pid and start time must match), waits until they are gone, and clears the
//! records.
void endLeftoverProcesses(const std::filesystem::path &pidDirectory);

} // namespace Batchdesk::LocalService
