// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/runwizard.h"

#include "core/auth/credentialstore.h"
#include "core/git/credentials.h"
#include "core/run/accounts.h"
#include "core/run/rundesk.h"
#include "tests/support/wait.h"
#include "tests/support/workspace.h"
#include "ui/widgets/field.h"
#include "ui/widgets/notice.h"
#include "ui/wizard/planbuilder.h"
#include "ui/wizard/stepbar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class RunWizardTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        disk.write(QStringLiteral("project/src/main.py"), "x");
        disk.write(QStringLiteral("project/inputs/a.csv"), "1,2\n");
        disk.write(QStringLiteral("project/inputs/b.csv"), "3,4\n");
        disk.write(QStringLiteral("project/settings.json"),
                   R"({"version": 1, "application": {"folder": "src"},
                       "task": {"command": "run {input}"}})");
        wizard.resize(1080, 760);
        wizard.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&wizard));
    }
    template <typename T>
    T *find(const char *name) const
    {
        T *found = wizard.findChild<T *>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    void settle() const
    {
        const auto *builder = wizard.findChild<PlanBuilder *>();
        waitUntil([builder] { return !builder->isBusy(); });
    }
    void open(const QString &relative)
    {
        QSignalSpy used(&wizard, &RunWizard::settingsUsed);
        wizard.open(disk.path(relative));
        waitUntil([&] { return used.size() == 1; });
        settle();
    }
    void goTo(int step) const
    {
        QTest::mouseClick(find<QAbstractButton>(qPrintable(QStringLiteral("step%1").arg(step))),
                          Qt::LeftButton);
        settle();
    }
    Field *fieldOf(QWidget *editor) const
    {
        QWidget *at = editor;
        while (at && !qobject_cast<Field *>(at))
            at = at->parentWidget();
        return qobject_cast<Field *>(at);
    }
    void typeCommand(const QString &command) const
    {
        auto *edit = find<QPlainTextEdit>("commandEdit");
        edit->selectAll();
        QTest::keyClicks(edit, command);
        settle();
    }

    Workspace disk;
    Accounts::Places places() const
    {
        Accounts::Places places;
        places.cliProgram = disk.path(QStringLiteral("no-such-program"));
        places.localState = disk.path(QStringLiteral("state"));
        places.profilesFile = disk.path(QStringLiteral("accounts.json"));
        return places;
    }
    std::shared_ptr<Accounts> accounts =
        std::make_shared<Accounts>(places(), std::make_shared<MemoryCredentialStore>());
    RunDesk desk{disk.path(QStringLiteral("no-such-program")), disk.path(QStringLiteral("runs")),
                 accounts};
    Git::Credentials credentials{disk.path(QStringLiteral("git-credentials.json")),
                                 std::make_shared<MemoryCredentialStore>()};
    RunWizard wizard{&desk, accounts.get(), &credentials};
};

} // namespace

TEST_F(RunWizardTest, AnEmptyDocumentAsksForItsFolderAndGoesNoFurther)
{
    settle();
    EXPECT_FALSE(find<QPushButton>("nextButton")->isEnabled());
    EXPECT_FALSE(find<QPushButton>("backButton")->isEnabled());
    EXPECT_FALSE(fieldOf(find<QLineEdit>("applicationFolderEdit"))->error().isEmpty());
    EXPECT_FALSE(wizard.isDirty());
}

TEST_F(RunWizardTest, ABadCommandIsToldAtItsFieldAndMendingItOpensTheWay)
{
    open(QStringLiteral("project/settings.json"));
    goTo(3);
    auto *next = find<QPushButton>("nextButton");
    EXPECT_TRUE(next->isEnabled());

    typeCommand(QStringLiteral("run {inptu} x"));
    Field *field = fieldOf(find<QPlainTextEdit>("commandEdit"));
    EXPECT_TRUE(field->error().contains(QLatin1String("inptu"))) << qPrintable(field->error());
    EXPECT_FALSE(next->isEnabled());
    EXPECT_EQ(find<QPlainTextEdit>("commandEdit")->toPlainText(), QStringLiteral("run {inptu} x"));
    EXPECT_EQ(find<StepButton>("step3")->state(), StepButton::State::Problem);

    typeCommand(QStringLiteral("run {input} x"));
    EXPECT_TRUE(field->error().isEmpty()) << qPrintable(field->error());
    EXPECT_TRUE(next->isEnabled());
    EXPECT_TRUE(wizard.isDirty());
    auto *table = find<QAbstractItemView>("commandTable");
    EXPECT_EQ(table->model()->rowCount(), 2);
    EXPECT_TRUE(table->model()->index(0, 3).data().toString().endsWith(QLatin1String(" x")));
}

