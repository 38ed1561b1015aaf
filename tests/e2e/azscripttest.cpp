// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// "Copy as az commands", carried out by az.
#include "core/run/azcommands.h"

#include "core/plan/planrecord.h"
#include "tests/e2e/project.h"

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
