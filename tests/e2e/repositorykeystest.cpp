// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Keys and tokens of the terminal, in a real Secret Service, from their making to a run.
#include "tests/e2e/canary.h"
#include "tests/e2e/repositoryproject.h"
#include "tests/support/keyring.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

namespace {

QProcessEnvironment withKeyring(QProcessEnvironment environment)
{
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                       qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    return environment;
}

struct Ended
{
    int code = -1;
    QString output;
    QString errors;
};

Ended cli(const QStringList &arguments, const QProcessEnvironment &environment,
          const QByteArray &input = {})
{
    Program program(QStringLiteral(BATCHDESK_CLI_PATH), arguments, environment);
    program.write(input);
    program.closeInput();
    Ended ended;
    ended.code = program.waitForEnd();
    ended.output = program.output();
    ended.errors = program.errors();
    return ended;
}

//! The server lets everybody in whose key this file names.
void admit(const GitServer &git, const QString &publicKey)
{
    QFile file(git.text("authorizedKeys"));
    ASSERT_TRUE(file.open(QIODevice::Append)) << qPrintable(file.fileName());
    file.write(publicKey.toUtf8() + '\n');
}

} // namespace

//! Run by the test below with a keyring of its own.
TEST(RepositoryKeys, DISABLED_FromTheirMakingToARun)
{
    useBusOfKeyring();
    const Workspace workspace;
    LocalService service(workspace);
    const GitServer git;
    const QProcessEnvironment environment = withKeyring(service.environment());
    RepositoryProject project;
    project.url = git.url();
    project.inputs = 3;
    const QString settings = project.writeTo(workspace);
    const QStringList test{QStringLiteral("key"), QStringLiteral("test"), settings};

    const Ended made =
        cli({QStringLiteral("key"), QStringLiteral("generate"), QStringLiteral("batch-key")},
            environment);
    ASSERT_EQ(made.code, 0) << qPrintable(made.errors);
    EXPECT_TRUE(made.output.startsWith(QLatin1String("ssh-ed25519 "))) << qPrintable(made.output);
    EXPECT_EQ(cli({QStringLiteral("key"), QStringLiteral("generate"), QStringLiteral("batch-key")},
                  environment)
                  .code,
              2)
        << "a key is never overwritten";

    Ended tried = cli(test, environment);
    EXPECT_EQ(tried.code, 2);
    EXPECT_TRUE(tried.errors.contains(QLatin1String("not trusted yet")))
        << qPrintable(tried.errors);
    ASSERT_TRUE(tried.output.contains(QLatin1String("SHA256:"))) << qPrintable(tried.output);
    const QString fingerprint = QStringLiteral("SHA256:")
        + tried.output.section(QStringLiteral("SHA256:"), 1).section(QLatin1Char('\n'), 0, 0);
    const QStringList trust{QStringLiteral("key"), QStringLiteral("trust"), git.url()};
    EXPECT_EQ(cli(trust, environment).code, 2) << "nothing is published for it, so it is confirmed";
    EXPECT_EQ(
        cli(trust + QStringList{QStringLiteral("--fingerprint"), fingerprint}, environment).code,
        0);

    tried = cli(test, environment);
    EXPECT_EQ(tried.code, 2);
    EXPECT_TRUE(tried.errors.contains(QLatin1String("does not accept the key")))
        << qPrintable(tried.errors);
    admit(git, made.output.section(QLatin1Char('\n'), 0, 0));
    tried = cli(test, environment);
    EXPECT_EQ(tried.code, 0) << qPrintable(tried.errors);
    EXPECT_TRUE(tried.output.contains(git.commit("main"))) << qPrintable(tried.output);

    const Ended run = cli({QStringLiteral("run"), settings}, environment);
    EXPECT_EQ(run.code, 0) << qPrintable(run.output) << qPrintable(run.errors);
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());

    EXPECT_EQ(cli({QStringLiteral("key"), QStringLiteral("delete"), QStringLiteral("batch-key")},
                  environment)
                  .code,
              0);
    EXPECT_EQ(cli({QStringLiteral("key"), QStringLiteral("list")}, environment).output, QString());
    EXPECT_EQ(cli(test, environment).code, 2);
}

TEST(RepositoryKeys, FromTheirMakingToARun)
{
    const KeyringRun run = runWithKeyring(
        Keyring::Unlocked, QStringLiteral("RepositoryKeys.DISABLED_FromTheirMakingToARun"));
    EXPECT_EQ(run.exitCode, 0) << run.output.constData();
}

TEST(RepositoryKeys, DISABLED_AProtectedKeyIsImportedByItsPassphrase)
{
    useBusOfKeyring();
    const Workspace workspace;
    const GitServer git;
    const QProcessEnvironment environment = withKeyring(workspace.environment());
    const QStringList import{QStringLiteral("key"), QStringLiteral("import"),
                             QStringLiteral("locked"), git.text("lockedKey")};
    const Ended silent = cli(import, environment);
    EXPECT_EQ(silent.code, 2);
    EXPECT_TRUE(silent.errors.contains(QLatin1String("Nothing was entered")))
        << qPrintable(silent.errors);
    const Ended wrong = cli(import, environment, "not this\n");
    EXPECT_EQ(wrong.code, 2);
    EXPECT_TRUE(wrong.errors.contains(QLatin1String("does not open this key")))
        << qPrintable(wrong.errors);
    const Ended right = cli(import, environment, git.text("lockedKeyPassphrase").toUtf8() + '\n');
    EXPECT_EQ(right.code, 0) << qPrintable(right.errors);
    const Ended listed = cli({QStringLiteral("key"), QStringLiteral("list")}, environment);
    EXPECT_TRUE(listed.output.startsWith(QLatin1String("locked  ssh-")))
        << qPrintable(listed.output);

    Canary canary;
    canary.watch("the private key", git.privateKey("lockedKey").reveal());
    canary.watch("the passphrase", git.text("lockedKeyPassphrase").toUtf8());
    EXPECT_EQ(canary.leaksIn(workspace), QStringList());
}

