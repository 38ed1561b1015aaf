// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// What goes wrong in the user's request, on the nodes, or on the way: one clear message each, the
// exit code of the table, and nothing half-made hidden.
#include "tests/e2e/project.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

namespace {

class Failures : public ::testing::Test
{
protected:
    Workspace m_workspace;
    LocalService m_service{m_workspace};
    std::unique_ptr<Program> m_run;

    int run(const Project &project) { return run(project, m_service.environment()); }
    int run(const Project &project, const QProcessEnvironment &environment)
    {
        m_run = startCli(
            {QStringLiteral("run"), project.writeTo(m_workspace), QStringLiteral("--json")},
            environment);
        return m_run->waitForEnd();
    }
    QJsonObject summary() const { return m_run->lastJson(QStringLiteral("summary")); }
    QString told() { return m_run->output() + m_run->errors(); }
    bool says(const char *words) { return told().contains(QLatin1String(words)); }
    void expectNothingLeft() { EXPECT_EQ(whatIsLeft(m_service.environment()), QStringList()); }
};

} // namespace

TEST_F(Failures, ATaskThatExits3IsNamedAndItsOutputComesHome)
{
    Project project;
    project.script = "echo \"working on $1\"\necho \"bad value\" >&2\n"
                     "case \"$1\" in *in-02*) exit 3;; esac\ncp \"$1\" \"$2/result.txt\"\n";
    EXPECT_EQ(run(project), 1) << qPrintable(told());
    EXPECT_EQ(summary().value(QLatin1String("succeeded")).toInt(), 5);
    const QJsonArray failures = summary().value(QLatin1String("failures")).toArray();
    ASSERT_EQ(failures.size(), 1);
    EXPECT_EQ(failures.first()[QLatin1String("input")].toString(), QStringLiteral("in-02.txt"));
    EXPECT_EQ(failures.first()[QLatin1String("exitCode")].toInt(), 3);
    const QStringList logs = m_workspace.files(QStringLiteral("results"))
                                 .filter(QStringLiteral("in-02"))
                                 .filter(QStringLiteral("stderr.txt"));
    ASSERT_EQ(logs.size(), 1);
    EXPECT_EQ(m_workspace.read(QStringLiteral("results/") + logs.first()), "bad value\n");
    expectNothingLeft();
}

TEST_F(Failures, ATaskKilledByASignalIsAFailedTask)
{
    Project project;
    project.inputs = 1;
    project.script = "kill -SEGV $$\n";
    EXPECT_EQ(run(project), 1) << qPrintable(told());
    EXPECT_EQ(summary()
                  .value(QLatin1String("failures"))
                  .toArray()
                  .first()[QLatin1String("exitCode")]
                  .toInt(),
              139);
}

TEST_F(Failures, ATaskThatNeverEndsIsEndedAtItsLimit)
{
    Project project;
    project.inputs = 1;
    project.script = "sleep 1000 & wait\n";
    project.task = ", \"maxWallClockTime\": \"PT1S\"";
    EXPECT_EQ(run(project), 1) << qPrintable(told());
    EXPECT_EQ(summary().value(QLatin1String("failed")).toInt(), 1);
    expectNothingLeft();
}

