// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/serviceerror.h"

#include "core/base/redact.h"

#include <QCoreApplication>

namespace Batchdesk {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ServiceError)
};

// The service ends its texts with its request id and time, which are shown on their own.
QString withoutTail(const QString &message)
{
    const qsizetype tail = message.indexOf(QLatin1String("\nRequestId:"));
    return (tail < 0 ? message : message.left(tail)).trimmed();
}

Error::Kind kindOf(int status, const QString &code, bool askedToWait)
{
    switch (status) {
    case 400:
        return code == QLatin1String("InvalidAuthenticationInfo") ? Error::Kind::Unauthenticated
                                                                  : Error::Kind::Service;
    case 401:
        return Error::Kind::Unauthenticated;
    case 403:
        return code == QLatin1String("AuthenticationFailed") ? Error::Kind::Unauthenticated
                                                             : Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::Timeout;
    case 409:
        return code.endsWith(QLatin1String("Exists")) ? Error::Kind::AlreadyExists
                                                      : Error::Kind::Conflict;
    case 412:
        return Error::Kind::Conflict;
    case 429:
        return Error::Kind::Throttled;
    case 503:
        return code == QLatin1String("ServerBusy") || askedToWait ? Error::Kind::Throttled
                                                                  : Error::Kind::Service;
    default:
        return Error::Kind::Service;
    }
}

QString adviceFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unauthenticated:
        return Texts::tr("Check the account's name and key, and the clock of this computer.");
    case Error::Kind::Throttled:
        return Texts::tr("The service is busy; try again in a while.");
    default:
        return {};
    }
}

} // namespace

Error serviceError(const QString &operation, const QString &service, const HttpResponse &response,
                   const ServiceErrorBody &body, QByteArrayView requestIdHeader)
{
    Error error;
    error.kind = kindOf(response.status, body.code, response.headers.contains("Retry-After"));
    error.httpStatus = response.status;
    error.code = body.code;
    error.message = redact(withoutTail(body.message));
    if (error.message.isEmpty() && error.kind == Error::Kind::NotFound)
        error.message = Texts::tr("%1 does not know what was asked for").arg(service);
    else if (error.message.isEmpty())
        error.message = Texts::tr("%1 answered with HTTP status %2 and did not say why")
                            .arg(service)
                            .arg(response.status);
    error.place = operation;
    error.advice = adviceFor(error.kind);
    error.requestId = QString::fromLatin1(response.headers.value(requestIdHeader));
    for (const auto &[name, value] : body.details)
        error.details.append({name, redact(value)});
    return error;
}

} // namespace Batchdesk
