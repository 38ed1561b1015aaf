// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/ui/accountspane/keyspane.h"

#include <QFile>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

Git::Address addressOf(const char *url)
{
    return Git::Address::parse(QLatin1String(url)).value();
}

Git::HostKey someHostKey()
{
    const auto pair = Git::generateKey(Git::KeyType::Ed25519, {});
    const Git::PublicKey key = pair->publicKey;
    return {key.type, key.line.section(QLatin1Char(' '), 1, 1), key.fingerprint};
}

class TrustedHostsPageTest : public KeysPaneTest
{
protected:
    TrustedHostsPageTest() { QFile::remove(hosts.path()); }

    Git::KnownHosts hosts;
};

} // namespace

TEST_F(TrustedHostsPageTest, NoneIsTrustedAtFirst)
{
    show(Section::TrustedHosts);
    EXPECT_FALSE(isThere("trustedHostsTable"));
    EXPECT_FALSE(isThere("forgetHostButton"));
}

TEST_F(TrustedHostsPageTest, EveryPinnedKeyIsARow)
{
    const Git::HostKey one = someHostKey();
    const Git::HostKey two = someHostKey();
    ASSERT_TRUE(hosts.trust(addressOf("git@git.example.org:lab/a.git"), {one}));
    ASSERT_TRUE(hosts.trust(addressOf("ssh://git@127.0.0.1:2222/a.git"), {two}));
    show(Section::TrustedHosts);
    const QStringList expected{
        QStringLiteral("[127.0.0.1]:2222|Ed25519|%1|You trusted it").arg(two.fingerprint),
        QStringLiteral("git.example.org|Ed25519|%1|You trusted it").arg(one.fingerprint)};
    EXPECT_EQ(rows("trustedHostsTable"), expected);
}

TEST_F(TrustedHostsPageTest, AKeyThatItsHostPublishesIsCalledSo)
{
    // GitHub's own key, as anybody may read it at the page that it publishes it on.
    const Git::HostKey published{
        QStringLiteral("ssh-ed25519"),
        QStringLiteral("AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"),
        QStringLiteral("SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU")};
    ASSERT_TRUE(hosts.trust(addressOf("git@github.com:lab/a.git"), {published}));
    show(Section::TrustedHosts);
    ASSERT_EQ(rows("trustedHostsTable").size(), 1);
    EXPECT_TRUE(rows("trustedHostsTable").first().endsWith(QStringLiteral("Published by GitHub")));
}

TEST_F(TrustedHostsPageTest, AnotherKeyOfAHostThatPublishesItsKeysIsCalledSo)
{
    ASSERT_TRUE(hosts.trust(addressOf("git@github.com:lab/a.git"), {someHostKey()}));
    show(Section::TrustedHosts);
    EXPECT_TRUE(
        rows("trustedHostsTable").first().endsWith(QStringLiteral("Not published by GitHub")));
}

TEST_F(TrustedHostsPageTest, AHostThatWasTrustedElsewhereIsThereWhenOneComesBack)
{
    show(Section::TrustedHosts);
    EXPECT_FALSE(isThere("trustedHostsTable"));
    pane->showAccount(QStringLiteral("local"));
    ASSERT_TRUE(hosts.trust(addressOf("git@git.example.org:lab/a.git"), {someHostKey()}));
    show(Section::TrustedHosts);
    EXPECT_EQ(rows("trustedHostsTable").size(), 1);
}

TEST_F(TrustedHostsPageTest, ForgettingIsAskedForInThePage)
{
    ASSERT_TRUE(hosts.trust(addressOf("git@a.example.org:lab/a.git"), {someHostKey()}));
    ASSERT_TRUE(hosts.trust(addressOf("git@b.example.org:lab/a.git"), {someHostKey()}));
    show(Section::TrustedHosts);
    click("forgetHostButton");
    EXPECT_TRUE(news().contains(QStringLiteral("a.example.org")));
    click("keepHostButton");
    EXPECT_EQ(hosts.hosts().size(), 2);
    click("forgetHostButton");
    click("confirmForgetHostButton");
    EXPECT_EQ(hosts.hosts(), QStringList{QStringLiteral("b.example.org")});
    EXPECT_EQ(rows("trustedHostsTable").size(), 1);
    click("forgetHostButton");
    click("confirmForgetHostButton");
    EXPECT_FALSE(isThere("trustedHostsTable"));
}
