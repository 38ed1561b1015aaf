// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Things die in the middle: the service, the terminal program, the user's patience.
#include "tests/e2e/project.h"

#include <QFileInfo>
#include <QMap>

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

namespace {

//! A project whose later tasks wait for a gate, so that a test can stop the world at a known point.
//! Every task writes a line when it starts and one when it ends.
Project gatedProject(const Workspace &workspace, int inputs, int open)
{
    Project project;
    project.inputs = inputs;
    const QByteArray folder = workspace.path(QStringLiteral("log")).toUtf8();
    workspace.write(QStringLiteral("log/started"), "");
    workspace.write(QStringLiteral("log/ended"), "");
    project.script = "name=$(basename \"$1\" .txt)\n"
                     "echo \"$name\" >>'"
        + folder
        + "/started'\n"
          "if [ \"${name#in-}\" -ge "
        + QByteArray::number(open).rightJustified(2, '0')
        + " ]; then\n"
          "  until [ -e '"
        + folder
        + "/gate' ]; do read -r -t 0.05 <> <(:) || true; done\n"
          "fi\n"
          "cp \"$1\" \"$2/result.txt\"\n"
          "echo \"$name\" >>'"
        + folder + "/ended'\n";
    return project;
}

QMap<QByteArray, int> countsOf(const QByteArray &log)
{
    QMap<QByteArray, int> counts;
    for (const QByteArray &line : log.split('\n')) {
        if (!line.isEmpty())
            ++counts[line];
    }
    return counts;
}

std::unique_ptr<Program> startRun(const QString &settings, const QProcessEnvironment &environment)
{
    return startCli({QStringLiteral("run"), settings, QStringLiteral("--json")}, environment);
}

bool waitUntilSucceeded(Program &run, int count)
{
    return run.waitForJson([count](const QJsonObject &line) {
        return line.value(QLatin1String("kind")).toString() == QLatin1String("progress")
            && line.value(QLatin1String("succeeded")).toInt() >= count;
    });
}

QString runIdOf(const Program &run)
{
    return run.lastJson(QStringLiteral("progress")).value(QLatin1String("run")).toString();
}

} // namespace

TEST(Interruptions, AServiceKilledMidRunAndStartedAgainFinishesTheRun)
{
    const Workspace workspace;
    const Project project = gatedProject(workspace, 60, 20);
    const QString settings = project.writeTo(workspace);
    auto service = std::make_unique<LocalService>(workspace, 4);
    const QProcessEnvironment environment = service->environment();
    auto run = startRun(settings, environment);
    ASSERT_TRUE(waitUntilSucceeded(*run, 20))
        << qPrintable(run->output()) << qPrintable(run->errors());
    const auto endedBefore = countsOf(workspace.read(QStringLiteral("log/ended")));

    service->program().kill();
    workspace.write(QStringLiteral("log/gate"), "");
    service = std::make_unique<LocalService>(workspace, 4);
    EXPECT_EQ(service->environment().value(QStringLiteral("AZURE_BATCH_ENDPOINT")),
              environment.value(QStringLiteral("AZURE_BATCH_ENDPOINT")));

    ASSERT_EQ(run->waitForEnd(), 0) << qPrintable(run->output()) << qPrintable(run->errors());
    EXPECT_EQ(run->lastJson(QStringLiteral("summary")).value(QLatin1String("succeeded")).toInt(),
              60);
    EXPECT_EQ(
        workspace.files(QStringLiteral("results")).filter(QStringLiteral("result.txt")).size(), 60);
    const auto started = countsOf(workspace.read(QStringLiteral("log/started")));
    const auto ended = countsOf(workspace.read(QStringLiteral("log/ended")));
    EXPECT_EQ(ended.size(), 60);
    EXPECT_GE(endedBefore.size(), 20);
    for (auto task = endedBefore.cbegin(); task != endedBefore.cend(); ++task)
        EXPECT_EQ(started.value(task.key()), 1)
            << task.key().constData() << " ran twice after it had ended";
    EXPECT_EQ(whatIsLeft(environment), QStringList());
}

