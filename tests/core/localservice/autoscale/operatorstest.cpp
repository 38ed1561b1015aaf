// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/autoscale/formulas.h"

using namespace Batchdesk::LocalService::Autoscale;

namespace {

class FormulaOperators : public Testing::Formulas
{
protected:
    void SetUp() override { sample(Metric::ActiveTasks, {1, 2, 4}); }

    const std::string m_vector = "$ActiveTasks.GetSample(3)";
};

// One expression of each type.
const std::map<std::string, std::string> examples{
    {"double", "2"},         {"doubleVec", "$ActiveTasks.GetSample(3)"}, {"string", "\"s\""},
    {"timestamp", "time()"}, {"timeinterval", "TimeInterval_Second"},
};
const std::vector<std::string> arithmetic{"+", "-", "*", "/"};
const std::vector<std::string> comparisons{"<", "<=", "==", ">=", ">", "!="};
const std::vector<std::string> logic{"&&", "||"};

} // namespace

TEST_F(FormulaOperators, DoubleWithDouble)
{
    EXPECT_EQ(value("7 + 2"), "9");
    EXPECT_EQ(value("7 - 2"), "5");
    EXPECT_EQ(value("7 * 2"), "14");
    EXPECT_EQ(value("7 / 2"), "3.5");
    EXPECT_EQ(value("1 / 0"), "Infinity");
    EXPECT_EQ(value("-1 / 0"), "-Infinity");
    EXPECT_EQ(value("0 / 0"), "NaN");
    EXPECT_EQ(value("1 < 2"), "1");
    EXPECT_EQ(value("2 < 1"), "0");
    EXPECT_EQ(value("2 <= 2"), "1");
    EXPECT_EQ(value("3 <= 2"), "0");
    EXPECT_EQ(value("2 == 2"), "1");
    EXPECT_EQ(value("2 == 3"), "0");
    EXPECT_EQ(value("2 >= 2"), "1");
    EXPECT_EQ(value("1 >= 2"), "0");
    EXPECT_EQ(value("2 > 1"), "1");
    EXPECT_EQ(value("1 > 2"), "0");
    EXPECT_EQ(value("2 != 3"), "1");
    EXPECT_EQ(value("2 != 2"), "0");
    EXPECT_EQ(value("0/0 == 0/0"), "0");
    EXPECT_EQ(value("0/0 != 0/0"), "1");
    EXPECT_EQ(value("2 && 3"), "1");
    EXPECT_EQ(value("2 && 0"), "0");
    EXPECT_EQ(value("0 || 3"), "1");
    EXPECT_EQ(value("0 || 0"), "0");
    EXPECT_EQ(value("-(3)"), "-3");
    EXPECT_EQ(value("!0"), "1");
    EXPECT_EQ(value("!3"), "0");
}

TEST_F(FormulaOperators, VectorsElementByElement)
{
    EXPECT_EQ(value(m_vector), "[1,2,4]");
    EXPECT_EQ(value(m_vector + " + 1"), "[2,3,5]");
    EXPECT_EQ(value(m_vector + " - 1"), "[0,1,3]");
    EXPECT_EQ(value(m_vector + " * 2"), "[2,4,8]");
    EXPECT_EQ(value(m_vector + " / 2"), "[0.5,1,2]");
    EXPECT_EQ(value(m_vector + " + " + m_vector), "[2,4,8]");
    EXPECT_EQ(value(m_vector + " - " + m_vector), "[0,0,0]");
    EXPECT_EQ(value(m_vector + " * " + m_vector), "[1,4,16]");
    EXPECT_EQ(value(m_vector + " / " + m_vector), "[1,1,1]");
    EXPECT_EQ(value(m_vector + " + $ActiveTasks.GetSample(2)"),
              "Line 1, Col 31: The vectors have 3 and 2 elements.");
}

