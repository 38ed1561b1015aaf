// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/shellquoting.h"
#include "tests/core/plan/qtprinters.h"

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

//! Takes one argument apart as the C runtime of Windows does.
QString unquotedByWindowsProcess(const QString &text)
{
    QString value;
    bool quoted = false;
    qsizetype backslashes = 0;
    for (const QChar c : text) {
        if (c == QLatin1Char('\\')) {
            ++backslashes;
        } else if (c == QLatin1Char('"')) {
            value += QString(backslashes / 2, QLatin1Char('\\'));
            if (backslashes % 2)
                value += c;
            else
                quoted = !quoted;
            backslashes = 0;
        } else {
            EXPECT_TRUE(quoted || !c.isSpace());
            value += QString(backslashes, QLatin1Char('\\')) + c;
            backslashes = 0;
        }
    }
    EXPECT_FALSE(quoted);
    return value + QString(backslashes, QLatin1Char('\\'));
}

} // namespace

TEST(QuotedForBash, PlainWordsStayReadable)
{
    EXPECT_EQ(quotedForBash(QStringLiteral("input/a-1_b.csv")), QStringLiteral("input/a-1_b.csv"));
    EXPECT_EQ(quotedForBash(QString()), QStringLiteral("''"));
    EXPECT_EQ(quotedForBash(QStringLiteral("a b")), QStringLiteral("'a b'"));
    EXPECT_EQ(quotedForBash(QStringLiteral("it's")), QStringLiteral("'it'\\''s'"));
    EXPECT_EQ(quotedForBash(QStringLiteral("~")), QStringLiteral("'~'"));
    EXPECT_EQ(quotedForBash(QStringLiteral("{a}")), QStringLiteral("'{a}'"));
    EXPECT_EQ(quotedForBash(QStringLiteral("\u00fc")), QStringLiteral("'\u00fc'"));
}

TEST(QuotedForPowerShell, EveryKindOfSingleQuoteIsDoubled)
{
    EXPECT_EQ(quotedForPowerShell(QStringLiteral("a $(x) `b %PATH%")),
              QStringLiteral("'a $(x) `b %PATH%'"));
    EXPECT_EQ(quotedForPowerShell(QStringLiteral("it's")), QStringLiteral("'it''s'"));
    EXPECT_EQ(quotedForPowerShell(QStringLiteral("it\u2019s")),
              QStringLiteral("'it\u2019\u2019s'"));
}

TEST(QuotedForWindowsProcess, IsTakenApartAgain)
{
    for (const QString &value : {QString(), QStringLiteral("a b"), QStringLiteral("say \"hi\""),
                                 QStringLiteral("C:\\x\\"), QStringLiteral("\\\"\\\\\""),
                                 QStringLiteral("%PATH% ^& | <"), QStringLiteral("\\\\host\\a b")})
        EXPECT_EQ(unquotedByWindowsProcess(quotedForWindowsProcess(value)), value);
}
