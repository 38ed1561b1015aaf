// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/names.h"
#include "core/plan/nearestname.h"
#include "tests/core/plan/qtprinters.h"

#include <QTimeZone>

#include <gtest/gtest.h>

using namespace Batchdesk;

namespace {

const QDateTime afternoon(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC);

} // namespace

TEST(JobId, NameTimeAndSalt)
{
    EXPECT_EQ(jobIdFor(QStringLiteral("Forecast"), afternoon, QStringLiteral("k3f9")),
              QStringLiteral("forecast-20261122-163000-k3f9"));
    EXPECT_EQ(jobIdFor(QStringLiteral("\u00c9t\u00e9 / S\u00fcd"), afternoon, QStringLiteral("a1")),
              QStringLiteral("ete-sud-20261122-163000-a1"));
    EXPECT_EQ(jobIdFor(QStringLiteral("\u65e5\u672c"), afternoon, QStringLiteral("a1")),
              QStringLiteral("run-20261122-163000-a1"));
}

TEST(JobId, IsLegalHoweverLongTheName)
{
    for (const QString &name : {QString(200, QLatin1Char('x')), QStringLiteral("a-").repeated(60),
                                QStringLiteral("--__--"), QString()}) {
        const QString id = jobIdFor(name, afternoon, QStringLiteral("k3f9"));
        EXPECT_TRUE(isLegalBatchId(id)) << qPrintable(id);
        for (const char *purpose : {"application", "input", "output"}) {
            const QString container = containerNameFor(id, QLatin1String(purpose));
            EXPECT_TRUE(isLegalContainerName(container)) << qPrintable(container);
            EXPECT_EQ(container, id + QLatin1Char('-') + QLatin1String(purpose));
        }
    }
}

TEST(ContainerName, OfIdsThatAreNoContainerNames)
{
    QStringList seen;
    for (const QString &id :
         {QStringLiteral("My_Job"), QStringLiteral("my-job"), QStringLiteral("MY-JOB"),
          QStringLiteral("my--job"), QString(64, QLatin1Char('a')),
          QString(63, QLatin1Char('a')) + QLatin1Char('b'), QStringLiteral("---"),
          QStringLiteral("_"), QString(50, QLatin1Char('a')) + QStringLiteral("--b")}) {
        const QString name = containerNameFor(id, QStringLiteral("application"));
        EXPECT_TRUE(isLegalContainerName(name)) << qPrintable(name);
        EXPECT_FALSE(seen.contains(name)) << qPrintable(id);
        seen << name;
    }
}

TEST(ContainerName, TheRules)
{
    EXPECT_TRUE(isLegalContainerName(QStringLiteral("abc")));
    for (const char *name : {"ab", "-abc", "abc-", "a--b", "Abc", "a_b", "a.b", ""})
        EXPECT_FALSE(isLegalContainerName(QLatin1String(name))) << name;
    EXPECT_FALSE(isLegalContainerName(QStringLiteral("\u00fcber")));
    EXPECT_FALSE(isLegalContainerName(QString(64, QLatin1Char('a'))));
}

TEST(WindowsPath, TheRules)
{
    EXPECT_TRUE(isLegalWindowsPath(QStringLiteral("sub/a b'$(x).csv")));
    EXPECT_TRUE(isLegalWindowsPath(QStringLiteral("console.txt")));
    for (const char *path :
         {"a:b", "a?", "q\"q", "con", "sub/NUL.txt", "a.", "a ", "x /a", "com1", "a//b"})
        EXPECT_FALSE(isLegalWindowsPath(QLatin1String(path))) << path;
}

TEST(NearestName, FindsSlipsButNothingFar)
{
    const QStringList known{QStringLiteral("folder"), QStringLiteral("include"),
                            QStringLiteral("exclude")};
    EXPECT_EQ(nearestName(QStringLiteral("fodler"), known), QStringLiteral("folder"));
    EXPECT_EQ(nearestName(QStringLiteral("Includes"), known), QStringLiteral("include"));
    EXPECT_EQ(nearestName(QStringLiteral("banana"), known), QString());
    EXPECT_EQ(nearestName(QString(100000, QLatin1Char('f')), known), QString());
    EXPECT_EQ(nearestNameAdvice(QStringLiteral("banana"), known),
              QStringLiteral("Known are: folder, include, exclude."));
}
