// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace Batchdesk::LocalService {

// Every program is started as the leader of a session of its own, with a mark of its own in its
// environment, so that it and what it started can be ended together: also processes that moved to
// another process group, and those that started a session of their own (setsid, a daemon). The
// limit: a descendant that does that and clears its environment is out of reach.

//! \brief Kills all that is left of the session of \a leader, or carries \a mark, and waits until
//! it is gone.
//!
//! \param mark an entry of the environment, "NAME=value"; empty for none.
//! \a leader must have ended and not been waited for, so that its number cannot belong to another
//! process. Gives up after ten seconds on processes that cannot be killed (stuck in the kernel, or
//! another user's).
void endSessionOf(int leader, const std::string &mark);

//! \brief What a record file starts with; the new process adds its own /proc/self/stat after it.
//! \param mark tells the program's processes from strangers' when its session has lost its leader.
std::string sessionRecordHeader(const std::string &mark);

//! \brief Ends the session that the record file \a record names if it is still the recorded one,
//! and all that carries its mark, waits until it is gone, and removes the file. A file that is no
//! record is only removed.
void endRecordedSession(const std::filesystem::path &record);

} // namespace Batchdesk::LocalService
