// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/wildcard.h"

#include <QCoreApplication>

#include <algorithm>

namespace Batchdesk {

namespace {

Error patternError(const char *message, const std::u32string &pattern)
{
    return Error::invalidInput(
        QCoreApplication::translate("Wildcard", message).arg(QString::fromStdU32String(pattern)));
}

} // namespace

bool Wildcard::Token::accepts(char32_t c) const
{
    switch (kind) {
    case Kind::Character:
        return c == character;
    case Kind::Set: {
        const bool inside = std::any_of(ranges.begin(), ranges.end(), [c](const auto &range) {
            return c >= range.first && c <= range.second;
        });
        return c != U'/' && inside != negated;
    }
    case Kind::One:
    case Kind::Many:
        return c != U'/';
    case Kind::Everything:
    case Kind::Folders:
        return true;
    }
    return false;
}

Outcome<Wildcard::Token> Wildcard::readSet(const std::u32string &pattern, size_t &at)
{
    Token token;
    token.kind = Token::Kind::Set;
    size_t i = at + 1;
    if (i < pattern.size() && (pattern[i] == U'!' || pattern[i] == U'^')) {
        token.negated = true;
        ++i;
    }
    const size_t first = i;
    const auto readCharacter = [&]() {
        if (pattern[i] == U'\\' && i + 1 < pattern.size())
            ++i;
        return pattern[i++];
    };
    // A ']' that comes first stands for itself.
    while (i < pattern.size() && (pattern[i] != U']' || i == first)) {
        const char32_t low = readCharacter();
        char32_t high = low;
        if (i + 1 < pattern.size() && pattern[i] == U'-' && pattern[i + 1] != U']') {
            ++i;
            high = readCharacter();
        }
        if (high < low)
            return patternError(
                QT_TRANSLATE_NOOP("Wildcard", "The pattern \"%1\" has a range that runs backwards"),
                pattern);
        token.ranges.emplace_back(low, high);
    }
    if (i >= pattern.size())
        return patternError(
            QT_TRANSLATE_NOOP("Wildcard", "The pattern \"%1\" has a \"[\" without its \"]\""),
            pattern);
    at = i;
    return token;
}

Outcome<Wildcard> Wildcard::compile(const QString &text)
{
    const std::u32string pattern = text.toStdU32String();
    Wildcard wildcard;
    for (size_t i = 0; i < pattern.size(); ++i) {
        Token token;
        const char32_t c = pattern[i];
        if (c == U'*') {
            size_t end = i;
            while (end < pattern.size() && pattern[end] == U'*')
                ++end;
            const bool wholeName = i == 0 || pattern[i - 1] == U'/';
            token.kind = Token::Kind::Many;
            // As in .gitignore, "**" crosses folders only where it stands for whole names.
            if (end - i >= 2 && wholeName && end == pattern.size()) {
                token.kind = Token::Kind::Everything;
            } else if (end - i >= 2 && wholeName && pattern[end] == U'/') {
                token.kind = Token::Kind::Folders;
                ++end;
            }
            i = end - 1;
        } else if (c == U'?') {
            token.kind = Token::Kind::One;
        } else if (c == U'[') {
            Outcome<Token> set = readSet(pattern, i);
            if (!set)
                return set.error();
            token = *set;
        } else if (c == U'\\') {
            if (++i == pattern.size())
                return patternError(
                    QT_TRANSLATE_NOOP("Wildcard", "The pattern \"%1\" ends in a lone \"\\\""),
                    pattern);
            token.character = pattern[i];
        } else {
            token.character = c;
        }
        wildcard.m_tokens.push_back(std::move(token));
    }
    return wildcard;
}

bool Wildcard::matches(const QString &text) const
{
    // All states at once instead of backtracking, so that no pattern can make it slow. State 2i is
    // "before token i"; 2i+1 is "within the folders that token i swallows".
    const size_t count = m_tokens.size();
    std::vector<char> now(2 * count + 1, 0);
    std::vector<char> next(now.size(), 0);
    const auto enter = [&](std::vector<char> &states, size_t token) {
        states[2 * token] = 1;
        while (token < count
               && (m_tokens[token].kind == Token::Kind::Many
                   || m_tokens[token].kind == Token::Kind::Everything
                   || m_tokens[token].kind == Token::Kind::Folders))
            states[2 * ++token] = 1;
    };
    enter(now, 0);
    for (const char32_t c : text.toStdU32String()) {
        std::fill(next.begin(), next.end(), 0);
        for (size_t i = 0; i < count; ++i) {
            const Token &token = m_tokens[i];
            if (token.kind == Token::Kind::Folders) {
                if (now[2 * i] || now[2 * i + 1]) {
                    next[2 * i + 1] = 1;
                    if (c == U'/')
                        enter(next, i + 1);
                }
            } else if (now[2 * i] && token.accepts(c)) {
                const bool stays =
                    token.kind == Token::Kind::Many || token.kind == Token::Kind::Everything;
                enter(next, stays ? i : i + 1);
            }
        }
        now.swap(next);
    }
    return now[2 * count];
}

Outcome<InputPattern> InputPattern::compile(const QString &pattern)
{
    if (pattern.isEmpty())
        return Error::invalidInput(
            QCoreApplication::translate("Wildcard", "A pattern must not be empty"));
    const bool nameOnly = !pattern.contains(QLatin1Char('/'));
    QString relative = pattern;
    while (relative.startsWith(QLatin1String("./")))
        relative.remove(0, 2);
    while (relative.startsWith(QLatin1Char('/')))
        relative.remove(0, 1);
    Outcome<Wildcard> wildcard = Wildcard::compile(relative);
    if (!wildcard)
        return wildcard.error();
    InputPattern result(*wildcard);
    result.m_nameOnly = nameOnly;
    result.m_allowsHidden =
        relative.startsWith(QLatin1Char('.')) || relative.contains(QLatin1String("/."));
    return result;
}

bool InputPattern::matches(const QString &path) const
{
    const bool hidden = path.startsWith(QLatin1Char('.')) || path.contains(QLatin1String("/."));
    if (hidden && !m_allowsHidden)
        return false;
    return m_wildcard.matches(m_nameOnly ? path.section(QLatin1Char('/'), -1) : path);
}

} // namespace Batchdesk
