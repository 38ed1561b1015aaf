// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/base/secret.h"

#include <QString>

namespace Batchdesk::Git {

//! \brief The half of a key that may be shown to everybody.
struct PublicKey
{
    QString type;        //!< "ssh-ed25519", "ssh-rsa" …
    QString line;        //!< "ssh-ed25519 AAAA… comment", as the pages of Git hosts take it.
    QString fingerprint; //!< "SHA256:…", as ssh-keygen -l prints it.

    bool operator==(const PublicKey &) const = default;
};

//! \brief Both halves.
struct KeyPair
{
    Secret privateKey; //!< OpenSSH or PEM text, without a passphrase.
    PublicKey publicKey;
};

enum class KeyType { Ed25519, Rsa4096 };

//! \brief Makes a new key, in memory only. RSA takes a second or more: not for the GUI thread.
//! \param comment says in lists of keys where it belongs; one line.
Outcome<KeyPair> generateKey(KeyType type, const QString &comment);

//! \brief What importKey() answers, as Error::code, when a passphrase has to be asked for.
inline constexpr QLatin1String passphraseNeeded("PassphraseNeeded");
inline constexpr QLatin1String passphraseWrong("PassphraseWrong");

//! \brief Reads a private key as ssh-keygen writes it. InvalidInput, which never repeats it: for a
//! public half, a PuTTY key, anything else; with the codes above when it is protected. What comes
//! out has no passphrase any more: the nodes could not ask for it.
Outcome<KeyPair> importKey(const Secret &text, const Secret &passphrase, const QString &comment);

//! \brief Reads "ssh-ed25519 AAAA… comment". InvalidInput.
Outcome<PublicKey> readPublicKey(const QString &line);

} // namespace Batchdesk::Git
