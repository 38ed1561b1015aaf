// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/accounts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Batchdesk {

class ConnectionResult;
class Notice;
class StorageFields;
class TextField;

//! \brief A profile to be entered or changed. What was typed stays until it is saved; keys that are
//! kept are never shown.
class ProfileForm final : public QWidget
{
    Q_OBJECT

public:
    //! \brief For a new account.
    explicit ProfileForm(Accounts *accounts, QWidget *parent = nullptr);
    //! \brief For one that there is.
    ProfileForm(Accounts *accounts, const AccountProfile &profile, QWidget *parent = nullptr);

    //! \brief Empty while the account is new.
    QString profileName() const { return m_profileName; }

Q_SIGNALS:
    //! \brief It is kept under profileName().
    void saved();
    //! \brief The user confirmed that the account is to be forgotten.
    void forgetRequested(const QString &name);
    //! \brief A new account is not wanted after all.
    void discardRequested();

private:
    void addBatchFields();
    void addStorageFields();
    void addFooter(QVBoxLayout *page);
    void addHeading(const QString &text);
    void addText(const QString &text);
    void onEdited();
    void onBatchEndpointEdited();
    void showKept();
    Outcome<void> checkName(const QString &name) const;
    bool reveal();
    AccountAccess account() const;
    void test();
    void save(Accounts::Keep keep);
    void onSaved(const AccountAccess &account, Accounts::Keep keep);
    void showRefusal(const Error &error);
    void showWaiting();
    void askToForget();

    Accounts *m_accounts = nullptr;
    QString m_profileName;
    QLabel *m_title = nullptr;
    QWidget *m_fields = nullptr;
    QVBoxLayout *m_layout = nullptr;
    TextField *m_name = nullptr;
    TextField *m_batchEndpoint = nullptr;
    TextField *m_batchAccount = nullptr;
    TextField *m_batchKey = nullptr;
    StorageFields *m_storage = nullptr;
    ConnectionResult *m_result = nullptr;
    Notice *m_notice = nullptr;
    QPushButton *m_forgetButton = nullptr;
    QPushButton *m_discardButton = nullptr;
    int m_saving = 0;       //!< Number of the latest attempt; an answer to an older one is dropped.
    int m_testing = 0;      //!< The same for tests; counts edits too.
    bool m_waiting = false; //!< For the keychain.
    bool m_asking = false;  //!< The services.
};

} // namespace Batchdesk
