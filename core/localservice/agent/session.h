// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace Batchdesk::LocalService {

// Every program is started as the leader of a session of its own, so that it and what it started can
// be ended together, also processes that moved to another process group. The limit: a descendant that
// starts a session of its own (setsid, a daemon) is out of reach.

//! \brief Kills all that is left of the session of \a leader, and waits until it is gone.
//!
//! \a leader must have ended and not been waited for, so that its number cannot belong to another
//! process. Gives up after ten seconds on processes that cannot be killed (stuck in the kernel, or
//! another user's).
void endSessionOf(int leader);

//! \brief What a record file starts with; the new process adds its own /proc/self/stat after it.
//! \param home HOME of the program: it tells a session without its leader from a stranger's.
std::string sessionRecordHeader(const std::string &home);

//! \brief Ends the session that the record file \a record names if it is still the recorded one,
//! waits until it is gone, and removes the file. A file that is no record is only removed.
void endRecordedSession(const std::filesystem::path &record);

} // namespace Batchdesk::LocalService
