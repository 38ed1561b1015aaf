// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/credentialstore.h"
#include "core/git/credentials.h"
#include "core/git/hostkeys.h"
#include "core/run/accounts.h"
#include "tests/support/credentialstores.h"
#include "tests/support/wait.h"
#include "tests/support/workspace.h"
#include "ui/panes/accounts/accountspane.h"
#include "ui/widgets/field.h"
#include "ui/widgets/notice.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

namespace Batchdesk::Test {

//! \brief The Accounts place with a section of it shown, clicked and typed into as a user does.
class KeysPaneTest : public testing::Test
{
protected:
    using Section = AccountsPane::Section;

    KeysPaneTest() { use(store); }

    //! \brief A pane over another keychain, with the files of before.
    void use(const std::shared_ptr<CredentialStore> &keychain)
    {
        pane.reset();
        credentials.reset();
        accounts.reset();
        const Accounts::Places places{QString(), workspace.path(QStringLiteral("this-computer")),
                                      workspace.path(QStringLiteral("config/accounts.json"))};
        accounts = std::make_unique<Accounts>(places, keychain);
        credentials = std::make_unique<Git::Credentials>(
            workspace.path(QStringLiteral("config/git-credentials.json")), keychain);
        pane = std::make_unique<AccountsPane>(accounts.get(), credentials.get(),
                                              workspace.path(QStringLiteral("runs")));
        pane->resize(1080, 752);
        pane->show();
        pane->activateWindow();
        waitUntil([this] { return pane->isActiveWindow(); });
    }
    void show(Section section) { pane->showSection(section); }

    bool isThere(const char *name) const
    {
        const auto all = pane->findChildren<QWidget *>(QLatin1String(name));
        return std::any_of(all.begin(), all.end(), [](QWidget *w) { return w->isVisible(); });
    }
    //! \brief The visible one of that name, as soon as there is one.
    template <typename T>
    T *find(const char *name) const
    {
        T *found = nullptr;
        waitUntil([&] {
            for (T *candidate : pane->findChildren<T *>(QLatin1String(name))) {
                if (candidate->isVisible())
                    found = candidate;
            }
            return found != nullptr;
        });
        return found;
    }
    void click(const char *name) const
    {
        auto *button = find<QAbstractButton>(name);
        QCoreApplication::sendPostedEvents(); // what was just shown gets its place
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(const char *name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    QString errorOf(const char *name) const
    {
        return qobject_cast<Field *>(find<QLineEdit>(name)->parentWidget())->error();
    }
    QString news() const
    {
        for (const Notice *notice : pane->findChildren<Notice *>()) {
            if (notice->isVisible())
                return notice->text();
        }
        return {};
    }
    void waitForNews(const char *part) const
    {
        waitUntil([this, part] { return news().contains(QLatin1String(part)); });
    }
    //! \brief The cells of a table, a line for each row.
    QStringList rows(const char *table) const
    {
        if (!isThere(table))
            return {};
        const auto *model = find<QAbstractItemView>(table)->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
            lines << cells.join(QLatin1Char('|'));
        }
        return lines;
    }
    QStringList names() const
    {
        QStringList all;
        const auto list = credentials->list();
        for (const Git::Credential &credential : *list)
            all << credential.name;
        return all;
    }
    Outcome<Secret> secretOf(const char *name) const
    {
        return waitFor(credentials->secretOf(QLatin1String(name)));
    }

    Workspace workspace;
    std::shared_ptr<MoodyStore> store = std::make_shared<MoodyStore>();
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<Git::Credentials> credentials;
    std::unique_ptr<AccountsPane> pane;
};

} // namespace Batchdesk::Test
