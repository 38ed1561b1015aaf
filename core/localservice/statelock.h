// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace Batchdesk::LocalService {

//! \brief Keeps a second service off a state directory. The system lets go of it when the process
//! ends, however it ends.
class StateLock
{
public:
    //! \brief Throws ServiceError when another service holds it.
    explicit StateLock(const std::filesystem::path &directory);
    ~StateLock();
    StateLock(const StateLock &) = delete;
    StateLock &operator=(const StateLock &) = delete;

private:
    int m_file;
};

} // namespace Batchdesk::LocalService
