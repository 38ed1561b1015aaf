// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/filter.h"

#include "core/localservice/batch/apierror.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

namespace Batchdesk::LocalService {

namespace {

using Test = std::function<bool(const FieldReader &)>;

struct Token
{
    enum class Kind { End, Name, Text, Open, Close, Comma };
    Kind kind = Kind::End;
    std::string text;
};

// Deep enough for any real filter, and far from the end of a thread's stack.
constexpr int maxDepth = 64;

class Parser
{
public:
    Parser(std::string_view text, const std::vector<std::string_view> &fields)
        : m_text(text)
        , m_rest(text)
        , m_fields(fields)
    {
        advance();
    }

    Test parse()
    {
        Test test = parseOr();
        if (m_token.kind != Token::Kind::End)
            fail("There is something after the end of the expression.");
        return test;
    }

private:
    [[noreturn]] void fail(std::string_view reason) const
    {
        throw ApiError::query("$filter", m_text, reason);
    }

    void advance()
    {
        while (!m_rest.empty() && std::isspace(static_cast<unsigned char>(m_rest.front())))
            m_rest.remove_prefix(1);
        if (m_rest.empty()) {
            m_token = {};
            return;
        }
        const char first = m_rest.front();
        if (first == '(' || first == ')' || first == ',') {
            m_rest.remove_prefix(1);
            m_token = {first == '('       ? Token::Kind::Open
                           : first == ')' ? Token::Kind::Close
                                          : Token::Kind::Comma,
                       {}};
        } else if (first == '\'') {
            m_token = {Token::Kind::Text, quoted()};
        } else {
            const auto end = std::min(m_rest.find_first_of(" \t\r\n(),'"), m_rest.size());
            m_token = {Token::Kind::Name, std::string(m_rest.substr(0, end))};
            m_rest.remove_prefix(end);
        }
    }

    std::string quoted()
    {
        std::string text;
        for (std::size_t i = 1; i < m_rest.size(); ++i) {
            if (m_rest[i] != '\'') {
                text += m_rest[i];
            } else if (i + 1 < m_rest.size() && m_rest[i + 1] == '\'') {
                text += '\'';
                ++i;
            } else {
                m_rest.remove_prefix(i + 1);
                return text;
            }
        }
        fail("A quotation mark is not closed.");
    }

    bool isName(std::string_view name) const
    {
        return m_token.kind == Token::Kind::Name
            && std::equal(name.begin(), name.end(), m_token.text.begin(), m_token.text.end(),
                          [](unsigned char a, unsigned char b) { return a == std::tolower(b); });
    }

    void expect(Token::Kind kind, std::string_view what)
    {
        if (m_token.kind != kind)
            fail(std::string("Expected ") + std::string(what) + '.');
        advance();
    }

    Test parseOr()
    {
        Test left = parseAnd();
        while (isName("or")) {
            advance();
            left = [a = std::move(left), b = parseAnd()](const FieldReader &item) {
                return a(item) || b(item);
            };
        }
        return left;
    }

    Test parseAnd()
    {
        Test left = parseTerm();
        while (isName("and")) {
            advance();
            left = [a = std::move(left), b = parseTerm()](const FieldReader &item) {
                return a(item) && b(item);
            };
        }
        return left;
    }

    Test parseTerm()
    {
        if (++m_depth > maxDepth)
            fail("The expression is nested too deeply.");
        Test test;
        if (m_token.kind == Token::Kind::Open) {
            advance();
            test = parseOr();
            expect(Token::Kind::Close, "a closing parenthesis");
        } else if (isName("not")) {
            advance();
            test = [inner = parseTerm()](const FieldReader &item) { return !inner(item); };
        } else if (isName("startswith")) {
            test = parseStartsWith();
        } else {
            test = parseComparison();
        }
        --m_depth;
        return test;
    }

    std::string parseField()
    {
        const std::string field = m_token.text;
        if (m_token.kind != Token::Kind::Name
            || std::find(m_fields.begin(), m_fields.end(), field) == m_fields.end())
            fail("This collection cannot be filtered by '" + field + "'.");
        advance();
        return field;
    }

    Test parseStartsWith()
    {
        advance();
        expect(Token::Kind::Open, "an opening parenthesis");
        const std::string field = parseField();
        expect(Token::Kind::Comma, "a comma");
        const std::string prefix = m_token.text;
        expect(Token::Kind::Text, "a quoted text");
        expect(Token::Kind::Close, "a closing parenthesis");
        return [field, prefix](const FieldReader &item) {
            const FilterValue value = item(field);
            const auto *text = std::get_if<std::string>(&value);
            return text && text->starts_with(prefix);
        };
    }

    FilterValue parseLiteral()
    {
        const Token token = m_token;
        if (isName("datetime")) {
            advance();
            const auto time =
                m_token.kind == Token::Kind::Text ? parseIsoTime(m_token.text) : std::nullopt;
            if (!time)
                fail("Expected a quoted ISO 8601 time after DateTime.");
            advance();
            return *time;
        }
        if (token.kind != Token::Kind::Name && token.kind != Token::Kind::Text)
            fail("Expected a value.");
        advance();
        if (token.kind == Token::Kind::Text)
            return token.text;
        if (token.text == "true" || token.text == "false")
            return token.text == "true";
        std::int64_t number = 0;
        const char *end = token.text.data() + token.text.size();
        if (const auto read = std::from_chars(token.text.data(), end, number);
            read.ec == std::errc() && read.ptr == end)
            return number;
        if (const auto time = parseIsoTime(token.text))
            return *time;
        fail("'" + token.text + "' is neither a number, a truth value, a time nor a quoted text.");
    }

    Test parseComparison()
    {
        const std::string field = parseField();
        static const std::vector<std::string_view> operators{"eq", "ne", "gt", "ge", "lt", "le"};
        const auto at = std::find_if(operators.begin(), operators.end(),
                                     [this](std::string_view name) { return isName(name); });
        if (at == operators.end())
            fail("Expected eq, ne, gt, ge, lt or le after '" + field + "'.");
        advance();
        const auto which = at - operators.begin();
        return [field, which, wanted = parseLiteral()](const FieldReader &item) {
            const FilterValue value = comparable(item(field), wanted);
            // An absent field is unequal to everything, and neither above nor below anything.
            if (value.index() != wanted.index())
                return which == 1;
            switch (which) {
            case 0:
                return value == wanted;
            case 1:
                return value != wanted;
            case 2:
                return value > wanted;
            case 3:
                return value >= wanted;
            case 4:
                return value < wanted;
            default:
                return value <= wanted;
            }
        };
    }

    // A time may also be compared with a quoted text.
    static FilterValue comparable(FilterValue value, const FilterValue &wanted)
    {
        if (std::holds_alternative<Time>(value) && std::holds_alternative<std::string>(wanted))
            return isoTime(std::get<Time>(value));
        return value;
    }

    std::string_view m_text;
    std::string_view m_rest;
    const std::vector<std::string_view> &m_fields;
    Token m_token;
    int m_depth = 0;
};

} // namespace

Filter::Filter(std::string_view text, const std::vector<std::string_view> &fields)
    : m_test(Parser(text, fields).parse())
{
}

} // namespace Batchdesk::LocalService
