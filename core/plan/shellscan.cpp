// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/shellscan.h"

namespace Batchdesk {

bool ShellScan::isPlain() const
{
    return m_stack.empty() || m_stack.back() == Context::Group
        || m_stack.back() == Context::Backtick;
}

bool ShellScan::isQuoted() const
{
    return !m_stack.empty()
        && (m_stack.back() == Context::Single || m_stack.back() == Context::AnsiC
            || m_stack.back() == Context::Double);
}

void ShellScan::skipWord()
{
    m_escaped = false;
    m_behindDollar = false;
    m_previous = QLatin1Char('x');
}

void ShellScan::feed(QChar c)
{
    const QChar previous = m_previous;
    m_previous = c;
    const bool wasEscaped = m_escaped;
    m_escaped = false;
    m_behindDollar = false;
    if (!m_stack.empty() && m_stack.back() == Context::Comment)
        return;
    if (wasEscaped) {
        m_previous = QLatin1Char('x');
        return;
    }
    const bool literal = !m_stack.empty() && m_stack.back() == Context::Single;
    if (c == (m_isBash ? QLatin1Char('\\') : QLatin1Char('`')) && !literal) {
        m_escaped = true;
    } else if (isPlain()) {
        feedPlain(c, previous);
    } else if (m_stack.back() == Context::Double) {
        if (c == QLatin1Char('"'))
            m_stack.pop_back();
        else if (c == QLatin1Char('(') && previous == QLatin1Char('$'))
            push(Context::Group);
        else if (c == QLatin1Char('`'))
            push(Context::Backtick);
    } else if (c == QLatin1Char('\'')) {
        m_stack.pop_back();
    }
}

void ShellScan::feedPlain(QChar c, QChar previous)
{
    const bool startsWord = previous.isSpace() || QStringView(u";|&()").contains(previous);
    m_behindDollar = c == QLatin1Char('$');
    if (c == QLatin1Char('\'')) {
        push(m_isBash && previous == QLatin1Char('$') ? Context::AnsiC : Context::Single);
    } else if (c == QLatin1Char('"')) {
        push(Context::Double);
    } else if (c == QLatin1Char('(')) {
        push(Context::Group);
    } else if (c == QLatin1Char(')')) {
        if (!m_stack.empty() && m_stack.back() == Context::Group)
            m_stack.pop_back();
    } else if (c == QLatin1Char('`')) {
        if (!m_stack.empty() && m_stack.back() == Context::Backtick)
            m_stack.pop_back();
        else
            push(Context::Backtick);
    } else if (c == QLatin1Char('#') && startsWord) {
        push(Context::Comment);
    }
}

} // namespace Batchdesk
