// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The main job: the sample project as a newcomer runs it, without an account.
#include "tests/e2e/project.h"

#include <QJsonArray>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

namespace {

const QString sample = QStringLiteral(BATCHDESK_SOURCE_DIR "/resources/sample/settings.json");

int countOf(const QStringList &files, const char *ending)
{
    return int(
        files.filter(QRegularExpression(QLatin1String(ending) + QStringLiteral("$"))).size());
}

} // namespace

TEST(Sample, SixtyFilesSixtyTasksSixtyForecastsAndNothingLeft)
{
    const Workspace workspace;
    const QString results = workspace.path(QStringLiteral("results"));
    auto run = startCli({QStringLiteral("run"), sample, QStringLiteral("--output"), results},
                        workspace.environment());
    ASSERT_EQ(run->waitForEnd(), 0) << qPrintable(run->output()) << qPrintable(run->errors());
    EXPECT_TRUE(run->output().contains(QStringLiteral("60 succeeded")))
        << qPrintable(run->output());

    const QString last = run->lines().last();
    ASSERT_TRUE(last.startsWith(QStringLiteral("results: ") + results)) << qPrintable(last);
    const QStringList files = workspace.files(QStringLiteral("results"));
    EXPECT_EQ(countOf(files, "\\.csv"), 60);
    EXPECT_EQ(countOf(files, "\\.svg"), 60);
    EXPECT_EQ(countOf(files, "stdout\\.txt"), 60);

    // What the run made is gone from the service that it started.
    Program service(QStringLiteral(BATCHDESK_CLI_PATH), {QStringLiteral("serve")},
                    workspace.environment());
    QString connectionFile;
    ASSERT_TRUE(service.waitForJson([&](const QJsonObject &line) {
        connectionFile = line.value(QLatin1String("connectionFile")).toString();
        return !connectionFile.isEmpty();
    }));
    EXPECT_EQ(whatIsLeft(workspace.environmentFor(connectionFile)), QStringList());
    service.terminate();
    EXPECT_EQ(service.waitForEnd(), 0) << qPrintable(service.errors());
}

TEST(Sample, ThePlanShowsSixtyTasksAndTouchesNothing)
{
    const Workspace workspace;
    auto plan = startCli({QStringLiteral("plan"), sample, QStringLiteral("--json")},
                         workspace.environment());
    ASSERT_EQ(plan->waitForEnd(), 0) << qPrintable(plan->errors());
    EXPECT_EQ(plan->lines().filter(QStringLiteral("\"kind\":\"task\"")).size(), 60);
    EXPECT_EQ(workspace.files(QStringLiteral("home")), QStringList());
}
