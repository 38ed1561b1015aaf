// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/accountaccess.h"

#include "core/auth/accountfields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QStringList>

namespace Batchdesk {

namespace {

const QString accountVariable = QStringLiteral("AZURE_BATCH_ACCOUNT");
const QString keyVariable = QStringLiteral("AZURE_BATCH_ACCESS_KEY");
const QString endpointVariable = QStringLiteral("AZURE_BATCH_ENDPOINT");
const QString storageVariable = QStringLiteral("AZURE_STORAGE_CONNECTION_STRING");

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AccountAccess)
};

QString list(const QStringList &names)
{
    return names.join(QLatin1String(", "));
}

Outcome<AccountAccess> accountFrom(const QHash<QString, QString> &values, const QString &name,
                                   const QString &place, const QString &advice)
{
    QStringList missing;
    for (const QString &variable :
         {accountVariable, keyVariable, endpointVariable, storageVariable}) {
        if (values.value(variable).isEmpty())
            missing << variable;
    }
    if (!missing.isEmpty())
        return Error::invalidInput(Texts::tr("Not set: %1").arg(list(missing)), place, advice);
    AccountAccess access;
    access.name = name;
    access.batchAccount = values.value(accountVariable);
    const auto endpoint = endpointFromText(values.value(endpointVariable));
    if (!endpoint) {
        return Error::invalidInput(
            Texts::tr("%1 is not a URL such as https://account.region.batch.azure.com")
                .arg(endpointVariable),
            place);
    }
    const auto key = accountKeyFromText(values.value(keyVariable));
    if (!key)
        return Error::invalidInput(Texts::tr("%1 is not an account key (base64)").arg(keyVariable),
                                   place);
    access.batchEndpoint = *endpoint;
    access.batchKey = *key;
    const auto storage = storageFromConnectionString(values.value(storageVariable));
    if (!storage.ok()) {
        Error error = storage.error();
        error.place = place.isEmpty() ? storageVariable
                                      : QStringLiteral("%1, %2").arg(place, storageVariable);
        return error;
    }
    access.blobEndpoint = storage->blobEndpoint;
    access.storageAccount = storage->account;
    access.storageKey = storage->key;
    return access;
}

//! The value of one line as a POSIX shell has it: quoted parts and escapes joined; nothing for an
//! open quote or a word after the value.
std::optional<QString> shellWord(QStringView source)
{
    QString word;
    QChar quote;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source.at(i);
        const bool escapes = c == QLatin1Char('\\') && quote != QLatin1Char('\'');
        if (escapes && ++i < source.size()) {
            word += source.at(i);
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == QLatin1Char('\'') || c == QLatin1Char('"')) {
            quote = c;
        } else if (c.isSpace()) {
            const QStringView rest = source.mid(i).trimmed();
            return rest.isEmpty() || rest.startsWith(QLatin1Char('#')) ? std::optional(word)
                                                                       : std::nullopt;
        } else {
            word += c;
        }
    }
    return quote.isNull() ? std::optional(word) : std::nullopt;
}

} // namespace

Outcome<StorageAccess> storageFromConnectionString(const QString &source)
{
    QHash<QString, QString> fields;
    for (const QString &part : source.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(QLatin1Char('='));
        if (equals > 0)
            fields.insert(part.left(equals).trimmed().toLower(), part.mid(equals + 1).trimmed());
    }
    const QString account = fields.value(QStringLiteral("accountname"));
    const QString keyText = fields.value(QStringLiteral("accountkey"));
    QString blob = fields.value(QStringLiteral("blobendpoint"));
    if (blob.isEmpty() && !account.isEmpty()) {
        blob = QStringLiteral("%1://%2.blob.%3")
                   .arg(fields.value(QStringLiteral("defaultendpointsprotocol"),
                                     QStringLiteral("https")),
                        account,
                        fields.value(QStringLiteral("endpointsuffix"),
                                     QStringLiteral("core.windows.net")));
    }
    const QString advice =
        Texts::tr("Copy it whole from the storage account's Access keys in the Azure portal.");
    QStringList missing;
    if (account.isEmpty())
        missing << QStringLiteral("AccountName");
    if (keyText.isEmpty())
        missing << QStringLiteral("AccountKey");
    if (!missing.isEmpty())
        return Error::invalidInput(
            Texts::tr("The storage connection string has no %1").arg(list(missing)), {}, advice);
    const auto key = accountKeyFromText(keyText);
    if (!key)
        return Error::invalidInput(
            Texts::tr("The AccountKey of the storage connection string is not base64"), {}, advice);
    const auto url = endpointFromText(blob);
    if (!url)
        return Error::invalidInput(
            Texts::tr("The BlobEndpoint of the storage connection string is not a URL"), {},
            advice);
    return StorageAccess{*url, account, *key};
}

Outcome<AccountAccess> accountFromEnvironment(const QProcessEnvironment &environment)
{
    QHash<QString, QString> values;
    for (const QString &variable :
         {accountVariable, keyVariable, endpointVariable, storageVariable})
        values.insert(variable, environment.value(variable));
    return accountFrom(values, QStringLiteral("env"), {},
                       Texts::tr("Set them in the environment, or choose another account."));
}

Outcome<AccountAccess> accountFromConnectionFile(const QString &path)
{
    const QString place = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(
            Texts::tr("The connection file cannot be read: %1").arg(file.errorString()), place);
    QHash<QString, QString> values;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        if (line.startsWith(QLatin1String("export ")))
            line = line.mid(7).trimmed();
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        const auto value = equals > 0 ? shellWord(QStringView(line).mid(equals + 1)) : std::nullopt;
        if (!value) {
            return Error::invalidInput(Texts::tr("The line is not of the form NAME='value'"),
                                       Texts::tr("%1, line %2").arg(place).arg(i + 1));
        }
        values.insert(line.left(equals), *value);
    }
    return accountFrom(values, QStringLiteral("local"), place,
                       Texts::tr("Start the service again; it writes the file anew."));
}

} // namespace Batchdesk
