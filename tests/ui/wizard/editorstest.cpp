// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/workspace.h"
#include "ui/wizard/commandedit.h"
#include "ui/wizard/durationedit.h"
#include "ui/wizard/filehead.h"
#include "ui/wizard/linesedit.h"
#include "ui/wizard/variablestable.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;
using namespace std::chrono_literals;

TEST(LinesEdit, GivesPatternsWithoutEmptyLinesAndKeepsWhatIsTyped)
{
    LinesEdit edit(2);
    edit.setLines({QStringLiteral("*.csv")});
    QSignalSpy edited(&edit, &LinesEdit::edited);
    edit.setPlainText(QStringLiteral("*.csv\n\n  *.txt \n"));
    EXPECT_EQ(edited.size(), 1);
    EXPECT_EQ(edit.lines(), QStringList({QStringLiteral("*.csv"), QStringLiteral("*.txt")}));
    edit.setLines(edit.lines());
    EXPECT_TRUE(edit.toPlainText().endsWith(QLatin1Char('\n')));
    edit.setLines({QStringLiteral("a;b")});
    EXPECT_EQ(edited.size(), 1);
    EXPECT_EQ(edit.lines(), QStringList{QStringLiteral("a;b")});
}

TEST(DurationEdit, ShowsALimitInItsLargestUnitAndNoneAsZero)
{
    DurationEdit edit(QStringLiteral("Limit"));
    for (const auto &duration : {DurationEdit::Duration(90s), DurationEdit::Duration(24h),
                                 DurationEdit::Duration(36h), DurationEdit::Duration()}) {
        edit.setDuration(duration);
        EXPECT_EQ(edit.duration(), duration);
    }
}

TEST(CommandEdit, ABraceOffersThePlaceholders)
{
    CommandEdit edit;
    edit.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&edit));
    edit.setFocus();
    QTest::keyClicks(&edit, QStringLiteral("run {in"));
    auto *completer = edit.findChild<QCompleter *>();
    ASSERT_TRUE(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    EXPECT_EQ(edit.command(), QStringLiteral("run {input}"));
    EXPECT_FALSE(completer->popup()->isVisible());
}

TEST(CommandEdit, ABraceThatIsMeantOffersNothing)
{
    CommandEdit edit;
    edit.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&edit));
    edit.setFocus();
    QTest::keyClicks(&edit, QStringLiteral("awk '{{i"));
    EXPECT_FALSE(edit.findChild<QCompleter *>()->popup()->isVisible());
    EXPECT_EQ(edit.command(), QStringLiteral("awk '{{i"));
}

TEST(CommandEdit, InsertsAPlaceholderAtTheCursor)
{
    CommandEdit edit;
    edit.setCommand(QStringLiteral("run  now"));
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(4);
    edit.setTextCursor(cursor);
    edit.insertPlaceholder(QStringLiteral("input"));
    EXPECT_EQ(edit.command(), QStringLiteral("run {input} now"));
}

TEST(VariablesTable, TheEmptyRowTakesANewOneAndAnEmptyNameGoes)
{
    VariablesTable table;
    const QList<Batch::NameValue> one{{QStringLiteral("A"), QStringLiteral("1")}};
    table.setVariables(one);
    EXPECT_EQ(table.variables(), one);
    ASSERT_EQ(table.rowCount(), 2);
    QSignalSpy edited(&table, &VariablesTable::edited);
    table.item(1, 0)->setText(QStringLiteral("B"));
    EXPECT_EQ(table.rowCount(), 3);
    EXPECT_EQ(table.variables().size(), 2);
    table.item(0, 0)->setText(QString());
    EXPECT_EQ(table.variables().size(), 1);
    EXPECT_EQ(edited.size(), 2);
}

TEST(FileHead, TellsTextBinaryAndWhatCannotBeRead)
{
    Workspace disk;
    disk.write(QStringLiteral("short.csv"), "a,b\n1,2\n");
    disk.write(QStringLiteral("long.csv"), QByteArray("one line\n").repeated(1000));
    disk.write(QStringLiteral("picture"), QByteArray("\x89PNG\0\0", 6));
    const auto head = [&](const char *name) {
        return readFileHead(disk.path(QLatin1String(name)));
    };
    EXPECT_EQ(head("short.csv").text, QStringLiteral("a,b\n1,2\n"));
    EXPECT_TRUE(head("short.csv").isAll);
    EXPECT_FALSE(head("long.csv").isAll);
    EXPECT_TRUE(head("long.csv").text.endsWith(QLatin1String("one line")));
    EXPECT_EQ(head("picture").kind, FileHead::Kind::Binary);
    EXPECT_EQ(head("gone").kind, FileHead::Kind::Unreadable);
}

TEST(FileHead, AnotherEncodingIsShownAndACharacterMayBeCut)
{
    Workspace disk;
    disk.write(QStringLiteral("latin"), QByteArray("caf\xe9\n"));
    disk.write(QStringLiteral("cut"), QByteArray("x") + QByteArray("\xc3\xa9").repeated(4000));
    EXPECT_EQ(readFileHead(disk.path(QStringLiteral("latin"))).text, QStringLiteral("café\n"));
    EXPECT_FALSE(readFileHead(disk.path(QStringLiteral("cut"))).text.contains(QStringLiteral("Ã")));
}
