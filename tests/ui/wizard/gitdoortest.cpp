// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// The fields of a Git repository, clicked and typed into.
#include "tests/ui/wizard/gitpage.h"

#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeView>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

using GitDoorTest = GitPageTest;
using Kind = Git::Reference::Kind;

const QString sshUrl = QStringLiteral("git@github.com:owner/model.git");
const QString httpsUrl = QStringLiteral("https://github.com/owner/model.git");

} // namespace

TEST_F(GitDoorTest, EachDoorShowsItsOwnAndSetsTheDocument)
{
    ASSERT_TRUE(git());
    EXPECT_FALSE(find<QWidget>("applicationFolderEdit")->isVisible());
    EXPECT_FALSE(find<QTreeView>("archiveTree")->isVisible());
    EXPECT_TRUE(find<QWidget>("gitUrlEdit")->isVisible());
    EXPECT_TRUE(find<QWidget>("nameEdit")->isVisible());
    click("folderDoor");
    EXPECT_FALSE(git());
    EXPECT_TRUE(find<QWidget>("applicationFolderEdit")->isVisible());
    EXPECT_TRUE(find<QTreeView>("archiveTree")->isVisible());
    EXPECT_FALSE(find<QWidget>("gitUrlEdit")->isVisible());
    EXPECT_TRUE(find<QWidget>("nameEdit")->isVisible());
}

TEST_F(GitDoorTest, WhatWasTypedBehindEitherDoorIsKept)
{
    click("folderDoor");
    type("applicationFolderEdit", QStringLiteral("src"));
    click("gitDoor");
    type("gitUrlEdit", sshUrl);
    type("gitFolderEdit", QStringLiteral("model"));
    click("folderDoor");
    EXPECT_EQ(document.settings().application.folder, QStringLiteral("src"));
    page.refresh(); // as after another page
    EXPECT_EQ(find<QLineEdit>("applicationFolderEdit")->text(), QStringLiteral("src"));
    click("gitDoor");
    EXPECT_EQ(find<QLineEdit>("gitUrlEdit")->text(), sshUrl);
    ASSERT_TRUE(git());
    EXPECT_EQ(git()->url, sshUrl);
    EXPECT_EQ(git()->folder, QStringLiteral("model"));
}

TEST_F(GitDoorTest, AnotherDocumentKnowsNothingOfTheRepositoryBefore)
{
    type("gitUrlEdit", sshUrl);
    choose("gitReferenceCombo", QStringLiteral("Branch"));
    type("gitReferenceEdit", QStringLiteral("dev"));
    document.newDocument();
    page.refresh();
    EXPECT_TRUE(find<QRadioButton>("folderDoor")->isChecked());
    click("gitDoor");
    EXPECT_EQ(git(), GitSource{});
    EXPECT_TRUE(find<QLineEdit>("gitUrlEdit")->text().isEmpty());
    choose("gitReferenceCombo", QStringLiteral("Branch"));
    EXPECT_TRUE(find<QLineEdit>("gitReferenceEdit")->text().isEmpty());
}

TEST_F(GitDoorTest, EveryFieldEndsInTheSettings)
{
    makeKey(QStringLiteral("deploy"));
    type("gitUrlEdit", sshUrl);
    choose("gitReferenceCombo", QStringLiteral("Tag"));
    type("gitReferenceEdit", QStringLiteral("v1"));
    type("gitFolderEdit", QStringLiteral("src/model"));
    choose("gitKeyCombo", QStringLiteral("deploy"));
    click("gitMoreButton");
    auto *depth = find<QSpinBox>("gitDepthSpin");
    depth->selectAll();
    QTest::keyClicks(depth, QStringLiteral("0"));
    click("gitSubmodulesCheck");
    click("gitLfsCheck");
    auto *limit = find<QWidget>("gitTimeoutEdit")->findChild<QSpinBox *>();
    limit->selectAll();
    QTest::keyClicks(limit, QStringLiteral("45"));
    GitSource wanted;
    wanted.url = sshUrl;
    wanted.reference = {Kind::Tag, QStringLiteral("v1")};
    wanted.folder = QStringLiteral("src/model");
    wanted.depth = 0;
    wanted.submodules = true;
    wanted.lfs = true;
    wanted.credential = QStringLiteral("deploy");
    wanted.timeout = std::chrono::minutes(45);
    EXPECT_EQ(git(), wanted);
}

