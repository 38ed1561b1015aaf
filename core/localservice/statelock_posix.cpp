// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/service.h"
#include "core/localservice/statelock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace Batchdesk::LocalService {

StateLock::StateLock(const std::filesystem::path &directory)
    : m_file(::open((directory / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    if (m_file < 0)
        throw ServiceError("The folder " + directory.string() + " cannot be written ("
                           + std::strerror(errno) + "). Choose a folder of your own.");
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_file);
        throw StateInUse(
            "The folder " + directory.string()
            + " is in use by another service. End that one, or choose another folder.");
    }
}

StateLock::~StateLock()
{
    ::close(m_file);
}

} // namespace Batchdesk::LocalService