TEST_F(RunWizardTest, NextIsOffWhileTheSettingsAreLookedAt)
{
    open(QStringLiteral("project/settings.json"));
    goTo(3);
    auto *edit = find<QPlainTextEdit>("commandEdit");
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, QStringLiteral(" y"));
    EXPECT_FALSE(find<QPushButton>("nextButton")->isEnabled());
    settle();
    EXPECT_TRUE(find<QPushButton>("nextButton")->isEnabled());
}

TEST_F(RunWizardTest, EveryStepCanBeLeftAndComesBackAsItWas)
{
    settle();
    for (const int step : {5, 2, 4, 1, 3})
        goTo(step);
    typeCommand(QStringLiteral("half a {"));
    goTo(1);
    goTo(3);
    EXPECT_EQ(find<QPlainTextEdit>("commandEdit")->toPlainText(), QStringLiteral("half a {"));
}

TEST_F(RunWizardTest, TheDoorOfGitLeadsToTheKeysAndBackToWhatWasTyped)
{
    open(QStringLiteral("project/settings.json"));
    auto *door = find<QAbstractButton>("gitDoor");
    QTest::mouseClick(door, Qt::LeftButton, Qt::NoModifier, QPoint(10, door->height() / 2));
    QTest::keyClicks(find<QLineEdit>("gitUrlEdit"), QStringLiteral("git@example.org:o/model.git"));
    settle();
    QSignalSpy asked(&wizard, &RunWizard::sshKeysRequested);
    auto *keys = find<QComboBox>("gitKeyCombo");
    keys->setFocus();
    QTest::keyClick(keys, Qt::Key_End); // the last entry: another one
    EXPECT_EQ(asked.size(), 1);
    EXPECT_TRUE(wizard.isDirty());
    goTo(2);
    goTo(1);
    EXPECT_EQ(find<QLineEdit>("gitUrlEdit")->text(), QStringLiteral("git@example.org:o/model.git"));
    EXPECT_EQ(find<QLineEdit>("nameEdit")->placeholderText(), QStringLiteral("model"));
}

TEST_F(RunWizardTest, TheReviewListsWhatIsWrongElsewhereAndLeadsThere)
{
    open(QStringLiteral("project/settings.json"));
    goTo(3);
    typeCommand(QStringLiteral("run {inptu}"));
    goTo(5);
    EXPECT_FALSE(find<QPushButton>("launchButton")->isEnabled());
    EXPECT_TRUE(find<Notice>("problemsNotice")->text().contains(QLatin1String("inptu")));
    QTest::mouseClick(find<QPushButton>("goToStep3"), Qt::LeftButton);
    EXPECT_TRUE(find<QPlainTextEdit>("commandEdit")->isVisible());
}

TEST_F(RunWizardTest, AWrongValueOfAFileIsToldAtItsFieldUntilItIsMended)
{
    disk.write(QStringLiteral("project/wrong.json"),
               R"({"application": {"folder": "src"}, "pool": {"slotsPerNode": 900},
                   "task": {"command": "run {input}"}})");
    open(QStringLiteral("project/wrong.json"));
    goTo(4);
    auto *slots_ = find<QSpinBox>("slotsSpin");
    EXPECT_FALSE(fieldOf(slots_)->error().isEmpty());
    EXPECT_FALSE(wizard.isDirty());
    slots_->setValue(4);
    settle();
    EXPECT_TRUE(fieldOf(slots_)->error().isEmpty());
    EXPECT_TRUE(find<QPushButton>("nextButton")->isEnabled());
}

