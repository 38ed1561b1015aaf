// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/resultmodel.h"
#include "tests/support/wait.h"
#include "tests/ui/models/dump.h"
#include "ui/models/roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Batchdesk;
using Test::dump;

namespace {

ResultFile file(const QString &path, qint64 size = 1)
{
    return {path, size, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};
}

class ResultModelTest : public ::testing::Test
{
protected:
    ResultModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};

    void take(const QList<ResultFile> &files)
    {
        m_model.apply(ResultModel::Change::between(m_model.files(), files));
    }
};

} // namespace

TEST_F(ResultModelTest, ShowsNameFolderAndSize)
{
    take({file(QStringLiteral("a-1/out/x.csv"), 2'000), file(QStringLiteral("b.txt"))});
    EXPECT_EQ(dump(m_model, {ResultModel::Name, ResultModel::Folder}),
              QStringLiteral("x.csv|a-1/out\nb.txt|"));
    EXPECT_EQ(m_model.index(0, ResultModel::Size).data(SortRole).toLongLong(), 2'000);
}

TEST_F(ResultModelTest, AnotherLookKeepsTheSelectedFile)
{
    take({file(QStringLiteral("b")), file(QStringLiteral("d"))});
    const QPersistentModelIndex kept = m_model.index(1, 0);
    const QPersistentModelIndex gone = m_model.index(0, 0);
    QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
    take({file(QStringLiteral("a")), file(QStringLiteral("c")), file(QStringLiteral("d"), 7)});
    EXPECT_EQ(dump(m_model, {ResultModel::Name}), QStringLiteral("a\nc\nd"));
    EXPECT_EQ(kept.data(IdRole).toString(), QStringLiteral("d"));
    EXPECT_FALSE(gone.isValid());
    EXPECT_EQ(reset.size(), 0);
}

TEST_F(ResultModelTest, TheSameLookTwiceTellsNothing)
{
    take({file(QStringLiteral("a"))});
    QSignalSpy changed(&m_model, &QAbstractItemModel::layoutChanged);
    take({file(QStringLiteral("a"))});
    EXPECT_EQ(changed.size(), 0);
}

TEST_F(ResultModelTest, ALookThatWasMadeOfOtherFilesIsDropped)
{
    take({file(QStringLiteral("a"))});
    const auto stale = ResultModel::Change::between(m_model.files(), {file(QStringLiteral("old"))});
    m_model.clear();
    m_model.apply(stale);
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(ResultModelTest, FiltersAndSorts)
{
    take({file(QStringLiteral("a/z.csv"), 1), file(QStringLiteral("b/y.csv"), 30),
          file(QStringLiteral("c/x.txt"), 2)});
    m_model.sort(ResultModel::Size, Qt::DescendingOrder);
    EXPECT_EQ(dump(m_model, {ResultModel::Name}), QStringLiteral("y.csv\nx.txt\nz.csv"));
    m_model.setFilter(QStringLiteral(".CSV"));
    EXPECT_EQ(dump(m_model, {ResultModel::Name}), QStringLiteral("y.csv\nz.csv"));
    take({file(QStringLiteral("a/z.csv"), 1), file(QStringLiteral("d/new.csv"), 5),
          file(QStringLiteral("d/new.txt"), 6)});
    EXPECT_EQ(dump(m_model, {ResultModel::Name}), QStringLiteral("new.csv\nz.csv"));
}
