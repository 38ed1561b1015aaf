// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// "Copy as az commands", carried out by az.
#include "core/run/azcommands.h"

#include "core/plan/planrecord.h"
#include "tests/e2e/project.h"
#include "tests/e2e/repositoryproject.h"

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

TEST(AzScript, RunsTheProjectAndBringsItsResultsHome)
{
    const Workspace workspace;
    LocalService service(workspace);
    Project project;
    project.inputs = 2;
    const QString file = project.writeTo(workspace);
    workspace.write(QStringLiteral("inputs/$x 'odd' & more%20.txt"), "odd\n");
    const SettingsDocument document = readSettings(file);
    ASSERT_TRUE(document.ok());
    const QString folder = document.baseFolder();
    const PlanResult result =
        makePlan(document.settings, listFolders(document.settings, folder), folder,
                 {QDateTime::currentDateTimeUtc(), QStringLiteral("k3f9")});
    ASSERT_TRUE(result.ok());
    ASSERT_EQ(result.plan.tasks.size(), 3);
    workspace.write(QStringLiteral("run.sh"), azCommands(result.plan).toUtf8());

    QProcessEnvironment environment = service.environment();
    environment.insert(QStringLiteral("POLL_SECONDS"), QStringLiteral("0.1"));
    Program script(QStringLiteral("/bin/bash"), {workspace.path(QStringLiteral("run.sh"))},
                   environment);
    ASSERT_EQ(script.waitForEnd(), 0) << qPrintable(script.errors()) << qPrintable(script.output());
    EXPECT_TRUE(script.lines().last().contains(QStringLiteral("0 of 3 task(s) failed")));
    for (const PlannedTask &task : result.plan.tasks) {
        const QString results = QStringLiteral("results/%1/%2").arg(result.plan.runId, task.id);
        EXPECT_EQ(workspace.read(results + QStringLiteral("/result.txt")),
                  workspace.read(QStringLiteral("inputs/") + task.input.path))
            << qPrintable(task.id);
        EXPECT_TRUE(workspace.exists(results + QStringLiteral("/task-log/stdout.txt")));
    }
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
}

TEST(AzScript, ClonesARepositoryWithTheKeyOfAFile)
{
    const Workspace workspace;
    LocalService service(workspace);
    const GitServer git;
    RepositoryProject project;
    project.url = git.url();
    project.inputs = 2;
    const SettingsDocument document = readSettings(project.writeTo(workspace));
    ASSERT_TRUE(document.ok());
    pinHost(workspace, git.text("knownHostsLine").toUtf8());
    const Git::KnownHosts known(
        workspace.path(QStringLiteral("home/.config/batchdesk/known_hosts")));
    const QString folder = document.baseFolder();
    const PlanResult result =
        makePlan(document.settings, listFolders(document.settings, folder, known), folder,
                 {QDateTime::currentDateTimeUtc(), QStringLiteral("k3f9")});
    ASSERT_TRUE(result.ok()) << qPrintable(result.errors.first().caption());
    const QString commands = azCommands(result.plan);
    EXPECT_FALSE(commands.contains(QLatin1String("PRIVATE KEY")));
    workspace.write(QStringLiteral("run.sh"), commands.toUtf8());

    QProcessEnvironment environment = service.environment();
    environment.insert(QStringLiteral("POLL_SECONDS"), QStringLiteral("0.1"));
    const QStringList arguments{workspace.path(QStringLiteral("run.sh"))};
    Program without(QStringLiteral("/bin/bash"), arguments, environment);
    EXPECT_NE(without.waitForEnd(), 0);
    EXPECT_TRUE(without.errors().contains(QLatin1String("BATCHDESK_GIT_SECRET_FILE")));

    environment.insert(QStringLiteral("BATCHDESK_GIT_SECRET_FILE"), git.text("clientKey"));
    Program script(QStringLiteral("/bin/bash"), arguments, environment);
    ASSERT_EQ(script.waitForEnd(), 0) << qPrintable(script.errors()) << qPrintable(script.output());
    EXPECT_TRUE(script.lines().last().contains(QStringLiteral("0 of 2 task(s) failed")));
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
}
