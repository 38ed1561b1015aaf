// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "temporarydirectory.h"

#include <filesystem>
#include <string>

#include <sys/stat.h>
#include <sys/types.h>

namespace Batchdesk::LocalService {

//! \brief Whether a process runs; one that only waits to be collected does not.
inline bool isRunning(pid_t pid)
{
    const std::string stat = contentOf("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t name = stat.rfind(')');
    return name != std::string::npos && stat.at(name + 2) != 'Z' && stat.at(name + 2) != 'X';
}

//! \brief A named pipe through which a program tells the test a number, and that it has come so
//! far.
class ReportPipe
{
public:
    explicit ReportPipe(const std::filesystem::path &path)
        : m_path(path)
    {
        ::mkfifo(path.c_str(), 0600);
    }

    const std::filesystem::path &path() const { return m_path; }
    //! \brief Blocks until the program has written.
    int read() const { return std::stoi(contentOf(m_path)); }

private:
    std::filesystem::path m_path;
};

} // namespace Batchdesk::LocalService
