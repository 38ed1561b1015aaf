// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/filter.h"

#include "core/localservice/batch/apierror.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace Batchdesk::LocalService {

namespace {

using Test = std::function<bool(const FieldReader &)>;
using Type = FilterField::Type;

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
    Parser(std::string_view text, const FilterFields &fields)
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

    // Terms stand in a list and not in each other, so that a long chain of them needs no stack.
    Test parseOr()
    {
        std::vector<Test> tests{parseAnd()};
        while (isName("or")) {
            advance();
            tests.push_back(parseAnd());
        }
        if (tests.size() == 1)
            return std::move(tests.front());
        return [tests = std::move(tests)](const FieldReader &item) {
            return std::any_of(tests.begin(), tests.end(),
                               [&item](const Test &test) { return test(item); });
        };
    }

    Test parseAnd()
    {
        std::vector<Test> tests{parseTerm()};
        while (isName("and")) {
            advance();
            tests.push_back(parseTerm());
        }
        if (tests.size() == 1)
            return std::move(tests.front());
        return [tests = std::move(tests)](const FieldReader &item) {
            return std::all_of(tests.begin(), tests.end(),
                               [&item](const Test &test) { return test(item); });
        };
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

    const FilterField &parseField()
    {
        const std::string &name = m_token.text;
        const auto at = std::find_if(m_fields.begin(), m_fields.end(),
                                     [&](const FilterField &field) { return field.name == name; });
        if (m_token.kind != Token::Kind::Name || at == m_fields.end())
            fail("This collection cannot be filtered by '" + name + "'.");
        advance();
        return *at;
    }

    Test parseStartsWith()
    {
        advance();
        expect(Token::Kind::Open, "an opening parenthesis");
        const FilterField &field = parseField();
        if (field.type != Type::Text && field.type != Type::Prefix)
            fail("startswith cannot be used with '" + std::string(field.name) + "'.");
        expect(Token::Kind::Comma, "a comma");
        const std::string prefix = m_token.text;
        expect(Token::Kind::Text, "a quoted text");
        expect(Token::Kind::Close, "a closing parenthesis");
        return [name = field.name, prefix](const FieldReader &item) {
            const FilterValue value = item(name);
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
        const FilterField &field = parseField();
        const std::string shown(field.name);
        static constexpr std::array<std::string_view, 6> operators{"eq", "ne", "gt",
                                                                   "ge", "lt", "le"};
        const auto at = std::find_if(operators.begin(), operators.end(),
                                     [this](std::string_view name) { return isName(name); });
        if (at == operators.end())
            fail("Expected eq, ne, gt, ge, lt or le after '" + shown + "'.");
        const auto which = at - operators.begin();
        const bool ordered = field.type != Type::Word && field.type != Type::Truth;
        if (field.type == Type::Prefix || (which > 1 && !ordered))
            fail(std::string(*at) + " cannot be used with '" + shown + "'.");
        advance();
        FilterValue wanted = fitting(parseLiteral(), field);
        return [field, which, wanted = std::move(wanted)](const FieldReader &item) {
            const FilterValue value = folded(item(field.name), field.type);
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

    // The literal as a value of the field's type; refused when it can be none.
    FilterValue fitting(FilterValue value, const FilterField &field) const
    {
        const auto wrong = [&](std::string_view what) {
            fail('\'' + std::string(field.name) + "' must be compared with " + std::string(what)
                 + '.');
        };
        const auto *text = std::get_if<std::string>(&value);
        switch (field.type) {
        case Type::Number:
            if (!std::holds_alternative<std::int64_t>(value))
                wrong("a whole number");
            break;
        case Type::Truth:
            if (!std::holds_alternative<bool>(value))
                wrong("true or false");
            break;
        case Type::Time:
            // A time is also understood as a quoted text.
            if (const auto time = text ? parseIsoTime(*text) : std::nullopt)
                return *time;
            if (!std::holds_alternative<Time>(value))
                wrong("a time, as DateTime'2026-01-01T00:00:00Z'");
            break;
        default:
            if (!text)
                wrong("a quoted text");
        }
        return folded(std::move(value), field.type);
    }

    static FilterValue folded(FilterValue value, Type type)
    {
        if (auto *text = std::get_if<std::string>(&value); text && type == Type::Word)
            std::transform(text->begin(), text->end(), text->begin(), [](unsigned char c) {
                return c < 0x80 ? char(std::tolower(c)) : char(c);
            });
        return value;
    }

    std::string_view m_text;
    std::string_view m_rest;
    const FilterFields &m_fields;
    Token m_token;
    int m_depth = 0;
};

} // namespace

Filter::Filter(std::string_view text, const FilterFields &fields)
    : m_test(Parser(text, fields).parse())
{
}

} // namespace Batchdesk::LocalService
