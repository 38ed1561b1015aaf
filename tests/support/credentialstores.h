// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/credentialstore.h"

#include <QPromise>
#include <QStringList>

#include <memory>
#include <vector>

namespace Batchdesk::Test {

//! \brief What a keychain says that does not want.
inline Error keychainRefusal()
{
    Error error;
    error.kind = Error::Kind::Keychain;
    error.message = QStringLiteral("The keychain is unavailable: it is locked");
    error.advice = QStringLiteral("Unlock it.");
    return error;
}

//! \brief A store that keeps keys until it is told to refuse.
class MoodyStore final : public CredentialStore
{
public:
    bool refusesAll = false;
    QString refusesToWrite; //!< A name; empty: none.

    QFuture<Outcome<Secret>> read(const QString &name) override
    {
        if (refusesAll)
            return QtFuture::makeReadyFuture(Outcome<Secret>(keychainRefusal()));
        return m_kept.read(name);
    }
    QFuture<Outcome<void>> write(const QString &name, const Secret &secret) override
    {
        if (refusesAll || name == refusesToWrite)
            return QtFuture::makeReadyFuture(Outcome<void>(keychainRefusal()));
        return m_kept.write(name, secret);
    }
    QFuture<Outcome<void>> remove(const QString &name) override
    {
        if (refusesAll)
            return QtFuture::makeReadyFuture(Outcome<void>(keychainRefusal()));
        return m_kept.remove(name);
    }

    //! \brief The key of that name, or "-".
    QByteArray kept(const QString &name)
    {
        const auto found = m_kept.read(name).result();
        return found ? found->reveal() : QByteArray("-");
    }

private:
    MemoryCredentialStore m_kept;
};

//! \brief A store that asks its user something and gets no answer, until giveUp().
class SilentStore final : public CredentialStore
{
public:
    QFuture<Outcome<Secret>> read(const QString &) override { return wait(&m_reads); }
    QFuture<Outcome<void>> write(const QString &, const Secret &) override
    {
        return wait(&m_writes);
    }
    QFuture<Outcome<void>> remove(const QString &) override { return wait(&m_writes); }

    bool isAsked() const { return !m_reads.empty() || !m_writes.empty(); }
    //! \brief Ends all that is waited for as the patience of a real one does.
    void giveUp()
    {
        const auto reads = std::move(m_reads);
        const auto writes = std::move(m_writes);
        m_reads.clear();
        m_writes.clear();
        for (const auto &promise : reads)
            end(*promise);
        for (const auto &promise : writes)
            end(*promise);
    }

private:
    template <typename T>
    using Waiting = std::vector<std::shared_ptr<QPromise<Outcome<T>>>>;

    template <typename T>
    static QFuture<Outcome<T>> wait(Waiting<T> *waiting)
    {
        auto promise = std::make_shared<QPromise<Outcome<T>>>();
        promise->start();
        waiting->push_back(promise);
        return promise->future();
    }
    template <typename T>
    static void end(QPromise<Outcome<T>> &promise)
    {
        promise.addResult(Outcome<T>(keychainRefusal()));
        promise.finish();
    }

    Waiting<Secret> m_reads;
    Waiting<void> m_writes;
};

} // namespace Batchdesk::Test