TEST_F(GitDoorTest, EveryFieldComesBackFromTheSettings)
{
    GitSource source;
    source.url = httpsUrl;
    source.reference = {Kind::Commit, QString(40, QLatin1Char('a'))};
    source.folder = QStringLiteral("src");
    source.depth = 20;
    source.submodules = true;
    source.lfs = true;
    source.credential = QStringLiteral("token");
    source.timeout = std::chrono::hours(2);
    document.newDocument();
    document.edit(QStringLiteral("$.application.git"),
                  [&](Settings &s) { s.application.git = source; });
    page.refresh();
    EXPECT_TRUE(find<QRadioButton>("gitDoor")->isChecked());
    EXPECT_EQ(find<QLineEdit>("gitUrlEdit")->text(), httpsUrl);
    EXPECT_EQ(find<QComboBox>("gitReferenceCombo")->currentText(), QStringLiteral("Commit"));
    EXPECT_EQ(find<QLineEdit>("gitReferenceEdit")->text(), source.reference.name);
    EXPECT_EQ(find<QLineEdit>("gitFolderEdit")->text(), QStringLiteral("src"));
    EXPECT_TRUE(find<QComboBox>("gitKeyCombo")->currentText().startsWith(QLatin1String("token")));
    // What is not as usual is not hidden.
    EXPECT_TRUE(find<QSpinBox>("gitDepthSpin")->isVisible());
    EXPECT_EQ(find<QSpinBox>("gitDepthSpin")->value(), 20);
    EXPECT_TRUE(find<QCheckBox>("gitSubmodulesCheck")->isChecked());
    EXPECT_TRUE(find<QCheckBox>("gitLfsCheck")->isChecked());
    EXPECT_EQ(find<QWidget>("gitTimeoutEdit")->findChild<QSpinBox *>()->value(), 2);
    EXPECT_EQ(git(), source);
}

TEST_F(GitDoorTest, AValueThatAFieldCannotHoldStaysAsItIsWritten)
{
    GitSource source;
    source.url = sshUrl;
    source.depth = -3;
    source.timeout = std::chrono::seconds(2);
    document.edit(QStringLiteral("$.application.git"),
                  [&](Settings &s) { s.application.git = source; });
    page.refresh();
    type("gitFolderEdit", QStringLiteral("src"));
    EXPECT_EQ(git()->depth, -3);
    EXPECT_EQ(git()->timeout, std::chrono::seconds(2));
    EXPECT_EQ(git()->folder, QStringLiteral("src"));
}

TEST_F(GitDoorTest, AWrongAddressIsToldAtItsFieldAndCannotBeTried)
{
    const Field *field = fieldOf("gitUrlEdit");
    EXPECT_FALSE(field->error().isEmpty()); // it is missing
    for (const char *wrong : {"/srv/model.git", "http://github.com/owner/model.git",
                              "https://somebody:secret@github.com/owner/model.git"}) {
        type("gitUrlEdit", QLatin1String(wrong));
        EXPECT_TRUE(
            field->error().startsWith(Git::Address::parse(QLatin1String(wrong)).error().message))
            << wrong << ": " << qPrintable(field->error());
        EXPECT_FALSE(field->error().contains(QLatin1String("secret")));
        EXPECT_FALSE(find<QAbstractButton>("testAccessButton")->isEnabled()) << wrong;
        page.showProblems({}); // the plan has no more to say
        EXPECT_FALSE(field->error().isEmpty()) << wrong;
    }
    type("gitUrlEdit", sshUrl);
    EXPECT_TRUE(field->error().isEmpty()) << qPrintable(field->error());
    EXPECT_TRUE(find<QAbstractButton>("testAccessButton")->isEnabled());
}

