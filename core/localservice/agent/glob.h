// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief A file found by a pattern.
struct GlobMatch
{
    std::filesystem::path file; //!< Where it is.
    std::string relativePath;   //!< Below the pattern's folder part without wildcards, with '/'.

    bool operator==(const GlobMatch &) const = default;
};

//! \brief The filePattern of an output file.
//!
//! `*` and `?` stay within one folder, `**` crosses folders, `[abc]`, `[a-c]` and `[!a]` stand for
//! one character. A name that starts with a dot needs that dot in the pattern. `$NAME` and
//! `${NAME}` are taken from the task's environment, their values literally; a name not in it stays
//! as written.
class GlobPattern
{
public:
    GlobPattern(std::string_view pattern, const std::map<std::string, std::string> &environment);

    //! \brief False when it names one file.
    bool hasWildcards() const { return m_firstWildcard < m_tokens.size(); }

    //! \brief The regular files that match, ordered by relativePath. A relative pattern starts at
    //! \a folder. Links to folders are followed only where no `**` could go round in circles.
    //! Folders that cannot be read count as empty.
    std::vector<GlobMatch> find(const std::filesystem::path &folder) const;

private:
    struct Token
    {
        enum class Kind { Literal, AnyCharacter, AnyRun, AnyFolders, Set };

        Kind kind = Kind::Literal;
        char literal = 0;
        std::string set; //!< Of Set: what stands between the brackets, without '!'.
        bool negated = false;
    };

    void compile(std::string_view pattern, const std::map<std::string, std::string> &environment);
    std::size_t compileSet(std::string_view pattern, std::size_t open);
    void addLiteral(std::string_view text);
    std::size_t folderPartLength() const;
    bool matches(std::string_view relativePath, std::size_t firstToken) const;
    bool matchesAt(const Token &token, std::string_view path, std::size_t at,
                   std::size_t &length) const;

    std::vector<Token> m_tokens;
    std::size_t m_firstWildcard = 0;
    bool m_recursive = false;   //!< Has a `**`.
    bool m_namesHidden = false; //!< Some name in it starts with a dot.
};

} // namespace Batchdesk::LocalService
