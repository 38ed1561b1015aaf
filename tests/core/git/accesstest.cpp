// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Trying the access, against a real SSH server.
#include "core/git/access.h"
#include "core/git/accesswords.h"
#include "core/git/privatefolder.h"
#include "tests/support/gitserver.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFileInfo>
#include <QTcpServer>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Git;
using namespace Batchdesk::Test;

namespace {

class AccessTest : public ::testing::Test
{
protected:
    // One for all tests: none of them changes it.
    static void SetUpTestSuite() { running = std::make_unique<GitServer>(); }
    static void TearDownTestSuite() { running.reset(); }

    AccessTest() { pin("knownHostsLine"); }

    void pin(const char *line)
    {
        QFile file(known.path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(server.text(line).toUtf8() + '\n');
    }
    AccessRequest request(const char *key = "clientKey")
    {
        AccessRequest wanted;
        wanted.address = server.address();
        wanted.credential = Credential{};
        wanted.credential->name = QStringLiteral("lab");
        wanted.secret = server.privateKey(key);
        return wanted;
    }
    AccessReport tried(const AccessRequest &request) { return waitFor(testAccess(request, known)); }
    static QStringList leftFolders()
    {
        const QString memory = qEnvironmentVariable("XDG_RUNTIME_DIR");
        return QDir(memory.isEmpty() ? QDir::tempPath() : memory)
            .entryList({QStringLiteral("batchdesk-private-*")}, QDir::Dirs);
    }

    static inline std::unique_ptr<GitServer> running;
    GitServer &server = *running;
    QTemporaryDir folder;
    KnownHosts known{folder.filePath(QStringLiteral("trusted hosts, 100% of them"))};
};

} // namespace

TEST_F(AccessTest, SaysWhichCommitAndBranch)
{
    const QStringList before = leftFolders();
    AccessRequest wanted = request();
    AccessReport report = tried(wanted);
    ASSERT_TRUE(report.ok()) << qPrintable(report.error->caption());
    EXPECT_EQ(report.commit, server.commit("main"));
    EXPECT_EQ(report.defaultBranch, QStringLiteral("main"));
    wanted.reference = {Reference::Kind::Branch, QStringLiteral("dev")};
    EXPECT_EQ(tried(wanted).commit, server.commit("dev"));
    wanted.reference = {Reference::Kind::Tag, QStringLiteral("v1")};
    EXPECT_EQ(tried(wanted).commit, server.commit("v1"));
    EXPECT_TRUE(tried(request("rsaKey")).ok());
    EXPECT_EQ(leftFolders(), before) << "the key's file is gone";
}

TEST_F(AccessTest, ATagIsNoBranch)
{
    AccessRequest wanted = request();
    wanted.reference = {Reference::Kind::Branch, QStringLiteral("v1")};
    const AccessReport report = tried(wanted);
    EXPECT_EQ(report.problem, AccessProblem::ReferenceMissing);
    EXPECT_TRUE(report.error->message.contains(QLatin1String("no branch \"v1\"")));
}

TEST_F(AccessTest, AKeyThatIsNotAcceptedIsNamed)
{
    const AccessReport report = tried(request("strangerKey"));
    EXPECT_EQ(report.problem, AccessProblem::KeyRefused);
    EXPECT_TRUE(report.error->message.contains(QLatin1String("\"lab\"")));
    AccessRequest without = request();
    without.credential.reset();
    without.secret = {};
    EXPECT_EQ(tried(without).problem, AccessProblem::KeyRefused);
}

TEST_F(AccessTest, ARepositoryThatIsNotThereIsNamed)
{
    AccessRequest wanted = request();
    wanted.address = *Address::parse(server.url(QStringLiteral("nothing")));
    const AccessReport report = tried(wanted);
    EXPECT_EQ(report.problem, AccessProblem::NotFound);
    EXPECT_TRUE(report.error->message.contains(QLatin1String("nothing.git")));
}

TEST_F(AccessTest, AnUnknownHostShowsItsKeysAndNothingIsSent)
{
    ASSERT_TRUE(known.forget(server.address().knownHostsName()).ok());
    const AccessReport report = tried(request());
    EXPECT_EQ(report.problem, AccessProblem::HostUnknown);
    EXPECT_EQ(report.trust, HostTrust::Unknown);
    ASSERT_FALSE(report.shownKeys.isEmpty());
    ASSERT_TRUE(known.trust(server.address(), report.shownKeys).ok());
    EXPECT_TRUE(tried(request()).ok());
}

TEST_F(AccessTest, AChangedHostKeyIsLoud)
{
    pin("wrongKnownHostsLine");
    const AccessReport report = tried(request());
    EXPECT_EQ(report.problem, AccessProblem::HostKeyChanged);
    EXPECT_EQ(report.trust, HostTrust::Changed);
    EXPECT_TRUE(report.error->message.startsWith(QLatin1String("WARNING")));
}

TEST_F(AccessTest, AHostThatIsNotThereIsUnreachable)
{
    QTcpServer closed;
    ASSERT_TRUE(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    AccessRequest wanted = request();
    wanted.address =
        *Address::parse(QStringLiteral("ssh://root@127.0.0.1:%1/srv/repo.git").arg(port));
    EXPECT_EQ(tried(wanted).problem, AccessProblem::HostUnreachable);
    ASSERT_TRUE(known.trust(wanted.address, known.keysOf(server.address())).ok());
    const AccessReport report = tried(wanted);
    EXPECT_EQ(report.problem, AccessProblem::HostUnreachable);
    EXPECT_TRUE(report.error->message.contains(QLatin1String("refused")));
}

TEST_F(AccessTest, AServerThatHangsIsLeftAfterAWhile)
{
    const QJsonObject hang = server.line().value(QLatin1String("hang")).toObject();
    QFile file(known.path());
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write(hang.value(QLatin1String("knownHostsLine")).toString().toUtf8() + '\n');
    file.close();
    AccessRequest wanted = request();
    wanted.address = *Address::parse(hang.value(QLatin1String("urlBase")).toString()
                                     + QStringLiteral("/app.git"));
    wanted.patience = std::chrono::seconds(2);
    EXPECT_EQ(tried(wanted).problem, AccessProblem::TimedOut);
}

TEST_F(AccessTest, ATokenIsNotTriedOnAnotherHostOrOverSsh)
{
    AccessRequest wanted = request();
    wanted.credential->kind = Credential::Kind::Token;
    wanted.credential->host = QStringLiteral("github.com");
    wanted.secret = Secret("t0ken");
    EXPECT_TRUE(tried(wanted).error->message.contains(QLatin1String("token for HTTPS")));
    wanted.address = *Address::parse(QStringLiteral("https://example.org/a/b.git"));
    EXPECT_TRUE(tried(wanted).error->message.contains(QLatin1String("would not be sent")));
    AccessRequest key = request();
    key.address = wanted.address;
    EXPECT_TRUE(tried(key).error->message.contains(QLatin1String("one of HTTPS")));
}

TEST_F(AccessTest, ACredentialIsFetchedByItsName)
{
    const auto store = std::make_shared<MemoryCredentialStore>();
    Credentials credentials(folder.filePath(QStringLiteral("list.json")), store);
    ASSERT_TRUE(waitFor(credentials.import(QStringLiteral("lab"), server.privateKey("clientKey"),
                                           {}, Credentials::Keep::InKeychain))
                    .ok());
    const auto tryIt = [&](const char *name) {
        return waitFor(testAccess(&credentials, QLatin1String(name), server.address(), {}, known));
    };
    EXPECT_TRUE(tryIt("lab").ok());
    EXPECT_TRUE(tryIt("other").error->message.contains(QLatin1String("\"other\"")));
    ASSERT_TRUE(waitFor(store->remove(secretName(QStringLiteral("lab")))).ok());
    EXPECT_TRUE(tryIt("lab").error->message.contains(QLatin1String("not in the keychain")));
}

TEST(PrivateFolder, HoldsFilesForUsAloneAndGoesWithThem)
{
    QString path;
    {
        const PrivateFolder folder;
        const auto file = folder.write(QStringLiteral("key"), Secret("secret"));
        ASSERT_TRUE(file.ok());
        path = *file;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOwner;
        EXPECT_FALSE(QFileInfo(path).permissions() & others);
        EXPECT_FALSE(QFileInfo(QFileInfo(path).path()).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther));
        EXPECT_FALSE(folder.write(QStringLiteral("key"), Secret("again")).ok());
    }
    EXPECT_FALSE(QFileInfo::exists(QFileInfo(path).path()));
}

struct Said
{
    const char *words;
    AccessProblem problem;
};

class AccessWords : public ::testing::TestWithParam<Said>
{
};

TEST_P(AccessWords, MeanWhatTheHostsMean)
{
    EXPECT_EQ(int(problemFrom(GetParam().words)), int(GetParam().problem)) << GetParam().words;
}

INSTANTIATE_TEST_SUITE_P(
    OfTheHosts, AccessWords,
    ::testing::Values(
        Said{"ERROR: Repository not found.\nfatal: Could not read from remote repository.",
             AccessProblem::NotFound},
        Said{"remote: The project you were looking for could not be found or you don't have "
             "permission to view it.",
             AccessProblem::NotFound},
        Said{"remote: TF401019: The Git repository with name or identifier x does not exist or you "
             "do not have permissions",
             AccessProblem::NotFound},
        Said{"git@github.com: Permission denied (publickey).\nfatal: Could not read from remote "
             "repository.",
             AccessProblem::KeyRefused},
        Said{"remote: Public key authentication failed.", AccessProblem::KeyRefused},
        Said{"fatal: Authentication failed for 'https://github.com/a/b.git/'",
             AccessProblem::TokenRefused},
        Said{"fatal: could not read Username for 'https://github.com': terminal prompts disabled",
             AccessProblem::TokenRefused},
        Said{"remote: HTTP Basic: Access denied", AccessProblem::TokenRefused},
        Said{"ssh: Could not resolve hostname nowhere: Name or service not known\nfatal: Could not "
             "read from remote repository.",
             AccessProblem::HostUnreachable},
        Said{"@@@\n@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification "
             "failed.",
             AccessProblem::HostKeyChanged},
        Said{"No ED25519 host key is known for x and you have requested strict checking.\nHost key "
             "verification failed.",
             AccessProblem::HostUnknown},
        Said{"fatal: something never heard of", AccessProblem::Other}));

TEST(AccessErrors, ForeignWordsAreRedacted)
{
    AccessRequest request;
    request.address = *Address::parse(QStringLiteral("https://example.org/a/b.git"));
    const Error error = accessError(AccessProblem::Other, request,
                                    "odd: https://x/y?sig=abcdefghijklmnopqrstuvwxyz0123456789");
    EXPECT_FALSE(error.caption().contains(QLatin1String("abcdefghijklmnop")));
}
