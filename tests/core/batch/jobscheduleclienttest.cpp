// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/batch/batchfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

const QString scheduleId = QStringLiteral("s1");
const QList<NameValue> metadata{{QStringLiteral("a"), QStringLiteral("b")}};

JobSpec jobSpec()
{
    JobSpec job;
    job.id = QStringLiteral("unused");
    job.displayName = QStringLiteral("Nightly");
    job.poolId = QStringLiteral("p1");
    job.terminateWhenAllTasksComplete = true;
    job.managerTask = JobManagerTask();
    job.managerTask->id = QStringLiteral("jm");
    job.managerTask->commandLine = QStringLiteral("/bin/true");
    return job;
}

Schedule everyHour()
{
    Schedule schedule;
    schedule.recurrenceInterval = 1h;
    return schedule;
}

} // namespace

TEST_F(BatchClientTest, AddsAJobSchedule)
{
    JobScheduleSpec spec;
    spec.id = scheduleId;
    spec.displayName = QStringLiteral("Every night");
    spec.schedule = {fromIsoTime(u"2026-01-02T00:00:00Z"), fromIsoTime(u"2026-02-02T00:00:00Z"),
                     10min, 24h};
    spec.job = jobSpec();
    spec.metadata = metadata;
    EXPECT_TRUE(replay("schedule_add", [&] { return client.addJobSchedule(spec); }).ok())
        << "its jobs are to end with their last task from the beginning";
}

TEST_F(BatchClientTest, GetsAJobSchedule)
{
    const auto schedule = replay("schedule_get", [this] { return client.jobSchedule(scheduleId); });
    ASSERT_TRUE(schedule.ok());
    JobSchedule expected;
    expected.id = scheduleId;
    expected.displayName = QStringLiteral("Every night");
    expected.state = QStringLiteral("disabled");
    expected.previousState = QStringLiteral("active");
    expected.creationTime = fromIsoTime(u"2026-01-02T03:04:05.123Z");
    expected.stateTransitionTime = fromIsoTime(u"2026-01-03T00:00:00Z");
    expected.schedule = {fromIsoTime(u"2026-01-02T00:00:00Z"), QDateTime(), 10min, 24h};
    expected.poolId = QStringLiteral("p1");
    expected.nextRunTime = fromIsoTime(u"2026-01-04T00:00:00Z");
    expected.recentJobId = QStringLiteral("s1:job-2");
    expected.metadata = metadata;
    expected.stamp = {recordedETag, expected.creationTime};
    EXPECT_EQ(*schedule, expected);
}

TEST_F(BatchClientTest, ListsJobSchedules)
{
    ListQuery query;
    query.select = QStringLiteral("id,state");
    const auto page = replay("schedule_list", [&] { return client.jobSchedules(query); });
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->items.size(), 2);
    EXPECT_EQ(page->items[0].id, scheduleId);
    EXPECT_EQ(page->items[1].state, QStringLiteral("completed"));
    EXPECT_EQ(page->items[1].endTime, fromIsoTime(u"2026-01-05T00:00:00Z"));
    EXPECT_FALSE(page->items[1].nextRunTime.isValid());
}

TEST_F(BatchClientTest, SaysWhetherAJobScheduleExists)
{
    const auto there =
        replay("schedule_exists", [this] { return client.jobScheduleExists(scheduleId); });
    EXPECT_TRUE(there.ok() && *there);
    const auto gone =
        replay("schedule_exists_not", [this] { return client.jobScheduleExists(scheduleId); });
    EXPECT_TRUE(gone.ok() && !*gone);
}

TEST_F(BatchClientTest, ChangesAJobSchedule)
{
    JobSchedulePatch patch;
    patch.schedule = everyHour();
    patch.metadata = QList<NameValue>();
    EXPECT_TRUE(replay("schedule_patch", [&] {
                    return client.patchJobSchedule(scheduleId, patch, recordedETag);
                }).ok());
    JobSchedulePatch jobOnly;
    jobOnly.job = jobSpec();
    EXPECT_TRUE(replay("schedule_patch_job", [&] {
                    return client.patchJobSchedule(scheduleId, jobOnly);
                }).ok());
    const JobScheduleUpdate update{everyHour(), jobSpec(), metadata};
    EXPECT_TRUE(replay("schedule_update", [&] {
                    return client.updateJobSchedule(scheduleId, update, recordedETag);
                }).ok());
}

TEST_F(BatchClientTest, HoldsAndEndsJobSchedules)
{
    EXPECT_TRUE(
        replay("schedule_disable", [this] { return client.disableJobSchedule(scheduleId); }).ok());
    EXPECT_TRUE(
        replay("schedule_enable", [this] { return client.enableJobSchedule(scheduleId); }).ok());
    EXPECT_TRUE(replay("schedule_terminate", [this] {
                    return client.terminateJobSchedule(scheduleId);
                }).ok());
    EXPECT_TRUE(replay("schedule_terminate_forced", [this] {
                    return client.terminateJobSchedule(scheduleId, true);
                }).ok());
    EXPECT_TRUE(
        replay("schedule_delete", [this] { return client.deleteJobSchedule(scheduleId); }).ok());
    EXPECT_TRUE(replay("schedule_delete_forced", [this] {
                    return client.deleteJobSchedule(scheduleId, true);
                }).ok());
}
