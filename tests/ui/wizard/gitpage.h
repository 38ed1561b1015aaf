// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/credentialstore.h"
#include "core/git/credentials.h"
#include "core/git/hostkeys.h"
#include "tests/support/wait.h"
#include "tests/support/workspace.h"
#include "ui/widgets/field.h"
#include "ui/wizard/applicationpage.h"
#include "ui/wizard/settingsfile.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace Batchdesk::Test {

//! \brief The wizard's page Application with its Git door open, and the hands of a user.
class GitPageTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        QFile::remove(Git::KnownHosts::defaultPath());
        page.resize(1040, 700);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&page));
        page.refresh();
        page.showProblems({});
        click("gitDoor");
    }
    template <typename T>
    T *find(const char *name) const
    {
        T *found = page.findChild<T *>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    void click(const char *name) const
    {
        // At the left, where the marks of check boxes and radio buttons are.
        auto *button = find<QAbstractButton>(name);
        ASSERT_TRUE(button->isVisible() && button->isEnabled()) << name;
        QTest::mouseClick(button, Qt::LeftButton, Qt::NoModifier, QPoint(10, button->height() / 2));
    }
    void type(const char *name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        ASSERT_TRUE(edit->isVisible()) << name;
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, text);
    }
    //! Chooses by the keyboard, as an activation by the user.
    void choose(const char *name, const QString &text) const
    {
        auto *combo = find<QComboBox>(name);
        const int wanted = combo->findText(text, Qt::MatchStartsWith);
        ASSERT_GE(wanted, 0) << name << ": " << qPrintable(text);
        combo->setFocus();
        combo->showPopup();
        QTest::keyClick(combo->view(), Qt::Key_Home);
        while (combo->view()->currentIndex().row() < wanted)
            QTest::keyClick(combo->view(), Qt::Key_Down);
        QTest::keyClick(combo->view(), Qt::Key_Return);
    }
    QStringList entries(const char *name) const
    {
        const auto *combo = find<QComboBox>(name);
        QStringList list;
        for (int i = 0; i < combo->count(); ++i) {
            if (!combo->itemText(i).isEmpty()) // a separator
                list << combo->itemText(i);
        }
        return list;
    }
    Field *fieldOf(const char *name) const
    {
        QWidget *at = find<QWidget>(name);
        while (at && !qobject_cast<Field *>(at))
            at = at->parentWidget();
        return qobject_cast<Field *>(at);
    }
    const std::optional<GitSource> &git() const { return document.settings().application.git; }
    void importKey(const QString &name, const Secret &key)
    {
        const auto done =
            waitFor(credentials.import(name, key, Secret(), Git::Credentials::Keep::InKeychain));
        ASSERT_TRUE(done) << qPrintable(done.error().message);
    }
    void makeKey(const QString &name)
    {
        const auto done = waitFor(
            credentials.generate(name, Git::KeyType::Ed25519, Git::Credentials::Keep::InKeychain));
        ASSERT_TRUE(done) << qPrintable(done.error().message);
    }
    void addToken(const QString &name, const QString &host)
    {
        const auto done = waitFor(credentials.addToken(name, host, {}, Secret("only-for-tests"),
                                                       Git::Credentials::Keep::InKeychain));
        ASSERT_TRUE(done) << qPrintable(done.error().message);
    }

    Workspace disk;
    Git::Credentials credentials{disk.path(QStringLiteral("git-credentials.json")),
                                 std::make_shared<MemoryCredentialStore>()};
    SettingsFile document;
    ApplicationPage page{&document, &credentials};
};

} // namespace Batchdesk::Test
