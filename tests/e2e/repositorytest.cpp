// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Runs whose program is a private repository: real git, a real SSH server, real processes.
#include "tests/e2e/repositoryproject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace Batchdesk::Test;

namespace {

class RepositoryTest : public ::testing::Test
{
protected:
    // One for all tests: none of them changes it.
    static void SetUpTestSuite() { running = std::make_unique<GitServer>(); }
    static void TearDownTestSuite() { running.reset(); }

    RepositoryTest()
    {
        project.url = git.url();
        pinHost(workspace, git.text("knownHostsLine").toUtf8());
    }

    //! The exit code of a run with that key; what it said is kept.
    int run(const char *key = "clientKey")
    {
        auto program = runWithKey(project.writeTo(workspace), git.text(key), service.environment());
        const int code = program->waitForEnd();
        said = program->output() + QLatin1Char('\n') + program->errors();
        said.replace(QLatin1String("\\\""), QLatin1String("\"")); // as JSON writes it
        return code;
    }
    bool saidAll(const QStringList &words) const
    {
        return std::all_of(words.begin(), words.end(), [this](const QString &word) {
            return said.contains(word, Qt::CaseInsensitive);
        });
    }
    //! A run that is refused, with these words, and of which nothing is left.
    void expectRefused(const char *key, const QStringList &words)
    {
        EXPECT_EQ(run(key), 2) << qPrintable(said);
        EXPECT_TRUE(saidAll(words)) << qPrintable(said);
        EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
    }
    //! A run whose nodes cannot clone.
    void expectNodesFail(const QStringList &words)
    {
        EXPECT_EQ(run(), 1) << qPrintable(said);
        EXPECT_TRUE(saidAll(words)) << qPrintable(said);
        EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
    }
    qsizetype results(const char *ending) const
    {
        return workspace.files(QStringLiteral("results"))
            .filter(QRegularExpression(QLatin1String(ending) + QLatin1Char('$')))
            .size();
    }

    Workspace workspace;
    LocalService service{workspace};
    static inline std::unique_ptr<GitServer> running;
    GitServer &git = *running;
    RepositoryProject project;
    QString said;
};

QByteArray azOutput(const QStringList &arguments, const QProcessEnvironment &environment)
{
    Program az(QStringLiteral("az"), arguments, environment);
    EXPECT_EQ(az.waitForEnd(), 0) << qPrintable(az.errors());
    return az.output().toUtf8();
}

//! The HTTP status that a link gives.
QString statusOf(const QString &link, const QProcessEnvironment &environment)
{
    Program client(QStringLiteral("python3"),
                   {QStringLiteral("-c"),
                    QStringLiteral("import sys, urllib.request, urllib.error\n"
                                   "try: print(urllib.request.urlopen(sys.stdin.read()).status)\n"
                                   "except urllib.error.HTTPError as e: print(e.code)\n")},
                   environment);
    client.write(link.toUtf8());
    client.closeInput();
    EXPECT_EQ(client.waitForEnd(), 0) << qPrintable(client.errors());
    return client.output();
}

} // namespace

TEST_F(RepositoryTest, SixtyFilesAreDoneByCloningAndTheLinkToTheKeyEndsWithThem)
{
    auto program =
        runWithKey(project.writeTo(workspace), git.text("clientKey"), service.environment());
    const QString job = waitUntilTasksRun(*program);
    const QByteArray shown = azOutput({QStringLiteral("batch"), QStringLiteral("job"),
                                       QStringLiteral("show"), QStringLiteral("--job-id"), job},
                                      service.environment());
    ASSERT_EQ(program->waitForEnd(), 0) << qPrintable(program->errors());
    EXPECT_EQ(results("\\.csv"), 60);
    EXPECT_EQ(results("\\.svg"), 60);

    // The job tells what is cloned, and of the key only where it was.
    const QJsonObject preparation = QJsonDocument::fromJson(shown)
                                        .object()
                                        .value(QLatin1String("jobPreparationTask"))
                                        .toObject();
    EXPECT_TRUE(shown.contains(git.url().toUtf8()));
    EXPECT_FALSE(shown.contains("PRIVATE KEY"));
    int links = 0;
    for (const QJsonValue &value : preparation.value(QLatin1String("resourceFiles")).toArray()) {
        const QString link = value.toObject().value(QLatin1String("httpUrl")).toString();
        ++links;
        EXPECT_TRUE(link.contains(QLatin1String("sig=")));
        const QString status = statusOf(link, service.environment());
        EXPECT_TRUE(status == QLatin1String("403") || status == QLatin1String("404"))
            << qPrintable(status);
    }
    EXPECT_EQ(links, 4);
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
}

