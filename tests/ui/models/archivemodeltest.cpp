// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/archivemodel.h"

#include "tests/ui/models/draftmaker.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class ArchiveModelTest : public ::testing::Test
{
protected:
    DraftPtr draftOfFiles(const QList<ApplicationFile> &files) const
    {
        Listing listing = draftListing({QStringLiteral("a.csv")});
        listing.application = files;
        return draftOf(draftSettings(), listing);
    }
    QString dump(const QModelIndex &parent = {}, int depth = 0) const
    {
        QString text;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex name = model.index(row, ArchiveModel::Name, parent);
            const QModelIndex size = model.index(row, ArchiveModel::Size, parent);
            text += QStringLiteral("%1%2 %3\n")
                        .arg(QString(depth, QLatin1Char(' ')), name.data().toString(),
                             size.data().toString());
            text += dump(name, depth + 1);
        }
        return text;
    }

    ArchiveModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

TEST_F(ArchiveModelTest, IsEmptyWithoutAPlanAndWithoutFiles)
{
    EXPECT_EQ(model.rowCount(), 0);
    model.setDraft(draftOfFiles({}));
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(ArchiveModelTest, FoldersComeFirstAndSumUp)
{
    model.setDraft(draftOfFiles({{QStringLiteral("a.txt"), 1, false},
                                 {QStringLiteral("lib/deep/x.py"), 20, false},
                                 {QStringLiteral("lib/y.py"), 300, false},
                                 {QStringLiteral("main.py"), 4, true}}));
    EXPECT_EQ(dump().toStdString(),
              "lib 320 bytes\n"
              " deep 20 bytes\n"
              "  x.py 20 bytes\n"
              " y.py 300 bytes\n"
              "a.txt 1 bytes\n"
              "main.py 4 bytes\n");
}

TEST_F(ArchiveModelTest, AChildKnowsItsParent)
{
    model.setDraft(draftOfFiles({{QStringLiteral("b/c/d.py"), 1, false}}));
    const QModelIndex b = model.index(0, 0);
    const QModelIndex c = model.index(0, 0, b);
    const QModelIndex d = model.index(0, 0, c);
    EXPECT_EQ(d.data().toString(), QStringLiteral("d.py"));
    EXPECT_EQ(model.parent(d), c);
    EXPECT_EQ(model.parent(c), b);
    EXPECT_FALSE(model.parent(b).isValid());
}
