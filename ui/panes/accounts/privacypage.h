// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/hostkeys.h"

#include <QWidget>

class QVBoxLayout;

namespace Batchdesk {

class Accounts;
class ForgetAll;
class Notice;
struct Error;
struct StoredThing;
namespace Git {
class Credentials;
}

//! \brief What is stored where, read from the running program, and how to have every key forgotten.
class PrivacyPage final : public QWidget
{
    Q_OBJECT

public:
    //! \param accounts, credentials have to outlive the page.
    PrivacyPage(Accounts *accounts, Git::Credentials *credentials,
                const Git::KnownHosts &knownHosts, const QString &runsFolder,
                QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addForgetting(QVBoxLayout *layout);
    void refresh();
    void addSecrets(QVBoxLayout *layout) const;
    void addThing(QVBoxLayout *layout, const StoredThing &thing);
    void openFolder(const QString &folder);
    void askToForgetAll();
    void onForgotten(const QList<Error> &failures);

    Accounts *m_accounts = nullptr;
    Git::Credentials *m_credentials = nullptr;
    Git::KnownHosts m_knownHosts;
    QString m_runsFolder;
    ForgetAll *m_forgetAll = nullptr;
    Notice *m_notice = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QWidget *m_facts = nullptr; //!< Made anew whenever something changes.
};

} // namespace Batchdesk
