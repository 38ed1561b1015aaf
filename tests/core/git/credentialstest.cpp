// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/credentials.h"

#include "tests/support/credentialstores.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Git;
using namespace Batchdesk::Test;

namespace {

using Keep = Credentials::Keep;

const QString deploy = QStringLiteral("deploy");
const QString reports = QStringLiteral("reports");
const QString gitLab = QStringLiteral("gitlab.com");

class CredentialsTest : public testing::Test
{
protected:
    Outcome<Credential> make(const QString &name, Keep keep = Keep::InKeychain)
    {
        return waitFor(credentials.generate(name, KeyType::Ed25519, keep));
    }
    Outcome<Credential> token(const char *text, Keep keep = Keep::InKeychain)
    {
        return waitFor(credentials.addToken(reports, gitLab, {}, Secret(text), keep));
    }
    QByteArray file() const
    {
        QFile opened(path);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void write(const QByteArray &content) const
    {
        QFile opened(path);
        ASSERT_TRUE(opened.open(QIODevice::WriteOnly));
        opened.write(content);
    }
    qsizetype count() const { return credentials.list()->size(); }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("git-credentials.json"));
    std::shared_ptr<MoodyStore> keychain = std::make_shared<MoodyStore>();
    Credentials credentials{path, keychain};
};

} // namespace

TEST_F(CredentialsTest, ANewKeyIsListedAndItsSecretHalfInTheKeychainAlone)
{
    const QSignalSpy changed(&credentials, &Credentials::changed);
    const auto made = make(deploy);
    ASSERT_TRUE(made);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_FALSE(credentials.isForThisSession(deploy));
    EXPECT_TRUE(file().contains("ssh-ed25519"));
    EXPECT_FALSE(file().contains("PRIVATE"));
    Credentials later(path, keychain);
    const auto found = later.find(deploy);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->publicKey, made->publicKey);
    const auto secret = waitFor(later.secretOf(deploy));
    ASSERT_TRUE(secret);
    EXPECT_EQ(importKey(*secret, {}, {})->publicKey.fingerprint, made->publicKey.fingerprint);
}

TEST_F(CredentialsTest, AKeyIsNeverOverwritten)
{
    const auto first = make(deploy);
    const auto again = make(deploy);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Error::Kind::AlreadyExists);
    const auto asToken =
        waitFor(credentials.addToken(deploy, gitLab, {}, Secret("t"), Keep::InKeychain));
    EXPECT_EQ(asToken.error().kind, Error::Kind::AlreadyExists) << "tokens share the names";
    EXPECT_EQ(make(deploy, Keep::ThisSession).error().kind, Error::Kind::AlreadyExists);
    EXPECT_EQ(credentials.find(deploy)->publicKey, first->publicKey);
}

TEST_F(CredentialsTest, NamesAreOfAFewSafeCharacters)
{
    for (const char *bad : {"", "-x", ".x", "a/b", "a b", "../a", "a\nb"}) {
        const auto made = make(QLatin1String(bad));
        ASSERT_FALSE(made) << bad;
        EXPECT_EQ(made.error().kind, Error::Kind::InvalidInput) << bad;
    }
    EXPECT_FALSE(make(QString(65, QLatin1Char('a'))));
    EXPECT_TRUE(make(QString(64, QLatin1Char('a'))));
    EXPECT_TRUE(make(QStringLiteral("_A-1.b")));
}

TEST_F(CredentialsTest, OneOfThisSessionIsInNoFile)
{
    ASSERT_TRUE(make(deploy, Keep::ThisSession));
    EXPECT_TRUE(credentials.isForThisSession(deploy));
    EXPECT_FALSE(QFileInfo::exists(path));
    EXPECT_EQ(keychain->kept(secretName(deploy)), QByteArray("-"));
    EXPECT_EQ(count(), 1);
    EXPECT_TRUE(waitFor(credentials.secretOf(deploy)));
    ASSERT_TRUE(waitFor(credentials.remove(deploy)));
    EXPECT_EQ(count(), 0);
    EXPECT_FALSE(waitFor(credentials.secretOf(deploy)));
}

