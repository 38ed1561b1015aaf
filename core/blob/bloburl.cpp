// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/bloburl.h"

#include <QStringList>

namespace Batchdesk::Blob {

bool isSendableName(const QString &name)
{
    const QStringList segments = name.split(QLatin1Char('/'));
    return !name.isEmpty() && !segments.contains(QLatin1String("."))
        && !segments.contains(QLatin1String(".."));
}

QUrl resourceUrl(const QUrl &endpoint, const QString &container, const QString &blob,
                 const QueryItems &query)
{
    QByteArray url = endpoint.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (url.endsWith('/'))
        url.chop(1);
    url += '/' + QUrl::toPercentEncoding(container);
    if (!blob.isEmpty())
        url += '/' + QUrl::toPercentEncoding(blob, "/");
    char separator = '?';
    for (const auto &[name, value] : query) {
        url += separator + name + '=' + value.toPercentEncoding();
        separator = '&';
    }
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

} // namespace Batchdesk::Blob
