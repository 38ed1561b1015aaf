// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/hostkeys.h"
#include "core/git/hostguides.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Git;

namespace {

// As GitHub publishes it, with its fingerprint.
const QString gitHubKey =
    QStringLiteral("AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl");
const QString gitHubPrint = QStringLiteral("SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU");
// As Bitbucket publishes it.
const QString bitbucketKey =
    QStringLiteral("AAAAC3NzaC1lZDI1NTE5AAAAIIazEu89wgQZ4bqs3d63QSMzYVa0MuJ2e2gKTKqu+UUO");

Address addressOf(const char *text)
{
    return *Address::parse(QString::fromLatin1(text));
}

QList<HostKey> shown(const QString &key, const Address &address)
{
    return readHostKeys((address.knownHostsName() + QStringLiteral(" ssh-ed25519 ") + key).toUtf8(),
                        address);
}

class KnownHostsTest : public ::testing::Test
{
protected:
    QByteArray content() const
    {
        QFile file(known.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    KnownHosts known{folder.filePath(QStringLiteral("config/known_hosts"))};
    Address gitHub = addressOf("git@github.com:a/b.git");
    Address own = addressOf("ssh://git@example.org:2222/a/b.git");
};

} // namespace

TEST_F(KnownHostsTest, WhatIsTrustedIsFoundAgain)
{
    EXPECT_TRUE(known.keysOf(own).isEmpty());
    ASSERT_TRUE(known.trust(own, shown(gitHubKey, own)).ok());
    ASSERT_EQ(known.keysOf(own).size(), 1);
    EXPECT_EQ(known.keysOf(own).first().fingerprint, gitHubPrint);
    EXPECT_EQ(content(),
              QByteArray("[example.org]:2222 ssh-ed25519 ") + gitHubKey.toLatin1() + '\n');
    EXPECT_EQ(known.linesFor(own), content());
    EXPECT_EQ(known.hosts(), QStringList{QStringLiteral("[example.org]:2222")});
    EXPECT_TRUE(known.keysOf(addressOf("ssh://git@example.org/a.git")).isEmpty()) << "another port";
}

TEST_F(KnownHostsTest, TrustingAnewReplacesAndLeavesOtherLinesAlone)
{
    const QByteArray foreign = "# a comment\n|1|abc=|def= ssh-rsa AAAA\n@revoked x ssh-rsa AAAA\n";
    ASSERT_TRUE(known.trust(gitHub, shown(gitHubKey, gitHub)).ok());
    QFile file(known.path());
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write(foreign);
    file.close();
    ASSERT_TRUE(known.trust(gitHub, shown(bitbucketKey, gitHub)).ok());
    EXPECT_TRUE(content().contains(foreign));
    EXPECT_FALSE(content().contains(gitHubKey.toLatin1()));
    ASSERT_TRUE(known.forget(QStringLiteral("github.com")).ok());
    EXPECT_EQ(content(), foreign);
}

TEST_F(KnownHostsTest, AHostThatPublishesItsKeysIsComparedWithThem)
{
    EXPECT_EQ(known.judge(gitHub, shown(gitHubKey, gitHub)), HostTrust::Published);
    EXPECT_EQ(known.judge(gitHub, shown(bitbucketKey, gitHub)), HostTrust::Changed);
    QList<HostKey> mixed = shown(gitHubKey, gitHub);
    mixed += shown(bitbucketKey, gitHub);
    EXPECT_EQ(known.judge(gitHub, mixed), HostTrust::Changed) << "one true key proves no other";
    EXPECT_EQ(known.judge(gitHub, {}), HostTrust::Changed);
}

TEST_F(KnownHostsTest, AHostThatPublishesNothingIsUnknownUntilItIsTrusted)
{
    EXPECT_EQ(known.judge(own, shown(gitHubKey, own)), HostTrust::Unknown);
    ASSERT_TRUE(known.trust(own, shown(gitHubKey, own)).ok());
    EXPECT_EQ(known.judge(own, shown(gitHubKey, own)), HostTrust::Pinned);
    EXPECT_EQ(known.judge(own, shown(bitbucketKey, own)), HostTrust::Changed);
}

TEST_F(KnownHostsTest, AListThatCannotBeWrittenIsAnError)
{
    QFile blocking(folder.filePath(QStringLiteral("file")));
    ASSERT_TRUE(blocking.open(QIODevice::WriteOnly));
    const KnownHosts blocked(folder.filePath(QStringLiteral("file/known_hosts")));
    const auto kept = blocked.trust(gitHub, shown(gitHubKey, gitHub));
    ASSERT_FALSE(kept.ok());
    EXPECT_EQ(kept.error().kind, Error::Kind::Io);
}

TEST(HostKeys, LinesOfOtherHostsAndOtherFormsAreSkipped)
{
    const Address address = addressOf("git@github.com:a/b.git");
    const QByteArray lines = "# github.com:22 SSH-2.0-x\ngithub.com ssh-ed25519 "
        + gitHubKey.toLatin1() + "\nexample.org ssh-ed25519 " + bitbucketKey.toLatin1()
        + "\ngithub.com nonsense\nother,github.com ssh-ed25519 " + bitbucketKey.toLatin1() + "\n\n";
    EXPECT_EQ(readHostKeys(lines, address).size(), 2);
}

TEST(HostKeys, TheBigHostsAreKnown)
{
    for (const char *host : {"github.com", "gitlab.com", "bitbucket.org", "ssh.dev.azure.com"}) {
        const PublishedHost published = publishedHost(QLatin1String(host));
        EXPECT_TRUE(published.isKnown()) << host;
        EXPECT_FALSE(published.title.isEmpty());
        EXPECT_TRUE(published.page.startsWith(QLatin1String("https://")));
        for (const QString &fingerprint : published.fingerprints)
            EXPECT_EQ(fingerprint.size(), 50) << qPrintable(fingerprint);
    }
    EXPECT_FALSE(publishedHost(QStringLiteral("example.org")).isKnown());
    EXPECT_TRUE(
        publishedHost(QStringLiteral("bitbucket.org"))
            .fingerprints.contains(
                shown(bitbucketKey, addressOf("git@bitbucket.org:a/b")).first().fingerprint));
}

TEST(HostGuides, NameThePageOfTheRepositoryWhereTheyCan)
{
    const auto pages = [](const char *url) {
        QStringList all;
        for (const HostGuide &guide : keyGuides(QLatin1String(url))) {
            EXPECT_FALSE(guide.ways.isEmpty());
            for (const HostGuide::Way &way : guide.ways) {
                EXPECT_FALSE(way.steps.isEmpty());
                all << way.page.toString();
            }
        }
        return all;
    };
    EXPECT_TRUE(pages("git@github.com:lab/model.git")
                    .contains(QStringLiteral("https://github.com/lab/model/settings/keys")));
    EXPECT_TRUE(
        pages("git@gitlab.com:lab/sub/model.git")
            .contains(QStringLiteral("https://gitlab.com/lab/sub/model/-/settings/repository")));
    EXPECT_TRUE(
        pages("git@bitbucket.org:lab/model.git")
            .contains(QStringLiteral("https://bitbucket.org/lab/model/admin/access-keys/")));
    EXPECT_TRUE(pages("git@ssh.dev.azure.com:v3/lab/project/model")
                    .contains(QStringLiteral("https://dev.azure.com/lab/_usersSettings/keys")));
    EXPECT_EQ(pages("").size(), 7);
    EXPECT_EQ(pages("git@example.org:a/b.git"), pages(""));
}