TEST_F(CredentialsTest, NothingIsListedWhenTheKeychainRefuses)
{
    keychain->refusesAll = true;
    const auto made = make(deploy);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, Error::Kind::Keychain);
    EXPECT_EQ(count(), 0);
    EXPECT_TRUE(make(deploy, Keep::ThisSession)) << "the name is free again";
}

TEST_F(CredentialsTest, NothingStaysInTheKeychainWhenTheListCannotBeWritten)
{
    Credentials nowhere(QStringLiteral("/dev/null/git-credentials.json"), keychain);
    const auto made = waitFor(nowhere.generate(deploy, KeyType::Ed25519, Keep::InKeychain));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, Error::Kind::Io);
    EXPECT_EQ(keychain->kept(secretName(deploy)), QByteArray("-"));
}

TEST_F(CredentialsTest, OneOnItsWayIntoTheKeychainHasItsNameAndGivesWayToThisSession)
{
    const auto silent = std::make_shared<SilentStore>();
    Credentials waiting(path, silent);
    const auto first = waiting.generate(deploy, KeyType::Ed25519, Keep::InKeychain);
    waitUntil([&] { return silent->isAsked(); });
    const auto second = waitFor(waiting.generate(deploy, KeyType::Ed25519, Keep::InKeychain));
    EXPECT_EQ(second.error().kind, Error::Kind::AlreadyExists);
    const auto kept = waitFor(waiting.generate(deploy, KeyType::Ed25519, Keep::ThisSession));
    ASSERT_TRUE(kept);
    silent->giveUp();
    EXPECT_FALSE(waitFor(first));
    EXPECT_EQ(waiting.list()->size(), 1);
    EXPECT_EQ(waiting.find(deploy)->publicKey, kept->publicKey);
}

TEST_F(CredentialsTest, ATokenIsForOneHost)
{
    const auto added =
        waitFor(credentials.addToken(reports, QStringLiteral(" GitLab.com "), QString(),
                                     Secret(" tokencanary\n"), Keep::InKeychain));
    ASSERT_TRUE(added);
    EXPECT_EQ(added->host, gitLab);
    EXPECT_EQ(added->user, QStringLiteral("git"));
    EXPECT_EQ(keychain->kept(secretName(reports)), QByteArray("tokencanary"));
    EXPECT_FALSE(file().contains("tokencanary"));
}

TEST_F(CredentialsTest, WhatIsNoTokenIsRefusedAndNotRepeated)
{
    for (const char *bad : {"", "two words", "line\nbreak", "\xc3\xa4"}) {
        const auto added = token(bad);
        ASSERT_FALSE(added) << bad;
        EXPECT_EQ(added.error().kind, Error::Kind::InvalidInput);
        EXPECT_FALSE(added.error().caption().contains(QStringLiteral("words")));
    }
    EXPECT_FALSE(checkTokenText(Secret(QByteArray(5000, 'x'))));
    for (const char *bad : {"", "https://gitlab.com", "git lab", "-x", "host/path", "a@b"})
        EXPECT_FALSE(checkTokenHost(QLatin1String(bad))) << bad;
    EXPECT_FALSE(checkTokenUser(QStringLiteral("a b")));
    EXPECT_TRUE(checkTokenUser(QString()));
    EXPECT_EQ(count(), 0);
}

