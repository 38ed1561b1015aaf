// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/taskids.h"
#include "core/plan/names.h"
#include "tests/core/plan/qtprinters.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace Batchdesk;

TEST(TaskId, IsStableFromRunToRun)
{
    // Fixed for good: a changed id would lose the results of earlier runs.
    EXPECT_EQ(taskIdFor(QStringLiteral("north.csv")), QStringLiteral("north-e48fdb44"));
}

TEST(TaskId, IsLegalAndUniqueWhateverTheName)
{
    QSet<QString> seen;
    for (const QString &path :
         {QStringLiteral("a.csv"), QStringLiteral("A.csv"), QStringLiteral("a.txt"),
          QStringLiteral("x/a.csv"), QStringLiteral("a b'$(x).csv"), QStringLiteral("a_b_x_.csv"),
          QStringLiteral(".csv"), QStringLiteral("..."), QStringLiteral("\u65e5\u672c.csv"),
          QStringLiteral("S\u00fcd.csv"), QString(255, QLatin1Char('n')),
          QString(254, QLatin1Char('n')), QStringLiteral("-rf"), QStringLiteral("a-.csv")}) {
        const QString id = taskIdFor(path);
        EXPECT_TRUE(isLegalBatchId(id)) << qPrintable(id);
        EXPECT_FALSE(seen.contains(id.toLower())) << qPrintable(id);
        seen.insert(id.toLower());
    }
    EXPECT_TRUE(taskIdFor(QStringLiteral("S\u00fcd.csv")).startsWith(QStringLiteral("Sud-")));
}

TEST(SharedTaskIds, NamesBothFiles)
{
    const QList<QString> paths{QStringLiteral("a.csv"), QStringLiteral("b.csv"),
                               QStringLiteral("c.csv")};
    EXPECT_TRUE(sharedTaskIds(paths).isEmpty());
    const QList<Error> errors = sharedTaskIds(paths, [](const QString &path) {
        return path.startsWith(QLatin1Char('b')) ? QStringLiteral("other") : QStringLiteral("Same");
    });
    ASSERT_EQ(errors.size(), 1);
    EXPECT_TRUE(errors.first().message.contains(QStringLiteral("\"a.csv\" and \"c.csv\"")));
    EXPECT_EQ(sharedTaskIds(paths,
                            [](const QString &path) {
                                return path.startsWith(QLatin1Char('a')) ? QStringLiteral("X")
                                                                         : QStringLiteral("x");
                            })
                  .size(),
              2)
        << "Batch looks ids up without regard to case";
}
