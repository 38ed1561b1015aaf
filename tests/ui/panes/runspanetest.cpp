// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/runs/runspane.h"
#include "core/run/rundesk.h"
#include "tests/support/somerun.h"
#include "tests/support/wait.h"
#include "ui/panes/runs/runpage.h"
#include "ui/widgets/livetable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/outputview.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/statepill.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Test::SomeRuns;
using Test::waitUntil;

namespace {

const QString runId = QStringLiteral("forecast-1");

class RunsPaneTest : public ::testing::Test
{
protected:
    SomeRuns m_runs;
    RunFolder m_folder;
    std::unique_ptr<RunDesk> m_desk;
    std::unique_ptr<RunsPane> m_pane;

    void open()
    {
        m_desk = std::make_unique<RunDesk>(QString(), m_runs.runsFolder(), nullptr);
        m_pane = std::make_unique<RunsPane>(m_desk.get(), nullptr);
        m_pane->resize(1080, 720);
        m_pane->show();
    }
    //! Opens the page of a run over six files and waits until its plan is there.
    void openRun()
    {
        open();
        m_pane->showRun(runId);
        waitUntil([this] { return tasks()->rowCount() == 6; });
    }
    //! A run that somebody carries out, as far as the folder tells.
    void makeLive()
    {
        m_folder = m_runs.make(runId);
        ASSERT_TRUE(m_folder.lock().ok());
    }
    template <typename T>
    T *find(const char *name) const
    {
        return m_pane->findChild<T *>(QLatin1String(name));
    }
    QAbstractItemModel *tasks() const { return find<LiveTable>("taskTable")->model(); }
    QString taskId(int row) const { return tasks()->index(row, 0).data(IdRole).toString(); }
    QString stateWord() const { return find<StatePill>("runStatePill")->look().word; }
    void click(const char *name) const
    {
        auto *button = find<QAbstractButton>(name);
        ASSERT_NE(button, nullptr) << name;
        QTest::mouseClick(button, Qt::LeftButton);
    }
    std::shared_ptr<RunFeedWriter> feed() const
    {
        return *RunFeedWriter::open(m_runs.folder(runId).feedPath());
    }
    QList<qint64> barValues() const
    {
        QList<qint64> values;
        for (const auto &segment : find<SegmentedBar>("runBar")->segments())
            values << segment.value;
        return values;
    }
    RunSummary failedSummary() const
    {
        RunSummary summary;
        summary.runId = runId;
        summary.ending = RunSummary::Ending::TasksFailed;
        summary.tasksTotal = 6;
        summary.succeeded = 5;
        summary.failed = 1;
        summary.elapsedMs = 61'000;
        summary.failures = {{QStringLiteral("x"), QStringLiteral("input-003.csv"), 3,
                             QStringLiteral("The task process exited with an unexpected code")}};
        summary.kept = {{QStringLiteral("pool forecast-1"), QStringLiteral("the settings say so")}};
        return summary;
    }
};

} // namespace

TEST_F(RunsPaneTest, AnEmptyListSaysWhatToDo)
{
    open();
    QSignalSpy wanted(m_pane.get(), &RunsPane::newRunRequested);
    waitUntil([this] { return find<QPushButton>("newRunEmptyButton")->isVisible(); });
    click("newRunEmptyButton");
    EXPECT_EQ(wanted.size(), 1);
}

TEST_F(RunsPaneTest, EnterOpensARunAndEscapeLeadsBackToIt)
{
    m_runs.make(QStringLiteral("other"), 6, QDateTime(QDate(2026, 1, 1), QTime(1, 1), Qt::UTC));
    m_runs.make(runId);
    open();
    auto *table = find<LiveTable>("runsTable");
    waitUntil([table] { return table->isVisible() && table->model()->rowCount() == 2; });
    table->selectRow(0);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    auto *page = find<RunPage>("runPage");
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(page->runId(), runId);
    QTest::keyClick(page, Qt::Key_Escape);
    EXPECT_TRUE(table->isVisible());
    EXPECT_EQ(table->selectedIds(), QStringList(runId));
}

