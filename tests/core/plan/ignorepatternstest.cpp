// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/ignorepatterns.h"
#include "tests/core/plan/qtprinters.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

bool ignored(const char *lines, const char *path, bool isFolder = false)
{
    IgnorePatterns patterns;
    patterns.addFile(lines);
    return patterns.ignores(QString::fromUtf8(path), isFolder);
}

} // namespace

TEST(IgnorePatterns, BlankLinesAndCommentsSayNothing)
{
    EXPECT_FALSE(ignored("\n# a\n   \n", "a"));
    EXPECT_TRUE(ignored("\\#a", "#a"));
    EXPECT_TRUE(ignored("a\r\n", "a")) << "Windows line ends";
    EXPECT_TRUE(ignored("\xEF\xBB\xBF"
                        "a\n",
                        "a"))
        << "byte order mark";
}

TEST(IgnorePatterns, TrailingSpacesCountOnlyEscaped)
{
    EXPECT_TRUE(ignored("a  ", "a"));
    EXPECT_TRUE(ignored("a\\ ", "a "));
    EXPECT_FALSE(ignored("a\\ ", "a"));
}

TEST(IgnorePatterns, ASlashBindsToTheRoot)
{
    EXPECT_TRUE(ignored("a", "x/a"));
    EXPECT_FALSE(ignored("/a", "x/a"));
    EXPECT_TRUE(ignored("/a", "a"));
    EXPECT_FALSE(ignored("x/a", "y/x/a"));
    EXPECT_TRUE(ignored("**/x/a", "y/x/a"));
}

TEST(IgnorePatterns, ASlashAtTheEndMeansFolders)
{
    EXPECT_TRUE(ignored("data/", "data", true));
    EXPECT_FALSE(ignored("data/", "data", false));
    EXPECT_TRUE(ignored("data/", "x/data", true));
}

TEST(IgnorePatterns, TheLastMatchDecides)
{
    EXPECT_FALSE(ignored("*.tmp\n!keep.tmp", "keep.tmp"));
    EXPECT_TRUE(ignored("!keep.tmp\n*.tmp", "keep.tmp"));
    EXPECT_TRUE(ignored("\\!a", "!a"));
}

TEST(IgnorePatterns, WhatIsInAFolder)
{
    EXPECT_TRUE(ignored("a/**", "a/b/c"));
    EXPECT_FALSE(ignored("a/**", "a", true));
    EXPECT_FALSE(ignored("a/*", "a/b/c"));
}

TEST(IgnorePatterns, ALineThatDoesNotCompileIsLeftOutOfAFileAndReportedAlone)
{
    EXPECT_TRUE(ignored("[z\nb", "b"));
    IgnorePatterns patterns;
    EXPECT_FALSE(patterns.add(QStringLiteral("[z")).ok());
}

TEST(IgnorePatterns, BuiltInOnesCompile)
{
    IgnorePatterns patterns;
    for (const QString &line : IgnorePatterns::builtIn())
        EXPECT_TRUE(patterns.add(line).ok()) << qPrintable(line);
    EXPECT_TRUE(patterns.ignores(QStringLiteral("x/__pycache__"), true));
    EXPECT_TRUE(patterns.ignores(QStringLiteral(".git"), true));
    EXPECT_TRUE(patterns.ignores(QStringLiteral(".git"), false)) << "a worktree's .git is a file";
    EXPECT_FALSE(patterns.ignores(QStringLiteral(".gitignore"), false));
    EXPECT_FALSE(patterns.ignores(QStringLiteral("main.py"), false));
}
