// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/plantext.h"
#include "tests/core/plan/qtprinters.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

Plan samplePlan()
{
    const QString folder = QStringLiteral(BATCHDESK_SOURCE_DIR "/resources/sample");
    const SettingsDocument document = readSettings(folder + QStringLiteral("/settings.json"));
    EXPECT_TRUE(document.ok());
    const PlanResult result =
        makePlan(document.settings, listFolders(document.settings, folder), folder,
                 {QDateTime(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC), QStringLiteral("k3f9")});
    EXPECT_TRUE(result.ok()) << (result.errors.isEmpty()
                                     ? ""
                                     : qPrintable(result.errors.first().caption()));
    return result.plan;
}

} // namespace

TEST(PlanText, TheSampleAsJsonLines)
{
    const Plan plan = samplePlan();
    ASSERT_EQ(plan.tasks.size(), 60);
    const QList<QByteArray> lines = planJsonLines(plan);
    ASSERT_EQ(lines.size(), 61 + plan.applicationFiles.size());
    for (const QByteArray &line : lines) {
        EXPECT_FALSE(line.contains('\n'));
        EXPECT_TRUE(QJsonDocument::fromJson(line).isObject()) << line.constData();
    }
    EXPECT_TRUE(lines.at(0).startsWith("{\"kind\":\"run\",\"id\":"));
    EXPECT_EQ(QJsonDocument::fromJson(lines.at(0)).object().value(QLatin1String("tasks")).toInt(),
              60);
    for (int i = 1; i <= 60; ++i) {
        const QJsonObject task = QJsonDocument::fromJson(lines.at(i)).object();
        EXPECT_EQ(task.value(QLatin1String("kind")).toString(), QStringLiteral("task"));
        EXPECT_EQ(task.value(QLatin1String("id")).toString(), plan.tasks.at(i - 1).id);
        EXPECT_EQ(task.value(QLatin1String("commandLine")).toString(),
                  plan.tasks.at(i - 1).commandLine);
    }
}

TEST(PlanText, SaysWhatIsMadeAndWhatIsRemoved)
{
    const Plan plan = samplePlan();
    const QString text = planText(plan);
    for (const QString &part :
         {plan.runId, plan.applicationContainer, plan.inputContainer, plan.outputContainer,
          plan.tasks.first().id, plan.tasks.first().commandLine, plan.downloadFolder,
          plan.pool.vmSize, QStringLiteral("and 57 more")})
        EXPECT_TRUE(text.contains(part)) << qPrintable(part) << '\n' << qPrintable(text);
    const QString removed = text.section(QStringLiteral("Removes in the end"), 1);
    EXPECT_TRUE(removed.contains(plan.inputContainer));
    EXPECT_FALSE(removed.contains(plan.outputContainer));
}

TEST(PlanText, WhatStaysIsNotAmongWhatIsRemoved)
{
    Plan plan = samplePlan();
    plan.cleanUp = {false, false, Settings::CleanUp::Containers::All};
    plan.ownsOutputContainer = false;
    const QString removed = planText(plan).section(QStringLiteral("Removes in the end"), 1);
    EXPECT_TRUE(removed.contains(QStringLiteral("not the pool")));
    EXPECT_TRUE(removed.contains(plan.inputContainer));
    EXPECT_FALSE(removed.contains(plan.outputContainer));
    EXPECT_FALSE(planJsonLines(plan).first().contains("\"" + plan.inputContainer.toUtf8() + "\",\""
                                                      + plan.outputContainer.toUtf8() + "\"]"));
}

TEST(ByteText, Units)
{
    EXPECT_EQ(byteText(12), QStringLiteral("12 bytes"));
    EXPECT_EQ(byteText(3482), QStringLiteral("3.4 KiB"));
}
