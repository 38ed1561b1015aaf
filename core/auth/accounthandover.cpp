// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/accounthandover.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AccountHandover)
};

QString revealed(const Secret &key)
{
    return QString::fromLatin1(key.reveal());
}

} // namespace

Secret toHandover(const AccountAccess &account)
{
    const QJsonObject json{
        {QStringLiteral("name"), account.name},
        {QStringLiteral("batchEndpoint"), account.batchEndpoint.toString()},
        {QStringLiteral("batchAccount"), account.batchAccount},
        {QStringLiteral("batchKey"), revealed(account.batchKey)},
        {QStringLiteral("blobEndpoint"), account.blobEndpoint.toString()},
        {QStringLiteral("storageAccount"), account.storageAccount},
        {QStringLiteral("storageKey"), revealed(account.storageKey)},
    };
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Outcome<AccountAccess> fromHandover(const Secret &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes.reveal()).object();
    const auto text = [&json](const char *key) {
        return json.value(QLatin1String(key)).toString();
    };
    const AccountAccess account{text("name"),
                                QUrl(text("batchEndpoint")),
                                text("batchAccount"),
                                Secret(text("batchKey").toLatin1()),
                                QUrl(text("blobEndpoint")),
                                text("storageAccount"),
                                Secret(text("storageKey").toLatin1())};
    if (account.batchKey.isEmpty() || account.storageKey.isEmpty()
        || account.batchEndpoint.isEmpty() || account.blobEndpoint.isEmpty()) {
        return Error::invalidInput(
            Texts::tr("What came on standard input is no account with its keys"));
    }
    return account;
}

} // namespace Batchdesk
