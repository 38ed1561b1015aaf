// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/wildcard.h"

#include <QStringList>

#include <vector>

namespace Batchdesk {

//! \brief Which entries of the application folder stay behind: the rules of one .gitignore file.
//!
//! Blank lines and lines that begin with '#' say nothing; '!' takes an entry back in; a '/' at the
//! end means folders only; a '/' at the beginning or within binds the pattern to the root; `**`
//! crosses folders; spaces at the end count only after '\'. The last pattern that matches decides.
//! Whoever walks a folder does not go into an ignored one, so nothing in it can be taken back in.
class IgnorePatterns
{
public:
    //! \brief What is never of use on a node: version control, caches, virtual environments and
    //! what desktops leave behind.
    static QStringList builtIn();

    //! \brief Adds a line. Fails on a pattern that does not compile; what was added before stays.
    Outcome<void> add(const QString &line);
    //! \brief Adds the lines of a .gitignore; a line that does not compile is left out, as git
    //! does.
    void addFile(const QByteArray &content);

    //! \brief \a path is '/'-separated and relative to the root.
    bool ignores(const QString &path, bool isFolder) const;

private:
    struct Rule
    {
        Wildcard wildcard;
        bool negated = false;
        bool foldersOnly = false;
        bool nameOnly = false;
    };
    std::vector<Rule> m_rules;
};

} // namespace Batchdesk
