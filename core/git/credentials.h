// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/credentialstore.h"
#include "core/base/outcome.h"
#include "core/git/sshkey.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>

#include <memory>

namespace Batchdesk::Git {

//! \brief What opens private repositories: an SSH key, or a token for HTTPS. The secret half is in
//! the credential store, never in here.
struct Credential
{
    enum class Kind { SshKey, Token };

    Kind kind = Kind::SshKey;
    QString name;        //!< Unique among both kinds; what settings.json names.
    PublicKey publicKey; //!< Of an SSH key.
    QString host;        //!< Of a token: the only host that it is ever sent to.
    QString user;        //!< Of a token: the user name that goes with it.
    QDateTime madeAt;    //!< UTC; when it came to be here.

    bool operator==(const Credential &) const = default;
};

//! \brief The SSH keys and tokens of this user: their list in git-credentials.json, their secret
//! halves in the keychain or kept for this session only.
//!
//! Lives on the thread that made it, which needs an event loop. Nothing blocks but the reading of
//! the small list. Names are 1 to 64 of A-Z, a-z, 0-9, '_', '-' and '.'.
class Credentials final : public QObject
{
    Q_OBJECT

public:
    //! \brief How long a secret half is kept.
    enum class Keep { InKeychain, ThisSession };

    //! \param path git-credentials.json; need not exist.
    Credentials(const QString &path, std::shared_ptr<CredentialStore> keychain,
                QObject *parent = nullptr);
    ~Credentials() override;

    //! \brief Where the list of this user is.
    static QString defaultPath();
    //! \brief Where this list is.
    QString path() const;

    //! \brief All of them by name, those of this session too. Fails with Io for a file that cannot
    //! be read or understood.
    Outcome<QList<Credential>> list() const;
    //! \brief The one of that name. NotFound, which names those there are.
    Outcome<Credential> find(const QString &name) const;

    //! \brief Whether a new one may have that name: InvalidInput, AlreadyExists.
    Outcome<void> checkFree(const QString &name) const;
    //! \brief Makes a key pair. AlreadyExists when the name is taken: a key is never overwritten.
    //! While the keychain is waited for, the name is taken too, but not for ThisSession: then the
    //! one that waits gives way.
    QFuture<Outcome<Credential>> generate(const QString &name, KeyType type, Keep keep);
    //! \brief Takes a private key; see importKey() for its errors.
    QFuture<Outcome<Credential>> import(const QString &name, const Secret &text,
                                        const Secret &passphrase, Keep keep);
    //! \brief Keeps a token for \a host. An empty user becomes "git", which GitHub, GitLab and
    //! Azure Repos take; Bitbucket wants "x-token-auth".
    QFuture<Outcome<Credential>> addToken(const QString &name, const QString &host,
                                          const QString &user, const Secret &token, Keep keep);
    //! \brief Puts another token in the place of the one that is kept. NotFound, InvalidInput.
    QFuture<Outcome<void>> changeToken(const QString &name, const Secret &token, Keep keep);
    //! \brief Forgets it, the secret half first: when the keychain does not, it stays in the list.
    QFuture<Outcome<void>> remove(const QString &name);

    //! \brief The private key or the token. NotFound when its secret half is gone from the
    //! keychain.
    QFuture<Outcome<Secret>> secretOf(const QString &name);
    //! \brief True when its secret half goes with this session.
    bool isForThisSession(const QString &name) const;

Q_SIGNALS:
    //! \brief One came, went or changed.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! \brief What a token's host, user (may be empty) and text have to be. InvalidInput, which never
//! repeats the token.
Outcome<void> checkTokenHost(const QString &host);
Outcome<void> checkTokenUser(const QString &user);
Outcome<void> checkTokenText(const Secret &token);
//! \brief Name of the secret half in the credential store.
QString secretName(const QString &credential);

} // namespace Batchdesk::Git
