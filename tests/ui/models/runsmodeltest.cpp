// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/runsmodel.h"
#include "core/run/rundesk.h"
#include "tests/support/somerun.h"
#include "tests/support/wait.h"
#include "tests/ui/models/dump.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Test::dump;
using Test::SomeRuns;
using Test::waitUntil;

namespace {

RunSummary summaryOf(const QString &id, RunSummary::Ending ending)
{
    RunSummary summary;
    summary.runId = id;
    summary.ending = ending;
    summary.tasksTotal = 6;
    summary.succeeded = 6;
    summary.elapsedMs = 61'000;
    return summary;
}

class RunsModelTest : public ::testing::Test
{
protected:
    SomeRuns m_runs;
    std::unique_ptr<RunDesk> m_desk;
    std::unique_ptr<RunsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_ended;

    void open()
    {
        m_desk = std::make_unique<RunDesk>(QString(), m_runs.runsFolder(), nullptr);
        m_model = std::make_unique<RunsModel>(m_desk.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_ended = std::make_unique<QSignalSpy>(m_model.get(), &RunsModel::runEnded);
        waitUntil([this] { return m_model->isLoaded(); });
    }
    QString text() const
    {
        return dump(*m_model, {RunsModel::RunId, RunsModel::State, RunsModel::Progress});
    }
    void waitForText(const char *wanted)
    {
        waitUntil([&] { return text() == QLatin1String(wanted); });
    }
    void end(const QString &id) const
    {
        EXPECT_TRUE(
            m_runs.folder(id).saveSummary(summaryOf(id, RunSummary::Ending::Succeeded)).ok());
    }
    void tell(const QString &id, const RunProgress &progress) const
    {
        const auto feed = RunFeedWriter::open(m_runs.folder(id).feedPath());
        ASSERT_TRUE(feed.ok());
        (*feed)->write(progress);
    }
};

const QDateTime noon(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

} // namespace

TEST_F(RunsModelTest, ListsTheLatestFirst)
{
    m_runs.make(QStringLiteral("old"), 6, noon);
    m_runs.make(QStringLiteral("new"), 6, noon.addSecs(60));
    end(QStringLiteral("old"));
    end(QStringLiteral("new"));
    open();
    EXPECT_EQ(text(), QStringLiteral("new|Succeeded|6 of 6\nold|Succeeded|6 of 6"));
    EXPECT_EQ(m_model->index(0, RunsModel::Title).data().toString(),
              QStringLiteral("Title of new"));
    EXPECT_EQ(m_model->index(0, RunsModel::Duration).data().toString(),
              QStringLiteral("1 min 01 s"));
    EXPECT_EQ(m_model->liveRuns(), 0);
    EXPECT_EQ(m_ended->size(), 0);
}

TEST_F(RunsModelTest, FollowsARunUntilItEndsAndTellsThatOnce)
{
    RunFolder folder = m_runs.make(QStringLiteral("r"));
    ASSERT_TRUE(folder.lock().ok());
    tell(QStringLiteral("r"), SomeRuns::watching(QStringLiteral("r"), 6, 1, 0, 2));
    open();
    waitForText("r|Running|1 of 6");
    EXPECT_EQ(m_model->liveRuns(), 1);
    tell(QStringLiteral("r"), SomeRuns::watching(QStringLiteral("r"), 6, 3, 0, 2));
    waitForText("r|Running|3 of 6");
    end(QStringLiteral("r"));
    waitForText("r|Succeeded|6 of 6");
    EXPECT_EQ(m_model->liveRuns(), 0);
    m_model->reload();
    QSignalSpy listed(m_model.get(), &RunsModel::listed);
    waitUntil([&] { return !listed.isEmpty(); });
    ASSERT_EQ(m_ended->size(), 1);
    EXPECT_EQ(m_ended->first().at(0).toString(), QStringLiteral("r"));
    EXPECT_EQ(m_ended->first().at(1).toString(), QStringLiteral("Title of r"));
}

TEST_F(RunsModelTest, ABrokenRunIsNotFollowedAndSeenWhenSomebodyGoesOnWithIt)
{
    RunFolder folder = m_runs.make(QStringLiteral("r"));
    tell(QStringLiteral("r"), SomeRuns::watching(QStringLiteral("r"), 6, 2, 1, 0));
    open();
    waitForText("r|Broken off|3 of 6");
    EXPECT_EQ(m_model->liveRuns(), 0);
    EXPECT_EQ(m_ended->size(), 0);
    ASSERT_TRUE(folder.lock().ok());
    waitForText("r|Running|3 of 6");
    EXPECT_EQ(m_model->liveRuns(), 1);
}

TEST_F(RunsModelTest, TellsWhenARunBreaksOffWhileOneLooks)
{
    {
        RunFolder folder = m_runs.make(QStringLiteral("r"));
        ASSERT_TRUE(folder.lock().ok());
        tell(QStringLiteral("r"), SomeRuns::watching(QStringLiteral("r"), 6, 2, 0, 1));
        open();
        waitForText("r|Running|2 of 6");
    }
    waitForText("r|Broken off|2 of 6");
    ASSERT_EQ(m_ended->size(), 1);
    const auto summary = m_ended->first().at(2).value<RunSummary>();
    EXPECT_EQ(summary.ending, RunSummary::Ending::Broken);
    EXPECT_EQ(summary.succeeded, 2);
}

TEST_F(RunsModelTest, ANewRunComesWithoutAReset)
{
    m_runs.make(QStringLiteral("old"), 6, noon);
    end(QStringLiteral("old"));
    open();
    const QPersistentModelIndex kept = m_model->index(0, 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    RunFolder folder = m_runs.make(QStringLiteral("new"), 6, QDateTime::currentDateTimeUtc());
    m_model->reload();
    // Nobody carries it out yet: a run that was just made is about to start, not broken.
    waitForText("new|Starting|0 of 6\nold|Succeeded|6 of 6");
    EXPECT_EQ(kept.row(), 1);
    EXPECT_EQ(reset.size(), 0);
    ASSERT_TRUE(folder.lock().ok());
    waitUntil([this] { return m_model->liveRuns() == 1; });
    end(QStringLiteral("new"));
    waitForText("new|Succeeded|6 of 6\nold|Succeeded|6 of 6");
    EXPECT_EQ(m_ended->size(), 1);
}

TEST_F(RunsModelTest, ARunWhoseFolderWentIsGone)
{
    m_runs.make(QStringLiteral("a"), 6, noon);
    m_runs.make(QStringLiteral("b"), 6, noon.addSecs(1));
    open();
    QDir(m_runs.folder(QStringLiteral("b")).path()).removeRecursively();
    waitForText("a|Broken off|0 of 6");
}
