// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/planrecord.h"
#include "tests/core/plan/qtprinters.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

PlanRecord someRecord()
{
    Settings settings;
    settings.task.command = QStringLiteral("x {input}");
    settings.task.environment = {{QStringLiteral("Z"), QStringLiteral("1")},
                                 {QStringLiteral("A"), QStringLiteral("2")}};
    settings.pool.startTask.kind = StartTaskChoice::Kind::Script;
    settings.pool.startTask.script = QStringLiteral("setup.sh");
    settings.job.maxWallClockTime.reset();
    Listing listing;
    listing.applicationFolder = QStringLiteral("/data/app");
    listing.application = {{QStringLiteral("a.sh"), 5, true},
                           {QStringLiteral("\u00fc.txt"), 6, false}};
    listing.inputFolder = QStringLiteral("/data/inputs");
    listing.inputs = {{QStringLiteral("a b'$(x).csv"), Q_INT64_C(5000000000)}};
    listing.inputsLookedAt = 3;
    listing.startScript = QByteArray("echo \xff\n");
    listing.warnings << Error::invalidInput(QStringLiteral("what"), QStringLiteral("where"),
                                            QStringLiteral("do"));
    return PlanRecord::of(
        settings, QStringLiteral("/data"), listing,
        {QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC), QStringLiteral("abcd")});
}

} // namespace

TEST(PlanRecord, GivesTheSamePlanAgain)
{
    const PlanRecord record = someRecord();
    const PlanResult before = record.plan();
    ASSERT_TRUE(before.ok()) << qPrintable(before.errors.first().caption());
    const Outcome<PlanRecord> again = PlanRecord::fromJson(record.toJson());
    ASSERT_TRUE(again.ok()) << qPrintable(again.error().caption());
    EXPECT_EQ(again->listing, record.listing);
    EXPECT_EQ(again->plan().plan, before.plan);
}

TEST(PlanRecord, DoesNotDependOnTheCatalogue)
{
    const PlanRecord record = someRecord();
    EXPECT_TRUE(record.settings.pool.image.name.isEmpty());
    EXPECT_FALSE(record.settings.pool.image.reference.publisher.isEmpty());
    EXPECT_FALSE(record.settings.pool.vmSize.isEmpty());
}

TEST(PlanRecord, AnythingElseIsRefused)
{
    EXPECT_FALSE(PlanRecord::fromJson("").ok());
    EXPECT_FALSE(PlanRecord::fromJson("{}").ok());
    EXPECT_FALSE(PlanRecord::fromJson("{\"version\": 1}").ok());
    QByteArray newer = someRecord().toJson();
    newer.replace("\"version\":1}", "\"version\":2}");
    ASSERT_TRUE(newer.contains("\"version\":2}"));
    EXPECT_FALSE(PlanRecord::fromJson(newer).ok());
}
