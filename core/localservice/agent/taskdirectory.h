// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace Batchdesk::LocalService {

//! \brief The folder of one task on a node: stdout.txt, stderr.txt, certs/ and wd/, and beside them
//! fileuploadout.txt and fileuploaderr.txt when there are output files.
class TaskDirectory
{
public:
    explicit TaskDirectory(std::filesystem::path root)
        : m_root(std::move(root))
    {
    }

    std::filesystem::path workingDirectory() const { return m_root / "wd"; }
    std::filesystem::path standardOutput() const { return m_root / "stdout.txt"; }
    std::filesystem::path standardError() const { return m_root / "stderr.txt"; }
    std::filesystem::path uploadOutput() const { return m_root / "fileuploadout.txt"; }
    std::filesystem::path uploadError() const { return m_root / "fileuploaderr.txt"; }

    //! \brief Makes the folders and empty stdout.txt and stderr.txt; what an earlier attempt left
    //! in their place is removed first, links themselves and not what they point to. Throws
    //! std::filesystem::filesystem_error.
    void prepare() const;

    //! \brief Adds a line to a log of this folder.
    static void appendLine(const std::filesystem::path &file, std::string_view line);

    //! \brief Where \a filePath lies below \a folder; nothing when it leaves it, names it, or is no
    //! path.
    static std::optional<std::filesystem::path> pathInside(const std::filesystem::path &folder,
                                                           std::string_view filePath);

private:
    std::filesystem::path m_root;
};

} // namespace Batchdesk::LocalService