TEST_F(RunWizardTest, AnUnknownKeyIsListedAndCanBeLeftOut)
{
    disk.write(QStringLiteral("project/odd.json"),
               R"({"application": {"folder": "src"}, "pol": {},
                   "task": {"command": "run {input}"}})");
    open(QStringLiteral("project/odd.json"));
    goTo(5);
    EXPECT_TRUE(find<Notice>("problemsNotice")->isVisible());
    QTest::mouseClick(find<QPushButton>("dropErrorsButton"), Qt::LeftButton);
    settle();
    EXPECT_FALSE(find<Notice>("problemsNotice")->isVisible());
    EXPECT_TRUE(wizard.isDirty());
}

TEST_F(RunWizardTest, ABrokenFileIsToldAndTheDocumentStays)
{
    open(QStringLiteral("project/settings.json"));
    disk.write(QStringLiteral("broken.json"), "{");
    wizard.open(disk.path(QStringLiteral("broken.json")));
    auto *notice = find<Notice>("failureNotice");
    waitUntil([notice] { return notice->isVisible(); });
    EXPECT_EQ(wizard.documentTitle(), QStringLiteral("settings.json"));
}

TEST_F(RunWizardTest, AChangeOnTheDiskOffersTheChoice)
{
    open(QStringLiteral("project/settings.json"));
    disk.write(QStringLiteral("project/settings.json"),
               R"({"application": {"folder": "src"}, "task": {"command": "walk {input}"}})");
    auto *notice = find<Notice>("changedOnDiskNotice");
    waitUntil([notice] { return notice->isVisible(); });
    QSignalSpy used(&wizard, &RunWizard::settingsUsed);
    QTest::mouseClick(find<QPushButton>("reloadButton"), Qt::LeftButton);
    waitUntil([&] { return used.size() == 1; });
    EXPECT_FALSE(notice->isVisible());
    EXPECT_EQ(find<QPlainTextEdit>("commandEdit")->toPlainText(), QStringLiteral("walk {input}"));
}

TEST_F(RunWizardTest, UnsavedChangesAreNotThrownAwayUnasked)
{
    open(QStringLiteral("project/settings.json"));
    disk.write(QStringLiteral("other.json"), R"({"task": {"command": "other"}})");
    goTo(3);
    typeCommand(QStringLiteral("mine {input}"));
    wizard.open(disk.path(QStringLiteral("other.json")));
    auto *notice = find<Notice>("unsavedNotice");
    EXPECT_TRUE(notice->isVisible());
    QTest::mouseClick(find<QPushButton>("stayButton"), Qt::LeftButton);
    EXPECT_FALSE(notice->isVisible());
    EXPECT_EQ(wizard.documentTitle(), QStringLiteral("settings.json"));

    wizard.open(disk.path(QStringLiteral("other.json")));
    QTest::mouseClick(find<QPushButton>("saveFirstButton"), Qt::LeftButton);
    waitUntil([this] { return wizard.documentTitle() == QLatin1String("other.json"); });
    EXPECT_TRUE(disk.read(QStringLiteral("project/settings.json")).contains("mine {input}"));
}

TEST_F(RunWizardTest, ALaunchThatCannotWorkIsKeptBackByItsChecks)
{
    open(QStringLiteral("project/settings.json"));
    goTo(5);
    // There is no program to be this computer's service.
    auto *launch = find<QPushButton>("launchButton");
    auto *status = find<QLabel>("wizardStatus");
    waitUntil([status] { return status->text().contains(QLatin1String("failed")); });
    EXPECT_FALSE(launch->isEnabled());
    EXPECT_GT(find<QWidget>("preflightList")->findChildren<QWidget *>().size(), 0);
}

TEST_F(RunWizardTest, EveryControlHasANameForThoseWhoDoNotSee)
{
    for (const QWidget *widget : wizard.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
            || qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLabel *>(widget)
            || widget->inherits("QComboBoxListView")
            || widget->objectName().startsWith(QLatin1String("qt_"))
            || qobject_cast<const QHeaderView *>(widget))
            continue;
        EXPECT_FALSE(widget->accessibleName().isEmpty())
            << widget->metaObject()->className() << " " << qPrintable(widget->objectName());
    }
}
