// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/taskmodel.h"
#include "tests/support/somerun.h"
#include "tests/support/wait.h"
#include "tests/ui/models/dump.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Test::dump;
using Test::SomeRuns;
using Test::waitUntil;

namespace {

TaskModel::Tasks someTasks(int count)
{
    Plan plan;
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0'));
        PlannedTask task;
        // The ids run against the files, so that the two orders differ.
        task.id = QStringLiteral("t%1").arg(count - i, 6, 10, QLatin1Char('0'));
        task.input.path = QStringLiteral("f") + name + QStringLiteral(".csv");
        plan.tasks << task;
    }
    return TaskModel::Tasks::of(plan);
}

QString idAt(const TaskModel::Tasks &tasks, int row)
{
    return tasks.plan->tasks.at(row).id;
}

class TaskModelTest : public ::testing::Test
{
protected:
    TaskModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
    TaskModel::Tasks m_tasks;

    void show(int count)
    {
        m_tasks = someTasks(count);
        m_model.setTasks(m_tasks);
    }
    void tell(int row, const char *state, std::optional<int> exitCode = {})
    {
        m_model.apply({SomeRuns::task(idAt(m_tasks, row), QLatin1String(state), exitCode)});
    }
};

} // namespace

TEST_F(TaskModelTest, ShowsThePlanFirstAndThenWhatTheRunTells)
{
    show(4);
    tell(0, "completed", 0);
    tell(1, "completed", 3);
    tell(2, "running");
    EXPECT_EQ(
        dump(m_model, {TaskModel::File, TaskModel::State, TaskModel::ExitCode, TaskModel::Node}),
        QStringLiteral("f000000.csv|Done|0|node-1\n"
                       "f000001.csv|Failed|3|node-1\n"
                       "f000002.csv|Running||node-1\n"
                       "f000003.csv|Waiting||"));
    EXPECT_EQ(m_model.runningTasks(), 1);
    EXPECT_EQ(m_model.index(0, TaskModel::Duration).data().toString(), QStringLiteral("10 s"));
}

TEST_F(TaskModelTest, GivesBackATaskAsItWasTold)
{
    show(2);
    RunTask told = SomeRuns::task(idAt(m_tasks, 1), QStringLiteral("completed"), 3);
    told.failure = QStringLiteral("The task exited with an exit code representing a failure");
    told.retryCount = 2;
    m_model.apply({told});
    EXPECT_EQ(m_model.task(told.id), told);
    EXPECT_EQ(m_model.task(idAt(m_tasks, 0)).state, QStringLiteral("active"));
    EXPECT_EQ(m_model.index(1, TaskModel::State).data(Qt::ToolTipRole).toString(), told.failure);
}

TEST_F(TaskModelTest, LeavesOutTasksThatThePlanDoesNotKnow)
{
    show(2);
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    m_model.apply({SomeRuns::task(QStringLiteral("stranger"), QStringLiteral("running"))});
    EXPECT_EQ(changed.size(), 0);
    EXPECT_EQ(m_model.runningTasks(), 0);
}

TEST_F(TaskModelTest, TellsOfAChangeOnceAndOfNoChangeNever)
{
    show(10);
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    tell(3, "running");
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.first().at(0).toModelIndex().row(), 3);
    EXPECT_EQ(changed.first().at(1).toModelIndex().row(), 3);
    tell(3, "running");
    EXPECT_EQ(changed.size(), 1);
}

TEST_F(TaskModelTest, ManyChangesAreOneSignal)
{
    show(10);
    QList<RunTask> news;
    for (int i = 0; i < 6; ++i)
        news << SomeRuns::task(idAt(m_tasks, i), QStringLiteral("running"));
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    m_model.apply(news);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.first().at(0).toModelIndex().row(), 0);
    EXPECT_EQ(changed.first().at(1).toModelIndex().row(), 5);
}

TEST_F(TaskModelTest, FiltersByStateAndText)
{
    show(4);
    tell(1, "completed", 3);
    tell(2, "running");
    m_model.setFilter(TaskModel::Show::Failed, {});
    EXPECT_EQ(dump(m_model, {TaskModel::File}), QStringLiteral("f000001.csv"));
    m_model.setFilter(TaskModel::Show::Running, {});
    EXPECT_EQ(dump(m_model, {TaskModel::File}), QStringLiteral("f000002.csv"));
    m_model.setFilter(TaskModel::Show::Waiting, QStringLiteral("F000003"));
    EXPECT_EQ(dump(m_model, {TaskModel::File}), QStringLiteral("f000003.csv"));
    m_model.setFilter(TaskModel::Show::All, QStringLiteral("node-1"));
    EXPECT_EQ(m_model.rowCount(), 2);
    m_model.setFilter(TaskModel::Show::All, QStringLiteral("nothing like it"));
    EXPECT_EQ(m_model.rowCount(), 0);
    EXPECT_EQ(m_model.totalRows(), 4);
    m_model.setFilter(TaskModel::Show::All, {});
    EXPECT_EQ(m_model.rowCount(), 4);
}

TEST_F(TaskModelTest, ATaskEntersAndLeavesTheFilterByItself)
{
    show(4);
    m_model.setFilter(TaskModel::Show::Running, {});
    EXPECT_EQ(m_model.rowCount(), 0);
    tell(2, "running");
    waitUntil([this] { return m_model.rowCount() == 1; });
    EXPECT_EQ(dump(m_model, {TaskModel::File}), QStringLiteral("f000002.csv"));
    tell(2, "completed", 0);
    waitUntil([this] { return m_model.rowCount() == 0; });
}

