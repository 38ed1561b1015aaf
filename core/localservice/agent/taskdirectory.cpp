// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/taskdirectory.h"

#include <fstream>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {

namespace {

//! \brief Makes every folder below writable for its owner, so that it can be emptied. Follows no
//! links.
void openUp(const fs::path &folder)
{
    std::error_code ignored;
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add, ignored);
    for (fs::directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
        if (it->symlink_status(ignored).type() == fs::file_type::directory)
            openUp(it->path());
    }
}

void removeTree(const fs::path &path)
{
    std::error_code failed;
    fs::remove_all(path, failed);
    if (!failed)
        return;
    // A program may have left folders that even their owner cannot empty.
    if (fs::symlink_status(path).type() == fs::file_type::directory)
        openUp(path);
    fs::remove_all(path);
}

} // namespace

void TaskDirectory::prepare() const
{
    fs::create_directories(m_root);
    for (const fs::path &path : {workingDirectory(), m_root / "certs", standardOutput(),
                                 standardError(), uploadOutput(), uploadError()})
        removeTree(path);
    fs::create_directory(workingDirectory());
    fs::create_directory(m_root / "certs");
    for (const fs::path &path : {standardOutput(), standardError()}) {
        if (!std::ofstream(path))
            throw fs::filesystem_error("making a file", path,
                                       std::make_error_code(std::errc::io_error));
    }
}

void TaskDirectory::appendLine(const fs::path &file, std::string_view line)
{
    std::ofstream(file, std::ios::app | std::ios::binary) << line << '\n';
}

std::optional<fs::path> TaskDirectory::pathInside(const fs::path &folder, std::string_view filePath)
{
    if (filePath.find('\0') != std::string_view::npos)
        return {};
    const fs::path path = fs::path(filePath).lexically_normal();
    if (path.empty() || path == "." || path.is_absolute() || path.has_root_name()
        || *path.begin() == "..")
        return {};
    return folder / path;
}

} // namespace Batchdesk::LocalService
