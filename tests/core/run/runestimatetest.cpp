// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runestimate.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

const QDateTime begin(QDate(2026, 1, 2), QTime(3, 0, 0), Qt::UTC);

//! Ends at each given second after begin.
QList<QDateTime> endsEvery(int seconds, int count)
{
    QList<QDateTime> ends;
    for (int i = 0; i < count; ++i)
        ends << begin.addSecs(qint64(i) * seconds);
    return ends;
}

} // namespace

TEST(RunEstimate, SaysNothingBeforeAPaceCanBeSeen)
{
    EXPECT_EQ(estimateRun({}, 10, begin), RunEstimate());
    EXPECT_EQ(estimateRun(endsEvery(10, 4), 10, begin.addSecs(40)), RunEstimate());
    EXPECT_EQ(estimateRun(endsEvery(0, 20), 10, begin.addSecs(1)), RunEstimate());
}

TEST(RunEstimate, GoesByTheTimeBetweenTheEnds)
{
    const auto estimate = estimateRun(endsEvery(10, 7), 12, begin.addSecs(60));
    ASSERT_TRUE(estimate.tasksPerMinute);
    EXPECT_DOUBLE_EQ(*estimate.tasksPerMinute, 6.0);
    EXPECT_EQ(estimate.remaining, std::chrono::milliseconds(120'000));
}

TEST(RunEstimate, TheOrderOfTheEndsIsOfNoImportance)
{
    QList<QDateTime> ends = endsEvery(10, 7);
    std::swap(ends[0], ends[6]);
    ends << QDateTime();
    EXPECT_EQ(estimateRun(ends, 12, begin.addSecs(60)),
              estimateRun(endsEvery(10, 7), 12, begin.addSecs(60)));
}

TEST(RunEstimate, LooksAtTheLatestEndsOnly)
{
    QList<QDateTime> ends = endsEvery(1, 1000);
    const QDateTime later = begin.addSecs(10'000);
    for (int i = 0; i < estimateWindow; ++i)
        ends << later.addSecs(qint64(i) * 60);
    const auto estimate = estimateRun(ends, 1, ends.last());
    ASSERT_TRUE(estimate.tasksPerMinute);
    EXPECT_DOUBLE_EQ(*estimate.tasksPerMinute, 1.0);
}

TEST(RunEstimate, AStallMakesItSlower)
{
    const auto before = estimateRun(endsEvery(10, 7), 12, begin.addSecs(60));
    const auto after = estimateRun(endsEvery(10, 7), 12, begin.addSecs(600));
    EXPECT_LT(*after.tasksPerMinute, *before.tasksPerMinute);
    EXPECT_GT(*after.remaining, *before.remaining);
}

TEST(RunEstimate, AClockThatIsBehindTheServiceDoesNoHarm)
{
    const auto estimate = estimateRun(endsEvery(10, 7), 12, begin.addSecs(-600));
    EXPECT_DOUBLE_EQ(*estimate.tasksPerMinute, 6.0);
}

TEST(RunEstimate, NothingIsLeftWhenEveryTaskHasEnded)
{
    const auto estimate = estimateRun(endsEvery(10, 7), 0, begin.addSecs(60));
    EXPECT_TRUE(estimate.tasksPerMinute);
    EXPECT_FALSE(estimate.remaining);
}
