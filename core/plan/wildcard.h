// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"

#include <QString>

#include <string>
#include <vector>

namespace Batchdesk {

//! \brief A compiled wildcard pattern over '/'-separated paths: `*` and `?` within one name,
//! `[a-c]` and `[!a]`, `**` across folders, `\` before a character that is meant literally.
//!
//! Matching costs at most pattern length times text length, whatever the pattern. Case counts.
class Wildcard
{
public:
    //! \brief Compiles \a pattern. Fails on an unclosed bracket, a range backwards or a `\` at the
    //! end.
    static Outcome<Wildcard> compile(const QString &pattern);

    //! \brief True when the whole of \a text matches.
    bool matches(const QString &text) const;

private:
    struct Token
    {
        enum class Kind {
            Character,  //!< exactly this one
            One,        //!< any but '/'
            Set,        //!< one of the ranges, or none of them; never '/'
            Many,       //!< any number but of '/'
            Everything, //!< `**`: any number of anything
            Folders,    //!< `**/`: nothing, or anything that ends in '/'
        };
        Kind kind = Kind::Character;
        char32_t character = 0;
        bool negated = false;
        std::vector<std::pair<char32_t, char32_t>> ranges;

        bool accepts(char32_t c) const;
    };
    Wildcard() = default;
    static Outcome<Token> readSet(const std::u32string &pattern, size_t &at);

    std::vector<Token> m_tokens;
};

//! \brief Input patterns of settings.json: a pattern without '/' is compared with the file's name,
//! one with '/' with its path. A leading dot of a name must be written out, as in a shell.
class InputPattern
{
public:
    //! \brief Compiles \a pattern; fails as Wildcard::compile() does, and when it is empty.
    static Outcome<InputPattern> compile(const QString &pattern);
    //! \brief True for a '/'-separated \a path relative to the input folder.
    bool matches(const QString &path) const;

private:
    explicit InputPattern(Wildcard wildcard)
        : m_wildcard(std::move(wildcard))
    {
    }

    Wildcard m_wildcard;
    bool m_nameOnly = true;
    bool m_allowsHidden = false;
};

} // namespace Batchdesk