TEST_F(TaskModelTest, EqualRowsKeepTheOrderOfThePlanWhicheverWayTheyAreSorted)
{
    show(4);
    tell(1, "completed", 0);
    m_model.sort(TaskModel::State, Qt::DescendingOrder);
    EXPECT_EQ(dump(m_model, {TaskModel::File}),
              QStringLiteral("f000001.csv\nf000000.csv\nf000002.csv\nf000003.csv"));
    m_model.sort(TaskModel::State, Qt::AscendingOrder);
    EXPECT_EQ(dump(m_model, {TaskModel::File}),
              QStringLiteral("f000000.csv\nf000002.csv\nf000003.csv\nf000001.csv"));
    m_model.sort(TaskModel::TaskId, Qt::AscendingOrder);
    EXPECT_EQ(dump(m_model, {TaskModel::File}),
              QStringLiteral("f000003.csv\nf000002.csv\nf000001.csv\nf000000.csv"));
}

TEST_F(TaskModelTest, TheSelectionStaysWithItsTaskThroughSortingFilteringAndNews)
{
    show(6);
    QItemSelectionModel selection(&m_model);
    selection.setCurrentIndex(m_model.index(4, 0),
                              QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
    const QString id = idAt(m_tasks, 4);
    const auto selected = [&] {
        const QModelIndexList rows = selection.selectedRows();
        return rows.size() == 1 ? rows.first().data(IdRole).toString() : QString();
    };
    m_model.sort(TaskModel::TaskId, Qt::AscendingOrder);
    EXPECT_EQ(selected(), id);
    EXPECT_EQ(selection.currentIndex().row(), 1);
    m_model.setFilter(TaskModel::Show::All, QStringLiteral("f000004"));
    EXPECT_EQ(selected(), id);
    m_model.setFilter(TaskModel::Show::All, {});
    EXPECT_EQ(selected(), id);
    m_model.sort(TaskModel::State, Qt::DescendingOrder);
    tell(5, "completed", 1);
    waitUntil([this] { return m_model.index(0, 0).data(IdRole) == idAt(m_tasks, 5); });
    EXPECT_EQ(selected(), id);
}

TEST_F(TaskModelTest, OnlyWhatRunsAndIsLookedAtTicks)
{
    show(10);
    tell(2, "running");
    tell(7, "running");
    tell(3, "completed", 0);
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    m_model.tick(0, 5);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.first().at(0).toModelIndex(), m_model.index(2, TaskModel::Duration));
    m_model.tick(8, 500);
    EXPECT_EQ(changed.size(), 1);
}

TEST_F(TaskModelTest, NothingRunsAnyMoreInARunThatIsOver)
{
    show(3);
    tell(0, "completed", 0);
    tell(1, "running");
    m_model.setRunOver(true);
    EXPECT_EQ(dump(m_model, {TaskModel::State, TaskModel::Duration}),
              QStringLiteral("Done|10 s\nCut short|\nNot run|"));
    EXPECT_EQ(m_model.runningTasks(), 0);
}

TEST_F(TaskModelTest, KnowsTheLatestEnds)
{
    show(5);
    QList<RunTask> news;
    for (int i = 0; i < 4; ++i) {
        RunTask task = SomeRuns::task(idAt(m_tasks, i), QStringLiteral("completed"), 0);
        task.endTime = task.startTime.addSecs(i);
        news << task;
    }
    m_model.apply(news);
    const QList<QDateTime> ends = m_model.latestEnds(2);
    ASSERT_EQ(ends.size(), 2);
    EXPECT_EQ(ends.at(0), news.at(3).endTime);
    EXPECT_EQ(ends.at(1), news.at(2).endTime);
}

TEST_F(TaskModelTest, WhatAWorkerStillOrdersOfFormerTasksIsDropped)
{
    show(6'000);
    m_model.sort(TaskModel::TaskId, Qt::AscendingOrder);
    EXPECT_TRUE(m_model.isOrdering());
    show(3);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    EXPECT_EQ(m_model.rowCount(), 3);
}

// Without the tester, which looks at every cell after each signal.
TEST(LargeTaskModel, AHundredThousandTasksAreOrderedInAWorkerWithTheSelectionKept)
{
    constexpr int count = 100'000;
    TaskModel model;
    const TaskModel::Tasks tasks = someTasks(count);
    model.setTasks(tasks);
    const auto waitForOrder = [&model] { waitUntil([&model] { return !model.isOrdering(); }); };
    waitForOrder();
    QList<RunTask> news;
    for (int i = 0; i < count; i += 2)
        news << SomeRuns::task(idAt(tasks, i), QStringLiteral("completed"), i % 10 == 0 ? 1 : 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.apply(news);
    EXPECT_EQ(changed.size(), 1);
    const QPersistentModelIndex kept = model.index(77'777, TaskModel::File);
    const QString id = kept.data(IdRole).toString();

    model.sort(TaskModel::TaskId, Qt::AscendingOrder);
    EXPECT_TRUE(model.isOrdering());
    waitForOrder();
    EXPECT_EQ(model.index(0, TaskModel::TaskId).data().toString(), QStringLiteral("t000001"));
    EXPECT_EQ(kept.data(IdRole).toString(), id);
    EXPECT_EQ(model.indexOf(id).row(), kept.row());

    model.setFilter(TaskModel::Show::Failed, {});
    waitForOrder();
    EXPECT_EQ(model.rowCount(), count / 10);
    EXPECT_FALSE(kept.isValid());
    EXPECT_EQ(model.index(0, TaskModel::State).data().toString(), QStringLiteral("Failed"));
}
