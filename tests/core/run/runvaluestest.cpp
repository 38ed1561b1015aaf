// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/summaryjson.h"

#include <gtest/gtest.h>

using namespace Batchdesk;
using Ending = RunSummary::Ending;

TEST(RunSummary, GoesThroughJsonWhole)
{
    RunSummary summary;
    summary.runId = QStringLiteral("r-1");
    summary.ending = Ending::TasksFailed;
    summary.tasksTotal = 60;
    summary.succeeded = 57;
    summary.failed = 2;
    summary.notRun = 1;
    summary.elapsedMs = 12'345'678'901;
    summary.resultsFolder = QStringLiteral("/results/r-1");
    summary.filesBroughtHome = 4;
    summary.deleted = {QStringLiteral("job r-1")};
    summary.kept = {{QStringLiteral("pool r-1"), QStringLiteral("asked")}};
    summary.failures = {{QStringLiteral("t1"), QStringLiteral("a.csv"), 3, QStringLiteral("why")},
                        {QStringLiteral("t2"), QStringLiteral("b.csv"), {}, {}}};
    Error error =
        Error::io(QStringLiteral("full"), QStringLiteral("/x"), QStringLiteral("make room"));
    error.code = QStringLiteral("DiskFull");
    summary.errors = {error};
    EXPECT_EQ(summaryFromJson(summaryToJson(summary)), summary);
}

TEST(RunSummary, EveryEndingHasItsExitCode)
{
    const auto codeOf = [](Ending ending) {
        RunSummary summary;
        summary.ending = ending;
        return exitCodeOf(summary);
    };
    EXPECT_EQ(codeOf(Ending::Succeeded), 0);
    EXPECT_EQ(codeOf(Ending::TasksFailed), 1);
    EXPECT_EQ(codeOf(Ending::Refused), 2);
    EXPECT_EQ(codeOf(Ending::Broken), 3);
    EXPECT_EQ(codeOf(Ending::Stopped), 130);
}

TEST(RunStep, EveryStepHasATitle)
{
    for (int step = 0; step < runStepCount; ++step)
        EXPECT_FALSE(stepTitle(RunStep(step)).isEmpty()) << step;
}
