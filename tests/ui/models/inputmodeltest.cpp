// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/inputmodel.h"

#include "tests/ui/models/draftmaker.h"
#include "ui/models/roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class InputModelTest : public ::testing::Test
{
protected:
    InputModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

TEST_F(InputModelTest, ShowsFilesSizesAndWhatIsOddAboutThem)
{
    Listing listing = draftListing({QStringLiteral("a.csv"), QStringLiteral("sub/b.csv")});
    listing.inputs[1].size = 0;
    model.setDraft(draftOf(draftSettings(), listing));
    EXPECT_EQ(dumpOf(model).toStdString(), "a.csv|10 bytes|\nsub/b.csv|0 bytes|Empty file");
    EXPECT_EQ(model.index(0, InputModel::Size).data(SortRole).toLongLong(), 10);
    EXPECT_FALSE(model.index(0, InputModel::Note).data(ToneRole).isValid());
}

TEST_F(InputModelTest, FindsAFileByItsPath)
{
    model.setDraft(draftOf({QStringLiteral("a.csv"), QStringLiteral("b.csv")}));
    EXPECT_EQ(model.rowOf(QStringLiteral("b.csv")), 1);
    EXPECT_EQ(model.rowOf(QStringLiteral("c.csv")), -1);
}

TEST_F(InputModelTest, AnotherPlanOfTheSameFilesMovesNothing)
{
    const Listing listing = draftListing({QStringLiteral("a.csv"), QStringLiteral("b.csv")});
    model.setDraft(draftOf(draftSettings(), listing));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setDraft(draftOf(draftSettings(QStringLiteral("other {input}")), listing));
    EXPECT_EQ(resets.size(), 0);
    model.setDraft(draftOf({QStringLiteral("c.csv")}));
    EXPECT_EQ(resets.size(), 1);
}
