// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/commandmodel.h"

#include "core/plan/taskids.h"
#include "tests/ui/models/draftmaker.h"
#include "ui/models/roles.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;
using Filter = CommandModel::Filter;

namespace {

class CommandModelTest : public ::testing::Test
{
protected:
    QStringList files() const
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found << model.index(row, CommandModel::File).data().toString();
        return found;
    }

    CommandModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

TEST_F(CommandModelTest, IsEmptyWithoutAPlan)
{
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_TRUE(model.commandLine(0).isEmpty());
    model.setDraft(draftOf({QStringLiteral("a.csv")}));
    model.setDraft({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(CommandModelTest, ShowsFileTaskAndCommand)
{
    model.setDraft(draftOf({QStringLiteral("a b.csv"), QStringLiteral("c.csv")}));
    EXPECT_EQ(dumpOf(model).toStdString(),
              QStringLiteral("a b.csv|%1||run 'input/a b.csv'\nc.csv|%2||run input/c.csv")
                  .arg(taskIdFor(QStringLiteral("a b.csv")), taskIdFor(QStringLiteral("c.csv")))
                  .toStdString());
}

TEST_F(CommandModelTest, GivesTheWholeLineAsItWillRun)
{
    const DraftPtr draft = draftOf({QStringLiteral("a.csv"), QStringLiteral("b.csv")});
    model.setDraft(draft);
    EXPECT_EQ(model.commandLine(1), draft->result.plan.tasks.at(1).commandLine);
    EXPECT_TRUE(model.commandLine(2).isEmpty());
    EXPECT_TRUE(model.commandLine(-1).isEmpty());
}

TEST_F(CommandModelTest, ShowsTheShortestAndTheLongestFirst)
{
    model.setDraft(
        draftOf({QStringLiteral("aaa.csv"), QStringLiteral("b.csv"), QStringLiteral("cc.csv")}));
    model.setFilter(Filter::Shortest);
    EXPECT_EQ(files(),
              QStringList(
                  {QStringLiteral("b.csv"), QStringLiteral("cc.csv"), QStringLiteral("aaa.csv")}));
    model.setFilter(Filter::Longest);
    EXPECT_EQ(files(),
              QStringList(
                  {QStringLiteral("aaa.csv"), QStringLiteral("cc.csv"), QStringLiteral("b.csv")}));
    EXPECT_EQ(model.rowOf(QStringLiteral("b.csv")), 2);
}

TEST_F(CommandModelTest, TheNumberOfATaskStaysWhateverTheOrder)
{
    model.setDraft(draftOf(draftSettings(QStringLiteral("run {index}")),
                           draftListing({QStringLiteral("aaa.csv"), QStringLiteral("b.csv")})));
    model.setFilter(Filter::Longest);
    const int row = model.rowOf(QStringLiteral("b.csv"));
    EXPECT_EQ(model.index(row, CommandModel::Command).data().toString(), QStringLiteral("run 2"));
}

TEST_F(CommandModelTest, FlagsEmptyFilesAndShowsThemAlone)
{
    Listing listing = draftListing({QStringLiteral("a.csv"), QStringLiteral("b.csv")});
    listing.inputs[1].size = 0;
    model.setDraft(draftOf(draftSettings(), listing));
    EXPECT_EQ(model.flaggedCount(), 1);
    model.setFilter(Filter::Flagged);
    EXPECT_EQ(files(), QStringList{QStringLiteral("b.csv")});
    EXPECT_EQ(model.index(0, CommandModel::Note).data(ToneRole).toInt(), int(Tone::Warning));
    EXPECT_EQ(model.rowOf(QStringLiteral("a.csv")), -1);
}

TEST_F(CommandModelTest, FlagsFilesThatAnErrorNames)
{
    const QString tooLong = QString(300, QLatin1Char('x'));
    model.setDraft(draftOf({QStringLiteral("a.csv"), tooLong}));
    model.setFilter(Filter::Flagged);
    EXPECT_EQ(files(), QStringList{tooLong});
}

TEST_F(CommandModelTest, AWrongCommandLeavesTheFilesToBeSeen)
{
    model.setDraft(draftOf(draftSettings(QStringLiteral("run {nonsense}")),
                           draftListing({QStringLiteral("a.csv")})));
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_TRUE(model.index(0, CommandModel::Command).data().toString().isEmpty());
    EXPECT_TRUE(model.commandLine(0).isEmpty());
    for (const Filter filter : {Filter::Shortest, Filter::Longest, Filter::All}) {
        model.setFilter(filter);
        EXPECT_EQ(files(), QStringList{QStringLiteral("a.csv")});
    }
}
