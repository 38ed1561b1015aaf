// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/auth/credentialstore.h"

#include <QCoroTask>

#include <QList>
#include <QString>

#include <memory>

namespace Batchdesk {

//! \brief An Azure account as the user named it; its keys are in the credential store, never in
//! here.
struct AccountProfile
{
    QString name;
    QUrl batchEndpoint;
    QString batchAccount;
    QUrl blobEndpoint;
    QString storageAccount;

    bool operator==(const AccountProfile &) const = default;
};

//! \brief The profiles of this user, in accounts.json.
class AccountProfiles
{
public:
    //! \param path accounts.json; need not exist.
    explicit AccountProfiles(const QString &path)
        : m_path(path)
    {
    }

    //! \brief Where the profiles of this user are kept.
    static QString defaultPath();

    //! \brief Every profile, by name. Fails with Io for a file that cannot be read or understood.
    Outcome<QList<AccountProfile>> list() const;
    //! \brief The profile of that name. Fails with InvalidInput that lists the names there are.
    Outcome<AccountProfile> find(const QString &name) const;
    //! \brief Adds it, or replaces the one of that name.
    Outcome<void> save(const AccountProfile &profile) const;
    //! \brief Takes it out of the list; that there was none is no error.
    Outcome<void> remove(const QString &name) const;

private:
    Outcome<void> write(const QList<AccountProfile> &profiles) const;

    QString m_path;
};

//! \brief Name in the credential store of a profile's Batch key.
QString batchKeyName(const QString &profile);
//! \brief Name in the credential store of a profile's storage key.
QString storageKeyName(const QString &profile);

//! \brief Fetches the profile's keys. Fails with Keychain, or NotFound naming the key that is
//! missing.
QCoro::Task<Outcome<AccountAccess>> unlockProfile(std::shared_ptr<CredentialStore> store,
                                                  AccountProfile profile);

} // namespace Batchdesk
