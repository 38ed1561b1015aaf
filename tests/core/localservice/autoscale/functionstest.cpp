// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/autoscale/formulas.h"

using namespace Batchdesk::LocalService::Autoscale;

namespace {

class FormulaFunctions : public Testing::Formulas
{
protected:
    void SetUp() override { sample(Metric::ActiveTasks, {1, 2, 4}); }

    const std::string m_vector = "$ActiveTasks.GetSample(3)";
};

} // namespace

TEST_F(FormulaFunctions, TakeDoublesAndVectorsTogether)
{
    EXPECT_EQ(value("avg(" + m_vector + ")"), "2.33333333333333");
    EXPECT_EQ(value("avg(" + m_vector + ", 5)"), "3");
    EXPECT_EQ(value("len(" + m_vector + ", 5, " + m_vector + ")"), "7");
    EXPECT_EQ(value("len()"), "0");
    EXPECT_EQ(value("max(3, " + m_vector + ")"), "4");
    EXPECT_EQ(value("max(7)"), "7");
    EXPECT_EQ(value("min(3, " + m_vector + ")"), "1");
    EXPECT_EQ(value("min(25, 1)"), "1");
    EXPECT_EQ(value("norm(3, 4)"), "5");
    EXPECT_EQ(value("norm()"), "0");
    EXPECT_EQ(value("range(" + m_vector + ", 10)"), "9");
    EXPECT_EQ(value("std(2, 4, 4, 4, 5, 5, 7, 9)"), "2.1380899352994");
    EXPECT_EQ(value("std(1, 3)"), "1.4142135623731");
    EXPECT_EQ(value("sum(" + m_vector + ", 1)"), "8");
    EXPECT_EQ(value("sum()"), "0");
}

TEST_F(FormulaFunctions, OfEachElement)
{
    EXPECT_EQ(value("lg(8)"), "3");
    EXPECT_EQ(value("lg(" + m_vector + ")"), "[0,1,2]");
    EXPECT_EQ(value("lg(2, 4)"), "[1,2]");
    EXPECT_EQ(value("ln(1)"), "0");
    EXPECT_EQ(value("ln(" + m_vector + " / " + m_vector + ")"), "[0,0,0]");
    EXPECT_EQ(value("log(1000)"), "3");
    EXPECT_EQ(value("log(10, 100)"), "[1,2]");
    EXPECT_EQ(value("ceil(1.2)"), "2");
    EXPECT_EQ(value("floor(1.8)"), "1");
    EXPECT_EQ(value("round(2.5)"), "3");
    EXPECT_EQ(value("round(-2.5)"), "-3");
    EXPECT_EQ(value("ceil(" + m_vector + " / 4)"), "[1,1,1]");
    EXPECT_EQ(value("floor(" + m_vector + " / 4)"), "[0,0,1]");
    EXPECT_EQ(value("round(" + m_vector + " / 4)"), "[0,1,1]");
    EXPECT_EQ(value("ln(0)"), "-Infinity");
    EXPECT_EQ(value("ln(-1)"), "NaN");
}

TEST_F(FormulaFunctions, ElementsAndPercentiles)
{
    EXPECT_EQ(value("val(" + m_vector + ", 0)"), "1");
    EXPECT_EQ(value("val(" + m_vector + ", 2)"), "4");
    EXPECT_EQ(value("val(" + m_vector + ", 3)"),
              "Line 1, Col 5: val() has no such element: the vector has 3.");
    EXPECT_EQ(value("val(" + m_vector + ", -1)"),
              "Line 1, Col 5: val() has no such element: the vector has 3.");
    EXPECT_EQ(value("val(" + m_vector + ", 0/0)"),
              "Line 1, Col 5: val() has no such element: the vector has 3.");
    EXPECT_EQ(value("percentile(" + m_vector + ", 0)"), "1");
    EXPECT_EQ(value("percentile(" + m_vector + ", 50)"), "2");
    EXPECT_EQ(value("percentile(" + m_vector + ", 75)"), "3");
    EXPECT_EQ(value("percentile(" + m_vector + ", 100)"), "4");
    EXPECT_EQ(value("percentile(" + m_vector + ", 101)"),
              "Line 1, Col 5: percentile() takes a percentage from 0 to 100.");
    EXPECT_EQ(value("percentile(ln(-1, 1), 50)"), "NaN");
}

TEST_F(FormulaFunctions, RandComesFromOutside)
{
    EXPECT_EQ(value("rand()"), "0.25");
}

