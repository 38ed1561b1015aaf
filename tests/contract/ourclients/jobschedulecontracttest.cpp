// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Job schedules, asked of "This computer" by our client.
#include "tests/contract/ourclients/batchserverfixture.h"

using namespace Batchdesk;
using namespace Batchdesk::Batch;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

namespace {

//! A schedule that waits for tomorrow, or makes its one job at once.
class JobScheduleTest : public BatchServerTest
{
protected:
    JobScheduleSpec spec() const
    {
        JobScheduleSpec spec;
        spec.id = id;
        spec.displayName = QStringLiteral("Ünïcode schedule");
        spec.job.displayName = QStringLiteral("Each");
        spec.job.poolId = QStringLiteral("none");
        spec.metadata = {{QStringLiteral("a"), QStringLiteral("b")}};
        return spec;
    }

    static Schedule fromTomorrow()
    {
        // The service has whole seconds as well as we, so what is asked for comes back.
        const QDateTime tomorrow = QDateTime::currentDateTimeUtc().addDays(1);
        Schedule schedule;
        schedule.doNotRunUntil = QDateTime(tomorrow.date(), QTime(3, 0), Qt::UTC);
        schedule.doNotRunAfter = schedule.doNotRunUntil.addDays(7);
        schedule.startWindow = 10min;
        schedule.recurrenceInterval = 1h;
        return schedule;
    }

    void TearDown() override
    {
        EXPECT_TRUE(done(client->deleteJobSchedule(id, true)));
        EXPECT_TRUE(eventually([&] { return !valueOf(client->jobScheduleExists(id)); }));
    }

    const QString id = QStringLiteral("schedule-")
        + QLatin1String(::testing::UnitTest::GetInstance()->current_test_info()->name());
};

} // namespace

TEST_F(JobScheduleTest, IsWhatWasAskedFor)
{
    JobScheduleSpec wanted = spec();
    wanted.schedule = fromTomorrow();
    EXPECT_EQ(valueOf(client->jobScheduleExists(id)), false);
    ASSERT_TRUE(done(client->addJobSchedule(wanted)));
    EXPECT_EQ(valueOf(client->jobScheduleExists(id)), true);
    EXPECT_EQ(codeOf(client->addJobSchedule(wanted)), "JobScheduleExists");
    const JobSchedule schedule = valueOf(client->jobSchedule(id));
    EXPECT_EQ(schedule.id, id);
    EXPECT_EQ(schedule.displayName, wanted.displayName);
    EXPECT_EQ(schedule.state, QStringLiteral("active"));
    EXPECT_EQ(schedule.schedule, wanted.schedule);
    EXPECT_EQ(schedule.poolId, wanted.job.poolId);
    EXPECT_EQ(schedule.nextRunTime, wanted.schedule.doNotRunUntil);
    EXPECT_TRUE(schedule.recentJobId.isEmpty());
    EXPECT_EQ(schedule.metadata, wanted.metadata);
    ListQuery query;
    query.filter = QStringLiteral("id eq '%1'").arg(id);
    const auto listed = valueOf(client->jobSchedules(query)).items;
    ASSERT_EQ(listed.size(), 1);
    EXPECT_EQ(listed[0], schedule);
    EXPECT_TRUE(valueOf(client->jobsOfSchedule(id)).items.isEmpty());
    EXPECT_EQ(codeOf(client->jobSchedule(QStringLiteral("none"))), "JobScheduleNotFound");
}

TEST_F(JobScheduleTest, IsChangedHeldAndEnded)
{
    JobScheduleSpec wanted = spec();
    wanted.schedule = fromTomorrow();
    ASSERT_TRUE(done(client->addJobSchedule(wanted)));
    const QString eTag = valueOf(client->jobSchedule(id)).stamp.eTag;
    JobSchedulePatch patch;
    patch.schedule = fromTomorrow();
    patch.schedule->recurrenceInterval = 2h;
    patch.metadata = {{{QStringLiteral("c"), QStringLiteral("d")}}};
    EXPECT_TRUE(done(client->patchJobSchedule(id, patch, eTag)));
    EXPECT_EQ(codeOf(client->patchJobSchedule(id, patch, eTag)), "ConditionNotMet");
    JobSchedule schedule = valueOf(client->jobSchedule(id));
    EXPECT_EQ(schedule.schedule, *patch.schedule);
    EXPECT_EQ(schedule.metadata, *patch.metadata);
    JobScheduleUpdate update{fromTomorrow(), wanted.job, {}};
    update.job.poolId = QStringLiteral("another");
    EXPECT_TRUE(done(client->updateJobSchedule(id, update)));
    schedule = valueOf(client->jobSchedule(id));
    EXPECT_EQ(schedule.poolId, QStringLiteral("another"));
    EXPECT_TRUE(schedule.metadata.isEmpty());
    EXPECT_TRUE(done(client->disableJobSchedule(id)));
    EXPECT_EQ(valueOf(client->jobSchedule(id)).state, QStringLiteral("disabled"));
    EXPECT_TRUE(done(client->enableJobSchedule(id)));
    EXPECT_EQ(valueOf(client->jobSchedule(id)).state, QStringLiteral("active"));
    EXPECT_TRUE(done(client->terminateJobSchedule(id)));
    EXPECT_TRUE(eventually(
        [&] { return valueOf(client->jobSchedule(id)).state == QLatin1String("completed"); }));
}

TEST_F(JobScheduleTest, MakesItsJob)
{
    ASSERT_TRUE(done(client->addJobSchedule(spec())));
    EXPECT_TRUE(eventually([&] { return valueOf(client->jobsOfSchedule(id)).items.size() == 1; }));
    const Job job = valueOf(client->jobsOfSchedule(id)).items.value(0);
    EXPECT_EQ(job.id, id + QStringLiteral(":job-1"));
    EXPECT_EQ(job.displayName, QStringLiteral("Each"));
    EXPECT_EQ(valueOf(client->job(job.id)).poolId, QStringLiteral("none"));
    EXPECT_EQ(valueOf(client->jobSchedule(id)).recentJobId, job.id);
    EXPECT_TRUE(done(client->terminateJob(job.id, QString())));
    EXPECT_TRUE(eventually([&] {
        return valueOf(client->jobSchedule(id)).state == QLatin1String("completed");
    })) << "it was to make one job only";
    EXPECT_TRUE(valueOf(client->jobSchedule(id)).endTime.isValid());
}