TEST_F(FormulaOperators, TimeIntervals)
{
    EXPECT_EQ(value("TimeInterval_Zero"), "PT0S");
    EXPECT_EQ(value("TimeInterval_100ns * 10 == TimeInterval_Microsecond"), "1");
    EXPECT_EQ(value("TimeInterval_Microsecond * 1000 == TimeInterval_Millisecond"), "1");
    EXPECT_EQ(value("TimeInterval_Millisecond * 1000 == TimeInterval_Second"), "1");
    EXPECT_EQ(value("TimeInterval_Second * 60 == TimeInterval_Minute"), "1");
    EXPECT_EQ(value("TimeInterval_Minute * 60 == TimeInterval_Hour"), "1");
    EXPECT_EQ(value("TimeInterval_Hour * 24 == TimeInterval_Day"), "1");
    EXPECT_EQ(value("TimeInterval_Day * 7 == TimeInterval_Week"), "1");
    EXPECT_EQ(value("TimeInterval_Day * 365 == TimeInterval_Year"), "1");
    EXPECT_EQ(value("180 * TimeInterval_Second"), "PT3M");
    EXPECT_EQ(value("TimeInterval_Minute * 1.5"), "PT1M30S");
    EXPECT_EQ(value("TimeInterval_Hour / 4"), "PT15M");
    EXPECT_EQ(value("TimeInterval_Hour + TimeInterval_Minute"), "PT1H1M");
    EXPECT_EQ(value("TimeInterval_Minute - TimeInterval_Hour"), "-PT59M");
    EXPECT_EQ(value("-TimeInterval_Day"), "-P1D");
    EXPECT_EQ(value("TimeInterval_Second < TimeInterval_Minute"), "1");
    EXPECT_EQ(value("TimeInterval_Second <= TimeInterval_Second"), "1");
    EXPECT_EQ(value("TimeInterval_Second >= TimeInterval_Minute"), "0");
    EXPECT_EQ(value("TimeInterval_Second > TimeInterval_Minute"), "0");
    EXPECT_EQ(value("TimeInterval_Second != TimeInterval_Minute"), "1");
    const std::string tooLong = "The time interval is too long.";
    EXPECT_EQ(value("TimeInterval_Year * 1e6"), "Line 1, Col 23: " + tooLong);
    EXPECT_EQ(value("TimeInterval_Year / 0"), "Line 1, Col 23: " + tooLong);
    EXPECT_EQ(value("0/0 * TimeInterval_Year"), "Line 1, Col 9: " + tooLong);
    EXPECT_EQ(value("TimeInterval_Year * 29000 + TimeInterval_Year * 29000"),
              "Line 1, Col 31: " + tooLong);
}

TEST_F(FormulaOperators, Timestamps)
{
    EXPECT_EQ(value("time()"), "2026-01-02T03:04:05.000Z");
    EXPECT_EQ(value("time() + TimeInterval_Day"), "2026-01-03T03:04:05.000Z");
    EXPECT_EQ(value("TimeInterval_Millisecond + time()"), "2026-01-02T03:04:05.001Z");
    EXPECT_EQ(value("time() + -TimeInterval_Hour"), "2026-01-02T02:04:05.000Z");
    EXPECT_EQ(value("time() - time(\"2026-01-01\")"), "P1DT3H4M5S");
    EXPECT_EQ(value("time(\"2026-01-01\") - time()"), "-P1DT3H4M5S");
    EXPECT_EQ(value("time() > time(\"2026-01-01\")"), "1");
    EXPECT_EQ(value("time() < time(\"2026-01-01\")"), "0");
    EXPECT_EQ(value("time() == time()"), "1");
    EXPECT_EQ(value("time() != time()"), "0");
    EXPECT_EQ(value("time() <= time()"), "1");
    EXPECT_EQ(value("time() >= time(\"2027\")"), "0");
    EXPECT_EQ(value("time() + TimeInterval_Year * 9000"),
              "Line 1, Col 12: The time lies outside the years 1 to 9999.");
    EXPECT_EQ(value("time(\"1600-02-03T00:00:00Z\") + TimeInterval_100ns"),
              "1600-02-03T00:00:00.000Z");
}

