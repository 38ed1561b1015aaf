// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/glob.h"

#include <algorithm>
#include <cctype>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {

namespace {

//! \brief Bytes of the UTF-8 character at \a at; 1 where the text is not UTF-8.
std::size_t characterLength(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > text.size())
        return 1;
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80)
            return 1;
    }
    return length;
}

bool isInSet(std::string_view set, std::string_view character)
{
    for (std::size_t i = 0; i < set.size();) {
        const std::string_view low = set.substr(i, characterLength(set, i));
        i += low.size();
        std::string_view high = low;
        if (i + 1 < set.size() && set[i] == '-') {
            high = set.substr(i + 1, characterLength(set, i + 1));
            i += 1 + high.size();
        }
        // Byte order of UTF-8 is code point order, within and across lengths.
        if (character >= low && character <= high)
            return true;
    }
    return false;
}

bool isNameCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

struct Variable
{
    std::string name;
    std::size_t length = 0; //!< In the pattern, with $ and braces; 0: none here.
};

Variable variableAt(std::string_view pattern, std::size_t at)
{
    const bool braces = at + 1 < pattern.size() && pattern[at + 1] == '{';
    const std::size_t begin = at + (braces ? 2 : 1);
    std::size_t end = begin;
    while (end < pattern.size() && isNameCharacter(pattern[end]))
        ++end;
    if (end == begin || (braces && (end == pattern.size() || pattern[end] != '}')))
        return {};
    return {std::string(pattern.substr(begin, end - begin)), end - at + (braces ? 1 : 0)};
}

bool startsName(std::string_view path, std::size_t at)
{
    return at == 0 || path[at - 1] == '/';
}

} // namespace

GlobPattern::GlobPattern(std::string_view pattern,
                         const std::map<std::string, std::string> &environment)
{
    compile(pattern, environment);
    m_firstWildcard = static_cast<std::size_t>(
        std::find_if(m_tokens.begin(), m_tokens.end(),
                     [](const Token &token) { return token.kind != Token::Kind::Literal; })
        - m_tokens.begin());
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        const bool first = i == 0 || m_tokens[i - 1].kind == Token::Kind::AnyFolders
            || m_tokens[i - 1].literal == '/';
        m_namesHidden = m_namesHidden || (first && m_tokens[i].literal == '.');
        m_recursive = m_recursive || m_tokens[i].kind == Token::Kind::AnyFolders;
    }
}

void GlobPattern::addLiteral(std::string_view text)
{
    for (const char c : text)
        m_tokens.push_back({Token::Kind::Literal, c, {}, false});
}

void GlobPattern::compile(std::string_view pattern,
                          const std::map<std::string, std::string> &environment)
{
    for (std::size_t i = 0; i < pattern.size();) {
        const char c = pattern[i];
        if (c == '$') {
            const Variable variable = variableAt(pattern, i);
            const auto value = environment.find(variable.name);
            if (variable.length > 0 && value != environment.end()) {
                addLiteral(value->second);
                i += variable.length;
                continue;
            }
        }
        if (c == '*') {
            const bool folders = i + 1 < pattern.size() && pattern[i + 1] == '*';
            m_tokens.push_back(
                {folders ? Token::Kind::AnyFolders : Token::Kind::AnyRun, 0, {}, false});
            while (i < pattern.size() && pattern[i] == '*')
                ++i;
            continue;
        }
        const std::size_t set = c == '[' ? compileSet(pattern, i) : 0;
        if (set > 0) {
            i += set;
            continue;
        }
        if (c == '?')
            m_tokens.push_back({Token::Kind::AnyCharacter, 0, {}, false});
        else
            addLiteral(std::string_view(&c, 1));
        ++i;
    }
}

std::size_t GlobPattern::compileSet(std::string_view pattern, std::size_t open)
{
    const bool negated = open + 1 < pattern.size() && pattern[open + 1] == '!';
    const std::size_t begin = open + (negated ? 2 : 1);
    // A bracket that closes nothing yet is a member: []] is the set of ']'.
    const std::size_t close = begin < pattern.size() ? pattern.find(']', begin + 1) : begin;
    if (close >= pattern.size())
        return 0;
    m_tokens.push_back(
        {Token::Kind::Set, 0, std::string(pattern.substr(begin, close - begin)), negated});
    return close + 1 - open;
}