TEST_F(RunsPaneTest, ShowsHowALiveRunStands)
{
    makeLive();
    feed()->write(SomeRuns::watching(runId, 6, 2, 1, 2));
    openRun();
    waitUntil([this] { return stateWord() == QStringLiteral("Running"); });
    EXPECT_EQ(find<QLabel>("runTitle")->text(), QStringLiteral("Title of forecast-1"));
    EXPECT_EQ(barValues(), (QList<qint64>{2, 1, 2, 1}));
    EXPECT_TRUE(find<QLabel>("runDoneLabel")->text().startsWith(QStringLiteral("3 of 6 task")));
    EXPECT_TRUE(find<QPushButton>("stopRunButton")->isVisible());

    const QString id = taskId(3);
    feed()->write(QList<RunTask>{SomeRuns::task(id, QStringLiteral("completed"), 3)});
    feed()->write(SomeRuns::watching(runId, 6, 3, 2, 1));
    waitUntil([this] { return barValues() == QList<qint64>({3, 2, 1, 0}); });
    EXPECT_EQ(tasks()->index(3, 1).data().toString(), QStringLiteral("Failed"));
}

TEST_F(RunsPaneTest, TheEndIsToldWithFailuresAndWhatIsLeft)
{
    makeLive();
    feed()->write(SomeRuns::watching(runId, 6, 2, 0, 2));
    openRun();
    QSignalSpy ended(m_pane.get(), &RunsPane::runEnded);
    waitUntil([this] { return stateWord() == QStringLiteral("Running"); });
    ASSERT_TRUE(m_folder.saveSummary(failedSummary()).ok());
    waitUntil([this] { return stateWord() == QStringLiteral("Tasks failed"); });
    const QString problem = find<Notice>("runProblemNotice")->text();
    EXPECT_TRUE(problem.contains(QStringLiteral("input-003.csv: exit code 3")))
        << qPrintable(problem);
    EXPECT_TRUE(problem.contains(QStringLiteral("unexpected code")));
    EXPECT_TRUE(find<Notice>("runKeptNotice")->text().contains(QStringLiteral("pool forecast-1")));
    waitUntil([this] { return find<QPushButton>("cleanUpButton")->isVisible(); });
    EXPECT_FALSE(find<QPushButton>("stopRunButton")->isVisible());
    EXPECT_EQ(find<QLabel>("runTimesLabel")->text(), QStringLiteral("1 min 01 s elapsed"));
    waitUntil([&] { return !ended.isEmpty(); });
    EXPECT_EQ(ended.size(), 1);
}

TEST_F(RunsPaneTest, ABrokenRunCanGoOnOrBeCleanedUp)
{
    m_runs.make(runId);
    feed()->write(SomeRuns::watching(runId, 6, 2, 0, 2));
    feed()->write(RunEvent{QDateTime::currentDateTimeUtc(), RunEvent::Level::Problem,
                           QStringLiteral("The disk is full")});
    openRun();
    waitUntil([this] { return stateWord() == QStringLiteral("Broken off"); });
    EXPECT_TRUE(find<Notice>("runProblemNotice")->text().contains(QStringLiteral("disk is full")));
    waitUntil([this] { return find<QPushButton>("resumeButton")->isVisible(); });
    waitUntil([this] { return find<QPushButton>("cleanUpButton")->isVisible(); });
    EXPECT_FALSE(find<QPushButton>("stopRunButton")->isVisible());
}

TEST_F(RunsPaneTest, StopAsksInThePageAndStopsOnlyThen)
{
    makeLive();
    feed()->write(SomeRuns::watching(runId, 6, 2, 0, 2));
    openRun();
    waitUntil([this] { return find<QPushButton>("stopRunButton")->isVisible(); });
    click("stopRunButton");
    click("keepRunningButton");
    EXPECT_FALSE(QFileInfo::exists(m_folder.stopPath()));
    click("stopRunButton");
    click("confirmStopButton");
    waitUntil([this] { return QFileInfo::exists(m_folder.stopPath()); });
    EXPECT_FALSE(find<QPushButton>("stopRunButton")->isEnabled());
}

