// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/autoscale/formulas.h"

using namespace Batchdesk::LocalService::Autoscale;

namespace {

class FormulaEvaluation : public Testing::Formulas
{
protected:
    static constexpr const char *m_unchanged =
        "$TargetDedicatedNodes=2;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue";
};

const std::string pendingTasks = R"(maxNumberofVMs = 25;
pct = $PendingTasks.GetSamplePercent(180 * TimeInterval_Second);
n = pct < 70 ? 1 : avg($PendingTasks.GetSample(180 * TimeInterval_Second));
$TargetDedicatedNodes = min(maxNumberofVMs, n);
$NodeDeallocationOption = taskcompletion;
)";

const std::string officeHours = R"(// office hours
$curTime = time(); $work = $curTime.hour >= 8 && $curTime.hour < 18 && $curTime.weekday >= 1 && $curTime.weekday <= 5;
$TargetDedicatedNodes = $work ? 20 : 10;
)";

} // namespace

TEST_F(FormulaEvaluation, ResultsAreAsRecorded)
{
    EXPECT_EQ(run("$TargetDedicatedNodes=3").results,
              "$TargetDedicatedNodes=3;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue");
    EXPECT_EQ(run("b=2;$z=1;$TargetLowPriorityNodes=7;a=\"x\"").results,
              "$TargetDedicatedNodes=2;$TargetLowPriorityNodes=7;$NodeDeallocationOption=requeue;"
              "$z=1;a=x;b=2");
}

TEST_F(FormulaEvaluation, PendingTasksExample)
{
    sample(Metric::PendingTasks, {4, 4});
    EXPECT_EQ(run(pendingTasks).results,
              "$TargetDedicatedNodes=1;$TargetLowPriorityNodes=0;"
              "$NodeDeallocationOption=taskcompletion;maxNumberofVMs=25;n=1;pct=33.3333333333333");
    m_now += samplePeriod * 6;
    sample(Metric::PendingTasks, {4, 4, 8, 8, 2, 4});
    EXPECT_EQ(run(pendingTasks).results,
              "$TargetDedicatedNodes=5;$TargetLowPriorityNodes=0;"
              "$NodeDeallocationOption=taskcompletion;maxNumberofVMs=25;n=5;pct=100");
    m_now += samplePeriod * 6;
    sample(Metric::PendingTasks, {99, 99, 99, 99, 99, 99});
    EXPECT_EQ(run(pendingTasks).size, (PoolSize{25, 0, "taskcompletion"}));
}

TEST_F(FormulaEvaluation, OfficeHoursExample)
{
    EXPECT_EQ(run(officeHours).results, // Friday, 3 in the morning
              "$TargetDedicatedNodes=10;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue;"
              "$curTime=2026-01-02T03:04:05.000Z;$work=0");
    m_now += std::chrono::hours(6);
    EXPECT_EQ(run(officeHours).size.dedicated, 20);
    m_now += std::chrono::hours(24); // Saturday
    EXPECT_EQ(run(officeHours).size.dedicated, 10);
}

TEST_F(FormulaEvaluation, TargetsCanBeReadAndAreTruncated)
{
    m_size = {4, 1, "terminate"};
    EXPECT_EQ(run("x = 1").size, m_size);
    EXPECT_EQ(run("$TargetDedicatedNodes = $TargetDedicatedNodes * 1.7").size.dedicated, 6);
    EXPECT_EQ(run("$TargetLowPriorityNodes = $TargetLowPriorityNodes - 5").size.lowPriority, 0);
    EXPECT_EQ(run("$TargetDedicatedNodes = -0.5").size.dedicated, 0);
    EXPECT_EQ(run("$TargetDedicatedNodes = -1/0").size.dedicated, 0);
    EXPECT_EQ(run("$TargetDedicatedNodes = 9; $TargetLowPriorityNodes = $TargetDedicatedNodes + 1")
                  .size.lowPriority,
              10);
    EXPECT_EQ(run("$TargetDedicatedNodes = 9; $TargetDedicatedNodes = 8").size.dedicated, 8);
    EXPECT_EQ(value("$NodeDeallocationOption"), "terminate");
}