TEST_F(GitDoorTest, ANameIsAskedForOnlyWhereOneIsNeededAndIsKept)
{
    EXPECT_FALSE(find<QLineEdit>("gitReferenceEdit")->isVisible());
    choose("gitReferenceCombo", QStringLiteral("Branch"));
    EXPECT_TRUE(find<QLineEdit>("gitReferenceEdit")->isVisible());
    type("gitReferenceEdit", QStringLiteral("dev"));
    EXPECT_EQ(git()->reference, (Git::Reference{Kind::Branch, QStringLiteral("dev")}));
    choose("gitReferenceCombo", QStringLiteral("Default"));
    EXPECT_EQ(git()->reference, Git::Reference{});
    page.refresh();
    choose("gitReferenceCombo", QStringLiteral("Tag"));
    EXPECT_EQ(git()->reference, (Git::Reference{Kind::Tag, QStringLiteral("dev")}));
}

TEST_F(GitDoorTest, OnlyWhatFitsTheAddressCanBeChosen)
{
    makeKey(QStringLiteral("deploy"));
    addToken(QStringLiteral("hub"), QStringLiteral("github.com"));
    addToken(QStringLiteral("lab"), QStringLiteral("gitlab.com"));
    type("gitUrlEdit", sshUrl);
    EXPECT_EQ(entries("gitKeyCombo"),
              QStringList({QStringLiteral("Choose a key…"), QStringLiteral("deploy (ED25519)"),
                           QStringLiteral("New key…")}));
    type("gitUrlEdit", httpsUrl);
    EXPECT_EQ(entries("gitKeyCombo"),
              QStringList({QStringLiteral("None: the repository is public"),
                           QStringLiteral("hub (github.com)"), QStringLiteral("New token…")}));
}

TEST_F(GitDoorTest, AChosenKeyThatDoesNotFitStaysAndSaysSo)
{
    makeKey(QStringLiteral("deploy"));
    type("gitUrlEdit", sshUrl);
    choose("gitKeyCombo", QStringLiteral("deploy"));
    type("gitUrlEdit", httpsUrl);
    EXPECT_EQ(git()->credential, QStringLiteral("deploy"));
    EXPECT_EQ(find<QComboBox>("gitKeyCombo")->currentText(),
              QStringLiteral("deploy (ED25519), which is for other addresses"));
    ASSERT_TRUE(waitFor(credentials.remove(QStringLiteral("deploy"))));
    EXPECT_EQ(git()->credential, QStringLiteral("deploy"));
    EXPECT_EQ(find<QComboBox>("gitKeyCombo")->currentText(),
              QStringLiteral("deploy, which is not on this computer"));
    choose("gitKeyCombo", QStringLiteral("None"));
    EXPECT_TRUE(git()->credential.isEmpty());
    EXPECT_EQ(entries("gitKeyCombo").size(), 2);
}

TEST_F(GitDoorTest, ANewKeyIsAskedForAndChosenWhenItComes)
{
    makeKey(QStringLiteral("old"));
    type("gitUrlEdit", sshUrl);
    QSignalSpy asked(&page, &ApplicationPage::sshKeysRequested);
    choose("gitKeyCombo", QStringLiteral("New key"));
    EXPECT_EQ(asked.size(), 1);
    EXPECT_TRUE(git()->credential.isEmpty());
    EXPECT_EQ(find<QComboBox>("gitKeyCombo")->currentText(), QStringLiteral("Choose a key…"));
    addToken(QStringLiteral("hub"), QStringLiteral("github.com")); // which does not fit
    EXPECT_TRUE(git()->credential.isEmpty());
    makeKey(QStringLiteral("fresh"));
    EXPECT_EQ(git()->credential, QStringLiteral("fresh"));
    EXPECT_TRUE(find<QComboBox>("gitKeyCombo")->currentText().startsWith(QLatin1String("fresh")));
    makeKey(QStringLiteral("another"));
    EXPECT_EQ(git()->credential, QStringLiteral("fresh"));
}

