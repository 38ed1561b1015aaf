// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/autoscale/formulas.h"

using namespace Batchdesk::LocalService::Autoscale;

namespace {

class FormulaReading : public Testing::Formulas
{
};

std::string repeated(std::string_view text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST_F(FormulaReading, StatementsCommentsAndLineBreaks)
{
    EXPECT_EQ(run("a = 1; // one ; a = 5\n\n  b =\n  a + 1 ;$c=a+b;;").results,
              "$TargetDedicatedNodes=2;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue;"
              "$c=3;a=1;b=2");
    EXPECT_EQ(syntax("a = 1 // the last one needs no semicolon"), "");
    EXPECT_EQ(syntax("1 + 1"), "");
    EXPECT_EQ(syntax("// nothing"), "Line 1, Col 11: The formula has no statements.");
    EXPECT_EQ(syntax(""), "Line 1, Col 1: The formula has no statements.");
    EXPECT_EQ(syntax(";\n;"), "Line 2, Col 2: The formula has no statements.");
}

TEST_F(FormulaReading, NumbersAndStrings)
{
    EXPECT_EQ(value("1"), "1");
    EXPECT_EQ(value("0.25"), "0.25");
    EXPECT_EQ(value(".5"), "0.5");
    EXPECT_EQ(value("1e3"), "1000");
    EXPECT_EQ(value("2.5E-1"), "0.25");
    EXPECT_EQ(value("1/3"), "0.333333333333333");
    EXPECT_EQ(value("-0"), "0");
    EXPECT_EQ(value("\"a // b; c\""), "a // b; c");
    EXPECT_EQ(value("\"\""), "");
    EXPECT_EQ(syntax("x = 1e999"), "Line 1, Col 5: The number is too large or too small.");
    EXPECT_EQ(syntax("x = 180s"), "Line 1, Col 5: A number is not followed by a name.");
    EXPECT_EQ(syntax("x = \"open"), "Line 1, Col 5: The string has no closing quote.");
}

TEST_F(FormulaReading, OperatorsBindAsInC)
{
    EXPECT_EQ(value("1 + 2 * 3"), "7");
    EXPECT_EQ(value("(1 + 2) * 3"), "9");
    EXPECT_EQ(value("10 - 3 - 2"), "5");
    EXPECT_EQ(value("16 / 4 / 2"), "2");
    EXPECT_EQ(value("-2 * -3"), "6");
    EXPECT_EQ(value("!0 + 1"), "2");
    EXPECT_EQ(value("!!5"), "1");
    EXPECT_EQ(value("1 + 1 > 1 == 1"), "1");
    EXPECT_EQ(value("1 || 0 && 0"), "1");
    EXPECT_EQ(value("0 && 0 || 1"), "1");
    EXPECT_EQ(value("1 == 1 && 2 == 2"), "1");
    EXPECT_EQ(value("0 ? 1 : 0 ? 2 : 3"), "3");
    EXPECT_EQ(value("1 ? 0 ? 1 : 2 : 3"), "2");
    EXPECT_EQ(value("1 > 2 ? 1 : 1 + 1"), "2");
    EXPECT_EQ(value("2 - -1"), "3");
}

TEST_F(FormulaReading, MistakesAreFoundWhereTheyAre)
{
    EXPECT_EQ(syntax("x = ;"), "Line 1, Col 5: A value is expected before ';'.");
    EXPECT_EQ(syntax("x = 1 +"), "Line 1, Col 8: The formula ends in the middle of a statement.");
    EXPECT_EQ(syntax("x = (1"),
              "Line 1, Col 7: ')' is missing. A bracket was opened and not closed.");
    EXPECT_EQ(syntax("x = 1)"),
              "Line 1, Col 6: ';' is missing. Statements are separated by semicolons.");
    EXPECT_EQ(syntax("x = max(1, )"), "Line 1, Col 12: A value is expected before ')'.");
    EXPECT_EQ(syntax("x = max(1 2)"),
              "Line 1, Col 11: ')' is missing. The arguments end with a bracket.");
    EXPECT_EQ(syntax("x = 1 ? 2"), "Line 1, Col 10: ':' is missing. A condition has two results.");
    EXPECT_EQ(syntax("a = 1\nb = 2"),
              "Line 2, Col 1: ';' is missing. Statements are separated by semicolons.");
    EXPECT_EQ(syntax("x = $A."),
              "Line 1, Col 8: The name of a member or method is missing after the dot.");
    EXPECT_EQ(syntax("x = [1,2]"), "Line 1, Col 5: A value is expected before '['.");
    EXPECT_EQ(syntax("x = 5 % 2"),
              "Line 1, Col 7: ';' is missing. Statements are separated by semicolons.");
    EXPECT_EQ(syntax("x = 5 & 2"), "Line 1, Col 7: This character has no meaning in a formula.");
    EXPECT_EQ(syntax("x = $"), "Line 1, Col 5: A variable needs a name after the dollar sign.");
    EXPECT_EQ(syntax("x = +1"), "Line 1, Col 5: A value is expected before '+'.");
    EXPECT_EQ(syntax("1 = x"),
              "Line 1, Col 3: ';' is missing. Statements are separated by semicolons.");
    EXPECT_EQ(syntax("x = \xC3\xA4"), "Line 1, Col 5: This character has no meaning in a formula.");
    EXPECT_EQ(syntax(std::string_view("x = \0", 5)),
              "Line 1, Col 5: This character has no meaning in a formula.");
}

TEST_F(FormulaReading, LimitsHold)
{
    EXPECT_EQ(syntax(repeated("a=1;", 100)), "");
    EXPECT_EQ(syntax(repeated("a=1;", 101)), "Line 1, Col 401: A formula may have 100 statements.");
    const std::string comment = "a=1;//";
    EXPECT_EQ(syntax(comment + repeated("x", 8192 - 6)), "");
    EXPECT_EQ(syntax(comment + repeated("\xC3\xA4", 8192 - 6)), "");
    EXPECT_EQ(syntax(comment + repeated("x", 8193 - 6)),
              "Line 1, Col 1: A formula may have 8192 characters; this one has 8193.");
    try {
        parseFormula(comment + repeated("x", 9000));
        ADD_FAILURE();
    } catch (const FormulaError &error) {
        EXPECT_EQ(error.kind(), FormulaError::Kind::TooLong);
    }
}

TEST_F(FormulaReading, NestingIsBounded)
{
    EXPECT_EQ(value(repeated("(", 99) + "1" + repeated(")", 99)), "1");
    const std::string deep = "The formula is nested too deeply.";
    for (const std::string opening : {"(", "!", "-", "max(", "1?", "1?1:", "-(", "!-"})
        EXPECT_NE(syntax("x=" + repeated(opening, 8000 / int(opening.size()))).find(deep),
                  std::string::npos)
            << opening;
    EXPECT_NE(syntax("x=time()" + repeated(".year", 1000)).find("members of members"),
              std::string::npos);
    // Long, and not deep.
    EXPECT_EQ(value("0" + repeated("+1", 4000)), "4000");
    EXPECT_EQ(value("max(0" + repeated(",1", 4000) + ")"), "1");
}
