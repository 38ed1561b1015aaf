// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/blockrequest.h"
#include "core/localservice/blob/copysource.h"
#include "core/localservice/blob/crc64.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/blob/limits.h"
#include "core/localservice/blob/range.h"
#include "core/localservice/blob/receivedbody.h"
#include "core/localservice/http/percentcode.h"

namespace Batchdesk::LocalService::Blobs {

namespace {

//! \brief The metadata of the request; nothing when it names none, which means: that of the source.
std::optional<Metadata> ownMetadata(const Request &request)
{
    Metadata metadata = metadataOf(request);
    if (metadata.empty())
        return std::nullopt;
    return metadata;
}

void requireNoBody(const Request &request)
{
    const std::string length = request.headers.value("Content-Length");
    if (length.empty())
        throw BlobError(411, "MissingContentLengthHeader",
                        "The Content-Length header was not specified.");
    if (length != "0")
        throw invalidHeader("Content-Length", length);
}

//! \brief The content of the source from one moment to another, checked against what the request
//! says it should be.
BodyDigest digestOf(const BlobContent &content, const Range &range, ContentWriter *copy)
{
    Auth::Md5 md5;
    Crc64 crc;
    const bool complete =
        content.read(range.offset, range.length, [&](const char *data, std::size_t size) {
            md5.add(data, size);
            crc.add(data, size);
            if (copy)
                copy->write(data, size);
            return true;
        });
    if (!complete)
        throw BlobError(500, "InternalError", "The content of the blob cannot be read.");
    return {md5.result(), crc.result()};
}

bool wantsSourceChecked(const Request &request)
{
    return request.headers.find("x-ms-source-content-md5")
        || request.headers.find("x-ms-source-content-crc64");
}

void checkSource(const Request &request, const BodyDigest &digest)
{
    const std::string md5 = md5Header(request, "x-ms-source-content-md5");
    if (!md5.empty() && md5 != digest.md5)
        throw BlobError(400, "Md5Mismatch",
                        "The MD5 value specified in the request did not match with the MD5 value "
                        "calculated by the server.");
    const std::string crc = request.headers.value("x-ms-source-content-crc64");
    if (!crc.empty() && Auth::fromBase64(crc) != digest.crc64)
        throw BlobError(400, "Crc64Mismatch",
                        "The CRC64 value specified in the request did not match with the CRC64 "
                        "value calculated by the server.");
}

//! \brief The source may change between being read and being copied; then the copy is refused.
Precondition sameVersion(const BlobRecord &read, const Precondition &further)
{
    return [etag = read.etag, further](const BlobRecord *source) {
        if (source->etag != etag)
            throw conditionNotMet(412, "SourceConditionNotMet");
        further(source);
    };
}

} // namespace

Response copyBlob(const OperationContext &context)
{
    const Request &request = context.request;
    requireNoBody(request);
    const CopySource source = copySourceOf(context);
    Precondition sourceCheck = sourcePrecondition(context);
    const bool synchronous =
        Http::equalsIgnoringCase(request.headers.value("x-ms-requires-sync"), "true");
    if (synchronous) {
        const auto [record, content] = context.store.read(source.address);
        if (record.length > synchronousCopyLimit)
            throw BlobError(409, "CopySourceSizeTooLarge",
                            "The source of a synchronous copy may have 256 MiB at most.");
        if (wantsSourceChecked(request))
            checkSource(request, digestOf(content, {0, record.length}, nullptr));
        sourceCheck = sameVersion(record, sourceCheck);
    }
    CopyPlan plan;
    plan.source = source.address;
    plan.shownSource = source.shownUrl;
    plan.id = Auth::randomGuid();
    plan.metadata = ownMetadata(request);
    const BlobRecord blob =
        context.store.copyBlob(context.target.container, context.target.blob, plan, sourceCheck,
                               writePrecondition(context, "TargetConditionNotMet"));
    Response response = changedBlob(202, blob);
    response.headers.add("x-ms-copy-id", plan.id);
    response.headers.add("x-ms-copy-status", "success");
    if (synchronous && !blob.properties.contentMd5.empty())
        response.headers.add("Content-MD5", blob.properties.contentMd5);
    return response;
}

Response abortCopyBlob(const OperationContext &context)
{
    const Request &request = context.request;
    const std::string action = request.headers.value("x-ms-copy-action");
    if (action.empty())
        throw missingHeader("x-ms-copy-action");
    if (!Http::equalsIgnoringCase(action, "abort"))
        throw invalidHeader("x-ms-copy-action", action);
    const BlobRecord blob = context.store.blob(context.address());
    blob.lease.checkChange(Leased::Blob, request.headers.find("x-ms-lease-id"), context.now);
    // Copies are done when they are answered.
    throw BlobError(409, "NoPendingCopyOperation", "There is currently no pending copy operation.");
}

Response putBlobFromUrl(const OperationContext &context)
{
    const Request &request = context.request;
    requireBlockBlob(request);
    requireNoBody(request);
    const CopySource source = copySourceOf(context);
    const auto [record, content] = context.store.read(source.address);
    if (record.length > putBlobLimit(context.version))
        throw BlobError(409, "CopySourceSizeTooLarge",
                        "The source is larger than Put Blob takes in.");
    if (wantsSourceChecked(request))
        checkSource(request, digestOf(content, {0, record.length}, nullptr));
    CopyPlan plan;
    plan.source = source.address;
    plan.metadata = ownMetadata(request).value_or(Metadata());
    plan.keepBlockIds = false;
    BlobProperties properties = describedProperties(request);
    const bool takeOver = !Http::equalsIgnoringCase(
        request.headers.value("x-ms-copy-source-blob-properties", "true"), "false");
    if (takeOver)
        properties.fillFrom(record.properties);
    else if (properties.contentMd5.empty())
        properties.contentMd5 = Auth::toBase64(digestOf(content, {0, record.length}, nullptr).md5);
    plan.properties = properties;
    const BlobRecord blob = context.store.copyBlob(
        context.target.container, context.target.blob, plan,
        sameVersion(record, sourcePrecondition(context)), writePrecondition(context));
    Response response = changedBlob(201, blob);
    if (!blob.properties.contentMd5.empty())
        response.headers.add("Content-MD5", blob.properties.contentMd5);
    return response;
}

Response putBlockFromUrl(const OperationContext &context)
{
    const Request &request = context.request;
    const std::string blockId = blockIdOf(request);
    requireNoBody(request);
    const CopySource source = copySourceOf(context);
    const auto [record, content] = context.store.read(source.address);
    sourcePrecondition(context)(&record);
    const Range range = requestedRange(request, record.length, {"x-ms-source-range"})
                            .value_or(Range{0, record.length});
    if (range.length > blockLimit(context.version))
        throw BlobError(413, "RequestBodyTooLarge",
                        "The source range is larger than a block may be.");
    const auto copy = context.store.newContent();
    const BodyDigest digest = digestOf(content, range, copy.get());
    checkSource(request, digest);
    context.store.putBlock(context.target.container, context.target.blob, blockId, *copy,
                           blockPrecondition(context));
    Response response;
    response.status = 201;
    if (request.headers.find("x-ms-source-content-md5"))
        response.headers.add("Content-MD5", Auth::toBase64(digest.md5));
    else
        response.headers.add("x-ms-content-crc64", Auth::toBase64(digest.crc64));
    response.headers.add("x-ms-request-server-encrypted", "true");
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
