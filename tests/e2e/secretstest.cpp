// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The canary: after whole runs, good and bad, no key and no SAS signature stands in anything that
// was written or printed, the service's own store of its credentials aside.
#include "tests/e2e/canary.h"
#include "tests/e2e/project.h"

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

TEST(Secrets, NoneInAnythingThatARunWritesOrPrints)
{
    const Workspace workspace;
    LocalService service(workspace);
    ASSERT_GT(service.accountKey().size(), 40);
    Canary canary;
    canary.watch("the account key", service.accountKey());
    QProcessEnvironment environment = service.environment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                       QStringLiteral("batchdesk.*=true")); // the talkative way

    Project project;
    project.script = "env; cat /proc/self/environ | tr '\\0' '\\n'; [ \"${1%02.txt}\" = \"$1\" ] "
                     "|| exit 3\ncp \"$1\" \"$2/\"\n";
    auto run = startCli(
        {QStringLiteral("run"), project.writeTo(workspace), QStringLiteral("--json")}, environment);
    EXPECT_EQ(run->waitForEnd(), 1) << qPrintable(run->output()) << qPrintable(run->errors());
    // A run that stops early tells more of what it was doing.
    environment.insert(QStringLiteral("AZURE_BATCH_ACCESS_KEY"),
                       QString::fromLatin1(QByteArray("canary of a wrong key").toBase64()));
    auto refused = startCli({QStringLiteral("run"), project.writeTo(workspace)}, environment);
    EXPECT_EQ(refused->waitForEnd(), 2);

    for (Program *program : {run.get(), refused.get(), &service.program()}) {
        const QByteArray said = program->output().toUtf8() + program->errors().toUtf8();
        EXPECT_EQ(canary.leaksIn(said), QStringList()) << said.constData();
        EXPECT_FALSE(said.contains(QByteArray("canary of a wrong key").toBase64()));
    }
    EXPECT_GT(run->errors().size(), 0) << "the log was asked for, so that it could leak";
    EXPECT_EQ(canary.leaksIn(workspace), QStringList());
    EXPECT_GT(workspace.files().size(), 20);
}

TEST(Secrets, TheCanarySings)
{
    Canary canary;
    canary.watch("the account key", "K+Y/=");
    const QByteArray line = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAE";
    const QByteArray key = "-----BEGIN OPENSSH PRIVATE KEY-----\n" + line
        + "\nshort\n-----END "
          "OPENSSH PRIVATE KEY-----\n";
    canary.watch("the private key", key);
    EXPECT_EQ(canary.leaksIn("?sv=2021&sig=abcdefghijklmnopqrstuvwxyz0123456789%3D").size(), 1);
    EXPECT_EQ(canary.leaksIn("%26sig%3Dabcdefghijklmnopqrstuvwxyz0123456789").size(), 1);
    EXPECT_EQ(canary.leaksIn("sig=abcdefghijklmnopqrstuvwxyz0123456789", true).size(), 0);
    EXPECT_EQ(canary.leaksIn("?sv=2021&sig=…").size(), 0);
    EXPECT_EQ(canary.leaksIn("key is K+Y/=").size(), 1);
    EXPECT_EQ(canary.leaksIn("key is K%2BY%2F%3D").size(), 1);
    EXPECT_EQ(canary.leaksIn("a line of a key: " + line).size(), 1);
    EXPECT_EQ(canary.leaksIn("in base64: " + key.toBase64()).size(), 1);
    EXPECT_EQ(canary.leaksIn("nothing to see").size(), 0);
}