TEST_F(FormulaFunctions, TimeReadsBothForms)
{
    EXPECT_EQ(value("time(\"\")"), "2026-01-02T03:04:05.000Z");
    EXPECT_EQ(value("time(\"2016\")"), "2016-01-01T00:00:00.000Z");
    EXPECT_EQ(value("time(\"2016-10\")"), "2016-10-01T00:00:00.000Z");
    EXPECT_EQ(value("time(\"2016-10-13\")"), "2016-10-13T00:00:00.000Z");
    EXPECT_EQ(value("time(\"2016-10-13T19:18Z\")"), "2016-10-13T19:18:00.000Z");
    EXPECT_EQ(value("time(\"2016-10-13T19:18+02:00\")"), "2016-10-13T17:18:00.000Z");
    EXPECT_EQ(value("time(\"2016-10-13T19:18:47Z\")"), "2016-10-13T19:18:47.000Z");
    EXPECT_EQ(value("time(\"2016-10-13T19:18:47.8051Z\")"), "2016-10-13T19:18:47.805Z");
    EXPECT_EQ(value("time(\"2016-10-13T19:18:47-01:30\")"), "2016-10-13T20:48:47.000Z");
    EXPECT_EQ(value("time(\"Thu, 13 Oct 2016 19:18:47 GMT\")"), "2016-10-13T19:18:47.000Z");
    for (const std::string bad :
         {"soon", "2016-13", "2016-10-13T25:00Z", "2016-10-13T19:18:47X", "13.10.2016", "0000"})
        EXPECT_EQ(value("time(\"" + bad + "\")"),
                  "Line 1, Col 5: time() takes times of the forms of W3C-DTF and RFC 1123 only.")
            << bad;
}

TEST_F(FormulaFunctions, TimestampsHaveMembers)
{
    EXPECT_EQ(value("time().year"), "2026");
    EXPECT_EQ(value("time().month"), "1");
    EXPECT_EQ(value("time().day"), "2");
    EXPECT_EQ(value("time().weekday"), "5");
    EXPECT_EQ(value("time().hour"), "3");
    EXPECT_EQ(value("time().minute"), "4");
    EXPECT_EQ(value("time().second"), "5");
    EXPECT_EQ(value("time(\"2026-01-04\").weekday"), "0");
    EXPECT_EQ(value("time(\"2026-01-05\").weekday"), "1");
    EXPECT_EQ(value("(time() + TimeInterval_Hour).hour"), "4");
    EXPECT_EQ(value("time().week"), "Line 1, Col 12: A timestamp has no member week.");
    EXPECT_EQ(value("(1).hour"), "Line 1, Col 9: A double has no member hour.");
    EXPECT_EQ(value("time().year()"),
              "Line 1, Col 12: Only metrics, such as $ActiveTasks, have the method year().");
}

TEST_F(FormulaFunctions, StopKeepsWhatWasAssigned)
{
    const Evaluation evaluation =
        run("$TargetDedicatedNodes = 4; stop(); $TargetDedicatedNodes = 9; later = 1");
    EXPECT_FALSE(evaluation.error);
    EXPECT_EQ(evaluation.size.dedicated, 4);
    EXPECT_EQ(evaluation.results.find("later"), std::string::npos);
    EXPECT_EQ(run("$TargetDedicatedNodes = 1 ? stop() : 3").size.dedicated, 2);
}

TEST_F(FormulaFunctions, RefuseWrongArguments)
{
    for (const std::string name : {"avg", "max", "min", "range"}) {
        EXPECT_EQ(value(name + "()"),
                  "Line 1, Col 5: " + name + "() needs at least one value, and there is none.");
        EXPECT_EQ(value(name + "(1, time())"),
                  "Line 1, Col 5: " + name
                      + "() takes doubles and doubleVecs, and not a timestamp.");
    }
    for (const std::string name :
         {"len", "norm", "sum", "std", "lg", "ln", "log", "ceil", "floor", "round"})
        EXPECT_EQ(value(name + "(\"a\")"),
                  "Line 1, Col 5: " + name + "() takes doubles and doubleVecs, and not a string.");
    for (const std::string name : {"lg", "ln", "log", "ceil", "floor", "round"})
        EXPECT_EQ(value(name + "()"), "Line 1, Col 5: " + name + "() does not take 0 arguments.");
    EXPECT_EQ(value("std(1)"), "Line 1, Col 5: std() needs at least two values.");
    EXPECT_EQ(value("percentile(1, 2)"),
              "Line 1, Col 5: percentile() takes a doubleVec, and not a double.");
    EXPECT_EQ(value("percentile(" + m_vector + ")"),
              "Line 1, Col 5: percentile() does not take 1 arguments.");
    EXPECT_EQ(value("val(" + m_vector + ", \"a\")"),
              "Line 1, Col 5: val() takes a double, and not a string.");
    EXPECT_EQ(value("rand(1)"), "Line 1, Col 5: rand() does not take 1 arguments.");
    EXPECT_EQ(value("stop(1)"), "Line 1, Col 5: stop() does not take 1 arguments.");
    EXPECT_EQ(value("time(1)"), "Line 1, Col 5: time() takes a string, and not a double.");
    EXPECT_EQ(value("time(\"\", 1)"), "Line 1, Col 5: time() does not take 2 arguments.");
    EXPECT_EQ(value("median(1)"), "Line 1, Col 5: There is no function median().");
    EXPECT_EQ(value("AVG(1)"), "Line 1, Col 5: There is no function AVG().");
}
