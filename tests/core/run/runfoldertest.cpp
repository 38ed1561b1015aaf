// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runfolder.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <thread>

using namespace Batchdesk;

namespace {

class RunStoreTest : public ::testing::Test
{
protected:
    QTemporaryDir m_dir;
    RunStore m_store{m_dir.filePath(QStringLiteral("runs"))};

    RunFolder make(const QString &id) const
    {
        const auto folder = m_store.create(id);
        EXPECT_TRUE(folder.ok());
        PlanRecord record;
        record.settings.name = QStringLiteral("Title of ") + id;
        record.settings.task.command = QStringLiteral("true");
        record.listing.inputs = {{QStringLiteral("a.csv"), 3}};
        record.stamp = {QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC),
                        QStringLiteral("abcd")};
        EXPECT_TRUE(folder->saveRecord(record).ok());
        return *folder;
    }
    static RunSummary endedSummary(const QString &id)
    {
        RunSummary summary;
        summary.runId = id;
        summary.succeeded = 1;
        return summary;
    }
};

} // namespace

TEST_F(RunStoreTest, FindsWhatWasMade)
{
    const RunFolder folder = make(QStringLiteral("r1"));
    const auto found = m_store.find(QStringLiteral("r1"));
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->path(), folder.path());
    const auto record = found->record();
    ASSERT_TRUE(record.ok());
    EXPECT_EQ(record->settings.name, QStringLiteral("Title of r1"));
    EXPECT_EQ(record->stamp.salt, QStringLiteral("abcd"));
}

TEST_F(RunStoreTest, RefusesNamesThatAreNoRun)
{
    make(QStringLiteral("r1"));
    for (const char *name : {"r2", "", "..", "../runs/r1", "r1/../r1"}) {
        const auto found = m_store.find(QLatin1String(name));
        ASSERT_FALSE(found.ok()) << name;
        EXPECT_EQ(found.error().kind, Error::Kind::NotFound);
    }
}

TEST_F(RunStoreTest, AnIdIsFreeAgainWhenItsRunHasEnded)
{
    const RunFolder first = make(QStringLiteral("r1"));
    const auto early = m_store.create(QStringLiteral("r1"));
    ASSERT_FALSE(early.ok());
    EXPECT_EQ(early.error().kind, Error::Kind::AlreadyExists);
    EXPECT_TRUE(early.error().advice.contains(QStringLiteral("resume r1")));

    ASSERT_TRUE(first.saveSummary(endedSummary(QStringLiteral("r1"))).ok());
    const auto second = m_store.create(QStringLiteral("r1"));
    ASSERT_TRUE(second.ok());
    EXPECT_FALSE(second->summary().has_value());
    EXPECT_EQ(m_store.list().size(), 1) << "the earlier one is set aside, not lost";
}

TEST_F(RunStoreTest, ListsWhetherARunGoesOnOrEnded)
{
    RunFolder going = make(QStringLiteral("going"));
    make(QStringLiteral("broken"));
    const RunFolder ended = make(QStringLiteral("ended"));
    ASSERT_TRUE(ended.saveSummary(endedSummary(QStringLiteral("ended"))).ok());
    ASSERT_TRUE(going.lock().ok());

    QHash<QString, RunListing> byId;
    for (const RunListing &run : m_store.list())
        byId.insert(run.runId, run);
    ASSERT_EQ(byId.size(), 3);
    EXPECT_TRUE(byId.value(QStringLiteral("going")).running);
    EXPECT_FALSE(byId.value(QStringLiteral("broken")).running);
    EXPECT_FALSE(byId.value(QStringLiteral("broken")).summary.has_value());
    EXPECT_EQ(byId.value(QStringLiteral("ended")).summary->succeeded, 1);
    EXPECT_EQ(byId.value(QStringLiteral("ended")).tasks, 1);
}

TEST_F(RunStoreTest, OneProgramAtATimeCarriesOutARun)
{
    RunFolder first = make(QStringLiteral("r1"));
    ASSERT_TRUE(first.lock().ok());
    RunFolder second(first.path());
    const auto locked = second.lock();
    ASSERT_FALSE(locked.ok());
    EXPECT_EQ(locked.error().kind, Error::Kind::Conflict);
    first = RunFolder();
    EXPECT_TRUE(second.lock().ok());
}

TEST_F(RunStoreTest, ARunThatEndsWhileItIsLookedAtNeverSeemsBrokenOff)
{
    const RunFolder looked = make(QStringLiteral("r1"));
    for (int round = 0; round < 300; ++round) {
        QFile::remove(looked.path() + QStringLiteral("/summary.json"));
        RunFolder carriedOut(looked.path());
        ASSERT_TRUE(carriedOut.lock().ok());
        std::thread ending([&carriedOut] {
            EXPECT_TRUE(carriedOut.saveSummary(endedSummary(QStringLiteral("r1"))).ok());
            carriedOut = RunFolder(); // the last copy lets go of the lock
        });
        Standing standing;
        do {
            standing = looked.standing();
            EXPECT_TRUE(standing.summary || standing.isCarriedOut) << "round " << round;
        } while (!standing.summary && !HasFailure());
        ending.join();
        ASSERT_FALSE(HasFailure());
    }
}

TEST_F(RunStoreTest, LookingWhetherARunIsLockedLeavesNoTraceForWhoWatchesItsFolder)
{
    const RunFolder folder = make(QStringLiteral("r1"));
    const auto changedAt = [&folder] { return QFileInfo(folder.path()).lastModified(); };
    const QDateTime before = changedAt();
    // Looks until a trace would be told from the folder's making by its time.
    while (QDateTime::currentDateTime() < before.addMSecs(50))
        EXPECT_FALSE(folder.isLocked());
    EXPECT_EQ(changedAt(), before);
}
