// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runfeed.h"

#include "core/run/runfollower.h"
#include "core/run/runrecorder.h"
#include "core/run/stopwatch.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Test::waitUntil;

namespace {

const QDateTime noon(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

RunTask runningTask(const QString &id)
{
    RunTask task;
    task.id = id;
    task.state = QStringLiteral("running");
    task.nodeId = QStringLiteral("node-1");
    task.startTime = noon;
    return task;
}

RunTask failedTask(const QString &id)
{
    RunTask task = runningTask(id);
    task.state = QStringLiteral("completed");
    task.result = QStringLiteral("failure");
    task.exitCode = 3;
    task.failure = QStringLiteral("The task exited with an exit code representing a failure");
    task.endTime = noon.addSecs(9);
    task.retryCount = 1;
    return task;
}

class RunFeedTest : public ::testing::Test
{
protected:
    QTemporaryDir m_dir;
    RunFolder m_folder{m_dir.path()};

    std::shared_ptr<RunFeedWriter> writer() const
    {
        auto opened = RunFeedWriter::open(m_folder.feedPath());
        EXPECT_TRUE(opened.ok());
        return *opened;
    }
    void appendRaw(const QByteArray &bytes) const
    {
        QFile file(m_folder.feedPath());
        ASSERT_TRUE(file.open(QIODevice::Append));
        file.write(bytes);
    }
};

} // namespace

TEST_F(RunFeedTest, EverythingThatIsToldComesBackAsItWas)
{
    RunProgress progress;
    progress.runId = QStringLiteral("r1");
    progress.step = RunStep::Watch;
    progress.steps[0] = StepState::Done;
    progress.steps[7] = StepState::Running;
    progress.stepTimes[0] = {noon.addSecs(-60), noon.addSecs(-58)};
    progress.stepTimes[7] = {noon.addSecs(-30), {}};
    progress.transfer = {1, 2, 3'000'000'000, 4'000'000'000};
    progress.tasksTotal = 60;
    progress.tasks = {10, 2, 48, 47, 1};
    progress.tasksAsOf = noon;
    progress.startedAt = noon.addSecs(-60);
    const RunEvent event{noon, RunEvent::Level::Warning, QStringLiteral("a \"quoted\"\nline")};
    const RunNode node{QStringLiteral("node-1"),
                       QStringLiteral("running"),
                       QStringLiteral("standard_d2s_v5"),
                       false,
                       1,
                       7,
                       6,
                       QStringLiteral("Its disk is full")};
    const auto feed = writer();
    feed->write(progress);
    feed->write(event);
    feed->write(QList<RunTask>{failedTask(QStringLiteral("a"))});
    feed->write(QList<RunNode>{node});

    qint64 offset = 0;
    const RunNews news = readFeed(m_folder.feedPath(), offset);
    EXPECT_EQ(news.progress, progress);
    ASSERT_EQ(news.events.size(), 1);
    EXPECT_EQ(news.events.first().text, event.text);
    EXPECT_EQ(news.events.first().time, event.time);
    EXPECT_EQ(news.events.first().level, event.level);
    EXPECT_EQ(news.tasks, QList<RunTask>{failedTask(QStringLiteral("a"))});
    EXPECT_EQ(news.nodes, QList<RunNode>{node});
    EXPECT_TRUE(readFeed(m_folder.feedPath(), offset).isEmpty());
}

TEST_F(RunFeedTest, ATaskThatChangedTwiceIsToldOnceAsItIsNow)
{
    const auto feed = writer();
    feed->write(QList<RunTask>{runningTask(QStringLiteral("a")), runningTask(QStringLiteral("b"))});
    feed->write(QList<RunTask>{failedTask(QStringLiteral("a"))});
    qint64 offset = 0;
    const RunNews news = readFeed(m_folder.feedPath(), offset);
    EXPECT_EQ(news.tasks,
              (QList<RunTask>{failedTask(QStringLiteral("a")), runningTask(QStringLiteral("b"))}));
}

TEST_F(RunFeedTest, HalfALineWaitsForItsRest)
{
    writer()->write(RunEvent{noon, RunEvent::Level::Info, QStringLiteral("whole")});
    appendRaw(R"({"event":[1,0,"ha)");
    qint64 offset = 0;
    EXPECT_EQ(readFeed(m_folder.feedPath(), offset).events.size(), 1);
    EXPECT_TRUE(readFeed(m_folder.feedPath(), offset).isEmpty());
    appendRaw("lf\"]}\n");
    const RunNews rest = readFeed(m_folder.feedPath(), offset);
    ASSERT_EQ(rest.events.size(), 1);
    EXPECT_EQ(rest.events.first().text, QStringLiteral("half"));
}

TEST_F(RunFeedTest, AWriterAfterOneThatWasKilledBeginsANewLine)
{
    appendRaw(R"({"event":[1,0,"cut)");
    writer()->write(RunEvent{noon, RunEvent::Level::Info, QStringLiteral("next")});
    qint64 offset = 0;
    const RunNews news = readFeed(m_folder.feedPath(), offset);
    ASSERT_EQ(news.events.size(), 1);
    EXPECT_EQ(news.events.first().text, QStringLiteral("next"));
}

TEST_F(RunFeedTest, AFeedThatIsNotThereHoldsNoNews)
{
    qint64 offset = 0;
    EXPECT_TRUE(readFeed(m_folder.feedPath(), offset).isEmpty());
    EXPECT_EQ(offset, 0);
}

TEST_F(RunFeedTest, AFollowerTellsWhatHappensUntilTheRunHasEnded)
{
    ASSERT_TRUE(m_folder.lock().ok());
    const auto feed = writer();
    feed->write(QList<RunTask>{runningTask(QStringLiteral("a"))});
    RunFollower follower(RunFolder(m_dir.path()));
    QList<RunTask> seen;
    QObject::connect(&follower, &RunFollower::news, &follower,
                     [&seen](const RunNews &news) { seen += news.tasks; });
    follower.start();
    waitUntil([&] { return follower.life() == RunFollower::Life::Going && seen.size() == 1; });

    feed->write(QList<RunTask>{failedTask(QStringLiteral("a"))});
    waitUntil([&] { return seen.size() == 2; });
    EXPECT_EQ(seen.last().exitCode, 3);

    RunSummary summary;
    summary.runId = QStringLiteral("r1");
    summary.failed = 1;
    summary.ending = RunSummary::Ending::TasksFailed;
    ASSERT_TRUE(m_folder.saveSummary(summary).ok());
    waitUntil([&] { return follower.life() == RunFollower::Life::Ended; });
    ASSERT_TRUE(follower.summary());
    EXPECT_EQ(follower.summary()->failed, 1);
}

TEST_F(RunFeedTest, ARunThatNobodyCarriesOutIsBrokenOff)
{
    writer()->write(RunEvent{noon, RunEvent::Level::Info, QStringLiteral("begun")});
    RunFollower follower(m_folder);
    follower.start();
    waitUntil([&] { return follower.life() == RunFollower::Life::BrokenOff; });
    // Looking whether it is locked must not keep whoever goes on with it.
    RunFolder other(m_dir.path());
    ASSERT_TRUE(other.lock().ok());
    follower.look();
    waitUntil([&] { return follower.life() == RunFollower::Life::Going; });
}

TEST_F(RunFeedTest, AFollowerMayGoWhileItLooks)
{
    writer()->write(RunEvent{noon, RunEvent::Level::Info, QStringLiteral("begun")});
    auto follower = std::make_unique<RunFollower>(m_folder);
    QSignalSpy news(follower.get(), &RunFollower::news);
    follower->start();
    follower.reset();
    QThreadPool::globalInstance()->waitForDone(); // its look comes to nobody
    QCoreApplication::processEvents();
    EXPECT_EQ(news.count(), 0);
}

TEST_F(RunFeedTest, TheRecorderWritesEachStepHoweverShort)
{
    RunProgress progress;
    {
        RunRecorder recorder(writer());
        progress.step = RunStep::Pool;
        progress.steps[4] = StepState::Running;
        recorder.progressed(progress);
        progress.steps[4] = StepState::Done;
        recorder.progressed(progress);
    }
    QFile file(m_folder.feedPath());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 2);
}

TEST_F(RunFeedTest, AWishToStopIsSeenWhetherItCameBeforeOrAfter)
{
    {
        StopWatch watch(m_folder);
        QSignalSpy asked(&watch, &StopWatch::requested);
        ASSERT_TRUE(m_folder.askToStop().ok());
        waitUntil([&] { return asked.count() == 1; });
    }
    StopWatch late(m_folder);
    QSignalSpy asked(&late, &StopWatch::requested);
    waitUntil([&] { return asked.count() == 1; });
    m_folder.forgetStop();
    EXPECT_FALSE(QFile::exists(m_folder.stopPath()));
}
