// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/keychaincredentialstore.h"

#include "core/base/redact.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CredentialStore)
};

Error keychainError(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Keychain;
    error.message = message;
    error.advice =
        Texts::tr("Unlock or install a keychain, or keep the key for this session only.");
    return error;
}

//! What a finished job ended with. Never asked before: a job under way says "no error".
Outcome<void> jobOutcome(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound: {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.message = Texts::tr("The keychain holds no key for %1").arg(job.key());
        return error;
    }
    default:
        // A store that is not there is reported as any other failure, so the text has to say it.
        return keychainError(
            Texts::tr("The keychain is unavailable: %1").arg(redact(job.errorString())));
    }
}

//! Starts the job and gives what \a take makes of it, or an error when it does not answer in time.
template <typename T, typename Job, typename Take>
QFuture<Outcome<T>> run(Job *job, std::chrono::milliseconds patience, Take take)
{
    auto promise = std::make_shared<QPromise<Outcome<T>>>();
    promise->start();
    const QFuture<Outcome<T>> future = promise->future();
    auto *timer = new QTimer;
    timer->setSingleShot(true);
    const auto finish = [promise, timer](Outcome<T> outcome) {
        timer->disconnect();
        timer->deleteLater();
        promise->addResult(std::move(outcome));
        promise->finish();
    };
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, timer, [job, finish, take] {
        const Outcome<void> end = jobOutcome(*job);
        finish(end.ok() ? take(*job) : Outcome<T>(end.error()));
    });
    QObject::connect(timer, &QTimer::timeout, timer, [job, finish, patience] {
        // The job goes on, for it cannot be stopped, and deletes itself when it ends.
        job->disconnect();
        finish(keychainError(Texts::tr("The keychain did not answer within %1 s")
                                 .arg(std::chrono::duration<double>(patience).count())));
    });
    timer->start(patience);
    job->start();
    return future;
}

} // namespace

KeychainCredentialStore::KeychainCredentialStore(const QString &service,
                                                 std::chrono::milliseconds patience)
    : m_service(service)
    , m_patience(patience)
{
}

QFuture<Outcome<Secret>> KeychainCredentialStore::read(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(name);
    return run<Secret>(job, m_patience, [](const QKeychain::ReadPasswordJob &done) {
        return Outcome<Secret>(Secret(done.binaryData()));
    });
}

QFuture<Outcome<void>> KeychainCredentialStore::write(const QString &name, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(name);
    job->setBinaryData(secret.reveal());
    return run<void>(job, m_patience,
                     [](const QKeychain::WritePasswordJob &) { return Outcome<void>(); });
}

QFuture<Outcome<void>> KeychainCredentialStore::remove(const QString &name)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(name);
    const auto take = [](const QKeychain::DeletePasswordJob &) { return Outcome<void>(); };
    return run<void>(job, m_patience, take).then([](const Outcome<void> &outcome) {
        const bool wasNone = !outcome.ok() && outcome.error().kind == Error::Kind::NotFound;
        return wasNone ? Outcome<void>() : outcome;
    });
}

} // namespace Batchdesk
