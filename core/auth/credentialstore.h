// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/base/secret.h"

#include <QFuture>
#include <QHash>
#include <QMutex>
#include <QString>

namespace Batchdesk {

//! \brief Where keys are kept, by name. Each call gives exactly one outcome.
class CredentialStore
{
public:
    virtual ~CredentialStore() = default;
    //! \brief The secret of that name. NotFound when there is none, Keychain when the store fails.
    virtual QFuture<Outcome<Secret>> read(const QString &name) = 0;
    //! \brief Keeps it, in place of one of the same name.
    virtual QFuture<Outcome<void>> write(const QString &name, const Secret &secret) = 0;
    //! \brief Forgets it; that there was none is no error.
    virtual QFuture<Outcome<void>> remove(const QString &name) = 0;
};

//! \brief Keeps them as long as the program runs: for tests, and for "this session only".
//! Thread-safe.
class MemoryCredentialStore final : public CredentialStore
{
public:
    QFuture<Outcome<Secret>> read(const QString &name) override;
    QFuture<Outcome<void>> write(const QString &name, const Secret &secret) override;
    QFuture<Outcome<void>> remove(const QString &name) override;

private:
    QMutex m_mutex;
    QHash<QString, Secret> m_secrets;
};

} // namespace Batchdesk
