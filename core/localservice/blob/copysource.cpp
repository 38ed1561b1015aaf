// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/copysource.h"

#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/xml.h"
#include "core/localservice/http/percentcode.h"
#include "core/localservice/http/requesthead.h"

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::size_t urlLimit = 2 * 1024;
constexpr const char *header = "x-ms-copy-source";

BlobError invalidSource()
{
    // The value may hold a signature, which has no place in an error.
    return invalidHeader(header, "(not shown)");
}

//! \brief A GET of the source, as a client would send it with nothing but the URL.
Request readingOf(const std::string &url, const Request &request)
{
    constexpr std::string_view scheme = "http://";
    if (url.size() > urlLimit || !isUtf8(url) || !Http::lowerCased(url).starts_with(scheme))
        throw invalidSource();
    const auto path = url.find('/', scheme.size());
    if (path == std::string::npos)
        throw invalidSource();
    const auto parsed = Http::parseRequestHead("GET " + url.substr(path) + " HTTP/1.1\r\nHost: "
                                               + url.substr(scheme.size(), path - scheme.size()));
    const auto *head = std::get_if<Http::RequestHead>(&parsed);
    if (!head)
        throw invalidSource();
    Request reading = head->request;
    reading.remoteAddress = request.remoteAddress;
    return reading;
}

bool isOurs(const Request &reading, const Request &request)
{
    const std::string host = request.headers.value("Host");
    const std::string port = host.substr(std::min(host.rfind(':'), host.size()));
    const std::string other = reading.headers.value("Host");
    for (const char *own : {"127.0.0.1", "localhost", "[::1]"}) {
        if (Http::equalsIgnoringCase(other, own + port))
            return true;
    }
    return Http::equalsIgnoringCase(other, host);
}

BlobError cannotVerify(int status, const std::string &code, const std::string &message)
{
    BlobError error(status, "CannotVerifyCopySource", message);
    error.headers.add("x-ms-copy-source-status-code", std::to_string(status));
    error.headers.add("x-ms-copy-source-error-code", code);
    return error;
}

void authorizeReading(const OperationContext &context, const Request &reading, const Target &target)
{
    // Whoever has the key may read all of the account.
    if (context.request.headers.find("Authorization") && !Auth::hasSas(reading))
        return;
    if (!Auth::hasSas(reading))
        throw cannotVerify(401, "NoAuthenticationInformation",
                           "Server failed to authenticate the copy source: it needs a SAS.");
    const Auth::SasUse use{Auth::SasUse::Resource::Object, target.container, target.blob, "r",
                           true};
    const auto findPolicy = [&](const std::string &id) {
        return context.store.policy(target.container, id);
    };
    if (const auto refusal =
            Auth::refuseSas(reading, context.account, use, context.now, findPolicy))
        throw cannotVerify(refusal->status, refusal->code,
                           "Server failed to authenticate the copy source by its SAS.");
}

} // namespace

CopySource copySourceOf(const OperationContext &context)
{
    const Request &request = context.request;
    const std::string url = request.headers.value(header);
    if (request.headers.find("x-ms-copy-source-authorization"))
        throw cannotVerify(401, "InvalidAuthenticationInfo",
                           "The copy source cannot be read by a bearer token here.");
    const Request reading = readingOf(url, request);
    if (!isOurs(reading, request) || reading.segments.empty()
        || reading.segments.front() != context.account.name)
        throw BlobError(400, "CopyAcrossAccountsNotSupported",
                        "The copy source account and destination account must be the same.");
    const Target target = targetOf(reading);
    if (target.container.empty() || target.blob.empty())
        throw invalidSource();
    authorizeReading(context, reading, target);
    CopySource source{{target.container, target.blob, reading.query.value("snapshot")},
                      url.substr(0, url.find('?'))};
    if (!source.address.snapshot.empty())
        source.shownUrl += "?snapshot=" + Http::percentEncode(source.address.snapshot, ":");
    try {
        context.store.blob(source.address);
    } catch (const BlobError &error) {
        throw cannotVerify(error.status(), error.code(), error.what());
    }
    return source;
}

Precondition sourcePrecondition(const OperationContext &context)
{
    return [conditions = Conditions(context.request, "x-ms-source-"),
            lease = context.request.headers.find("x-ms-source-lease-id"),
            now = context.now](const BlobRecord *source) {
        source->lease.checkRead(Leased::Blob, lease, now);
        conditions.checkSource({source->etag, source->lastModified});
    };
}

} // namespace Batchdesk::LocalService::Blobs
