// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/redact.h"

#include <QRegularExpression>

#include <array>

namespace Batchdesk {

QString redact(const QString &text)
{
    // Each keeps group 1 and loses what follows it. A URL may be encoded once more inside another
    // text (a query value, JSON), hence the encoded forms of '=' beside the plain one.
    static const std::array<QRegularExpression, 5> patterns{
        QRegularExpression(
            QStringLiteral(
                "((?:\\b|%3F|%26|%253F|%2526)sig(?:=|%3D|%253D|\\\\u003d))[^&\\s\"'<>\\\\;,)]+"),
            QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral("(\\bSharedKey(?:Lite)?\\s+[^\\s:]+:)[A-Za-z0-9+/_%=-]+"),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral("(\\bBearer\\s+)[A-Za-z0-9._~+/=-]{8,}"),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(
            QStringLiteral(
                "((?:account|access)_?key[\"']?\\s*[:=]\\s*[\"']?)[A-Za-z0-9+/_%-]{4,}={0,2}"),
            QRegularExpression::CaseInsensitiveOption),
        // The service repeats the signature it was sent when it does not match its own.
        QRegularExpression(QStringLiteral("(signature[^'\"]{0,60}['\"])[A-Za-z0-9+/]{40,}={0,2}"),
                           QRegularExpression::CaseInsensitiveOption),
    };
    QString result = text;
    for (const QRegularExpression &pattern : patterns)
        result.replace(pattern, QStringLiteral("\\1…"));
    return result;
}

} // namespace Batchdesk
