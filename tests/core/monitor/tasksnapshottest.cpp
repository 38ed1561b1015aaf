// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/monitor/tasksnapshot.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

const QDateTime start(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);

Batch::Task task(const char *id, const char *state, int second, const char *result = "")
{
    Batch::Task task;
    task.id = QLatin1String(id);
    task.state = QLatin1String(state);
    task.result = QLatin1String(result);
    task.stateTransitionTime = start.addSecs(second);
    return task;
}

} // namespace

TEST(TaskSnapshot, TheFirstPollAsksForEverything)
{
    EXPECT_TRUE(TaskSnapshot().filter().isEmpty());
}

TEST(TaskSnapshot, LaterPollsAskForWhatMovedSinceWithAnOverlap)
{
    TaskSnapshot snapshot;
    snapshot.merge({task("a", "active", 0), task("b", "running", 60)});
    EXPECT_EQ(snapshot.filter(),
              QStringLiteral("stateTransitionTime ge DateTime'2026-01-02T03:05:00.000Z'"));
    snapshot.merge({task("a", "running", 30)}); // an older change does not turn the clock back
    EXPECT_EQ(snapshot.filter(),
              QStringLiteral("stateTransitionTime ge DateTime'2026-01-02T03:05:00.000Z'"));
}

TEST(TaskSnapshot, LaterPagesDoNotMoveTheTimeToAskFrom)
{
    // "a" was read as active on the first page; it may well have ended before the second page was
    // read.
    TaskSnapshot snapshot;
    snapshot.merge({task("a", "active", 10)}, true);
    snapshot.merge({task("b", "completed", 60, "success")}, false);
    EXPECT_EQ(snapshot.filter(),
              QStringLiteral("stateTransitionTime ge DateTime'2026-01-02T03:04:10.000Z'"));
    EXPECT_EQ(snapshot.counts().succeeded, 1);
}

TEST(TaskSnapshot, CountsEveryStateOnce)
{
    TaskSnapshot snapshot;
    snapshot.merge({task("a", "active", 0), task("b", "preparing", 0), task("c", "running", 0),
                    task("d", "completed", 0, "success"), task("e", "completed", 0, "failure")});
    EXPECT_EQ(snapshot.counts(), (Batch::TaskCounts{1, 2, 2, 1, 1}));
    snapshot.merge({task("a", "completed", 5, "success"), task("b", "active", 5)});
    EXPECT_EQ(snapshot.counts(), (Batch::TaskCounts{1, 1, 3, 2, 1}));
}

TEST(TaskSnapshot, GivesOnlyWhatIsDifferent)
{
    TaskSnapshot snapshot;
    EXPECT_EQ(snapshot.merge({task("a", "active", 0)}).size(), 1);
    EXPECT_TRUE(snapshot.merge({task("a", "active", 0)}).isEmpty());
    const auto changed = snapshot.merge({task("a", "running", 1), task("b", "active", 1)});
    ASSERT_EQ(changed.size(), 2);
    EXPECT_EQ(snapshot.tasks().size(), 2);
}
