// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/auth/servicesas.h"

#include "core/base/isotime.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QStringList>
#include <QUrl>

namespace Batchdesk {

namespace {

//! Whole seconds: the service takes no fractions here.
QString sasTime(const QDateTime &time)
{
    return time.isValid()
        ? toIsoTime(QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC))
        : QString();
}

} // namespace

QString ServiceSas::protocol() const
{
    if (anyProtocol)
        return {};
    return httpsOnly ? QStringLiteral("https") : QStringLiteral("https,http");
}

QString ServiceSas::resourceKind() const
{
    if (blob.isEmpty())
        return QStringLiteral("c");
    return snapshot.isEmpty() ? QStringLiteral("b") : QStringLiteral("bs");
}

QByteArray ServiceSas::stringToSign() const
{
    QString resource = QStringLiteral("/blob/%1/%2").arg(account, container);
    if (!blob.isEmpty())
        resource += QLatin1Char('/') + blob;
    const QStringList lines{permissions,
                            sasTime(start),
                            sasTime(expiry),
                            resource,
                            storedPolicy,
                            addresses,
                            protocol(),
                            version,
                            resourceKind(),
                            snapshot,
                            encryptionScope,
                            overrides.cacheControl,
                            overrides.contentDisposition,
                            overrides.contentEncoding,
                            overrides.contentLanguage,
                            overrides.contentType};
    return lines.join(QLatin1Char('\n')).toUtf8();
}

Secret ServiceSas::token(const Secret &accountKey) const
{
    const Secret rawKey(QByteArray::fromBase64(accountKey.reveal()));
    const QByteArray signature = QMessageAuthenticationCode::hash(stringToSign(), rawKey.reveal(),
                                                                  QCryptographicHash::Sha256)
                                     .toBase64();
    QByteArray token;
    const auto add = [&token](const char *name, const QString &value) {
        if (value.isEmpty())
            return;
        if (!token.isEmpty())
            token += '&';
        token += QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
    };
    add("sv", version);
    add("sr", resourceKind());
    add("st", sasTime(start));
    add("se", sasTime(expiry));
    add("sp", permissions);
    add("spr", protocol());
    add("sip", addresses);
    add("si", storedPolicy);
    add("ses", encryptionScope);
    add("rscc", overrides.cacheControl);
    add("rscd", overrides.contentDisposition);
    add("rsce", overrides.contentEncoding);
    add("rscl", overrides.contentLanguage);
    add("rsct", overrides.contentType);
    add("sig", QString::fromLatin1(signature));
    return Secret(token);
}

} // namespace Batchdesk