TEST_F(CredentialsTest, ATokenIsChangedInItsPlace)
{
    ASSERT_TRUE(token("one"));
    ASSERT_TRUE(waitFor(credentials.changeToken(reports, Secret("two"), Keep::InKeychain)));
    EXPECT_EQ(keychain->kept(secretName(reports)), QByteArray("two"));
    ASSERT_TRUE(waitFor(credentials.changeToken(reports, Secret("three"), Keep::ThisSession)));
    EXPECT_TRUE(credentials.isForThisSession(reports));
    EXPECT_EQ(waitFor(credentials.secretOf(reports))->reveal(), QByteArray("three"));
    EXPECT_EQ(keychain->kept(secretName(reports)), QByteArray("two"));
    ASSERT_TRUE(waitFor(credentials.changeToken(reports, Secret("four"), Keep::InKeychain)));
    EXPECT_FALSE(credentials.isForThisSession(reports));
    EXPECT_EQ(waitFor(credentials.secretOf(reports))->reveal(), QByteArray("four"));
    EXPECT_EQ(count(), 1);
}

TEST_F(CredentialsTest, OnlyATokenCanBeChanged)
{
    ASSERT_TRUE(make(deploy));
    EXPECT_EQ(waitFor(credentials.changeToken(deploy, Secret("x"), Keep::InKeychain)).error().kind,
              Error::Kind::InvalidInput);
    EXPECT_EQ(waitFor(credentials.changeToken(reports, Secret("x"), Keep::InKeychain)).error().kind,
              Error::Kind::NotFound);
}

TEST_F(CredentialsTest, WhatTheKeychainDoesNotForgetStaysInTheList)
{
    ASSERT_TRUE(make(deploy));
    keychain->refusesAll = true;
    EXPECT_EQ(waitFor(credentials.remove(deploy)).error().kind, Error::Kind::Keychain);
    EXPECT_EQ(count(), 1);
    keychain->refusesAll = false;
    ASSERT_TRUE(waitFor(credentials.remove(deploy)));
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(keychain->kept(secretName(deploy)), QByteArray("-"));
    EXPECT_EQ(waitFor(credentials.remove(deploy)).error().kind, Error::Kind::NotFound);
}

TEST_F(CredentialsTest, ASecretHalfThatIsGoneIsToldFromAKeychainThatRefuses)
{
    ASSERT_TRUE(make(deploy));
    ASSERT_TRUE(waitFor(keychain->remove(secretName(deploy))));
    const auto gone = waitFor(credentials.secretOf(deploy));
    EXPECT_EQ(gone.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(gone.error().message.contains(deploy));
    keychain->refusesAll = true;
    EXPECT_EQ(waitFor(credentials.secretOf(deploy)).error().kind, Error::Kind::Keychain);
}

TEST_F(CredentialsTest, AnUnknownNameNamesThoseThereAre)
{
    EXPECT_TRUE(credentials.find(deploy).error().advice.contains(QStringLiteral("SSH keys")));
    ASSERT_TRUE(token("one"));
    EXPECT_TRUE(credentials.find(deploy).error().advice.contains(reports));
}

TEST_F(CredentialsTest, ADamagedListIsNeitherReadNorOverwritten)
{
    write("{ not json");
    EXPECT_EQ(credentials.list().error().kind, Error::Kind::Io);
    EXPECT_TRUE(credentials.list().error().message.contains(QStringLiteral("damaged")));
    EXPECT_FALSE(make(deploy));
    EXPECT_FALSE(make(deploy, Keep::ThisSession));
    EXPECT_EQ(file(), QByteArray("{ not json"));
    EXPECT_EQ(keychain->kept(secretName(deploy)), QByteArray("-"));
}

TEST_F(CredentialsTest, TheOwnerMayGoWhileTheKeychainIsAsked)
{
    const auto silent = std::make_shared<SilentStore>();
    auto gone = std::make_unique<Credentials>(path, silent);
    const auto making = gone->generate(deploy, KeyType::Ed25519, Keep::InKeychain);
    waitUntil([&] { return silent->isAsked(); });
    gone.reset();
    silent->giveUp();
    EXPECT_FALSE(waitFor(making));
    EXPECT_EQ(count(), 0);
}
