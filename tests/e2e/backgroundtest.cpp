// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Runs that a window hands to the background, and what is said to them from elsewhere.
#include "core/run/runfeed.h"
#include "core/run/runfolder.h"
#include "tests/e2e/project.h"
#include "tests/support/wait.h"

#include <QDir>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

//! A project whose tasks wait until the workspace has a file "gate".
Project gatedProject(const Workspace &workspace)
{
    Project project;
    project.inputs = 4;
    project.script = "until [ -e '" + workspace.path(QStringLiteral("gate")).toUtf8()
        + "' ]; do read -r -t 0.05 <> <(:) || true; done\ncp \"$1\" \"$2/result.txt\"\n";
    return project;
}

class BackgroundTest : public ::testing::Test
{
protected:
    Workspace m_workspace;
    LocalService m_service{m_workspace, 2};

    //! Begins a run in a terminal that is killed as soon as a task runs; gives its folder.
    RunFolder brokenRun(const Project &project)
    {
        const auto run = startCli(
            {QStringLiteral("run"), project.writeTo(m_workspace), QStringLiteral("--json")},
            m_service.environment());
        EXPECT_TRUE(run->waitForJson([](const QJsonObject &line) {
            return line.value(QLatin1String("running")).toInt() > 0;
        }));
        const QString id =
            run->lastJson(QStringLiteral("progress")).value(QLatin1String("run")).toString();
        run->kill();
        const QStringList found = m_workspace.files().filter(id + QStringLiteral("/record.json"));
        EXPECT_EQ(found.size(), 1);
        return RunFolder(QFileInfo(m_workspace.path(found.value(0))).path());
    }
    int cli(const QStringList &arguments)
    {
        return startCli(arguments, m_service.environment())->waitForEnd();
    }
    static RunSummary waitForSummary(const RunFolder &folder)
    {
        waitUntil([&folder] { return folder.summary().has_value(); });
        return *folder.summary();
    }
};

} // namespace

TEST_F(BackgroundTest, ARunGoesOnAfterWhoeverStartedItIsGone)
{
    const RunFolder folder = brokenRun(gatedProject(m_workspace));
    const QString id = QFileInfo(folder.path()).fileName();
    EXPECT_EQ(cli({QStringLiteral("resume"), id, QStringLiteral("--background")}), 0);
    m_workspace.write(QStringLiteral("gate"), "");
    const RunSummary summary = waitForSummary(folder);
    EXPECT_EQ(summary.ending, RunSummary::Ending::Succeeded);
    EXPECT_EQ(summary.succeeded, 4);

    qint64 offset = 0;
    const RunNews news = readFeed(folder.feedPath(), offset);
    EXPECT_EQ(news.tasks.size(), 4);
    for (const RunTask &task : news.tasks)
        EXPECT_TRUE(task.succeeded()) << qPrintable(task.id);
    ASSERT_TRUE(news.nodes);
    EXPECT_FALSE(news.nodes->isEmpty());
    ASSERT_TRUE(news.progress);
    EXPECT_EQ(news.progress->state(RunStep::CleanUp), StepState::Done);
}

TEST_F(BackgroundTest, ARunIsStoppedFromAnotherTerminalAndLeavesNothing)
{
    const RunFolder folder = brokenRun(gatedProject(m_workspace));
    const QString id = QFileInfo(folder.path()).fileName();
    EXPECT_EQ(cli({QStringLiteral("resume"), id, QStringLiteral("--background")}), 0);
    waitUntil([&folder] { return folder.isLocked(); });
    EXPECT_EQ(cli({QStringLiteral("stop"), id}), 0);
    EXPECT_EQ(waitForSummary(folder).ending, RunSummary::Ending::Stopped);
    EXPECT_EQ(whatIsLeft(m_service.environment()), QStringList());
}

TEST_F(BackgroundTest, ThereIsNothingToStopWhenNobodyCarriesItOut)
{
    const RunFolder folder = brokenRun(gatedProject(m_workspace));
    const QString id = QFileInfo(folder.path()).fileName();
    EXPECT_EQ(cli({QStringLiteral("stop"), id}), 2);
    EXPECT_EQ(cli({QStringLiteral("cleanup"), id, QStringLiteral("--background")}), 0);
    waitForSummary(folder);
    EXPECT_EQ(whatIsLeft(m_service.environment()), QStringList());
}

TEST_F(BackgroundTest, AnAccountThatIsHandedOverMakesSense)
{
    const RunFolder folder = brokenRun(gatedProject(m_workspace));
    const QString id = QFileInfo(folder.path()).fileName();
    const auto resume =
        startCli({QStringLiteral("resume"), id, QStringLiteral("--secrets-from-stdin")},
                 m_service.environment());
    resume->closeInput();
    EXPECT_EQ(resume->waitForEnd(), 2);
    EXPECT_TRUE(resume->errors().contains(QLatin1String("standard input")))
        << qPrintable(resume->errors());
    EXPECT_EQ(cli({QStringLiteral("cleanup"), id}), 0);
}
