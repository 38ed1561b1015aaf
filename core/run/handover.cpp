// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/handover.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Handover)
};

QString revealed(const Secret &key)
{
    return QString::fromLatin1(key.reveal());
}

QString textIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

QJsonObject toJson(const AccountAccess &account)
{
    return {
        {QStringLiteral("name"), account.name},
        {QStringLiteral("batchEndpoint"), account.batchEndpoint.toString()},
        {QStringLiteral("batchAccount"), account.batchAccount},
        {QStringLiteral("batchKey"), revealed(account.batchKey)},
        {QStringLiteral("blobEndpoint"), account.blobEndpoint.toString()},
        {QStringLiteral("storageAccount"), account.storageAccount},
        {QStringLiteral("storageKey"), revealed(account.storageKey)},
    };
}

QJsonObject toJson(const RepositoryAccess &access)
{
    const bool isToken = access.credential.kind == Git::Credential::Kind::Token;
    return {
        {QStringLiteral("name"), access.credential.name},
        {QStringLiteral("host"), isToken ? access.credential.host : QString()},
        {QStringLiteral("user"), isToken ? access.credential.user : QString()},
        {QStringLiteral("secret"), revealed(access.secret)},
    };
}

std::optional<AccountAccess> accountFrom(const QJsonObject &json)
{
    const AccountAccess account{textIn(json, "name"),
                                QUrl(textIn(json, "batchEndpoint")),
                                textIn(json, "batchAccount"),
                                Secret(textIn(json, "batchKey").toLatin1()),
                                QUrl(textIn(json, "blobEndpoint")),
                                textIn(json, "storageAccount"),
                                Secret(textIn(json, "storageKey").toLatin1())};
    const bool isWhole = !account.batchKey.isEmpty() && !account.storageKey.isEmpty()
        && !account.batchEndpoint.isEmpty() && !account.blobEndpoint.isEmpty();
    return isWhole ? std::optional(account) : std::nullopt;
}

std::optional<RepositoryAccess> repositoryFrom(const QJsonObject &json)
{
    RepositoryAccess access;
    access.credential.name = textIn(json, "name");
    access.credential.host = textIn(json, "host");
    access.credential.user = textIn(json, "user");
    if (!access.credential.host.isEmpty())
        access.credential.kind = Git::Credential::Kind::Token;
    access.secret = Secret(textIn(json, "secret").toLatin1());
    return access.secret.isEmpty() ? std::nullopt : std::optional(access);
}

} // namespace

Secret toBytes(const Handover &handover)
{
    QJsonObject json;
    if (handover.account)
        json.insert(QStringLiteral("account"), toJson(*handover.account));
    if (handover.repository)
        json.insert(QStringLiteral("repository"), toJson(*handover.repository));
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Outcome<Handover> handoverFrom(const Secret &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes.reveal()).object();
    const QJsonValue account = json.value(QLatin1String("account"));
    const QJsonValue repository = json.value(QLatin1String("repository"));
    Handover handover;
    if (account.isObject())
        handover.account = accountFrom(account.toObject());
    if (repository.isObject())
        handover.repository = repositoryFrom(repository.toObject());
    const bool isWhole = account.isObject() == handover.account.has_value()
        && repository.isObject() == handover.repository.has_value();
    if (isWhole && !handover.isEmpty())
        return handover;
    return Error::invalidInput(
        Texts::tr("What came on standard input is neither an account with its keys nor a key"));
}

} // namespace Batchdesk