TEST_F(GitDoorTest, AProblemIsToldAtItsFieldAndUnfoldsTheRareOnes)
{
    type("gitUrlEdit", sshUrl);
    const auto problemAt = [](const QString &path) {
        return Problem{WizardStep::Application, path,
                       Error::invalidInput(QStringLiteral("Wrong: ") + path), false};
    };
    EXPECT_FALSE(find<QSpinBox>("gitDepthSpin")->isVisible());
    const QList<Problem> rest =
        page.showProblems({problemAt(QStringLiteral("$.application.git.depth")),
                           problemAt(QStringLiteral("$.application.git.token")),
                           problemAt(QStringLiteral("$.application.git.commit")),
                           problemAt(QStringLiteral("$.application.folder"))});
    EXPECT_TRUE(find<QSpinBox>("gitDepthSpin")->isVisible());
    EXPECT_TRUE(fieldOf("gitDepthSpin")->error().contains(QLatin1String("git.depth")));
    EXPECT_TRUE(fieldOf("gitKeyCombo")->error().contains(QLatin1String("git.token")));
    EXPECT_TRUE(fieldOf("gitReferenceEdit")->error().contains(QLatin1String("git.commit")));
    // The folder's field is behind the other door, where nobody would see it.
    ASSERT_EQ(rest.size(), 1);
    EXPECT_EQ(rest.first().path, QStringLiteral("$.application.folder"));
    EXPECT_TRUE(fieldOf("applicationFolderEdit")->error().isEmpty());
}

TEST_F(GitDoorTest, TheWordsBesideFollowTheFields)
{
    auto *facts = find<QWidget>("gitFacts");
    EXPECT_FALSE(facts->isVisible());
    type("gitUrlEdit", sshUrl);
    EXPECT_TRUE(facts->isVisible());
    choose("gitReferenceCombo", QStringLiteral("Branch"));
    type("gitReferenceEdit", QStringLiteral("dev"));
    const auto says = [facts](const QString &text) {
        for (const QLabel *label : facts->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    };
    waitUntil([&] { return says(QStringLiteral("branch dev")); });
    type("gitUrlEdit", QString());
    EXPECT_FALSE(facts->isVisible());
}

TEST_F(GitDoorTest, NoTwoControlsHaveTheSameMnemonic)
{
    type("gitUrlEdit", sshUrl);
    click("gitMoreButton");
    for (const char *door : {"gitDoor", "folderDoor"}) {
        click(door);
        // Those of the window around: menus, places, Back and Next.
        QString taken = QStringLiteral("FVHNROAB");
        for (const QWidget *widget : page.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString text = button ? button->text() : label ? label->text() : QString();
            const QKeySequence keys = QKeySequence::mnemonic(text);
            if (!widget->isVisible() || keys.isEmpty() || (label && !label->buddy()))
                continue;
            const QChar letter = keys.toString().back();
            EXPECT_FALSE(taken.contains(letter)) << door << ": " << qPrintable(text);
            taken += letter;
        }
        EXPECT_GT(taken.size(), 10) << door;
    }
}

TEST_F(GitDoorTest, EveryControlIsReachedByTabInTheOrderOfThePage)
{
    type("gitUrlEdit", sshUrl);
    choose("gitReferenceCombo", QStringLiteral("Branch"));
    click("gitMoreButton");
    QStringList missing{QStringLiteral("gitUrlEdit"),
                        QStringLiteral("gitReferenceCombo"),
                        QStringLiteral("gitReferenceEdit"),
                        QStringLiteral("gitFolderEdit"),
                        QStringLiteral("gitKeyCombo"),
                        QStringLiteral("testAccessButton"),
                        QStringLiteral("gitMoreButton"),
                        QStringLiteral("gitDepthSpin"),
                        QStringLiteral("gitSubmodulesCheck"),
                        QStringLiteral("gitLfsCheck"),
                        QStringLiteral("nameEdit")};
    page.activateWindow();
    find<QWidget>("gitDoor")->setFocus();
    for (int i = 0; i < 30 && !missing.isEmpty(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget()->objectName() == missing.first())
            missing.removeFirst();
    }
    EXPECT_EQ(missing, QStringList());
}
