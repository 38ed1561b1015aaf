// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/crc64.h"
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
    // An account SAS does not sign these.
    return Auth::hasSas(request) && request.query.find("sr")
        ? request.query.value(sasParameter, property)
        : property;
}

void addCopyState(Response &response, const CopyState &copy)
{
    if (copy.id.empty())
        return;
    const std::string length = std::to_string(copy.length);
    response.headers.add("x-ms-copy-id", copy.id);
    response.headers.add("x-ms-copy-source", copy.source);
    response.headers.add("x-ms-copy-status", "success");
    response.headers.add("x-ms-copy-progress", length + '/' + length);
    response.headers.add("x-ms-copy-completion-time", Http::formatHttpDate(copy.completed));
}

void addBlobHeaders(Response &response, const OperationContext &context, const BlobRecord &blob)
{
    const Request &request = context.request;
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
    addLease(response, blob.lease, context.now);
    addCopyState(response, blob.copy);
    response.headers.add("x-ms-server-encrypted", "true");
}

bool isTrue(const Request &request, const char *name)
{
    return Http::equalsIgnoringCase(request.headers.value(name), "true");
}

//! \brief Adds the checksum of the range that the request asks for, if it asks.
void addRangeChecksum(Response &response, const Request &request, const BlobContent &content,
                      const std::optional<Range> &range)
{
    const bool md5Wanted = isTrue(request, "x-ms-range-get-content-md5");
    const bool crcWanted = isTrue(request, "x-ms-range-get-content-crc64");
    if (!md5Wanted && !crcWanted)
        return;
    if (md5Wanted && crcWanted)
        throw BlobError(400, "BothCrc64AndMd5RangeHeaderPresent",
                        "Both x-ms-range-get-content-crc64 header and x-ms-range-get-content-md5 "
                        "header are present.");
    if (!range)
        throw missingHeader("x-ms-range");
    if (range->length > rangeChecksumLimit)
        throw BlobError(400, "OutOfRangeInput", "One of the request inputs is out of range.");
    Auth::Md5 md5;
    Crc64 crc;
    const bool complete =
        content.read(range->offset, range->length, [&](const char *data, std::size_t size) {
            md5.add(data, size);
            crc.add(data, size);
            return true;
        });
    if (!complete)
        throw BlobError(500, "InternalError", "The content of the blob cannot be read.");
    if (md5Wanted)
        response.headers.add("Content-MD5", Auth::toBase64(md5.result()));
    else
        response.headers.add("x-ms-content-crc64", Auth::toBase64(crc.result()));
}

} // namespace

void checkRead(const OperationContext &context, const BlobRecord &blob)
{
    blob.lease.checkRead(Leased::Blob, context.request.headers.find("x-ms-lease-id"), context.now);
    Conditions(context.request).checkRead({blob.etag, blob.lastModified});
}

Response getBlob(const OperationContext &context)
{
    const Request &request = context.request;
    auto [blob, content] = context.store.read(context.address());
    checkRead(context, blob);
    const auto range = requestedRange(request, blob.length);

    Response response;
    addBlobHeaders(response, context, blob);
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
    addRangeChecksum(response, request, content, range);
    response.providerLength = part.length;
    response.provider = [part, content = std::move(content)](
                            std::uint64_t offset, std::uint64_t length, const auto &sink) {
        return content.read(part.offset + offset, length, sink);
    };
    return response;
}

Response getBlobProperties(const OperationContext &context)
{
    const BlobRecord blob = context.store.blob(context.address());
    checkRead(context, blob);
    Response response;
    addBlobHeaders(response, context, blob);
    addIfSet(response, "Content-MD5", blob.properties.contentMd5);
    response.headers.add("x-ms-access-tier", "Hot");
    response.headers.add("x-ms-access-tier-inferred", "true");
    response.headOnly = true;
    response.providerLength = blob.length;
    return response;
}

Response getBlobMetadata(const OperationContext &context)
{
    const BlobRecord blob = context.store.blob(context.address());
    checkRead(context, blob);
    Response response;
    addVersion(response, blob.etag, blob.lastModified);
    addMetadata(response, blob.metadata);
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
