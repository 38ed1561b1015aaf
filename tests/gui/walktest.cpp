// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The main job by point and click, and by keyboard alone, in the real window on the embedded
// service.
#include "tests/gui/stallwatch.h"
#include "tests/gui/walker.h"
#include "tests/support/program.h"
#include "ui/models/roles.h"
#include "ui/widgets/statepill.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <gtest/gtest.h>

#include <cstdio>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

constexpr int sampleTasks = 60;

int rowsOf(Walker &walker, const char *view)
{
    return walker.see<QAbstractItemView>(view)->model()->rowCount();
}

//! Clicks from the welcome page to the review of the sample, and waits until it may be launched.
void walkToReview(Walker &walker)
{
    walker.click("trySampleButton");
    for (int i = 0; i < 4; ++i)
        walker.click("nextButton");
    auto *launch = walker.see<QPushButton>("launchButton");
    waitUntil([launch] { return launch->isEnabled(); });
}

Tone toneOfRun(Walker &walker)
{
    return walker.see<StatePill>("runStatePill")->look().tone;
}

void waitForEndOfRun(Walker &walker)
{
    waitUntil([&walker] {
        const Tone tone = toneOfRun(walker);
        return tone != Tone::Busy && tone != Tone::Neutral;
    });
}

int doneTasks(QAbstractItemView *tasks)
{
    int done = 0;
    for (int row = 0; row < tasks->model()->rowCount(); ++row) {
        bool isGood = false;
        for (int column = 0; column < tasks->model()->columnCount(); ++column) {
            const QVariant tone = tasks->model()->index(row, column).data(ToneRole);
            isGood |= tone.isValid() && Tone(tone.toInt()) == Tone::Good;
        }
        done += isGood;
    }
    return done;
}

} // namespace

TEST(Walk, TheSampleIsRunByClicksAlone)
{
    Walker walker;
    const StallWatch watch;
    walkToReview(walker);
    walker.click("launchButton");
    walker.see("runPage");
    waitForEndOfRun(walker);
    EXPECT_EQ(toneOfRun(walker), Tone::Good);
    EXPECT_EQ(rowsOf(walker, "taskTable"), sampleTasks);
    EXPECT_EQ(doneTasks(walker.see<QAbstractItemView>("taskTable")), sampleTasks);
    walker.clickRow(walker.see<QAbstractItemView>("taskTable"), 3);
    auto *output = walker.see<QPlainTextEdit>("stdoutView");
    waitUntil([output] { return !output->toPlainText().isEmpty(); });
    walker.click("openResultsButton");
    waitUntil([&walker] { return rowsOf(walker, "outputsFileTable") >= 2 * sampleTasks; });
    EXPECT_LT(watch.longestMs(), StallWatch::allowedMs());
}

//! Run by the test below in a process of its own, which is killed.
TEST(Walk, DISABLED_LaunchAndWaitForTheEnd)
{
    Walker walker;
    walker.window().goTo(QStringLiteral("welcome")); // there are runs already
    walkToReview(walker);
    walker.click("launchButton");
    auto *tasks = walker.see<QAbstractItemView>("taskTable");
    waitUntil([tasks] { return doneTasks(tasks) >= 20; });
    std::puts("twenty");
    std::fflush(stdout);
    waitForEndOfRun(walker);
}

TEST(Walk, AWindowThatIsKilledAt20Of60FindsTheRunAgainWhichEndsWith60)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BATCHDESK_TEST_HOME"), qEnvironmentVariable("HOME"));
    Program window(QCoreApplication::applicationFilePath(),
                   {QStringLiteral("--gtest_also_run_disabled_tests"),
                    QStringLiteral("--gtest_filter=Walk.DISABLED_LaunchAndWaitForTheEnd")},
                   environment);
    const bool begun =
        window.waitForLine([](const QString &line) { return line == QLatin1String("twenty"); });
    ASSERT_TRUE(begun) << qPrintable(window.errors());
    window.kill();

    Walker walker;
    walker.click("runsPlace");
    auto *runs = walker.see<QAbstractItemView>("runsTable");
    waitUntil([runs] { return runs->model()->rowCount() > 0; });
    walker.clickRow(runs, 0);
    walker.press(Qt::Key_Return);
    walker.see("runPage");
    waitForEndOfRun(walker);
    EXPECT_EQ(toneOfRun(walker), Tone::Good);
    EXPECT_EQ(doneTasks(walker.see<QAbstractItemView>("taskTable")), sampleTasks);
}

