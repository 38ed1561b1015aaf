// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The canary: after whole runs, good and bad, no key and no SAS signature stands in anything that
// was written or printed, the service's own store of its credentials aside.
#include "tests/e2e/project.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

namespace {

//! Where secrets may stand: the service's credentials, the variables it hands out, and the links
//! that Batch keeps with its tasks, as Azure does.
bool mayHoldSecrets(const QString &file)
{
    return file == QLatin1String("service/credentials.json")
        || file == QLatin1String("service/connection.env")
        || file.startsWith(QLatin1String("service/batch/batch.sqlite"));
}

QStringList leaksIn(const QByteArray &content, const QByteArray &key)
{
    QStringList leaks;
    if (content.contains(key) || content.contains(key.toPercentEncoding()))
        leaks << QStringLiteral("the account key");
    static const QRegularExpression signature(QStringLiteral("sig(=|%3D)[A-Za-z0-9%+/]{20,}"));
    if (signature.match(QString::fromLatin1(content)).hasMatch())
        leaks << QStringLiteral("a SAS signature");
    if (content.contains("SharedKey ") && content.contains("Authorization"))
        leaks << QStringLiteral("an Authorization header");
    return leaks;
}

} // namespace

TEST(Secrets, NoneInAnythingThatARunWritesOrPrints)
{
    const Workspace workspace;
    LocalService service(workspace);
    const QByteArray key = service.accountKey();
    ASSERT_GT(key.size(), 40);
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
        EXPECT_EQ(leaksIn(said, key), QStringList()) << said.constData();
        EXPECT_FALSE(said.contains(QByteArray("canary of a wrong key").toBase64()));
    }
    EXPECT_GT(run->errors().size(), 0) << "the log was asked for, so that it could leak";
    int looked = 0;
    for (const QString &file : workspace.files()) {
        if (mayHoldSecrets(file))
            continue;
        ++looked;
        EXPECT_EQ(leaksIn(workspace.read(file), key), QStringList()) << qPrintable(file);
    }
    EXPECT_GT(looked, 20);
}

TEST(Secrets, TheCanarySings)
{
    EXPECT_EQ(leaksIn("?sv=2021&sig=abcdefghijklmnopqrstuvwxyz0123456789%3D", "KEY").size(), 1);
    EXPECT_EQ(leaksIn("%26sig%3Dabcdefghijklmnopqrstuvwxyz0123456789", "KEY").size(), 1);
    EXPECT_EQ(leaksIn("?sv=2021&sig=…", "KEY").size(), 0);
    EXPECT_EQ(leaksIn("key is K+Y/=", "K+Y/=").size(), 1);
    EXPECT_EQ(leaksIn("key is K%2BY%2F%3D", "K+Y/=").size(), 1);
    EXPECT_EQ(leaksIn("nothing to see", "KEY").size(), 0);
}
