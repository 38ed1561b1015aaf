// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/filefacts.h"

#include <cstdio>

#include <sys/stat.h>

namespace Batchdesk::LocalService {

std::optional<FileFacts> factsOf(const std::filesystem::path &path)
{
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0 || !(S_ISREG(info.st_mode) || S_ISDIR(info.st_mode)))
        return std::nullopt;
    FileFacts facts;
    facts.directory = S_ISDIR(info.st_mode);
    facts.size = facts.directory ? 0 : std::uint64_t(info.st_size);
    facts.changed = Time(std::chrono::seconds(info.st_mtim.tv_sec)
                         + std::chrono::microseconds(info.st_mtim.tv_nsec / 1000));
    char text[16];
    std::snprintf(text, sizeof text, "0o%o", unsigned(info.st_mode));
    facts.mode = text;
    return facts;
}

} // namespace Batchdesk::LocalService
