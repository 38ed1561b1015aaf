// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchrequest.h"

#include <QCoreApplication>
#include <QUuid>

namespace Batchdesk::Batch {
namespace {

constexpr char ApiVersion[] = "2025-06-01";

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

void setCommonHeaders(HttpHeaders &headers)
{
    headers.set("Accept", "application/json");
    headers.set("client-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    headers.set("return-client-request-id", "true");
}

bool isSendable(const QString &segment)
{
    return !segment.isEmpty() && segment != QLatin1String(".") && segment != QLatin1String("..");
}

// Built as bytes: QUrl's own setters would leave or change characters that are signed as sent.
QUrl makeUrl(const QUrl &endpoint, const BatchCall &call)
{
    QByteArray url =
        endpoint.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    while (url.endsWith('/'))
        url.chop(1);
    for (const QString &segment : call.path)
        url += '/' + QUrl::toPercentEncoding(segment);
    url += "?api-version=";
    url += ApiVersion;
    for (const auto &[name, value] : call.query)
        url += '&' + name + '=' + QUrl::toPercentEncoding(value);
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

} // namespace

Outcome<RestRequest> makeRequest(const QUrl &endpoint, const BatchCall &call)
{
    for (const QString &segment : call.path) {
        if (!isSendable(segment))
            return Error::invalidInput(Texts::tr("An id or path may not be empty, \".\" or \"..\""),
                                       call.operation);
    }
    RestRequest request;
    request.operation = call.operation;
    request.expected = call.expected;
    request.http.verb = call.verb;
    request.http.url = makeUrl(endpoint, call);
    setCommonHeaders(request.http.headers);
    if (!call.range.isEmpty())
        request.http.headers.set("ocp-range", call.range);
    if (!call.ifMatch.isEmpty())
        request.http.headers.set("If-Match", call.ifMatch.toLatin1());
    if (call.body) {
        request.http.headers.set("Content-Type", "application/json; odata=minimalmetadata");
        request.http.body = *call.body;
    }
    return request;
}

Outcome<RestRequest> makeNextPageRequest(const QUrl &endpoint, const QString &operation,
                                         const QString &nextLink)
{
    const QUrl url = QUrl::fromEncoded(nextLink.toUtf8(), QUrl::TolerantMode);
    if (url.scheme() != endpoint.scheme() || url.host() != endpoint.host()
        || url.port() != endpoint.port()) {
        Error error;
        error.message = Texts::tr("The service's link to the next page leads to another host");
        error.place = operation;
        error.details.append({QStringLiteral("Host"), url.host()});
        return error;
    }
    RestRequest request;
    request.operation = operation;
    request.expected = {200};
    request.http.verb = "GET";
    request.http.url = url;
    setCommonHeaders(request.http.headers);
    return request;
}

} // namespace Batchdesk::Batch