TEST_F(RepositoryTest, TagAndCommitAreCheckedOut)
{
    project.inputs = 2;
    for (const QByteArray &reference :
         {QByteArray(R"("tag": "v1")"),
          QByteArray(R"("commit": ")") + git.commit("dev").toUtf8() + '"'}) {
        project.reference = reference;
        EXPECT_EQ(run(), 0) << qPrintable(said);
    }
    EXPECT_EQ(results("\\.csv"), 4);
}

TEST_F(RepositoryTest, SubmodulesComeAlong)
{
    project.url = git.url(QStringLiteral("with-submodule"));
    project.folder = ".";
    project.more = ", \"submodules\": true";
    project.command = "find {app}/ -type f -name '[a-z]*' -not -path '*/.git/*' > output/found.txt";
    project.inputs = 1;
    EXPECT_EQ(run(), 0) << qPrintable(said);
    EXPECT_EQ(results("found\\.txt"), 1);
}

TEST_F(RepositoryTest, AKeyThatNobodyAcceptsIsRefusedBeforeAnything)
{
    expectRefused(
        "strangerKey",
        {QStringLiteral("does not accept the key \"batch-key\""), QStringLiteral("deploy key")});
}

TEST_F(RepositoryTest, AKeyWithAPassphraseIsRefusedWithAWayOut)
{
    expectRefused("lockedKey",
                  {QStringLiteral("protected by a passphrase"), QStringLiteral("key import")});
}

TEST_F(RepositoryTest, AHostThatIsNotTrustedIsRefusedBeforeAnything)
{
    pinHost(workspace, "# nobody yet");
    expectRefused(
        "clientKey",
        {QStringLiteral("is not trusted yet"), QStringLiteral("batchdesk-cli key trust ")});
}

TEST_F(RepositoryTest, AChangedHostKeyIsRefusedLoudly)
{
    pinHost(workspace, git.text("wrongKnownHostsLine").toUtf8());
    expectRefused("clientKey", {QStringLiteral("WARNING"), QStringLiteral("another host key")});
}

TEST_F(RepositoryTest, AMissingBranchIsRefusedBeforeAnything)
{
    project.reference = R"("branch": "nowhere")";
    expectRefused("clientKey", {QStringLiteral("no branch \"nowhere\"")});
}

TEST_F(RepositoryTest, AMissingRepositoryIsRefusedBeforeAnything)
{
    project.url = git.url(QStringLiteral("nothing-here"));
    expectRefused("clientKey",
                  {QStringLiteral("There is no repository"), QStringLiteral("nothing-here")});
}

TEST_F(RepositoryTest, AnUnknownKeyNameIsRefusedBeforeAnything)
{
    auto program =
        startCli({QStringLiteral("run"), project.writeTo(workspace)}, service.environment());
    EXPECT_EQ(program->waitForEnd(), 2);
    EXPECT_TRUE(
        program->errors().contains(QLatin1String("no SSH key or token called \"batch-key\"")))
        << qPrintable(program->errors());
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
}

TEST_F(RepositoryTest, AMissingFolderIsToldByTheNodes)
{
    project.folder = "projects/elsewhere";
    expectNodesFail({QStringLiteral("projects/elsewhere")});
}

TEST_F(RepositoryTest, ACloneThatHangsIsEndedAndTold)
{
    const QJsonObject hang = git.line().value(QLatin1String("hang")).toObject();
    project.url = hang.value(QLatin1String("urlBase")).toString() + QStringLiteral("/app.git");
    project.more = ", \"timeout\": \"PT10S\"";
    pinHost(workspace, hang.value(QLatin1String("knownHostsLine")).toString().toUtf8());
    expectNodesFail({QStringLiteral("could not be tried from here"), QStringLiteral("10 s")});
}

TEST_F(RepositoryTest, ARunThatIsKilledLeavesAKeyThatCleanUpRemoves)
{
    project.inputs = 30;
    auto program =
        runWithKey(project.writeTo(workspace), git.text("clientKey"), service.environment());
    const QString id = waitUntilTasksRun(*program);
    program->kill();
    const QString container = QStringLiteral("container %1-key").arg(id);
    EXPECT_TRUE(whatIsLeft(service.environment()).contains(container));
    auto cleanUp = startCli({QStringLiteral("cleanup"), id}, service.environment());
    EXPECT_EQ(cleanUp->waitForEnd(), 0) << qPrintable(cleanUp->errors());
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
}

TEST_F(RepositoryTest, AKilledRunGoesOnWithItsKey)
{
    project.inputs = 12;
    auto program =
        runWithKey(project.writeTo(workspace), git.text("clientKey"), service.environment());
    const QString id = waitUntilTasksRun(*program);
    program->kill();
    auto resumed = startCli(
        {QStringLiteral("resume"), id, QStringLiteral("--git-secret-file"), git.text("clientKey")},
        service.environment());
    EXPECT_EQ(resumed->waitForEnd(), 0) << qPrintable(resumed->errors());
    EXPECT_EQ(results("\\.csv"), 12);
    EXPECT_EQ(whatIsLeft(service.environment()), QStringList());
}
