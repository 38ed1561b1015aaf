// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// "This computer" as other tools see it.
#include "tests/e2e/project.h"

#include <QFileInfo>

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

namespace {

std::unique_ptr<Program> az(const QStringList &arguments, const QProcessEnvironment &environment)
{
    return std::make_unique<Program>(QStringLiteral("/usr/bin/az"), arguments, environment);
}

} // namespace

TEST(Serve, WritesAConnectionFileThatOnlyItsUserCanRead)
{
    const Workspace workspace;
    LocalService service(workspace);
    const auto permissions = QFileInfo(service.connectionFile()).permissions();
    EXPECT_FALSE(permissions
                 & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther));
    // Sourcing it, as the README says, gives the same as reading it.
    Program sourced(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"),
         QStringLiteral("set -a; . \"$0\"; printf '%s\\n' \"$AZURE_STORAGE_CONNECTION_STRING\""),
         service.connectionFile()},
        workspace.environment());
    EXPECT_EQ(sourced.waitForEnd(), 0);
    EXPECT_EQ(sourced.lines().first(),
              service.environment().value(QStringLiteral("AZURE_STORAGE_CONNECTION_STRING")));
}

TEST(Serve, AzListsPoolsJobsAndContainers)
{
    const Workspace workspace;
    LocalService service(workspace);
    const QList<QStringList> commands{
        {QStringLiteral("batch"), QStringLiteral("pool"), QStringLiteral("list")},
        {QStringLiteral("batch"), QStringLiteral("job"), QStringLiteral("list")},
        {QStringLiteral("storage"), QStringLiteral("container"), QStringLiteral("list")},
    };
    for (const QStringList &command : commands) {
        auto answer = az(command, service.environment());
        EXPECT_EQ(answer->waitForEnd(), 0)
            << qPrintable(command.join(QLatin1Char(' '))) << qPrintable(answer->errors());
        EXPECT_EQ(answer->output().trimmed(), QStringLiteral("[]"));
    }
}

TEST(Serve, AzWithAWrongKeyIsToldAuthenticationFailed)
{
    const Workspace workspace;
    LocalService service(workspace);
    QProcessEnvironment wrong = service.environment();
    const QString key = QString::fromLatin1(QByteArray(64, 'k').toBase64());
    const QString connection = wrong.value(QStringLiteral("AZURE_STORAGE_CONNECTION_STRING"));
    wrong.insert(QStringLiteral("AZURE_STORAGE_CONNECTION_STRING"),
                 QString(connection).replace(QString::fromLatin1(service.accountKey()), key));
    wrong.insert(QStringLiteral("AZURE_BATCH_ACCESS_KEY"), key);
    for (const QStringList &command :
         {QStringList{QStringLiteral("batch"), QStringLiteral("pool"), QStringLiteral("list")},
          QStringList{QStringLiteral("storage"), QStringLiteral("container"),
                      QStringLiteral("list")}}) {
        auto answer = az(command, wrong);
        EXPECT_NE(answer->waitForEnd(), 0);
        const QString said = answer->errors() + answer->output();
        // az shows the text of AuthenticationFailed, not its code.
        EXPECT_TRUE(said.contains(QStringLiteral("Server failed to authenticate the request"))
                    || said.contains(QStringLiteral("Authentication failure")))
            << qPrintable(said);
    }
}

TEST(Serve, OneServiceAFolder)
{
    const Workspace workspace;
    LocalService service(workspace);
    auto second = startCli({QStringLiteral("serve"), QStringLiteral("--state"),
                            workspace.path(QStringLiteral("service"))},
                           workspace.environment());
    EXPECT_EQ(second->waitForEnd(), 75);
    EXPECT_TRUE(second->errors().contains(QStringLiteral("in use")))
        << qPrintable(second->errors());
}

TEST(Serve, EndsCleanlyOnRequestAndByItselfWhenIdle)
{
    const Workspace workspace;
    LocalService service(workspace);
    service.program().terminate();
    EXPECT_EQ(service.program().waitForEnd(), 0) << qPrintable(service.program().errors());

    LocalService idle(workspace, 2, {QStringLiteral("--idle-exit"), QStringLiteral("1")});
    EXPECT_EQ(idle.program().waitForEnd(), 0) << qPrintable(idle.program().errors());
}

TEST(Serve, TwoRunsAtOnceShareThisComputer)
{
    const Workspace workspace;
    Project project;
    QFile file(project.writeTo(workspace));
    const QStringList run{QStringLiteral("run"), file.fileName(), QStringLiteral("--account"),
                          QStringLiteral("local"), QStringLiteral("--json")};
    auto first = startCli(run, workspace.environment());
    auto second = startCli(run, workspace.environment());
    EXPECT_EQ(first->waitForEnd(), 0) << qPrintable(first->output()) << qPrintable(first->errors());
    EXPECT_EQ(second->waitForEnd(), 0)
        << qPrintable(second->output()) << qPrintable(second->errors());
}