TEST_F(FormulaEvaluation, OldNamesOfTargets)
{
    EXPECT_EQ(run("$TargetDedicated = 5").size.dedicated, 5);
    EXPECT_EQ(run("$TargetLowPriority = 5").size.lowPriority, 5);
    EXPECT_EQ(run("$TargetDedicatedNodes = 6; $TargetDedicated = 5").size.dedicated, 6);
    EXPECT_EQ(run("$TargetDedicated = 5; x = $TargetDedicatedNodes").results,
              "$TargetDedicatedNodes=5;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue;"
              "x=5");
    EXPECT_EQ(value("$TargetDedicated"), "2");
}

TEST_F(FormulaEvaluation, DeallocationIsOneOfFourWords)
{
    for (const std::string word : {"requeue", "terminate", "taskcompletion", "retaineddata"})
        EXPECT_EQ(run("$NodeDeallocationOption = " + word).size.deallocation, word);
    EXPECT_EQ(run("$NodeDeallocationOption = 0 ? requeue : terminate").size.deallocation,
              "terminate");
    EXPECT_EQ(run("$NodeDeallocationOption = \"terminate\"").size.deallocation, "terminate");
    const std::string wrong =
        "$NodeDeallocationOption must be requeue, terminate, taskcompletion or retaineddata.";
    EXPECT_EQ(error("\n$NodeDeallocationOption = 1"), "Line 2, Col 1: " + wrong);
    EXPECT_EQ(error("$NodeDeallocationOption = \"now\""), "Line 1, Col 1: " + wrong);
    EXPECT_EQ(error("$NodeDeallocationOption = now"),
              "Line 1, Col 27: The variable now has no value.");
}

TEST_F(FormulaEvaluation, AnErrorChangesNothing)
{
    const Evaluation evaluation = run("$TargetDedicatedNodes = 5; a = 1; $something_useless");
    ASSERT_TRUE(evaluation.error);
    EXPECT_EQ(evaluation.error->text(),
              "Line 1, Col 35: The variable $something_useless has no value.");
    EXPECT_EQ(evaluation.size, m_size);
    EXPECT_EQ(evaluation.results, m_unchanged);
}

TEST_F(FormulaEvaluation, TargetsMustBeNumbersOfNodes)
{
    EXPECT_EQ(error("$TargetDedicatedNodes = time()"),
              "Line 1, Col 1: $TargetDedicatedNodes must be a double, and this is a timestamp.");
    EXPECT_EQ(error("a = 1; $TargetLowPriority = \"3\""),
              "Line 1, Col 8: $TargetLowPriority must be a double, and this is a string.");
    EXPECT_EQ(error("$TargetDedicatedNodes = 0/0"),
              "Line 1, Col 1: $TargetDedicatedNodes is not a number of nodes: NaN.");
    EXPECT_EQ(error("$TargetDedicatedNodes = 1/0"),
              "Line 1, Col 1: $TargetDedicatedNodes is not a number of nodes: Infinity.");
    EXPECT_EQ(error("$TargetDedicatedNodes = 3e9"),
              "Line 1, Col 1: $TargetDedicatedNodes is not a number of nodes: 3000000000.");
}

TEST_F(FormulaEvaluation, MetricsAndConstantsAreReadOnly)
{
    EXPECT_EQ(error("$ActiveTasks = 1"),
              "Line 1, Col 1: $ActiveTasks is read-only and cannot be assigned to.");
    EXPECT_EQ(error("TimeInterval_Day = 1"),
              "Line 1, Col 1: TimeInterval_Day is read-only and cannot be assigned to.");
    // Names of functions and words are free.
    EXPECT_EQ(error("max = 1; requeue = 2; x = max(max, requeue)"), "");
}

TEST_F(FormulaEvaluation, CostIsBounded)
{
    sample(Metric::ActiveTasks, std::vector<double>(historyLength, 1));
    std::string formula = "a = $ActiveTasks.GetSample(720);";
    for (int i = 0; i < 50; ++i)
        formula += "a = ceil(a,a,a,a,a,a,a,a);";
    EXPECT_NE(error(formula).find("The formula takes too many steps."), std::string::npos);
}

TEST_F(FormulaEvaluation, IsPure)
{
    sample(Metric::PendingTasks, {1, 2, 3, 4, 5, 6});
    const Formula formula = parseFormula(pendingTasks + "r = rand();");
    const FormulaInput input{m_history, m_present, m_now, m_size, [] { return 0.5; }};
    EXPECT_EQ(evaluate(formula, input).results, evaluate(formula, input).results);
}