TEST_F(RunsPaneTest, ATaskShowsItsCommandAndItsOutputFromHome)
{
    m_runs.make(runId);
    openRun();
    const QString id = taskId(1);
    const auto record = m_runs.folder(runId).record();
    ASSERT_TRUE(record.ok());
    const QString log =
        record->plan().plan.downloadFolder + QLatin1Char('/') + id + QStringLiteral("/task-log");
    QDir().mkpath(log);
    QFile file(log + QStringLiteral("/stdout.txt"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("hello from home\n");
    file.close();
    feed()->write(QList<RunTask>{SomeRuns::task(id, QStringLiteral("completed"), 0)});
    ASSERT_TRUE(m_runs.folder(runId).saveSummary(failedSummary()).ok());
    waitUntil([this] { return stateWord() == QStringLiteral("Tasks failed"); });

    find<LiveTable>("taskTable")->selectRow(1);
    auto *view = find<OutputView>("stdoutView");
    waitUntil([view] { return view->toPlainText().contains(QStringLiteral("hello from home")); });
    EXPECT_TRUE(find<QPlainTextEdit>("taskCommandLine")
                    ->toPlainText()
                    .contains(QStringLiteral("forecast.py")));
    EXPECT_EQ(find<QLabel>("taskExitCode")->text(), QStringLiteral("0"));

    find<LiveTable>("taskTable")->selectRow(2);
    EXPECT_TRUE(view->toPlainText().isEmpty());
    QTest::keyClick(find<RunPage>("runPage"), Qt::Key_Escape);
    EXPECT_FALSE(find<QWidget>("taskDetail")->isVisible());
    EXPECT_TRUE(find<RunPage>("runPage")->isVisible());
}

TEST_F(RunsPaneTest, TheFilterLineNarrowsTheTasks)
{
    m_runs.make(runId);
    openRun();
    QTest::keyClicks(find<QLineEdit>("taskFilterEdit"), QStringLiteral("003"));
    EXPECT_EQ(tasks()->rowCount(), 1);
    find<QLineEdit>("taskFilterEdit")->clear();
    find<QComboBox>("taskStateCombo")->setCurrentIndex(2);
    EXPECT_EQ(tasks()->rowCount(), 0);
}

TEST_F(RunsPaneTest, NewsOfARunThatWasLeftAreDropped)
{
    makeLive();
    feed()->write(SomeRuns::watching(runId, 6, 2, 0, 2));
    m_runs.make(QStringLiteral("other"));
    open();
    m_pane->showRun(runId);
    m_pane->showRun(QStringLiteral("other"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    waitUntil([this] { return stateWord() == QStringLiteral("Broken off"); });
    EXPECT_EQ(find<RunPage>("runPage")->runId(), QStringLiteral("other"));
    EXPECT_EQ(m_pane->findChildren<RunPage *>().size(), 1);
    EXPECT_EQ(barValues(), (QList<qint64>{0, 0, 0, 6}));
}

TEST_F(RunsPaneTest, ClosingWhileLoadingIsSafe)
{
    m_runs.make(runId, 2'000);
    open();
    m_pane->showRun(runId);
    m_pane.reset();
    m_desk.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
}

TEST_F(RunsPaneTest, ARunWithoutARecordSaysSo)
{
    open();
    m_pane->showRun(QStringLiteral("nothing"));
    waitUntil([this] { return find<Notice>("runActionNotice")->isVisible(); });
    EXPECT_FALSE(find<Notice>("runActionNotice")->text().isEmpty());
}

TEST_F(RunsPaneTest, EveryControlHasAnAccessibleName)
{
    m_runs.make(runId);
    openRun();
    find<LiveTable>("taskTable")->selectRow(1);
    for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget);
        if (!isControl || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        EXPECT_TRUE(isNamed) << widget->metaObject()->className() << " "
                             << qPrintable(widget->objectName());
    }
}
