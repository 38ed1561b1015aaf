// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/wildcard.h"
#include "tests/core/plan/qtprinters.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

bool matches(const char *pattern, const char *text)
{
    const auto wildcard = Wildcard::compile(QString::fromUtf8(pattern));
    EXPECT_TRUE(wildcard.ok()) << pattern;
    return wildcard && wildcard->matches(QString::fromUtf8(text));
}

bool inputMatches(const char *pattern, const char *path)
{
    const auto compiled = InputPattern::compile(QString::fromUtf8(pattern));
    EXPECT_TRUE(compiled.ok()) << pattern;
    return compiled && compiled->matches(QString::fromUtf8(path));
}

} // namespace

TEST(Wildcard, MatchesWithinOneName)
{
    EXPECT_TRUE(matches("*.csv", "a.csv"));
    EXPECT_TRUE(matches("*.csv", ".csv"));
    EXPECT_FALSE(matches("*.csv", "a.csv.gz"));
    EXPECT_FALSE(matches("*.csv", "x/a.csv"));
    EXPECT_TRUE(matches("a?c",
                        "a\xC3\xBC"
                        "c"));
    EXPECT_TRUE(matches("a?c",
                        "a\xF0\x9F\x98\x80"
                        "c"))
        << "one character, two UTF-16 units";
    EXPECT_FALSE(matches("a?c", "a/c"));
    EXPECT_TRUE(matches("", ""));
    EXPECT_FALSE(matches("", "a"));
    EXPECT_FALSE(matches("A", "a"));
}

TEST(Wildcard, Sets)
{
    EXPECT_TRUE(matches("[a-c]x", "bx"));
    EXPECT_FALSE(matches("[!a-c]x", "bx"));
    EXPECT_TRUE(matches("[^a-c]x", "dx"));
    EXPECT_TRUE(matches("[]]", "]"));
    EXPECT_TRUE(matches("[a-]", "-"));
    EXPECT_TRUE(matches("[\\]]", "]"));
    EXPECT_FALSE(matches("a[!b]c", "a/c"));
}

TEST(Wildcard, FoldersAreCrossedByTwoStarsOnly)
{
    EXPECT_TRUE(matches("**/a", "a"));
    EXPECT_TRUE(matches("**/a", "x/y/a"));
    EXPECT_FALSE(matches("**/a", "xa"));
    EXPECT_TRUE(matches("a/**/b", "a/b"));
    EXPECT_TRUE(matches("a/**/b", "a/x/y/b"));
    EXPECT_FALSE(matches("a/**/b", "ab"));
    EXPECT_TRUE(matches("a/**", "a/x/y"));
    EXPECT_FALSE(matches("a/**", "a"));
    EXPECT_FALSE(matches("a**b", "a/b")) << "not for whole names: like one star";
    EXPECT_TRUE(matches("a**b", "axxb"));
}

TEST(Wildcard, ABackslashMakesLiteral)
{
    EXPECT_TRUE(matches("\\*", "*"));
    EXPECT_FALSE(matches("\\*", "a"));
}

TEST(Wildcard, BadPatternsAreRefused)
{
    EXPECT_FALSE(Wildcard::compile(QStringLiteral("[a")).ok());
    EXPECT_FALSE(Wildcard::compile(QStringLiteral("[")).ok());
    EXPECT_FALSE(Wildcard::compile(QStringLiteral("[z-a]")).ok());
    EXPECT_FALSE(Wildcard::compile(QStringLiteral("a\\")).ok());
}

TEST(Wildcard, ManyStarsStayCheap)
{
    // A matcher that backtracks would not come back from this.
    const QString pattern = QStringLiteral("a*").repeated(60) + QStringLiteral("b");
    const auto wildcard = Wildcard::compile(pattern);
    ASSERT_TRUE(wildcard.ok());
    EXPECT_FALSE(wildcard->matches(QString(400, QLatin1Char('a'))));
}

TEST(InputPattern, NameOrPath)
{
    EXPECT_TRUE(inputMatches("*.csv", "north/a.csv"));
    EXPECT_TRUE(inputMatches("north/*.csv", "north/a.csv"));
    EXPECT_FALSE(inputMatches("north/*.csv", "south/north/a.csv"));
    EXPECT_FALSE(inputMatches("/*.csv", "north/a.csv"));
    EXPECT_TRUE(inputMatches("./north/*", "north/a.csv"));
    EXPECT_FALSE(InputPattern::compile(QString()).ok());
}

TEST(InputPattern, HiddenFilesNeedTheirDot)
{
    EXPECT_FALSE(inputMatches("*", ".DS_Store"));
    EXPECT_TRUE(inputMatches(".*", ".DS_Store"));
    EXPECT_FALSE(inputMatches("**/*.csv", "a/.hidden.csv"));
    EXPECT_TRUE(inputMatches("**/.*.csv", "a/.hidden.csv"));
}
