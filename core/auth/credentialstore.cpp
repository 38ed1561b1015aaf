// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/credentialstore.h"

#include <QCoreApplication>
#include <QMutexLocker>

namespace Batchdesk {

QFuture<Outcome<Secret>> MemoryCredentialStore::read(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_secrets.constFind(name);
    if (found != m_secrets.constEnd())
        return QtFuture::makeReadyFuture(Outcome<Secret>(found.value()));
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message =
        QCoreApplication::translate("CredentialStore", "No key is kept for %1").arg(name);
    return QtFuture::makeReadyFuture(Outcome<Secret>(error));
}

QFuture<Outcome<void>> MemoryCredentialStore::write(const QString &name, const Secret &secret)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.insert(name, secret);
    return QtFuture::makeReadyFuture(Outcome<void>());
}

QFuture<Outcome<void>> MemoryCredentialStore::remove(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.remove(name);
    return QtFuture::makeReadyFuture(Outcome<void>());
}

} // namespace Batchdesk
