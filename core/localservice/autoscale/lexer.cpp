// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Batchdesk::LocalService::Autoscale {

namespace {

// The longer ones first, for "<=" begins with "<".
constexpr std::array<std::string_view, 24> symbols{"<=", ">=", "==", "!=", "&&", "||", "<", ">",
                                                   "=",  "!",  "+",  "-",  "*",  "/",  "?", ":",
                                                   ";",  "(",  ")",  ",",  ".",  "[",  "]", "%"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool beginsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

class Lexer
{
public:
    explicit Lexer(std::string_view formula)
        : m_rest(formula)
    {
    }

    std::vector<Token> run()
    {
        std::vector<Token> tokens;
        do {
            skipBlanks();
            tokens.push_back(next());
        } while (tokens.back().kind != Token::Kind::End);
        return tokens;
    }

private:
    [[noreturn]] void fail(const std::string &description) const
    {
        throw FormulaError(FormulaError::Kind::Syntax, m_position, description);
    }

    std::string_view take(std::size_t count)
    {
        const auto taken = m_rest.substr(0, count);
        for (const char c : taken) {
            if (c == '\n') {
                ++m_position.line;
                m_position.column = 1;
            } else {
                ++m_position.column;
            }
        }
        m_rest.remove_prefix(taken.size());
        return taken;
    }

    void skipBlanks()
    {
        while (!m_rest.empty()) {
            if (m_rest.starts_with("//"))
                take(std::min(m_rest.find('\n'), m_rest.size()));
            else if (std::string_view(" \t\r\n").find(m_rest.front()) != std::string_view::npos)
                take(1);
            else
                return;
        }
    }

    Token next()
    {
        Token token;
        token.position = m_position;
        if (m_rest.empty())
            return token;
        const char first = m_rest.front();
        if (beginsName(first))
            takeName(token);
        else if (isDigit(first) || (first == '.' && m_rest.size() > 1 && isDigit(m_rest[1])))
            takeNumber(token);
        else if (first == '"')
            takeText(token);
        else
            takeSymbol(token);
        return token;
    }

    void takeName(Token &token)
    {
        std::size_t length = 1;
        while (
            length < m_rest.size()
            && ((beginsName(m_rest[length]) && m_rest[length] != '$') || isDigit(m_rest[length])))
            ++length;
        if (m_rest.substr(0, length) == "$")
            fail("A variable needs a name after the dollar sign.");
        token.kind = Token::Kind::Name;
        token.text = take(length);
    }

    void takeNumber(Token &token)
    {
        const char *begin = m_rest.data();
        const auto [end, error] = std::from_chars(begin, begin + m_rest.size(), token.number);
        if (error != std::errc())
            fail("The number is too large or too small.");
        const auto length = std::size_t(end - begin);
        if (length < m_rest.size() && (beginsName(m_rest[length]) || isDigit(m_rest[length])))
            fail("A number is not followed by a name.");
        token.kind = Token::Kind::Number;
        token.text = take(length);
    }

    void takeText(Token &token)
    {
        const auto end = m_rest.find('"', 1);
        if (end == std::string_view::npos)
            fail("The string has no closing quote.");
        token.kind = Token::Kind::Text;
        token.text = take(end + 1).substr(1, end - 1);
    }

    void takeSymbol(Token &token)
    {
        for (const auto symbol : symbols) {
            if (m_rest.starts_with(symbol)) {
                token.kind = Token::Kind::Symbol;
                token.text = take(symbol.size());
                return;
            }
        }
        fail("This character has no meaning in a formula.");
    }

    std::string_view m_rest;
    Position m_position;
};

} // namespace

std::vector<Token> splitFormula(std::string_view formula)
{
    return Lexer(formula).run();
}

} // namespace Batchdesk::LocalService::Autoscale
