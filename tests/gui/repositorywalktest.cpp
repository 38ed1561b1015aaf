// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The sample over sixty files from a private repository, by point and click: the wizard's Git door,
// a host that is not known yet, a key that only this session has, real clones on the nodes.
#include "tests/e2e/canary.h"
#include "tests/gui/walker.h"
#include "tests/support/gitserver.h"
#include "ui/models/roles.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/statepill.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

constexpr int sampleTasks = 60;

//! Everything that a screenshot of the open windows could show.
QByteArray textOfWindows()
{
    QStringList texts;
    for (const QWidget *widget : QApplication::allWidgets()) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription()
              << widget->property("text").toString() << widget->property("plainText").toString();
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    texts << view->model()->index(row, column).data().toString();
            }
        }
    }
    return texts.join(QLatin1Char('\n')).toUtf8();
}

void choose(Walker &walker, const char *combo, const QString &text)
{
    auto *box = walker.see<QComboBox>(combo);
    box->setFocus();
    QTest::keyClicks(box, text);
    EXPECT_TRUE(box->currentText().contains(text)) << qPrintable(box->currentText());
}

//! From the welcome page to the Git door of the sample, filled in.
void fillGitDoor(Walker &walker, const GitServer &server)
{
    walker.click("trySampleButton");
    // The page is there before the sample's settings are.
    auto *document = walker.see<QLabel>("documentLabel");
    waitUntil([document] { return document->text().contains(QLatin1String("settings.json")); });
    walker.click("gitDoor");
    walker.type("gitUrlEdit", server.url());
    choose(walker, "gitReferenceCombo", QStringLiteral("Branch"));
    walker.type("gitReferenceEdit", QStringLiteral("main"));
    walker.type("gitFolderEdit", QStringLiteral("projects/sample forecast"));
    choose(walker, "gitKeyCombo", QStringLiteral("batch-key"));
}

QStringList leaksUnder(const Canary &canary, const QString &folder)
{
    QStringList leaks;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString &leak : canary.leaksIn(file.readAll(), true))
            leaks << QStringLiteral("%1: %2").arg(file.fileName(), leak);
    }
    return leaks;
}

} // namespace

TEST(RepositoryWalk, SixtyFilesFromAPrivateRepository)
{
    const GitServer server;
    Walker walker;
    const Secret key = server.privateKey("clientKey");
    Canary canary;
    canary.watch("the private key", key.reveal());
    ASSERT_TRUE(waitFor(walker.credentials().import(QStringLiteral("batch-key"), key, {},
                                                    Git::Credentials::Keep::ThisSession))
                    .ok());
    fillGitDoor(walker, server);
    walker.click("testAccessButton");
    walker.click("trustHostButton"); // which shows the fingerprint
    waitUntil([&walker] { return !walker.sees("trustHostButton"); });
    auto *notice = walker.see<Notice>("gitAccessNotice");
    waitUntil([notice] { return !notice->text().startsWith(QLatin1String("Asking")); });
    EXPECT_TRUE(notice->text().contains(server.commit("main").left(7)))
        << qPrintable(notice->text());
    for (int i = 0; i < 4; ++i)
        walker.click("nextButton");
    walker.click("launchButton");
    walker.see("runPage");
    waitUntil([&walker] {
        const Tone tone = walker.see<StatePill>("runStatePill")->look().tone;
        return tone != Tone::Busy && tone != Tone::Neutral;
    });
    EXPECT_EQ(walker.see<StatePill>("runStatePill")->look().tone, Tone::Good);
    EXPECT_EQ(walker.see<QAbstractItemView>("taskTable")->model()->rowCount(), sampleTasks);

    EXPECT_EQ(canary.leaksIn(textOfWindows()).join(QLatin1Char('\n')), QString());
    EXPECT_EQ(leaksUnder(canary, QDir::homePath()).join(QLatin1Char('\n')), QString());
    EXPECT_FALSE(QDir(QDir::homePath()).isEmpty());
}
