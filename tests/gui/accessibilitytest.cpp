// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Whoever hears the window instead of seeing it, or has no mouse, finds every control.
#include "tests/gui/walker.h"
#include "tests/support/gitserver.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollArea>

#include <gtest/gtest.h>

#include <functional>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget);
}

//! Parts of a control that Qt makes itself (the field of a spin box, a table's corner) speak
//! through it.
bool isPartOfAnother(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (isControl(parent) || qobject_cast<const QMenuBar *>(parent))
            return true;
    }
    return widget->objectName().startsWith(QLatin1String("qt_"));
}

void expectNames(QWidget *root)
{
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (!isControl(widget) || isPartOfAnother(widget))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        ASSERT_TRUE(face);
        EXPECT_FALSE(face->text(QAccessible::Name).trimmed().isEmpty())
            << widget->metaObject()->className() << " \"" << qPrintable(widget->objectName())
            << "\" in " << widget->parentWidget()->metaObject()->className() << " \""
            << qPrintable(widget->parentWidget()->objectName()) << '"';
    }
}

//! Heights that depend on widths go from one layout to the one around it.
void settle()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
}

void expectWholeTexts(Walker &walker, const char *where)
{
    for (const QLabel *label : walker.window().findChildren<QLabel *>()) {
        if (!label->isVisible() || !label->wordWrap())
            continue;
        EXPECT_GE(label->height(), label->heightForWidth(label->width()))
            << where << ": " << qPrintable(label->text());
    }
}

//! Goes to each page of keys, its forms opened, and looks at it.
void lookAtKeys(Walker &walker, const std::function<void(const char *)> &look)
{
    const auto open = [&](const QString &row, const char *button, const char *shown) {
        walker.goToAccounts(row);
        walker.click(button);
        walker.see(shown);
        settle();
        look(shown);
    };
    open(QStringLiteral("SSH keys"), "newKeyButton", "newKeyForm");
    walker.type("newKeyNameEdit", QStringLiteral("deploy"));
    walker.click("newKeyDoButton");
    walker.see("guideText");
    settle();
    look("guideText");
    open(QStringLiteral("SSH keys"), "importKeyButton", "importKeyForm");
    open(QStringLiteral("Access tokens"), "newTokenButton", "tokenForm");
    walker.goToAccounts(QStringLiteral("Trusted hosts"));
    settle();
    look("trusted hosts");
    open(QStringLiteral("Privacy"), "forgetAllButton", "confirmForgetAllButton");
    // The next test begins without a key.
    walker.click("confirmForgetAllButton");
    waitUntil([&walker] { return walker.credentials().list()->isEmpty(); });
}

} // namespace

TEST(Accessibility, EveryControlHasAName)
{
    Walker walker;
    // The pages of the wizard and of a run are made with the window or on the way here.
    walker.window().trySample();
    walker.see("wizardSteps");
    expectNames(&walker.window());
    for (const char *place : {"welcome", "runs", "outputs", "accounts", "wizard"}) {
        walker.window().goTo(QLatin1String(place));
        QCoreApplication::processEvents();
        expectNames(&walker.window());
    }
}

TEST(Accessibility, NoTextIsCutOff)
{
    Walker walker;
    walker.window().trySample();
    walker.see("wizardSteps");
    for (const char *place : {"welcome", "runs", "outputs", "accounts", "wizard"}) {
        walker.window().goTo(QLatin1String(place));
        QCoreApplication::processEvents();
        expectWholeTexts(walker, place);
    }
}

TEST(Accessibility, ThePagesOfKeysHaveNamesAndWholeTextsInEverySize)
{
    Walker walker;
    for (const QSize size : {QSize(1280, 800), walker.window().minimumSize()}) {
        walker.window().resize(size);
        waitUntil([&] { return walker.window().size() == size; });
        lookAtKeys(walker, [&walker](const char *where) {
            expectNames(&walker.window());
            expectWholeTexts(walker, where);
            for (const QScrollArea *area : walker.window().findChildren<QScrollArea *>()) {
                if (area->isVisible()) {
                    EXPECT_LE(area->widget()->width(), area->viewport()->width()) << where;
                }
            }
        });
    }
}

TEST(Accessibility, TheDoorOfGitHasNamesAndWholeTextsInEverySize)
{
    const GitServer server;
    Walker walker;
    const auto key =
        waitFor(walker.credentials().import(QStringLiteral("mine"), server.privateKey("clientKey"),
                                            Secret(), Git::Credentials::Keep::InKeychain));
    ASSERT_TRUE(key) << qPrintable(key.error().message);
    walker.window().goTo(QStringLiteral("wizard"));
    walker.see("gitDoor");
    walker.click("gitDoor");
    expectWholeTexts(walker, "empty");
    walker.type("gitUrlEdit", server.url());
    walker.see("gitKeyCombo")->setFocus();
    walker.press(Qt::Key_Down);
    walker.click("gitMoreButton");
    walker.click("testAccessButton");
    walker.see("trustHostButton");
    expectNames(&walker.window());
    for (const QSize size : {QSize(1280, 800), walker.window().minimumSize()}) {
        walker.window().resize(size);
        waitUntil([&] { return walker.window().size() == size; });
        settle();
        expectWholeTexts(walker, "unknown host");
        for (const QLabel *label :
             walker.window().findChildren<QLabel *>(QStringLiteral("fingerprintLabel"))) {
            // It is not broken into lines, and the page does not scroll sideways.
            const QRect whole(label->mapTo(&walker.window(), QPoint()), label->sizeHint());
            EXPECT_LE(whole.right(), walker.window().width());
            EXPECT_GE(label->width(), label->sizeHint().width());
        }
    }
}

TEST(Accessibility, EveryPlaceIsReachedByItsShortcut)
{
    Walker walker;
    walker.press(Qt::Key_3, Qt::ControlModifier);
    walker.see("accountsList");
    walker.press(Qt::Key_2, Qt::ControlModifier);
    waitUntil([&walker] { return !walker.sees("accountsList"); });
    walker.press(Qt::Key_N, Qt::ControlModifier);
    walker.see("wizardSteps");
}
