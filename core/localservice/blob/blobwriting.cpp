// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/crc64.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/http/percentcode.h"

#include <charconv>

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::uint64_t mebibyte = 1024 * 1024;
constexpr std::uint64_t putBlobLimit = 5000 * mebibyte;

std::uint64_t contentLength(const Request &request, std::uint64_t limit)
{
    const std::string text = request.headers.value("Content-Length");
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size())
        throw BlobError(411, "MissingContentLengthHeader",
                        "The Content-Length header was not specified.");
    if (length > limit)
        throw BlobError(413, "RequestBodyTooLarge",
                        "The request body is too large and exceeds the maximum permissible limit.",
                        {{"MaxLimit", std::to_string(limit)}});
    return length;
}

std::string crc64Header(const Request &request)
{
    const std::string text = request.headers.value("x-ms-content-crc64");
    const auto bytes = Auth::fromBase64(text);
    if (!text.empty() && (!bytes || bytes->size() != 8))
        throw invalidHeader("x-ms-content-crc64", text);
    return text;
}

Response changed(int status, const BlobRecord &blob)
{
    Response response;
    response.status = status;
    addVersion(response, blob.etag, blob.lastModified);
    response.headers.add("x-ms-request-server-encrypted", "true");
    return response;
}

} // namespace

std::string receiveBody(const Request &request, ContentWriter &content, const char *md5HeaderName,
                        std::uint64_t limit)
{
    const std::uint64_t length = contentLength(request, limit);
    std::string expectedMd5 = md5Header(request, md5HeaderName);
    if (expectedMd5.empty())
        expectedMd5 = md5Header(request, "Content-MD5");
    const std::string expectedCrc = crc64Header(request);
    Auth::Md5 md5;
    Crc64 crc;
    const bool complete = request.readBody([&](const char *data, std::size_t size) {
        md5.add(data, size);
        if (!expectedCrc.empty())
            crc.add(data, size);
        content.write(data, size);
        return true;
    });
    if (!complete || content.size() != length)
        throw BlobError(400, "InvalidInput",
                        "The request body ended before Content-Length bytes had come.");
    std::string digest = md5.result();
    if (!expectedMd5.empty() && expectedMd5 != digest)
        throw BlobError(400, "Md5Mismatch",
                        "The MD5 value specified in the request did not match with the MD5 value "
                        "calculated by the "
                        "server.",
                        {{"UserSpecifiedMd5", Auth::toBase64(expectedMd5)},
                         {"ServerCalculatedMd5", Auth::toBase64(digest)}});
    if (!expectedCrc.empty() && expectedCrc != Auth::toBase64(crc.result()))
        throw BlobError(400, "Crc64Mismatch",
                        "The CRC64 value specified in the request did not match with the CRC64 "
                        "value calculated by "
                        "the server.");
    return digest;
}

Precondition writePrecondition(const OperationContext &context)
{
    return [conditions = Conditions(context.request),
            mayOverwrite = context.mayOverwrite](const BlobRecord *existing) {
        if (existing && !mayOverwrite)
            throw BlobError(
                403, "AuthorizationPermissionMismatch",
                "This request is not authorized to perform this operation using this permission.");
        if (!existing)
            return conditions.checkWrite(nullptr);
        const Conditions::Version version{existing->etag, existing->lastModified};
        conditions.checkWrite(&version);
    };
}

Response putBlob(const OperationContext &context)
{
    const Request &request = context.request;
    const std::string type = request.headers.value("x-ms-blob-type");
    if (type.empty())
        throw missingHeader("x-ms-blob-type");
    if (type != "BlockBlob") {
        if (type != "AppendBlob" && type != "PageBlob")
            throw invalidHeader("x-ms-blob-type", type);
        throw BlobError(501, "NotImplemented",
                        "The blob service on this computer has block blobs only.");
    }
    // Asked before the body is taken in, so that a refused upload of gigabytes ends at once.
    context.store.container(context.target.container);
    BlobDescription description{uploadedProperties(request), metadataOf(request)};
    if (description.properties.contentType.empty())
        description.properties.contentType = "application/octet-stream";
    const auto content = context.store.newContent();
    const std::string md5 = receiveBody(request, *content, "x-ms-blob-content-md5", putBlobLimit);
    description.properties.contentMd5 = Auth::toBase64(md5);
    const BlobRecord blob =
        context.store.putBlob(context.target.container, context.target.blob, description, *content,
                              writePrecondition(context));
    Response response = changed(201, blob);
    response.headers.add("Content-MD5", description.properties.contentMd5);
    return response;
}

Response setBlobProperties(const OperationContext &context)
{
    BlobProperties properties = describedProperties(context.request);
    return changed(200,
                   context.store.setProperties(context.target.container, context.target.blob,
                                               properties, writePrecondition(context)));
}

Response setBlobMetadata(const OperationContext &context)
{
    return changed(200,
                   context.store.setMetadata(context.target.container, context.target.blob,
                                             metadataOf(context.request),
                                             writePrecondition(context)));
}

Response deleteBlob(const OperationContext &context)
{
    const std::string snapshots = context.request.headers.value("x-ms-delete-snapshots");
    if (!snapshots.empty() && snapshots != "include" && snapshots != "only")
        throw invalidHeader("x-ms-delete-snapshots", snapshots);
    // There are no snapshots: "only" has nothing to delete.
    if (snapshots == "only")
        context.store.blob(context.target.container, context.target.blob);
    else {
        // Whoever may delete need not be allowed to overwrite.
        const OperationContext deleting{context.store, context.request, context.target, true};
        context.store.deleteBlob(context.target.container, context.target.blob,
                                 writePrecondition(deleting));
    }
    Response response;
    response.status = 202;
    response.headers.add("x-ms-delete-type-permanent", "true");
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