TEST_F(Failures, AHundredMegabytesOfOutputComeHome)
{
    Project project;
    project.inputs = 1;
    project.script = "head -c 100000000 /dev/zero\ncp \"$1\" \"$2/result.txt\"\n";
    EXPECT_EQ(run(project), 0) << qPrintable(told().right(2'000));
    const QStringList logs =
        m_workspace.files(QStringLiteral("results")).filter(QStringLiteral("stdout.txt"));
    ASSERT_EQ(logs.size(), 1);
    EXPECT_EQ(QFileInfo(m_workspace.path(QStringLiteral("results/") + logs.first())).size(),
              100'000'000);
}

TEST_F(Failures, AStartTaskThatFailsEverywhereEndsTheRunWithItsLastWords)
{
    Project project;
    project.pool = "\"dedicatedNodes\": 2, \"startTask\": { \"command\": \"/bin/bash -c 'echo no "
                   "licence >&2; exit 7'\" }";
    EXPECT_EQ(run(project), 1) << qPrintable(told());
    EXPECT_TRUE(says("The start task failed on node")) << qPrintable(told());
    EXPECT_TRUE(says("exit code 7"));
    EXPECT_TRUE(says("no licence")) << qPrintable(told());
    EXPECT_EQ(summary().value(QLatin1String("notRun")).toInt(), 6);
    expectNothingLeft();
}

TEST_F(Failures, APreparationThatFailsOnOneNodeLeavesTheOtherToDoTheWork)
{
    Project project;
    project.pool = "\"dedicatedNodes\": 2, \"startTask\": \"none\"";
    const QByteArray first = m_workspace.path(QStringLiteral("first")).toUtf8();
    project.job = "\"preparation\": { \"command\": \"mkdir '" + first
        + "' 2>/dev/null || exit 0; echo broken disk >&2; exit 4\" }";
    EXPECT_EQ(run(project), 0) << qPrintable(told());
    EXPECT_TRUE(says("The job preparation failed on node")) << qPrintable(told());
    EXPECT_EQ(summary().value(QLatin1String("succeeded")).toInt(), 6);
    expectNothingLeft();
}

TEST_F(Failures, APoolIdThatIsTakenIsRefusedBeforeAnythingIsMade)
{
    Project project;
    project.pool += ", \"id\": \"mine\"";
    project.cleanUp = "\"pool\": false";
    EXPECT_EQ(run(project), 0) << qPrintable(told());
    EXPECT_EQ(whatIsLeft(m_service.environment()), QStringList(QStringLiteral("pool mine")));

    EXPECT_EQ(run(project), 2) << qPrintable(told());
    EXPECT_TRUE(says("There is already a pool called mine")) << qPrintable(told());
    EXPECT_TRUE(says("mine-2"));
    EXPECT_EQ(whatIsLeft(m_service.environment()), QStringList(QStringLiteral("pool mine")));
}

TEST_F(Failures, AWrongKeyIsRefusedWithTheServicesOwnWord)
{
    QProcessEnvironment environment = m_service.environment();
    environment.insert(QStringLiteral("AZURE_BATCH_ACCESS_KEY"), QStringLiteral("d3Jvbmcga2V5"));
    EXPECT_EQ(run({}, environment), 2) << qPrintable(told());
    EXPECT_TRUE(says("AuthenticationFailed")) << qPrintable(told());
    EXPECT_FALSE(says("d3Jvbmcga2V5"));
}

TEST_F(Failures, AnEndpointThatDoesNotAnswerIsNamed)
{
    QProcessEnvironment environment = m_service.environment();
    m_service.program().terminate();
    EXPECT_EQ(m_service.program().waitForEnd(), 0);
    EXPECT_EQ(run({}, environment), 3) << qPrintable(told());
    EXPECT_TRUE(says("127.0.0.1")) << qPrintable(told());
}

TEST_F(Failures, AMissingVariableIsNamed)
{
    EXPECT_EQ(run({}, m_workspace.environment()), 2) << qPrintable(told());
    for (const char *name : {"AZURE_BATCH_ACCOUNT", "AZURE_BATCH_ACCESS_KEY",
                             "AZURE_BATCH_ENDPOINT", "AZURE_STORAGE_CONNECTION_STRING"})
        EXPECT_TRUE(says(name)) << name;
}

TEST_F(Failures, EverythingWrongInTheSettingsIsToldAtOnce)
{
    m_workspace.write(
        QStringLiteral("bad.json"),
        "{ \"version\": 1,\n  \"inputs\": { \"folder\": \"nowhere\" },\n  \"pol\": {},\n"
        "  \"task\": { \"command\": \"cat {inptu}\" } }\n");
    m_run = startCli({QStringLiteral("plan"), m_workspace.path(QStringLiteral("bad.json"))},
                     m_workspace.environment());
    EXPECT_EQ(m_run->waitForEnd(), 2);
    EXPECT_TRUE(says("pol")) << qPrintable(told());
    EXPECT_TRUE(says("pool"));
    EXPECT_TRUE(says("inptu")) << qPrintable(told());
    EXPECT_TRUE(says("bad.json"));
}

TEST_F(Failures, NoMatchingFileIsRefusedWithWhereItLooked)
{
    Project project;
    project.inputs = 0;
    m_workspace.write(QStringLiteral("inputs/readme.md~"), "");
    m_workspace.write(
        QStringLiteral("settings.json"),
        "{ \"version\": 1, \"account\": \"env\", \"application\": {\"folder\": \"inputs\"},"
        "\"inputs\": {\"folder\": \"inputs\", \"include\": [\"*.csv\"]},"
        "\"task\": {\"command\": \"cat {input}\"} }");
    m_run = startCli({QStringLiteral("run"), m_workspace.path(QStringLiteral("settings.json"))},
                     m_service.environment());
    EXPECT_EQ(m_run->waitForEnd(), 2) << qPrintable(told());
    EXPECT_TRUE(says("*.csv")) << qPrintable(told());
}

TEST_F(Failures, AResultsFolderThatCannotBeWrittenLeavesTheResultsInStorage)
{
    m_workspace.write(QStringLiteral("results"), "a file is in the way\n");
    EXPECT_EQ(run({}), 3) << qPrintable(told());
    EXPECT_TRUE(says("still in container")) << qPrintable(told());
    expectNothingLeft(); // the compute is through, so it costs nothing more
    const QString runId = summary().value(QLatin1String("run")).toString();

    QFile::remove(m_workspace.path(QStringLiteral("results")));
    m_run = startCli({QStringLiteral("resume"), runId, QStringLiteral("--json")},
                     m_service.environment());
    EXPECT_EQ(m_run->waitForEnd(), 0) << qPrintable(told());
    EXPECT_EQ(
        m_workspace.files(QStringLiteral("results")).filter(QStringLiteral("result.txt")).size(),
        6);
}
