// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/commandline.h"

namespace Batchdesk::LocalService {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

class Splitter
{
public:
    explicit Splitter(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<std::string> words()
    {
        while (skipBlanks())
            m_words.push_back(word());
        if (m_words.empty())
            throw CommandLineError("The command line is empty: give a program to run.");
        return std::move(m_words);
    }

private:
    bool skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
        return m_at < m_text.size();
    }

    std::string word()
    {
        std::string out;
        while (m_at < m_text.size() && !isBlank(m_text[m_at])) {
            const char c = m_text[m_at];
            if (c == '\'')
                singleQuoted(out);
            else if (c == '"')
                doubleQuoted(out);
            else if (c == '\\')
                escaped(out);
            else {
                out += c;
                ++m_at;
            }
        }
        return out;
    }

    void singleQuoted(std::string &out)
    {
        const std::size_t close = m_text.find('\'', m_at + 1);
        if (close == std::string_view::npos)
            throw openQuote("single", m_at);
        out.append(m_text.substr(m_at + 1, close - m_at - 1));
        m_at = close + 1;
    }

    void doubleQuoted(std::string &out)
    {
        const std::size_t open = m_at++;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return;
            }
            const bool escapes = c == '\\' && m_at + 1 < m_text.size()
                && std::string_view("\"\\$`").find(m_text[m_at + 1]) != std::string_view::npos;
            out += escapes ? m_text[++m_at] : c;
        }
        throw openQuote("double", open);
    }

    void escaped(std::string &out)
    {
        if (m_at + 1 == m_text.size())
            throw CommandLineError(
                "The command line ends in a backslash: put the character it escapes after it.");
        out += m_text[m_at + 1];
        m_at += 2;
    }

    static CommandLineError openQuote(const char *kind, std::size_t at)
    {
        return CommandLineError(std::string("The ") + kind + " quote at character "
                                + std::to_string(at + 1)
                                + " of the command line is never closed: close or escape it.");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<std::string> m_words;
};

} // namespace

std::vector<std::string> splitCommandLine(std::string_view commandLine)
{
    return Splitter(commandLine).words();
}

} // namespace Batchdesk::LocalService