TEST(RepositoryKeys, AProtectedKeyIsImportedByItsPassphrase)
{
    const KeyringRun run = runWithKeyring(
        Keyring::Unlocked,
        QStringLiteral("RepositoryKeys.DISABLED_AProtectedKeyIsImportedByItsPassphrase"));
    EXPECT_EQ(run.exitCode, 0) << run.output.constData();
}

TEST(RepositoryKeys, DISABLED_ATokenIsReadFromStandardInputAndShownNowhere)
{
    useBusOfKeyring();
    const Workspace workspace;
    const QProcessEnvironment environment = withKeyring(workspace.environment());
    const QByteArray token = "ghp_thisIsTheTokenOfTheTestAndNothingElse";
    const Ended added = cli({QStringLiteral("token"), QStringLiteral("add"), QStringLiteral("lab"),
                             QStringLiteral("github.com")},
                            environment, token + '\n');
    EXPECT_EQ(added.code, 0) << qPrintable(added.errors);
    const Ended listed = cli({QStringLiteral("token"), QStringLiteral("list")}, environment);
    EXPECT_EQ(listed.output, QStringLiteral("lab  git@github.com"));
    EXPECT_EQ(cli({QStringLiteral("token"), QStringLiteral("change"), QStringLiteral("lab")},
                  environment, "another\n")
                  .code,
              0);
    Canary canary;
    canary.watch("the token", token);
    EXPECT_EQ(canary.leaksIn(workspace), QStringList());
    EXPECT_EQ(
        cli({QStringLiteral("token"), QStringLiteral("delete"), QStringLiteral("lab")}, environment)
            .code,
        0);
    EXPECT_EQ(cli({QStringLiteral("token"), QStringLiteral("list")}, environment).output,
              QString());
}

TEST(RepositoryKeys, ATokenIsReadFromStandardInputAndShownNowhere)
{
    const KeyringRun run = runWithKeyring(
        Keyring::Unlocked,
        QStringLiteral("RepositoryKeys.DISABLED_ATokenIsReadFromStandardInputAndShownNowhere"));
    EXPECT_EQ(run.exitCode, 0) << run.output.constData();
}

TEST(RepositoryKeys, DISABLED_WithoutAKeychainNothingIsKept)
{
    useBusOfKeyring();
    const Workspace workspace;
    const QProcessEnvironment environment = withKeyring(workspace.environment());
    const Ended made =
        cli({QStringLiteral("key"), QStringLiteral("generate"), QStringLiteral("batch-key")},
            environment);
    EXPECT_EQ(made.code, 2);
    EXPECT_TRUE(made.errors.contains(QLatin1String("keychain"), Qt::CaseInsensitive))
        << qPrintable(made.errors);
    EXPECT_EQ(made.output, QString());
    EXPECT_EQ(cli({QStringLiteral("key"), QStringLiteral("list")}, environment).output, QString());
}

TEST(RepositoryKeys, WithoutAKeychainNothingIsKept)
{
    for (const Keyring keyring : {Keyring::NoBus, Keyring::NoService, Keyring::Locked}) {
        const KeyringRun run = runWithKeyring(
            keyring, QStringLiteral("RepositoryKeys.DISABLED_WithoutAKeychainNothingIsKept"));
        EXPECT_EQ(run.exitCode, 0) << run.output.constData();
    }
}

TEST(RepositoryKeys, WrongUseIsToldByTheHelp)
{
    const Workspace workspace;
    for (const QStringList &arguments :
         {QStringList{QStringLiteral("key")},
          QStringList{QStringLiteral("key"), QStringLiteral("generate")},
          QStringList{QStringLiteral("key"), QStringLiteral("import"), QStringLiteral("x")},
          QStringList{QStringLiteral("token"), QStringLiteral("add"), QStringLiteral("x")}}) {
        const Ended ended = cli(arguments, workspace.environment());
        EXPECT_EQ(ended.code, 2);
        EXPECT_TRUE(ended.errors.contains(QLatin1String("VERB"))) << qPrintable(ended.errors);
    }
    const Ended distrust =
        cli({QStringLiteral("key"), QStringLiteral("distrust"), QStringLiteral("example.org")},
            workspace.environment());
    EXPECT_EQ(distrust.code, 2);
    EXPECT_TRUE(distrust.errors.contains(QLatin1String("not among the trusted hosts")));
}

TEST(RepositoryKeys, TheGuideNamesThePagesOfTheRepository)
{
    const Workspace workspace;
    const Ended guide = cli({QStringLiteral("key"), QStringLiteral("guide"),
                             QStringLiteral("git@github.com:lab/forecast.git")},
                            workspace.environment());
    EXPECT_EQ(guide.code, 0);
    EXPECT_TRUE(
        guide.output.contains(QLatin1String("https://github.com/lab/forecast/settings/keys")));
}
