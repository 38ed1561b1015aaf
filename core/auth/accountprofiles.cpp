// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/accountprofiles.h"

#include "core/net/awaitoutcome.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AccountProfiles)
};

AccountProfile fromJson(const QJsonObject &object)
{
    return {object.value(QLatin1String("name")).toString(),
            QUrl(object.value(QLatin1String("batchEndpoint")).toString()),
            object.value(QLatin1String("batchAccount")).toString(),
            QUrl(object.value(QLatin1String("blobEndpoint")).toString()),
            object.value(QLatin1String("storageAccount")).toString()};
}

QJsonObject toJson(const AccountProfile &profile)
{
    return {{QStringLiteral("name"), profile.name},
            {QStringLiteral("batchEndpoint"), profile.batchEndpoint.toString()},
            {QStringLiteral("batchAccount"), profile.batchAccount},
            {QStringLiteral("blobEndpoint"), profile.blobEndpoint.toString()},
            {QStringLiteral("storageAccount"), profile.storageAccount}};
}

Error keyMissing(const AccountProfile &profile, const QString &which, const Error &cause)
{
    if (cause.kind != Error::Kind::NotFound)
        return cause;
    Error error = cause;
    error.message =
        Texts::tr("The %1 key of account \"%2\" is not in the keychain, or the keychain is locked")
            .arg(which, profile.name);
    error.advice = Texts::tr("Unlock it and try again; or enter the key again, or use --account "
                             "env with the AZURE_* variables.");
    return error;
}

} // namespace

QString AccountProfiles::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QStringLiteral("/accounts.json");
}

Outcome<QList<AccountProfile>> AccountProfiles::list() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<AccountProfile>();
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(
            Texts::tr("The list of accounts cannot be read: %1").arg(file.errorString()), m_path);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject()) {
        return Error::io(
            Texts::tr("The list of accounts is damaged: %1").arg(problem.errorString()), m_path,
            Texts::tr("Mend the file, or remove it and enter the accounts again."));
    }
    QList<AccountProfile> profiles;
    for (const QJsonValue &value : document.object().value(QLatin1String("accounts")).toArray())
        profiles << fromJson(value.toObject());
    std::sort(profiles.begin(), profiles.end(),
              [](const AccountProfile &a, const AccountProfile &b) { return a.name < b.name; });
    return profiles;
}

Outcome<AccountProfile> AccountProfiles::find(const QString &name) const
{
    const auto profiles = list();
    if (!profiles)
        return profiles.error();
    QStringList names{QStringLiteral("local"), QStringLiteral("env")};
    for (const AccountProfile &profile : *profiles) {
        if (profile.name == name)
            return profile;
        names << profile.name;
    }
    return Error::invalidInput(Texts::tr("There is no account called \"%1\"").arg(name),
                               QStringLiteral("$.account"),
                               Texts::tr("Known are: %1.").arg(names.join(QStringLiteral(", "))));
}

Outcome<void> AccountProfiles::save(const AccountProfile &profile) const
{
    auto profiles = list();
    if (!profiles)
        return profiles.error();
    profiles->removeIf(
        [&profile](const AccountProfile &known) { return known.name == profile.name; });
    profiles->append(profile);
    return write(*profiles);
}

Outcome<void> AccountProfiles::remove(const QString &name) const
{
    auto profiles = list();
    if (!profiles)
        return profiles.error();
    const auto removed =
        profiles->removeIf([&name](const AccountProfile &known) { return known.name == name; });
    return removed > 0 ? write(*profiles) : Outcome<void>();
}

Outcome<void> AccountProfiles::write(const QList<AccountProfile> &profiles) const
{
    QJsonArray array;
    for (const AccountProfile &profile : profiles)
        array.append(toJson(profile));
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    const QByteArray content = QJsonDocument(QJsonObject{{QStringLiteral("version"), 1},
                                                         {QStringLiteral("accounts"), array}})
                                   .toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error::io(
            Texts::tr("The list of accounts cannot be written: %1").arg(file.errorString()),
            m_path);
    return {};
}

QString batchKeyName(const QString &profile)
{
    return profile + QStringLiteral("/batch");
}

QString storageKeyName(const QString &profile)
{
    return profile + QStringLiteral("/storage");
}

QCoro::Task<Outcome<AccountAccess>> unlockProfile(std::shared_ptr<CredentialStore> store,
                                                  AccountProfile profile)
{
    const auto batchKey = co_await awaitOutcome(store->read(batchKeyName(profile.name)));
    if (!batchKey)
        co_return keyMissing(profile, QStringLiteral("Batch"), batchKey.error());
    const auto storageKey = co_await awaitOutcome(store->read(storageKeyName(profile.name)));
    if (!storageKey)
        co_return keyMissing(profile, QStringLiteral("storage"), storageKey.error());
    co_return AccountAccess{profile.name, profile.batchEndpoint, profile.batchAccount,
                            *batchKey,    profile.blobEndpoint,  profile.storageAccount,
                            *storageKey};
}

} // namespace Batchdesk
