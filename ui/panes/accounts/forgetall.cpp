// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/panes/accounts/forgetall.h"

#include "core/git/credentials.h"
#include "core/run/accounts.h"
#include "ui/widgets/deliver.h"

#include <QTimer>

namespace Batchdesk {

ForgetAll::ForgetAll(Accounts *accounts, Git::Credentials *credentials, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_credentials(credentials)
{
}

qsizetype ForgetAll::count() const
{
    const auto profiles = m_accounts->profiles();
    const auto credentials = m_credentials->list();
    return (profiles ? profiles->size() : 0) + (credentials ? credentials->size() : 0);
}

void ForgetAll::start()
{
    if (m_open > 0)
        return;
    m_failures.clear();
    m_open = 1; // for this function itself: answers may be there at once
    const auto profiles = m_accounts->profiles();
    if (!profiles)
        m_failures << profiles.error();
    else {
        for (const AccountProfile &profile : *profiles)
            wait(tr("Account \"%1\"").arg(profile.name), m_accounts->remove(profile.name));
    }
    const auto credentials = m_credentials->list();
    if (!credentials)
        m_failures << credentials.error();
    else {
        for (const Git::Credential &credential : *credentials)
            wait(credential.kind == Git::Credential::Kind::SshKey
                     ? tr("SSH key \"%1\"").arg(credential.name)
                     : tr("Token \"%1\"").arg(credential.name),
                 m_credentials->remove(credential.name));
    }
    QTimer::singleShot(0, this, &ForgetAll::countDown);
}

void ForgetAll::wait(const QString &what, const QFuture<Outcome<void>> &forgetting)
{
    ++m_open;
    deliver(forgetting, this, [this, what](const Outcome<void> &done) {
        if (!done) {
            Error error = done.error();
            error.message = tr("%1: %2").arg(what, error.message);
            m_failures << error;
        }
        countDown();
    });
}

void ForgetAll::countDown()
{
    if (--m_open == 0)
        Q_EMIT finished(m_failures);
}

} // namespace Batchdesk
