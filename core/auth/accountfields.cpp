// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/accountfields.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AccountFields)
};

constexpr qsizetype longestName = 64;

bool isLowerOrDigit(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
        || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
}

} // namespace

Outcome<QUrl> endpointFromText(const QString &text)
{
    QString value = text.trimmed();
    if (!value.isEmpty() && !value.contains(QLatin1String("://")))
        value.prepend(QLatin1String("https://"));
    while (value.endsWith(QLatin1Char('/')))
        value.chop(1);
    const QUrl url(value, QUrl::StrictMode);
    const bool isHttp =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!isHttp || url.host().isEmpty() || url.hasQuery() || !url.userInfo().isEmpty())
        return Error::invalidInput(Texts::tr("This is not a URL such as https://host.example"));
    return url;
}

Outcome<BatchAddress> batchAddressFromText(const QString &text)
{
    const auto url = endpointFromText(text);
    if (text.trimmed().isEmpty())
        return Error::invalidInput(Texts::tr("The URL of the Batch account is needed"));
    if (!url) {
        return Error::invalidInput(
            Texts::tr("This is not a URL such as https://account.region.batch.azure.com"), {},
            Texts::tr("Copy it from Keys of the Batch account in the Azure portal."));
    }
    const QString host = url->host();
    if (!QHostAddress(host).isNull())
        return BatchAddress{*url, {}};
    if (!host.contains(QLatin1Char('.'))) {
        return Error::invalidInput(
            Texts::tr("The whole URL is needed, such as https://%1.region.batch.azure.com")
                .arg(host));
    }
    return BatchAddress{*url, host.section(QLatin1Char('.'), 0, 0)};
}

Outcome<Secret> accountKeyFromText(const QString &text)
{
    const QByteArray key = text.trimmed().toLatin1();
    const QString advice = Texts::tr("Copy key 1 or key 2 whole from the Azure portal.");
    if (key.isEmpty())
        return Error::invalidInput(Texts::tr("The account's key is needed"), {}, advice);
    const auto decoded =
        QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        return Error::invalidInput(
            Texts::tr("This is not an account key: those are base64 and mostly end in =="), {},
            advice);
    }
    return Secret(key);
}

Outcome<void> checkProfileName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return Error::invalidInput(Texts::tr("The account needs a name"));
    if (name != name.trimmed())
        return Error::invalidInput(Texts::tr("The name must not begin or end with a space"));
    if (name == QLatin1String("local") || name == QLatin1String("env"))
        return Error::invalidInput(Texts::tr("\"%1\" stands for something else").arg(name));
    if (name.size() > longestName)
        return Error::invalidInput(
            Texts::tr("The name is longer than %1 characters").arg(longestName));
    const bool odd = std::any_of(name.begin(), name.end(),
                                 [](QChar c) { return !c.isPrint() || c == QLatin1Char('/'); });
    if (odd)
        return Error::invalidInput(Texts::tr("The name must not hold a slash"));
    return {};
}

Outcome<void> checkStorageAccountName(const QString &name)
{
    if (name.isEmpty())
        return Error::invalidInput(Texts::tr("The name of the storage account is needed"));
    const bool legal = name.size() >= 3 && name.size() <= 24
        && std::all_of(name.begin(), name.end(), isLowerOrDigit);
    if (!legal) {
        return Error::invalidInput(
            Texts::tr("Storage accounts have 3 to 24 lower-case letters and digits"));
    }
    return {};
}

QUrl usualBlobEndpoint(const QString &storageAccount, const QUrl &batchEndpoint)
{
    // The clouds of their own countries have domains of their own for storage as well.
    QString domain = QStringLiteral("core.windows.net");
    if (batchEndpoint.host().endsWith(QLatin1String(".chinacloudapi.cn")))
        domain = QStringLiteral("core.chinacloudapi.cn");
    else if (batchEndpoint.host().endsWith(QLatin1String(".usgovcloudapi.net")))
        domain = QStringLiteral("core.usgovcloudapi.net");
    return QUrl(QStringLiteral("https://%1.blob.%2").arg(storageAccount, domain));
}

} // namespace Batchdesk
