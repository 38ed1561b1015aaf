// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/gitaddress.h"

#include <gtest/gtest.h>

using namespace Batchdesk;
using Git::Address;

namespace {

struct Good
{
    const char *text;
    bool isSsh;
    const char *user;
    const char *host;
    int port;
    const char *path;
    const char *knownHostsName;
    const char *name;
};

struct Bad
{
    const char *text;
    const char *words;
};

class GoodAddress : public ::testing::TestWithParam<Good>
{
};
class BadAddress : public ::testing::TestWithParam<Bad>
{
};

} // namespace

TEST_P(GoodAddress, IsTakenApart)
{
    const Good &good = GetParam();
    const auto address = Address::parse(QString::fromUtf8(good.text));
    ASSERT_TRUE(address.ok()) << qPrintable(address.error().caption());
    EXPECT_EQ(address->isSsh(), good.isSsh);
    EXPECT_EQ(address->user, QLatin1String(good.user));
    EXPECT_EQ(address->host, QLatin1String(good.host));
    EXPECT_EQ(address->port, good.port);
    EXPECT_EQ(address->path, QString::fromUtf8(good.path));
    EXPECT_EQ(address->knownHostsName(), QLatin1String(good.knownHostsName));
    EXPECT_EQ(address->repositoryName(), QString::fromUtf8(good.name));
    EXPECT_EQ(address->url, QString::fromUtf8(good.text).trimmed());
}

INSTANTIATE_TEST_SUITE_P(
    All, GoodAddress,
    ::testing::Values(
        Good{"git@github.com:owner/repo.git", true, "git", "github.com", 0, "owner/repo.git",
             "github.com", "repo"},
        Good{"  git@GitHub.com:owner/repo  ", true, "git", "github.com", 0, "owner/repo",
             "github.com", "repo"},
        Good{"git@ssh.dev.azure.com:v3/org/My Project/repo", true, "git", "ssh.dev.azure.com", 0,
             "v3/org/My Project/repo", "ssh.dev.azure.com", "repo"},
        Good{"git@[::1]:srv/repo.git", true, "git", "::1", 0, "srv/repo.git", "::1", "repo"},
        Good{"ssh://git@example.org/owner/repo.git", true, "git", "example.org", 0,
             "/owner/repo.git", "example.org", "repo"},
        Good{"ssh://git@example.org:2222/repo.git/", true, "git", "example.org", 2222, "/repo.git/",
             "[example.org]:2222", "repo"},
        Good{"ssh://git@example.org:22/repo.git", true, "git", "example.org", 22, "/repo.git",
             "example.org", "repo"},
        Good{"https://example.org/owner/repo.git", false, "", "example.org", 0, "/owner/repo.git",
             "example.org", "repo"},
        Good{"https://example.org:8443/a/b", false, "", "example.org", 8443, "/a/b",
             "[example.org]:8443", "b"}));

TEST_P(BadAddress, IsRefusedWithoutRepeatingASecret)
{
    const auto address = Address::parse(QString::fromUtf8(GetParam().text));
    ASSERT_FALSE(address.ok()) << GetParam().text;
    EXPECT_EQ(address.error().kind, Error::Kind::InvalidInput);
    const QString said = address.error().caption();
    EXPECT_TRUE(said.contains(QLatin1String(GetParam().words))) << qPrintable(said);
    EXPECT_FALSE(said.contains(QLatin1String("hunter2"))) << qPrintable(said);
    EXPECT_FALSE(address.error().advice.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    All, BadAddress,
    ::testing::Values(
        Bad{"", "missing"}, Bad{"   ", "missing"}, Bad{"/srv/repo.git", "not the address"},
        Bad{"./repo", "not the address"}, Bad{"C:/work/repo", "not the address"},
        Bad{"C:\\work\\repo", "not the address"}, Bad{"file:///srv/repo.git", "SSH and HTTPS"},
        Bad{"http://example.org/repo.git", "not encrypted"},
        Bad{"git://example.org/repo.git", "not encrypted"},
        Bad{"ext::sh -c touch% /tmp/x", "remote helpers"}, Bad{"--upload-pack=x", "cannot be"},
        Bad{"git@-oProxyCommand=x:repo", "no host"}, Bad{"-x@example.org:repo", "cannot be"},
        Bad{"git@example.org:-repo", "begin with a dash"}, Bad{"ssh://-oProxyCommand=x/repo", ""},
        Bad{"git@example.org:", "not the address"}, Bad{"ssh://git@example.org", "no repository"},
        Bad{"ssh://git@example.org/", "no repository"},
        Bad{"example.org:owner/repo.git", "as whom"}, Bad{"ssh://example.org/repo.git", "as whom"},
        Bad{"https://me:hunter2@example.org/repo.git", "password or token"},
        Bad{"ssh://git:hunter2@example.org/repo.git", "password or token"},
        Bad{"https://hunter2@example.org/repo.git", "user name or token"},
        Bad{"https://example.org/repo.git?token=hunter2", "no '?'"},
        Bad{"git@example.org:a\nb", "cannot be"}, Bad{"https:///repo.git", ""},
        Bad{"ssh://git@exa mple.org/repo.git", ""}, Bad{"https://example.org:99999/r", ""}));

TEST(Reference, ItsTextTellsItsKind)
{
    using Kind = Git::Reference::Kind;
    EXPECT_EQ((Git::Reference{Kind::Branch, QStringLiteral("main")}).toText(),
              QStringLiteral("branch:main"));
    EXPECT_EQ((Git::Reference{Kind::Tag, QStringLiteral("v1")}).toText(), QStringLiteral("tag:v1"));
    EXPECT_EQ((Git::Reference{Kind::Commit, QStringLiteral("ab")}).toText(),
              QStringLiteral("commit:ab"));
    EXPECT_EQ((Git::Reference{Kind::Commit, QStringLiteral("AB12")}).toText(),
              QStringLiteral("commit:ab12"))
        << "the nodes know hashes in small letters only";
    EXPECT_EQ(Git::Reference{}.toText(), QString());
}

TEST(Reference, NamesAreThoseOfGit)
{
    for (const char *good : {"main", "feature/a-b", "v1.2", "ümlaut", "a@b"})
        EXPECT_TRUE(Git::isLegalReferenceName(QString::fromUtf8(good))) << good;
    for (const char *bad :
         {"",   "-x", "a b",  "a..b", "a~1",  "a^",     "a:b", "a?b", "a*",   "a[b", "a\\b",
          "/a", "a/", "a//b", ".a",   "a/.b", "a.lock", "a.",  "@",   "a@{b", "a\tb"})
        EXPECT_FALSE(Git::isLegalReferenceName(QString::fromUtf8(bad))) << bad;
}

TEST(Reference, ACommitIsAWholeHash)
{
    EXPECT_TRUE(Git::isWholeCommit(QString(40, QLatin1Char('a'))));
    EXPECT_TRUE(Git::isWholeCommit(QString(64, QLatin1Char('F'))));
    EXPECT_FALSE(Git::isWholeCommit(QString(39, QLatin1Char('a'))));
    EXPECT_FALSE(Git::isWholeCommit(QString(40, QLatin1Char('g'))));
    EXPECT_FALSE(Git::isWholeCommit(QString()));
}
