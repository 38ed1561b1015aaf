// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/blob/range.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::uint64_t rangeChecksumLimit = 4 * 1024 * 1024;

void addIfSet(Response &response, const char *name, const std::string &value)
{
    if (!value.empty())
        response.headers.add(name, value);
}

//! \brief A property, or what the SAS says it should be called instead.
std::string propertyOr(const Request &request, const char *sasParameter,
                       const std::string &property)
{
    return Auth::hasSas(request) ? request.query.value(sasParameter, property) : property;
}

void addBlobHeaders(Response &response, const Request &request, const BlobRecord &blob)
{
    const BlobProperties &properties = blob.properties;
    addVersion(response, blob.etag, blob.lastModified);
    addMetadata(response, blob.metadata);
    response.contentType = propertyOr(request, "rsct", properties.contentType);
    addIfSet(response, "Content-Encoding", propertyOr(request, "rsce", properties.contentEncoding));
    addIfSet(response, "Content-Language", propertyOr(request, "rscl", properties.contentLanguage));
    addIfSet(response, "Content-Disposition",
             propertyOr(request, "rscd", properties.contentDisposition));
    addIfSet(response, "Cache-Control", propertyOr(request, "rscc", properties.cacheControl));
    response.headers.add("Accept-Ranges", "bytes");
    response.headers.add("x-ms-blob-type", "BlockBlob");
    response.headers.add("x-ms-creation-time", Http::formatHttpDate(blob.created));
    response.headers.add("x-ms-lease-status", "unlocked");
    response.headers.add("x-ms-lease-state", "available");
    response.headers.add("x-ms-server-encrypted", "true");
}

bool wantsRangeMd5(const Request &request, const std::optional<Range> &range)
{
    if (!Http::equalsIgnoringCase(request.headers.value("x-ms-range-get-content-md5"), "true"))
        return false;
    if (!range)
        throw missingHeader("x-ms-range");
    if (range->length > rangeChecksumLimit)
        throw invalidHeader("x-ms-range-get-content-md5", "true");
    return true;
}

std::string md5Of(const BlobContent &content, const Range &range)
{
    Auth::Md5 md5;
    const bool complete =
        content.read(range.offset, range.length, [&](const char *data, std::size_t size) {
            md5.add(data, size);
            return true;
        });
    if (!complete)
        throw BlobError(500, "InternalError", "The content of the blob cannot be read.");
    return Auth::toBase64(md5.result());
}

Conditions::Version versionOf(const BlobRecord &blob)
{
    return {blob.etag, blob.lastModified};
}

} // namespace

Response getBlob(const OperationContext &context)
{
    const Request &request = context.request;
    const Conditions conditions(request);
    auto [blob, content] = context.store.read(context.target.container, context.target.blob);
    conditions.checkRead(versionOf(blob));
    const auto range = requestedRange(request, blob.length);

    Response response;
    addBlobHeaders(response, request, blob);
    const Range part = range.value_or(Range{0, blob.length});
    if (range) {
        response.status = 206;
        response.headers.add("Content-Range",
                             "bytes " + std::to_string(part.offset) + '-'
                                 + std::to_string(part.offset + part.length - 1) + '/'
                                 + std::to_string(blob.length));
        addIfSet(response, "x-ms-blob-content-md5", blob.properties.contentMd5);
    } else {
        addIfSet(response, "Content-MD5", blob.properties.contentMd5);
    }
    if (wantsRangeMd5(request, range))
        response.headers.add("Content-MD5", md5Of(content, part));
    response.providerLength = part.length;
    response.provider = [part, content = std::move(content)](
                            std::uint64_t offset, std::uint64_t length, const auto &sink) {
        return content.read(part.offset + offset, length, sink);
    };
    return response;
}

Response getBlobProperties(const OperationContext &context)
{
    const Conditions conditions(context.request);
    const BlobRecord blob = context.store.blob(context.target.container, context.target.blob);
    conditions.checkRead(versionOf(blob));
    Response response;
    addBlobHeaders(response, context.request, blob);
    addIfSet(response, "Content-MD5", blob.properties.contentMd5);
    response.headers.add("x-ms-access-tier", "Hot");
    response.headers.add("x-ms-access-tier-inferred", "true");
    response.headOnly = true;
    response.providerLength = blob.length;
    return response;
}

Response getBlobMetadata(const OperationContext &context)
{
    const Conditions conditions(context.request);
    const BlobRecord blob = context.store.blob(context.target.container, context.target.blob);
    conditions.checkRead(versionOf(blob));
    Response response;
    addVersion(response, blob.etag, blob.lastModified);
    addMetadata(response, blob.metadata);
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
