// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/autoscale/formulas.h"

using namespace Batchdesk::LocalService::Autoscale;

namespace {

class FormulaSampling : public Testing::Formulas
{
};

} // namespace

TEST_F(FormulaSampling, ByCount)
{
    sample(Metric::ActiveTasks, {1, 2, 3, 4});
    EXPECT_EQ(value("$ActiveTasks.GetSample(1)"), "[4]");
    EXPECT_EQ(value("$ActiveTasks.GetSample(2.9)"), "[3,4]");
    EXPECT_EQ(value("$ActiveTasks.GetSample(100)"), "[1,2,3,4]");
    EXPECT_EQ(value("$ActiveTasks.GetSample(1e300)"), "[1,2,3,4]");
    EXPECT_EQ(value("$ActiveTasks.GetSample(0)"),
              "Line 1, Col 27: $ActiveTasks.GetSample() takes a count of at least 1.");
    EXPECT_EQ(value("$ActiveTasks.GetSample(0/0)"),
              "Line 1, Col 27: $ActiveTasks.GetSample() takes a count of at least 1.");
}

TEST_F(FormulaSampling, ByIntervalBackFromNow)
{
    sample(Metric::PendingTasks, {1, 2, 3, 4, 5, 6});
    EXPECT_EQ(value("$PendingTasks.GetSample(TimeInterval_Minute)"), "[5,6]");
    EXPECT_EQ(value("$PendingTasks.GetSample(180 * TimeInterval_Second)"), "[1,2,3,4,5,6]");
    EXPECT_EQ(value("$PendingTasks.GetSample(TimeInterval_Minute * 1, TimeInterval_Minute * 2)"),
              "[3,4]");
    // In either order.
    EXPECT_EQ(value("$PendingTasks.GetSample(TimeInterval_Minute * 2, TimeInterval_Minute * 1)"),
              "[3,4]");
    EXPECT_EQ(value("$PendingTasks.GetSample(TimeInterval_Minute * 0, TimeInterval_Minute)"),
              "[5,6]");
    EXPECT_EQ(value("$PendingTasks.GetSample(time(\"2026-01-02T03:03:00Z\"))"), "[4,5,6]");
    EXPECT_EQ(value("$PendingTasks.GetSample(time(\"2026-01-02T03:02:30Z\"), "
                    "time(\"2026-01-02T03:03:30Z\"))"),
              "[3,4]");
    EXPECT_EQ(value("$PendingTasks.GetSample(time(\"2026-01-02T03:02:30Z\"), "
                    "35 * TimeInterval_Second, 100)"),
              "[3,4]");
}

TEST_F(FormulaSampling, FailsWithTooFewSamples)
{
    sample(Metric::RunningTasks, {1, 2, 3});
    // Three of six are half.
    EXPECT_EQ(value("$RunningTasks.GetSamplePercent(180 * TimeInterval_Second)"), "50");
    EXPECT_EQ(value("$RunningTasks.GetSample(180 * TimeInterval_Second, 50)"), "[1,2,3]");
    EXPECT_EQ(value("$RunningTasks.GetSample(180 * TimeInterval_Second, 51)"),
              "Line 1, Col 28: Insufficient data from data set: $RunningTasks wanted 51%, received "
              "50%");
    EXPECT_EQ(value("$RunningTasks.GetSample(180 * TimeInterval_Second)"),
              "Line 1, Col 28: Insufficient data from data set: $RunningTasks wanted 70%, received "
              "50%");
    EXPECT_EQ(value("$RunningTasks.GetSample(TimeInterval_Minute * 2, TimeInterval_Minute * 4, 1)"),
              "Line 1, Col 28: Insufficient data from data set: $RunningTasks wanted 1%, received "
              "0%");
    EXPECT_EQ(value("$CPUPercent.GetSample(1)"),
              "Line 1, Col 26: Insufficient data from data set: $CPUPercent wanted 100%, received "
              "0%");
    EXPECT_EQ(value("$CPUPercent.GetSample(TimeInterval_Hour, 0)"), "[]");
    EXPECT_EQ(value("$CPUPercent.HistoryBeginTime()"),
              "Line 1, Col 33: Insufficient data from data set: $CPUPercent wanted 100%, received "
              "0%");
    EXPECT_EQ(run("x = $CPUPercent.GetSample(1)").error->kind(),
              FormulaError::Kind::InsufficientSamples);
    EXPECT_EQ(run("x = $CPUPercent").error->kind(), FormulaError::Kind::InsufficientSamples);
    EXPECT_EQ(run("x = nothing").error->kind(), FormulaError::Kind::Evaluation);
}

