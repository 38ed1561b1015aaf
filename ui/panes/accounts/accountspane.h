// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>
#include <QWidget>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace Batchdesk {

class Accounts;
struct AccountProfile;
class Notice;
class ProfileForm;

namespace Git {
class Credentials;
}

//! \brief The accounts: a list, and what one of them is made of. What was typed into one stays when
//! another is looked at.
class AccountsPane final : public QWidget
{
    Q_OBJECT

public:
    //! \brief What there is beside the accounts.
    enum class Section { SshKeys, Tokens, TrustedHosts, Privacy };

    //! \param accounts, credentials have to outlive the pane.
    //! \param runsFolder where the runs are kept, for the page that tells it.
    AccountsPane(Accounts *accounts, Git::Credentials *credentials, const QString &runsFolder,
                 QWidget *parent = nullptr);

    //! \brief Shows the account of that name ("local", "env", a profile), if there is one.
    void showAccount(const QString &name);
    void showSection(Section section);
    //! \brief Shows the form for a new one, as it was left.
    void addAccount();
    //! \brief The name of the account that is shown; empty for a new one. A section's begins with a
    //! colon, which the name of no account holds.
    QString shownAccount() const { return m_shown; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeListSide();
    QWidget *makeDetailSide();
    void fillList();
    void dropPagesOfForgotten(const QList<AccountProfile> &profiles);
    void addRow(const QString &name, const QString &iconName);
    void addSections();
    void addHeadingRow(const QString &text);
    void addSectionRow(Section section, const QString &title, const QString &iconName);
    QWidget *makeSection(Section section);
    void dropPage(const QString &name);
    QWidget *pageOf(const QString &name);
    ProfileForm *addForm(ProfileForm *form);
    void showPage(const QString &name);
    void onSaved(ProfileForm *form);
    void forget(const QString &name);

    Accounts *m_accounts = nullptr;
    Git::Credentials *m_credentials = nullptr;
    QString m_runsFolder;
    QWidget *m_listSide = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_addButton = nullptr;
    QStackedWidget *m_pages = nullptr;
    Notice *m_notice = nullptr;
    QHash<QString, QWidget *> m_pageOf; //!< By name; the new account's under the empty one.
    QString m_shown;
};

} // namespace Batchdesk
