// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/filewalk.h"

#include <algorithm>

namespace Batchdesk::LocalService {

namespace fs = std::filesystem;

bool isInside(const fs::path &path, const fs::path &root)
{
    return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

FileWalk::FileWalk(const fs::path &root, bool recursive, const std::string &after)
    : m_recursive(recursive)
{
    std::error_code error;
    m_root = fs::canonical(root, error);
    if (error)
        return;
    enter(m_root, {});
    resume(after);
}

void FileWalk::enter(const fs::path &folder, const std::string &prefix)
{
    Level level{folder, prefix, {}, 0};
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        level.names.push_back(at->path().filename().string());
    std::sort(level.names.begin(), level.names.end());
    m_levels.push_back(std::move(level));
}

void FileWalk::resume(const fs::path &after)
{
    for (const auto &part : after) {
        Level &level = m_levels.back();
        const std::string name = part.string();
        const auto [same, beyond] = std::equal_range(level.names.begin(), level.names.end(), name);
        level.at = std::size_t(beyond - level.names.begin());
        std::error_code gone;
        // Only names that are there are gone into: the token comes from outside.
        if (same == beyond || !m_recursive
            || fs::symlink_status(level.folder / name, gone).type() != fs::file_type::directory)
            return;
        enter(fs::path(level.folder) / name, level.prefix + name + '/');
    }
}

std::optional<std::string> FileWalk::next()
{
    while (!m_levels.empty()) {
        Level &level = m_levels.back();
        if (level.at == level.names.size()) {
            m_levels.pop_back();
            continue;
        }
        const std::string &file = level.names[level.at++];
        const fs::path path = level.folder / file;
        const std::string name = level.prefix + file;
        std::error_code error;
        const auto type = fs::symlink_status(path, error).type();
        if (type == fs::file_type::symlink) {
            const auto target = fs::canonical(path, error);
            if (error || !isInside(target, m_root))
                continue;
        }
        if (type == fs::file_type::directory && m_recursive)
            enter(path, name + '/');
        return name;
    }
    return std::nullopt;
}

} // namespace Batchdesk::LocalService