TEST_F(FormulaSampling, Percentages)
{
    sample(Metric::RunningTasks, {1, 2, 3});
    EXPECT_EQ(value("$RunningTasks.GetSamplePercent(TimeInterval_Minute)"), "100");
    EXPECT_EQ(value("$RunningTasks.GetSamplePercent(TimeInterval_Second)"), "100");
    EXPECT_EQ(value("$RunningTasks.GetSamplePercent(TimeInterval_Zero)"), "0");
    EXPECT_EQ(value("$RunningTasks.GetSamplePercent(TimeInterval_Minute * 0, TimeInterval_Minute * "
                    "10)"),
              "15");
    EXPECT_EQ(value("$RunningTasks.GetSamplePercent(time(\"2026-01-02T03:02:05Z\"), time())"),
              "75");
    EXPECT_EQ(value("$RunningTasks.GetSamplePercent(TimeInterval_Year * 25000)"),
              "1.14155251141553e-08");
    EXPECT_EQ(value("$CPUPercent.GetSamplePercent(TimeInterval_Minute)"), "0");
}

TEST_F(FormulaSampling, WhatIsKnownOfTheHistory)
{
    sample(Metric::RunningTasks, {1, 2, 3});
    EXPECT_EQ(value("$RunningTasks.Count()"), "3");
    EXPECT_EQ(value("$CPUPercent.Count()"), "0");
    EXPECT_EQ(value("$RunningTasks.GetSamplePeriod()"), "PT30S");
    EXPECT_EQ(value("$RunningTasks.HistoryBeginTime()"), "2026-01-02T03:03:05.000Z");
    EXPECT_EQ(value("time() - $RunningTasks.HistoryBeginTime()"), "PT1M");
}

TEST_F(FormulaSampling, WrongCallsAreRefused)
{
    sample(Metric::RunningTasks, {1});
    EXPECT_EQ(value("$RunningTasks.GetSample()"),
              "Line 1, Col 28: $RunningTasks.GetSample() does not take 0 arguments.");
    EXPECT_EQ(value("$RunningTasks.GetSample(1, 2)"),
              "Line 1, Col 28: $RunningTasks.GetSample() does not take 2 arguments.");
    EXPECT_EQ(value("$RunningTasks.GetSample(\"a\")"),
              "Line 1, Col 28: $RunningTasks.GetSample() takes a timestamp or a timeinterval, and "
              "not a string.");
    EXPECT_EQ(
        value("$RunningTasks.GetSample(TimeInterval_Day, TimeInterval_Day, TimeInterval_Day)"),
        "Line 1, Col 28: $RunningTasks.GetSample() takes a percentage as its last argument.");
    EXPECT_EQ(
        value("$RunningTasks.GetSamplePercent(1)"),
        "Line 1, Col 35: $RunningTasks.GetSamplePercent() takes a timestamp or a timeinterval, "
        "and not a double.");
    EXPECT_EQ(value("$RunningTasks.Count(1)"),
              "Line 1, Col 24: $RunningTasks.Count() does not take 1 arguments.");
    EXPECT_EQ(value("$RunningTasks.GetNothing()"),
              "Line 1, Col 29: $RunningTasks.GetNothing() does not exist.");
    EXPECT_EQ(value("$RunningTasks.Count"),
              "Line 1, Col 5: Insufficient data from data set: "
              "$RunningTasks wanted 100%, received 0%");
    EXPECT_EQ(value("$RunningTasks.GetSample(TimeInterval_Year * -29200)"),
              "Line 1, Col 28: $RunningTasks.GetSample() takes times of the years 1 to 9999 only.");
    EXPECT_EQ(value("(1).Count()"),
              "Line 1, Col 9: Only metrics, such as $ActiveTasks, have the method Count().");
}

TEST_F(FormulaSampling, EveryMetricHasItsName)
{
    for (std::size_t i = 0; i < metricCount; ++i) {
        const auto metric = Metric(i);
        m_present.set(metric, double(i));
        EXPECT_EQ(metricNamed(nameOf(metric)), metric);
        EXPECT_EQ(value(std::string(nameOf(metric))), std::to_string(i));
    }
    EXPECT_EQ(value("$CurrentDedicated == $CurrentDedicatedNodes"), "1");
    EXPECT_EQ(metricNamed("$Nothing"), std::nullopt);
}

TEST_F(FormulaSampling, HistoryIsBounded)
{
    sample(Metric::ActiveTasks, std::vector<double>(historyLength + 10, 1));
    EXPECT_EQ(value("$ActiveTasks.Count()"), std::to_string(historyLength));
    EXPECT_EQ(value("len($ActiveTasks.GetSample(TimeInterval_Hour * 6))"),
              std::to_string(historyLength));
    EXPECT_EQ(value("$ActiveTasks.GetSamplePercent(TimeInterval_Hour * 12)"), "50");
    EXPECT_EQ(m_history.newestTime(), m_now);
    // Shown cut short.
    EXPECT_LT(value("$ActiveTasks.GetSample(720)").size(), 300u);
}
