// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/credentialstore.h"

#include <chrono>

namespace Batchdesk {

//! \brief Keeps keys in the system's own secret store (Secret Service, KWallet, Keychain,
//! Credential Manager); never in plain text anywhere.
//!
//! To be used from a thread with an event loop. A store that asks the user something may never
//! answer; after the time given that becomes an error, and a later answer is ignored.
class KeychainCredentialStore final : public CredentialStore
{
public:
    //! \param service the name under which the system lists the entries.
    explicit KeychainCredentialStore(const QString &service = QStringLiteral("batchdesk"),
                                     std::chrono::milliseconds patience = std::chrono::seconds(30));

    QFuture<Outcome<Secret>> read(const QString &name) override;
    QFuture<Outcome<void>> write(const QString &name, const Secret &secret) override;
    QFuture<Outcome<void>> remove(const QString &name) override;

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace Batchdesk