TEST(Interruptions, ARunOutlivesAServiceThatIsAwayForLongerThanARequestIsTried)
{
    const Workspace workspace;
    const QString settings = gatedProject(workspace, 4, 2).writeTo(workspace);
    auto service = std::make_unique<LocalService>(workspace);
    auto run = startRun(settings, service->environment());
    ASSERT_TRUE(waitUntilSucceeded(*run, 2))
        << qPrintable(run->output()) << qPrintable(run->errors());
    service->program().kill();
    ASSERT_TRUE(run->waitForLine([](const QString &line) {
        return line.contains(QStringLiteral("does not answer"));
    })) << qPrintable(run->output());
    workspace.write(QStringLiteral("log/gate"), "");
    service = std::make_unique<LocalService>(workspace);
    EXPECT_EQ(run->waitForEnd(), 0) << qPrintable(run->output()) << qPrintable(run->errors());
    EXPECT_TRUE(run->output().contains(QStringLiteral("answers again")));
    EXPECT_EQ(whatIsLeft(service->environment()), QStringList());
}

TEST(Interruptions, ATerminalKilledMidRunIsResumed)
{
    const Workspace workspace;
    const QString settings = gatedProject(workspace, 6, 3).writeTo(workspace);
    LocalService service(workspace);
    auto run = startRun(settings, service.environment());
    ASSERT_TRUE(waitUntilSucceeded(*run, 3))
        << qPrintable(run->output()) << qPrintable(run->errors());
    const QString runId = runIdOf(*run);
    run->kill();

    auto runs = startCli({QStringLiteral("runs")}, service.environment());
    EXPECT_EQ(runs->waitForEnd(), 0);
    EXPECT_TRUE(runs->output().contains(QStringLiteral("broken off")))
        << qPrintable(runs->output());

    workspace.write(QStringLiteral("log/gate"), "");
    auto resumed = startCli({QStringLiteral("resume"), runId, QStringLiteral("--json")},
                            service.environment());
    ASSERT_EQ(resumed->waitForEnd(), 0)
        << qPrintable(resumed->output()) << qPrintable(resumed->errors());
    EXPECT_EQ(
        resumed->lastJson(QStringLiteral("summary")).value(QLatin1String("succeeded")).toInt(), 6);
    for (const int count : countsOf(workspace.read(QStringLiteral("log/ended"))))
        EXPECT_EQ(count, 1);
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());

    auto again = startCli({QStringLiteral("resume"), runId}, service.environment());
    EXPECT_EQ(again->waitForEnd(), 0);
    EXPECT_TRUE(again->output().contains(QStringLiteral("has ended")))
        << qPrintable(again->output());
}

TEST(Interruptions, AStopCleansUp)
{
    const Workspace workspace;
    const QString settings = gatedProject(workspace, 4, 1).writeTo(workspace);
    LocalService service(workspace);
    auto run = startRun(settings, service.environment());
    ASSERT_TRUE(waitUntilSucceeded(*run, 1))
        << qPrintable(run->output()) << qPrintable(run->errors());
    run->terminate();
    EXPECT_EQ(run->waitForEnd(), 130) << qPrintable(run->output()) << qPrintable(run->errors());
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
    const QJsonObject summary = run->lastJson(QStringLiteral("summary"));
    EXPECT_EQ(summary.value(QLatin1String("ending")).toString(), QStringLiteral("stopped"));
    EXPECT_EQ(summary.value(QLatin1String("notRun")).toInt(), 3);
}

TEST(Interruptions, WhatABrokenRunLeftCanBeRemoved)
{
    const Workspace workspace;
    const QString settings = gatedProject(workspace, 4, 1).writeTo(workspace);
    LocalService service(workspace);
    auto run = startRun(settings, service.environment());
    ASSERT_TRUE(waitUntilSucceeded(*run, 1))
        << qPrintable(run->output()) << qPrintable(run->errors());
    const QString runId = runIdOf(*run);
    run->kill();
    EXPECT_EQ(whatIsLeft(service.environment()).size(), 4);

    auto cleanup = startCli({QStringLiteral("cleanup"), runId}, service.environment());
    EXPECT_EQ(cleanup->waitForEnd(), 0)
        << qPrintable(cleanup->output()) << qPrintable(cleanup->errors());
    EXPECT_TRUE(cleanup->output().contains(QStringLiteral("deleted    job ") + runId))
        << qPrintable(cleanup->output());
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
}
