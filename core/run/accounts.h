// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/auth/accountprofiles.h"
#include "core/auth/credentialstore.h"
#include "core/base/outcome.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace Batchdesk {

class Transport;

//! \brief The accounts of this user, by name: "local" (This computer), "env" (the environment), and
//! the profiles, whose keys are in the keychain or kept for this session only.
//!
//! Lives on the thread that made it, which needs an event loop, and never blocks it.
class Accounts final : public QObject
{
    Q_OBJECT

public:
    //! \brief Where things are.
    struct Places
    {
        QString cliProgram;   //!< batchdesk-cli, whose "serve" is the embedded service.
        QString localState;   //!< Folder of the embedded service.
        QString profilesFile; //!< accounts.json
        std::optional<std::chrono::seconds> localIdle =
            std::nullopt; //!< How long the embedded service stays without work; see ThisComputer.

        //! \brief This user's own, with that program.
        static Places ofThisUser(const QString &cliProgram);
    };
    //! \brief How long keys are kept.
    enum class Keep { InKeychain, ThisSession };

    Accounts(const Places &places, std::shared_ptr<CredentialStore> keychain,
             QObject *parent = nullptr);
    ~Accounts() override;

    //! \brief How to sign for an account; starts the embedded service for "local". Fails with
    //! InvalidInput for an unknown name, Keychain or NotFound when a key cannot be had.
    QFuture<Outcome<AccountAccess>> open(const QString &name);

    //! \brief The profiles, by name; blocks on a small file.
    Outcome<QList<AccountProfile>> profiles() const;
    //! \brief Keeps the keys first, then adds the profile or replaces the one of that name. Nothing
    //! is changed when it fails; with Keychain, ThisSession is the way out. An empty key leaves the
    //! one that is kept, which a new profile does not have: InvalidInput.
    QFuture<Outcome<void>> save(const AccountAccess &account, Keep keep);
    //! \brief Forgets the profile and its keys. With Keychain the profile is gone, but its keys may
    //! still be there.
    QFuture<Outcome<void>> remove(const QString &name);
    //! \brief True when the keys of that profile go with this session.
    bool isForThisSession(const QString &name) const;

    //! \brief Asks both services of an account one real question each: Pool - List and List
    //! Containers, one entry. Keys that are empty are those that are kept for its name.
    struct Connection
    {
        Outcome<void> batch;
        Outcome<void> storage;
    };
    QFuture<Connection> test(const AccountAccess &account);

    //! \brief Where things are.
    const Places &places() const;
    //! \brief What the window's own requests go through.
    std::shared_ptr<Transport> transport() const;

    //! \brief Where the embedded service writes how to reach it, for az and the SDKs; there once it
    //! was started.
    QString connectionFile() const;
    //! \brief True when a variable of "env" is set, whether or not the rest is.
    static bool hasEnvironment();
    //! \brief The name for people: "This computer", "Environment", or the profile's own.
    static QString title(const QString &name);

Q_SIGNALS:
    //! \brief A profile came, went or changed.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Batchdesk
