// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/handover.h"

#include "core/run/accounts.h"
#include "core/run/repository.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

namespace Batchdesk::Cli {

namespace {

using Repository = std::optional<RepositoryAccess>;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

const QString fromStdin = QStringLiteral("secrets-from-stdin");
const QString secretFile = QStringLiteral("git-secret-file");
constexpr qint64 largestSecret = 64 * 1024;

Secret &handedOver()
{
    static Secret bytes;
    return bytes;
}

Secret readStandardInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? Secret(input.readAll()) : Secret();
}

//! What came through standard input; nothing of it when the options do not say that it did.
Outcome<Handover> handover(const QCommandLineParser &parser)
{
    // Not isSet(): not every command that needs secrets can be started by the window.
    if (!parser.optionNames().contains(fromStdin))
        return Handover();
    if (handedOver().isEmpty())
        handedOver() = readStandardInput();
    return handoverFrom(handedOver());
}

template <typename T>
QFuture<Outcome<T>> ready(const Outcome<T> &outcome)
{
    return QtFuture::makeReadyFuture(outcome);
}

Outcome<Repository> readSecretFile(const QString &path, const PlannedClone &clone)
{
    QFile file(path);
    const QString advice = Texts::tr("Name the file with the private key or token.");
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(Texts::tr("The key cannot be read: %1").arg(file.errorString()), path,
                         advice);
    const Secret content(file.read(largestSecret));
    RepositoryAccess access;
    access.credential.name = clone.source.credential;
    if (!clone.address.isSsh()) {
        access.credential.kind = Git::Credential::Kind::Token;
        access.credential.host = clone.address.host;
        access.credential.user = QStringLiteral("git");
        access.secret = Secret(content.reveal().trimmed());
        return access.secret.isEmpty()
            ? Outcome<Repository>(Error::invalidInput(Texts::tr("The file is empty"), path, advice))
            : Outcome<Repository>(access);
    }
    auto key = Git::importKey(content, Secret(), QString());
    if (!key) {
        Error error = key.error();
        error.place = path;
        if (error.code == Git::passphraseNeeded)
            error.advice =
                Texts::tr("Import it once by \"batchdesk-cli key import\", which asks for "
                          "the passphrase, or use a key without one.");
        return error;
    }
    access.credential.publicKey = key->publicKey;
    access.secret = key->privateKey;
    return Repository(access);
}

} // namespace

void setHandedOver(const Secret &bytes)
{
    handedOver() = bytes;
}

void addHandoverOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("background"),
                      Texts::tr("Go on in the background; end at once for whoever waits.")});
    parser.addOption(
        {fromStdin,
         Texts::tr("Read the account with its keys, and the key of the repository, from "
                   "standard input, as JSON.")});
}

void addSecretFileOption(QCommandLineParser &parser)
{
    parser.addOption(
        {secretFile,
         Texts::tr("Read the key or token of the repository from this file rather than "
                   "from the keychain."),
         QStringLiteral("FILE")});
}

QFuture<Outcome<AccountAccess>> openAccount(const QCommandLineParser &parser, Accounts &accounts,
                                            const QString &name)
{
    const auto given = handover(parser);
    if (!given)
        return ready<AccountAccess>(given.error());
    return given->account ? ready<AccountAccess>(*given->account) : accounts.open(name);
}

QFuture<Outcome<Repository>> openRepositoryOf(const QCommandLineParser &parser,
                                              Git::Credentials &credentials, const Plan &plan)
{
    if (!plan.clone || !plan.clone->needsSecret())
        return ready<Repository>(Repository());
    const auto given = handover(parser);
    if (!given)
        return ready<Repository>(given.error());
    if (given->repository)
        return ready<Repository>(given->repository);
    if (parser.isSet(secretFile))
        return ready(readSecretFile(parser.value(secretFile), *plan.clone));
    return openRepository(&credentials, plan.clone->source.credential)
        .then([](const Outcome<RepositoryAccess> &access) {
            return access ? Outcome<Repository>(*access) : Outcome<Repository>(access.error());
        });
}

} // namespace Batchdesk::Cli
