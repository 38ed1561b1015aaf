// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/saslinks.h"

#include "core/auth/servicesas.h"

namespace Batchdesk {

namespace {

QString signedUrl(const AccountAccess &account, const QString &path, const ServiceSas &sas)
{
    QString base = account.blobEndpoint.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    return base + QLatin1Char('/') + path + QLatin1Char('?')
        + QString::fromLatin1(sas.token(account.storageKey).reveal());
}

ServiceSas sasFor(const AccountAccess &account, const QString &container, const QDateTime &expiry)
{
    ServiceSas sas;
    sas.account = account.storageAccount;
    sas.container = container;
    sas.expiry = expiry;
    sas.httpsOnly = account.blobEndpoint.scheme() == QLatin1String("https");
    return sas;
}

} // namespace

SasLinks::SasLinks(const AccountAccess &account, const QDateTime &expiry)
    : m_account(account)
    , m_expiry(expiry)
{
}

QString SasLinks::readLink(const BlobPlace &place) const
{
    return readLink(place, m_expiry);
}

QString SasLinks::briefLink(const BlobPlace &place, std::chrono::seconds lifetime) const
{
    return readLink(place, QDateTime::currentDateTimeUtc().addSecs(lifetime.count()));
}

QString SasLinks::readLink(const BlobPlace &place, const QDateTime &expiry) const
{
    ServiceSas sas = sasFor(m_account, place.container, expiry);
    sas.blob = place.name;
    sas.permissions = QStringLiteral("r");
    const QString path = place.container + QLatin1Char('/')
        + QString::fromLatin1(QUrl::toPercentEncoding(place.name, "/"));
    return signedUrl(m_account, path, sas);
}

QString SasLinks::writeLink(const QString &container) const
{
    ServiceSas sas = sasFor(m_account, container, m_expiry);
    sas.permissions = QStringLiteral("racwl");
    return signedUrl(m_account, container, sas);
}

} // namespace Batchdesk
