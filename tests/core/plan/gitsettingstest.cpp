// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/settings.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

SettingsDocument read(const QByteArray &application)
{
    return parseSettings("{\n\"version\": 1,\n\"application\": " + application
                             + ",\n\"task\": {\"command\": \"x {input}\"}\n}\n",
                         QStringLiteral("settings.json"));
}

SettingsDocument readGit(const QByteArray &git)
{
    return read("{\"git\": {" + git + "}}");
}

QStringList captions(const SettingsDocument &document)
{
    QStringList texts;
    for (const Error &error : document.errors)
        texts << error.caption();
    return texts;
}

const QByteArray ssh = R"("url": "git@example.org:lab/forecast.git", "key": "batch-key")";

} // namespace

TEST(GitSettings, EveryKeyIsReadAndWritten)
{
    const SettingsDocument document = readGit(
        ssh + R"(, "branch": "dev", "folder": "src/my model", "depth": 0, "submodules": true,
             "lfs": true, "timeout": "PT5M")");
    ASSERT_TRUE(document.ok()) << qPrintable(captions(document).join(QLatin1Char('\n')));
    ASSERT_TRUE(document.settings.application.git);
    const GitSource &git = *document.settings.application.git;
    EXPECT_EQ(git.url, QStringLiteral("git@example.org:lab/forecast.git"));
    EXPECT_EQ(git.reference, (Git::Reference{Git::Reference::Kind::Branch, QStringLiteral("dev")}));
    EXPECT_EQ(git.folder, QStringLiteral("src/my model"));
    EXPECT_EQ(git.depth, 0);
    EXPECT_TRUE(git.submodules);
    EXPECT_TRUE(git.lfs);
    EXPECT_EQ(git.credential, QStringLiteral("batch-key"));
    EXPECT_EQ(git.timeout, std::chrono::minutes(5));

    const SettingsDocument again =
        parseSettings(serializeSettings(document.settings), QStringLiteral("settings.json"));
    EXPECT_EQ(again.settings, document.settings);
}

TEST(GitSettings, OnlyTheAddressAndItsKeyAreNeeded)
{
    const SettingsDocument document = readGit(ssh);
    ASSERT_TRUE(document.ok());
    const QByteArray text = serializeSettings(document.settings);
    EXPECT_FALSE(text.contains("depth"));
    EXPECT_FALSE(text.contains("timeout"));
    EXPECT_FALSE(text.contains("branch"));
    EXPECT_EQ(document.settings.application.git->depth, 1);
    EXPECT_EQ(document.settings.application.git->folder, QStringLiteral("."));
    EXPECT_TRUE(readGit(R"("url": "https://example.org/public.git")").ok());
}

TEST(GitSettings, TagAndCommitAreKeptApart)
{
    using Kind = Git::Reference::Kind;
    const QByteArray commit = R"(, "commit": "0123456789abcdef0123456789abcdef01234567")";
    EXPECT_EQ(readGit(ssh + R"(, "tag": "v1")").settings.application.git->reference.kind,
              Kind::Tag);
    const SettingsDocument document = readGit(ssh + commit);
    EXPECT_EQ(document.settings.application.git->reference.kind, Kind::Commit);
    EXPECT_TRUE(serializeSettings(document.settings).contains(R"("commit": "0123)"));
}

TEST(GitSettings, ATokenGoesWithHttpsAndAKeyWithSsh)
{
    const QByteArray https = R"("url": "https://example.org/lab/forecast.git")";
    const SettingsDocument document = readGit(https + R"(, "token": "lab-token")");
    ASSERT_TRUE(document.ok());
    EXPECT_TRUE(serializeSettings(document.settings).contains(R"("token": "lab-token")"));
    const QStringList wrong = captions(readGit(https + R"(, "key": "batch-key")"));
    ASSERT_EQ(wrong.size(), 1);
    EXPECT_TRUE(wrong.first().contains(QLatin1String("$.application.git.key")));
    EXPECT_TRUE(wrong.first().contains(QLatin1String("line 3")));
    const QStringList other =
        captions(readGit(R"("url": "git@example.org:a/b.git", "token": "lab-token")"));
    ASSERT_EQ(other.size(), 1);
    EXPECT_TRUE(other.first().contains(QLatin1String("$.application.git.token")));
}

struct Wrong
{
    const char *git;
    const char *path;
    const char *words;
};

class GitSettingsWrong : public ::testing::TestWithParam<Wrong>
{
};

TEST_P(GitSettingsWrong, IsRefusedWithItsPlace)
{
    const QStringList errors = captions(readGit(GetParam().git));
    ASSERT_EQ(errors.size(), 1) << qPrintable(errors.join(QLatin1Char('\n')));
    EXPECT_TRUE(errors.first().contains(QLatin1String(GetParam().path)))
        << qPrintable(errors.first());
    EXPECT_TRUE(errors.first().contains(QLatin1String(GetParam().words)))
        << qPrintable(errors.first());
    EXPECT_FALSE(errors.first().contains(QLatin1String("hunter2")));
}

INSTANTIATE_TEST_SUITE_P(
    All, GitSettingsWrong,
    ::testing::Values(
        Wrong{R"("url": "", "key": "k")", "$.application.git.url", "missing"},
        Wrong{R"("url": "/srv/repo.git", "key": "k")", "$.application.git.url", "not the address"},
        Wrong{R"("url": "http://example.org/a.git")", "$.application.git.url", "not encrypted"},
        Wrong{R"("url": "https://me:hunter2@example.org/a.git")", "$.application.git.url",
              "password or token"},
        Wrong{R"("url": "git@example.org:a/b.git")", "$.application.git.key", "needs a key"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "-----BEGIN hunter2")",
              "$.application.git.key", "cannot be the name"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "branch": "a..b")",
              "$.application.git.branch", "cannot be the name of a branch"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "tag": "-x")",
              "$.application.git.tag", "cannot be the name"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "commit": "abc123")",
              "$.application.git.commit", "hash of a commit"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "branch": "a", "tag": "b")",
              "$.application.git.tag", "Only one of branch, tag"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "folder": "../up")",
              "$.application.git.folder", "within the repository"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "folder": "/abs")",
              "$.application.git.folder", "within the repository"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "depth": -1)",
              "$.application.git.depth", "out of range"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "timeout": "PT1S")",
              "$.application.git.timeout", "out of range"},
        Wrong{R"("url": "git@example.org:a/b.git", "key": "k", "brunch": "x")",
              "$.application.git.brunch", "branch"}));

TEST(GitSettings, AFolderOrARepositoryNotBoth)
{
    const SettingsDocument document = read("{\"folder\": \"app\", \"git\": {" + ssh + "}}");
    ASSERT_EQ(document.errors.size(), 1);
    EXPECT_TRUE(document.errors.first().caption().contains(
        QLatin1String("either a folder or a Git repository")));
}

TEST(GitSettings, ASecretInTheFileIsNotRepeated)
{
    for (const char *git : {R"("url": "https://ghp_hunter2@example.org/a.git")",
                            R"("url": "ssh://git:hunter2@example.org/a.git", "key": "k")"}) {
        const QStringList errors = captions(readGit(git));
        ASSERT_FALSE(errors.isEmpty()) << git;
        EXPECT_FALSE(errors.join(QLatin1Char(' ')).contains(QLatin1String("hunter2")));
    }
}