TEST_F(FormulaOperators, Strings)
{
    EXPECT_EQ(value("\"a\" < \"b\""), "1");
    EXPECT_EQ(value("\"b\" <= \"a\""), "0");
    EXPECT_EQ(value("\"a\" == \"a\""), "1");
    EXPECT_EQ(value("\"a\" != \"A\""), "1");
    EXPECT_EQ(value("\"b\" > \"ab\""), "1");
    EXPECT_EQ(value("\"b\" >= \"b\""), "1");
}

// Every pair of types with every operator: it works just where the documentation says so.
TEST_F(FormulaOperators, NothingElseIsAllowed)
{
    const auto allowed = [](const std::string &left, const std::string &which,
                            const std::string &right) {
        const bool plusMinus = which == "+" || which == "-";
        const bool compares =
            std::find(comparisons.begin(), comparisons.end(), which) != comparisons.end();
        const bool reckons =
            std::find(arithmetic.begin(), arithmetic.end(), which) != arithmetic.end();
        if (left == "double" && right == "double")
            return true;
        if (compares)
            return left == right && left != "doubleVec";
        if (left == "double" && right == "timeinterval")
            return which == "*";
        if (left == "doubleVec" && (right == "double" || right == "doubleVec"))
            return reckons;
        if (left == "timeinterval" && right == "double")
            return which == "*" || which == "/";
        if (left == "timeinterval" && right == "timeinterval")
            return plusMinus;
        if ((left == "timeinterval" && right == "timestamp")
            || (left == "timestamp" && right == "timeinterval"))
            return which == "+";
        return left == "timestamp" && right == "timestamp" && which == "-";
    };
    int tried = 0;
    for (const auto &[left, leftText] : examples) {
        for (const auto &[right, rightText] : examples) {
            for (const auto *group : {&arithmetic, &comparisons, &logic}) {
                for (const auto &which : *group) {
                    // A true left side would keep "||" from looking at its right one.
                    const std::string zeroOr = which == "||" && left == "double" ? "0 * " : "";
                    const std::string seen =
                        error("x = " + zeroOr + leftText + ' ' + which + ' ' + rightText);
                    EXPECT_EQ(seen.empty(), allowed(left, which, right))
                        << left << which << right << ' ' << seen;
                    ++tried;
                }
            }
        }
    }
    EXPECT_EQ(tried, 5 * 5 * 12);
}

TEST_F(FormulaOperators, RefusalsNameTheTypes)
{
    EXPECT_EQ(value("2 + time()"),
              "Line 1, Col 7: The operator '+' does not take double and timestamp.");
    EXPECT_EQ(value("1 - " + m_vector),
              "Line 1, Col 7: The operator '-' does not take double and doubleVec.");
    EXPECT_EQ(value("-\"a\""), "Line 1, Col 5: The operator '-' does not take string.");
    EXPECT_EQ(value("-time()"), "Line 1, Col 5: The operator '-' does not take timestamp.");
    EXPECT_EQ(value("-" + m_vector), "Line 1, Col 5: The operator '-' does not take doubleVec.");
    EXPECT_EQ(value("!TimeInterval_Day"),
              "Line 1, Col 5: The operator '!' does not take timeinterval.");
    EXPECT_EQ(value("time() ? 1 : 2"),
              "Line 1, Col 5: A condition must be a double, and this is a timestamp.");
    EXPECT_EQ(value("time() && 1"),
              "Line 1, Col 12: A condition must be a double, and this is a timestamp.");
    EXPECT_EQ(value("1 && time()"),
              "Line 1, Col 7: The operator '&&' does not take double and timestamp.");
}

TEST_F(FormulaOperators, WhatDoesNotMatterIsNotEvaluated)
{
    EXPECT_EQ(value("1 ? 2 : nothing"), "2");
    EXPECT_EQ(value("0 ? nothing : 2"), "2");
    EXPECT_EQ(value("0 && nothing"), "0");
    EXPECT_EQ(value("1 || nothing"), "1");
    EXPECT_EQ(value("1 && nothing"), "Line 1, Col 10: The variable nothing has no value.");
}
