// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/glob.h"

#include "tests/fuzz/fuzz.h"

#include <filesystem>
#include <fstream>

// filePattern of an output file, over a small tree: whatever it finds are files of the tree.
namespace Batchdesk::Fuzz {

using namespace LocalService;
namespace fs = std::filesystem;

namespace {

class Tree
{
public:
    Tree()
    {
        std::string pattern = (fs::temp_directory_path() / "batchdesk-fuzz-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            std::abort();
        m_root = pattern;
        fs::create_directories(m_root / "wd/sub/deep");
        fs::create_directories(m_root / "wd/.hidden");
        for (const char *name : {"stdout.txt", "wd/a.txt", "wd/b[1].dat", "wd/.dot", "wd/sub/a.txt",
                                 "wd/sub/deep/result.csv", "wd/.hidden/x", "wd/aaaaaaaaaaaaaaaaab"})
            std::ofstream(m_root / name) << name;
    }
    ~Tree()
    {
        std::error_code ignored;
        fs::remove_all(m_root, ignored);
    }
    fs::path folder() const { return m_root / "wd"; }

private:
    fs::path m_root;
};

} // namespace

void fuzzOne(std::string_view input)
{
    static const Tree tree;
    // An absolute pattern, or one that climbs, would walk over the whole disk.
    if (input.starts_with('/') || input.find("..") != std::string_view::npos
        || input.find('$') != std::string_view::npos || input.size() > 256)
        return;
    const GlobPattern pattern(input, {});
    const auto found = pattern.find(tree.folder());
    for (const auto &match : found) {
        require(fs::is_regular_file(match.file), "what is found is a file");
        require(!match.relativePath.empty() && !fs::path(match.relativePath).is_absolute(),
                "it has a place below the folder");
    }
    if (!pattern.hasWildcards())
        require(found.size() <= 1, "a plain name is one file at most");
}

} // namespace Batchdesk::Fuzz