TEST(Walk, TheSampleIsRunByKeyboardAlone)
{
    Walker walker;
    walker.window().goTo(QStringLiteral("welcome"));
    ASSERT_TRUE(walker.tabTo("trySampleButton"));
    walker.press(Qt::Key_Space);
    for (int i = 0; i < 4; ++i) {
        auto *next = walker.see<QPushButton>("nextButton");
        waitUntil([next] { return next->isEnabled(); });
        ASSERT_TRUE(walker.tabTo("nextButton"));
        walker.press(Qt::Key_Space);
    }
    auto *launch = walker.see<QPushButton>("launchButton");
    waitUntil([launch] { return launch->isEnabled(); });
    ASSERT_TRUE(walker.tabTo("launchButton"));
    walker.press(Qt::Key_Space);
    walker.see("runPage");
    waitForEndOfRun(walker);
    EXPECT_EQ(toneOfRun(walker), Tone::Good);
    auto *results = walker.see<QPushButton>("openResultsButton");
    waitUntil([results] { return results->isEnabled(); });
    ASSERT_TRUE(walker.tabTo("openResultsButton"));
    walker.press(Qt::Key_Space);
    waitUntil([&walker] { return rowsOf(walker, "outputsFileTable") >= 2 * sampleTasks; });
}

TEST(Walk, AHundredThousandInputsArePlannedWithoutAStall)
{
    const QString folder = QDir::homePath() + QStringLiteral("/many");
    QDir().mkpath(folder + QStringLiteral("/app"));
    QDir().mkpath(folder + QStringLiteral("/inputs"));
    QFile program(folder + QStringLiteral("/app/main.sh"));
    ASSERT_TRUE(program.open(QIODevice::WriteOnly));
    for (int i = 0; i < 100'000; ++i) {
        QFile file(QStringLiteral("%1/inputs/%2.txt").arg(folder).arg(i, 6, 10, QLatin1Char('0')));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }
    QFile settings(folder + QStringLiteral("/settings.json"));
    ASSERT_TRUE(settings.open(QIODevice::WriteOnly));
    settings.write(R"({"version":1,"application":{"folder":"app"},"inputs":{"folder":"inputs"},)"
                   R"("task":{"command":"wc {input}"}})");
    settings.close();

    Walker walker;
    const StallWatch watch;
    walker.window().openPath(settings.fileName());
    walker.click("nextButton");
    auto *inputs = walker.see<QAbstractItemView>("inputTable");
    waitUntil([inputs] { return inputs->model()->rowCount() == 100'000; });
    walker.click("nextButton");
    auto *commands = walker.see<QAbstractItemView>("commandTable");
    waitUntil([commands] { return commands->model()->rowCount() == 100'000; });
    walker.type("commandEdit", QStringLiteral("cat {input}"));
    auto *next = walker.see<QPushButton>("nextButton");
    waitUntil([next] { return next->isEnabled(); });
    commands->scrollToBottom();
    QCoreApplication::processEvents();
    EXPECT_LT(watch.longestMs(), StallWatch::allowedMs());
}

TEST(Walk, ClosingTheWindowAsksNothingAndLosesNoEdit)
{
    Walker walker;
    walker.press(Qt::Key_N, Qt::ControlModifier);
    walker.click("step3");
    walker.type("commandEdit", QStringLiteral("wc {input} # mine"));
    walker.reopen();
    walker.press(Qt::Key_N, Qt::ControlModifier);
    walker.click("step3");
    EXPECT_EQ(walker.see<QPlainTextEdit>("commandEdit")->toPlainText(),
              QStringLiteral("wc {input} # mine"));
}

TEST(Walk, ClosingWhileLoadingIsSafe)
{
    Walker walker;
    walker.window().openPath(QDir::homePath() + QStringLiteral("/many/settings.json"));
    walker.reopen();
    walker.click("runsPlace");
    walker.see("newRunButton");
}
