// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/settings.h"

#include <vector>

namespace Batchdesk {

//! \brief Follows a shell command character by character and knows whether the next one would stand
//! inside quotes. Enough of bash and PowerShell for that; it does not judge the command.
class ShellScan
{
public:
    explicit ShellScan(ImageChoice::Os os)
        : m_isBash(os == ImageChoice::Os::Linux)
    {
    }

    void feed(QChar c);
    //! \brief A whole word was put here that is balanced in itself.
    void skipWord();

    //! \brief True inside '…' or "…", where a quoted value would lose its meaning.
    bool isQuoted() const;
    //! \brief True right behind the shell's escape character.
    bool isEscaped() const { return m_escaped; }
    //! \brief True right behind an unquoted '$', which would make the value something else.
    bool isBehindDollar() const { return m_behindDollar; }

private:
    enum class Context { Single, AnsiC, Double, Group, Backtick, Comment };

    void feedPlain(QChar c, QChar previous);
    bool isPlain() const;
    void push(Context context) { m_stack.push_back(context); }

    bool m_isBash;
    bool m_escaped = false;
    bool m_behindDollar = false;
    QChar m_previous = QLatin1Char(' ');
    std::vector<Context> m_stack;
};

} // namespace Batchdesk