std::size_t GlobPattern::folderPartLength() const
{
    for (std::size_t i = m_firstWildcard; i > 0; --i) {
        if (m_tokens[i - 1].literal == '/')
            return i;
    }
    return 0;
}

bool GlobPattern::matchesAt(const Token &token, std::string_view path, std::size_t at,
                            std::size_t &length) const
{
    length = 1;
    if (token.kind == Token::Kind::Literal)
        return path[at] == token.literal;
    if (path[at] == '.' && startsName(path, at))
        return false;
    if (token.kind == Token::Kind::AnyRun)
        return path[at] != '/';
    if (token.kind == Token::Kind::AnyFolders)
        return true;
    length = characterLength(path, at);
    if (path[at] == '/')
        return false;
    return token.kind == Token::Kind::AnyCharacter
        || isInSet(token.set, path.substr(at, length)) != token.negated;
}

bool GlobPattern::matches(std::string_view path, std::size_t firstToken) const
{
    // One row of reachable places in the path per token: no pattern can make this slow.
    std::vector<bool> reached(path.size() + 1, false);
    reached[0] = true;
    for (std::size_t t = firstToken; t < m_tokens.size(); ++t) {
        const Token &token = m_tokens[t];
        const bool repeats =
            token.kind == Token::Kind::AnyRun || token.kind == Token::Kind::AnyFolders;
        std::vector<bool> next(path.size() + 1, false);
        if (repeats)
            next = reached;
        for (std::size_t at = 0; at < path.size(); ++at) {
            std::size_t length = 0;
            if ((repeats ? next[at] : reached[at]) && matchesAt(token, path, at, length))
                next[at + length] = true;
        }
        // The slash after ** is also matched by no folder at all.
        const bool slashAfterFolders = token.literal == '/' && t > firstToken
            && m_tokens[t - 1].kind == Token::Kind::AnyFolders;
        for (std::size_t at = 0; slashAfterFolders && at < path.size(); ++at)
            next[at] = next[at] || (reached[at] && startsName(path, at));
        reached = std::move(next);
    }
    return reached[path.size()];
}

std::vector<GlobMatch> GlobPattern::find(const fs::path &folder) const
{
    const std::size_t folderPart = folderPartLength();
    std::string text;
    for (std::size_t i = 0; i < m_firstWildcard && (!hasWildcards() || i < folderPart); ++i)
        text += m_tokens[i].literal;
    // The system would take such a name for the part before the zero: another place.
    if (text.find('\0') != std::string::npos)
        return {};
    const fs::path start = folder / text;
    std::vector<GlobMatch> found;
    std::error_code ignored;
    if (!hasWildcards()) {
        if (fs::is_regular_file(start, ignored))
            found.push_back({start, start.filename().string()});
        return found;
    }

    const auto depth =
        std::count_if(m_tokens.begin() + static_cast<std::ptrdiff_t>(folderPart), m_tokens.end(),
                      [](const Token &t) { return t.literal == '/'; });
    const auto options = fs::directory_options::skip_permission_denied
        | (m_recursive ? fs::directory_options::none
                       : fs::directory_options::follow_directory_symlink);
    for (fs::recursive_directory_iterator it(start, options, ignored), end; it != end;
         it.increment(ignored)) {
        const std::string relative = it->path().lexically_relative(start).generic_string();
        const bool hidden = it->path().filename().string().starts_with('.');
        if ((hidden && !m_namesHidden) || (!m_recursive && it.depth() >= depth))
            it.disable_recursion_pending();
        if (it->is_regular_file(ignored) && matches(relative, folderPart))
            found.push_back({it->path(), relative});
    }
    std::sort(found.begin(), found.end(), [](const GlobMatch &a, const GlobMatch &b) {
        return a.relativePath < b.relativePath;
    });
    return found;
}

} // namespace Batchdesk::LocalService
