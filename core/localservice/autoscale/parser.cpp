// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/parser.h"

#include "core/localservice/autoscale/lexer.h"

#include <algorithm>
#include <span>
#include <utility>

namespace Batchdesk::LocalService::Autoscale {

namespace {

struct Named
{
    Operator which;
    std::string_view symbol;
};

constexpr Named named[] = {
    {Operator::Add, "+"},     {Operator::Subtract, "-"},  {Operator::Multiply, "*"},
    {Operator::Divide, "/"},  {Operator::Less, "<"},      {Operator::LessOrEqual, "<="},
    {Operator::Equal, "=="},  {Operator::NotEqual, "!="}, {Operator::GreaterOrEqual, ">="},
    {Operator::Greater, ">"}, {Operator::And, "&&"},      {Operator::Or, "||"},
    {Operator::Minus, "-"},   {Operator::Not, "!"},
};

// No value has that many members in a row; a longer one would only be deep.
constexpr int maxMembers = 8;

// From the weakest to the strongest, as in C.
const std::vector<std::vector<Operator>> ranks{
    {Operator::Or},
    {Operator::And},
    {Operator::Equal, Operator::NotEqual},
    {Operator::Less, Operator::LessOrEqual, Operator::GreaterOrEqual, Operator::Greater},
    {Operator::Add, Operator::Subtract},
    {Operator::Multiply, Operator::Divide},
};

class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_tokens(splitFormula(text))
    {
    }

    Formula run()
    {
        Formula formula;
        while (here().kind != Token::Kind::End) {
            if (accept(";"))
                continue; // a semicolon too many says nothing
            if (formula.statements.size() == maxStatements)
                fail("A formula may have " + std::to_string(maxStatements) + " statements.");
            formula.statements.push_back(statement());
            if (here().kind != Token::Kind::End)
                expect(";", "Statements are separated by semicolons.");
        }
        if (formula.statements.empty())
            fail("The formula has no statements.");
        return formula;
    }

private:
    // Counts how deep the expression at hand lies.
    class Level
    {
    public:
        explicit Level(Parser &parser)
            : m_parser(parser)
        {
            if (++m_parser.m_depth > maxNesting)
                m_parser.fail("The formula is nested too deeply.");
        }
        ~Level() { --m_parser.m_depth; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;

    private:
        Parser &m_parser;
    };

    const Token &here() const { return m_tokens[m_at]; }

    [[noreturn]] void fail(const std::string &description) const
    {
        throw FormulaError(FormulaError::Kind::Syntax, here().position, description);
    }

    bool isSymbol(std::string_view symbol, std::size_t ahead = 0) const
    {
        const Token &token = m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
        return token.kind == Token::Kind::Symbol && token.text == symbol;
    }

    bool accept(std::string_view symbol)
    {
        if (!isSymbol(symbol))
            return false;
        ++m_at;
        return true;
    }

    void expect(std::string_view symbol, const std::string &why)
    {
        if (!accept(symbol))
            fail("'" + std::string(symbol) + "' is missing. " + why);
    }

    template <typename Form>
    static ExpressionPtr make(Position position, Form form)
    {
        return std::make_unique<Expression>(Expression{position, std::move(form)});
    }

    Statement statement()
    {
        Statement statement;
        statement.position = here().position;
        if (here().kind == Token::Kind::Name && isSymbol("=", 1)) {
            statement.target = here().text;
            m_at += 2;
        }
        statement.value = expression();
        return statement;
    }

    ExpressionPtr expression()
    {
        const Level level(*this);
        const Position position = here().position;
        auto condition = chain(0);
        if (!accept("?"))
            return condition;
        auto whenTrue = expression();
        expect(":", "A condition has two results.");
        auto whenFalse = expression();
        return make(position,
                    Conditional{std::move(condition), std::move(whenTrue), std::move(whenFalse)});
    }

    ExpressionPtr chain(std::size_t rank)
    {
        if (rank == ranks.size())
            return unary();
        const Position position = here().position;
        auto first = chain(rank + 1);
        Chain form;
        while (const auto which = operatorOf(ranks[rank])) {
            const Position at = here().position;
            ++m_at;
            form.links.push_back({*which, at, chain(rank + 1)});
        }
        if (form.links.empty())
            return first;
        form.first = std::move(first);
        return make(position, std::move(form));
    }

    std::optional<Operator> operatorOf(std::span<const Operator> candidates) const
    {
        for (const auto which : candidates) {
            if (isSymbol(symbolOf(which)))
                return which;
        }
        return std::nullopt;
    }

    ExpressionPtr unary()
    {
        const Position position = here().position;
        const bool minus = isSymbol("-");
        if (!minus && !isSymbol("!"))
            return postfix();
        ++m_at;
        const Level level(*this);
        return make(position, Unary{minus ? Operator::Minus : Operator::Not, unary()});
    }

    ExpressionPtr postfix()
    {
        auto object = primary();
        int count = 0;
        while (accept(".")) {
            if (++count > maxMembers)
                fail("No value has members of members of members.");
            const Position position = here().position;
            if (here().kind != Token::Kind::Name)
                fail("The name of a member or method is missing after the dot.");
            Member member{std::move(object), here().text, std::nullopt, {}};
            ++m_at;
            member.opening = here().position;
            if (accept("("))
                member.arguments = arguments();
            object = make(position, std::move(member));
        }
        return object;
    }

    ExpressionPtr primary()
    {
        const Token &token = here();
        const Position position = token.position;
        if (accept("(")) {
            auto inner = expression();
            expect(")", "A bracket was opened and not closed.");
            return inner;
        }
        switch (token.kind) {
        case Token::Kind::Number:
            ++m_at;
            return make(position, Number{token.number});
        case Token::Kind::Text:
            ++m_at;
            return make(position, Text{token.text});
        case Token::Kind::Name:
            ++m_at;
            if (accept("("))
                return make(position, Call{token.text, arguments()});
            return make(position, Name{token.text});
        case Token::Kind::End:
            fail("The formula ends in the middle of a statement.");
        case Token::Kind::Symbol:
            break;
        }
        fail("A value is expected before '" + token.text + "'.");
    }

    std::vector<ExpressionPtr> arguments()
    {
        std::vector<ExpressionPtr> list;
        if (accept(")"))
            return list;
        do {
            list.push_back(expression());
        } while (accept(","));
        expect(")", "The arguments end with a bracket.");
        return list;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

std::string_view symbolOf(Operator which)
{
    return std::find_if(std::begin(named), std::end(named),
                        [&](const Named &candidate) { return candidate.which == which; })
        ->symbol;
}

Formula parseFormula(std::string_view text)
{
    const auto characters = std::count_if(text.begin(), text.end(), [](unsigned char c) {
        return (c & 0xC0) != 0x80; // counts UTF-8 sequences, not bytes
    });
    if (std::size_t(characters) > maxFormulaLength)
        throw FormulaError(FormulaError::Kind::TooLong, {},
                           "A formula may have " + std::to_string(maxFormulaLength)
                               + " characters; this one has " + std::to_string(characters) + '.');
    return Parser(text).run();
}

} // namespace Batchdesk::LocalService::Autoscale
