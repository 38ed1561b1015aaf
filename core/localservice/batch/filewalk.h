// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief Goes through the files of a folder in an order that can be taken up again: a folder comes
//! before what is in it, names are compared byte by byte. In memory are only the names beside the
//! way down to the present one, however large the tree is.
//!
//! Links are shown, but not followed into folders; those that lead out of the root are left out.
//! Files come and go while a task runs, and what cannot be read is passed over.
class FileWalk
{
public:
    //! \param after a name that next() gave, or empty to begin.
    FileWalk(const std::filesystem::path &root, bool recursive, const std::string &after);

    //! \brief The next name, relative to the root, with slashes; nothing at the end.
    std::optional<std::string> next();

private:
    struct Level
    {
        std::filesystem::path folder;
        std::string prefix; //!< Of the names in it: empty, or ending in a slash.
        std::vector<std::string> names;
        std::size_t at = 0;
    };

    void enter(const std::filesystem::path &folder, const std::string &prefix);
    void resume(const std::filesystem::path &after);

    std::filesystem::path m_root;
    bool m_recursive;
    std::vector<Level> m_levels;
};

//! \brief \a path is \a root or lies below it; both canonical.
bool isInside(const std::filesystem::path &path, const std::filesystem::path &root);

} // namespace Batchdesk::LocalService
