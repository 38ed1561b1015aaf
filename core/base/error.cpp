// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/error.h"

#include <QCoreApplication>
#include <QStringList>

namespace Batchdesk {

QString Error::caption() const
{
    QString text = message;
    if (!place.isEmpty())
        text += QStringLiteral(" (%1)").arg(place);
    if (!advice.isEmpty()) {
        if (!text.endsWith(QLatin1Char('.')) && !text.endsWith(QLatin1Char('?')))
            text += QLatin1Char('.');
        text += QLatin1Char(' ') + advice;
    }
    QStringList marks;
    if (!code.isEmpty())
        marks << code;
    if (!requestId.isEmpty())
        marks << QCoreApplication::translate("Error", "request %1").arg(requestId);
    if (!marks.isEmpty())
        text += QStringLiteral(" [%1]").arg(marks.join(QStringLiteral(", ")));
    return text;
}

Error Error::invalidInput(const QString &message, const QString &place, const QString &advice)
{
    Error error;
    error.kind = Kind::InvalidInput;
    error.message = message;
    error.place = place;
    error.advice = advice;
    return error;
}

Error Error::io(const QString &message, const QString &place, const QString &advice)
{
    Error error = invalidInput(message, place, advice);
    error.kind = Kind::Io;
    return error;
}

Error Error::cancelled()
{
    Error error;
    error.kind = Kind::Cancelled;
    error.message = QCoreApplication::translate("Error", "Stopped on request");
    return error;
}

} // namespace Batchdesk
