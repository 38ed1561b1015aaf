// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/blob/limits.h"
#include "core/localservice/blob/receivedbody.h"
#include "core/localservice/http/percentcode.h"

namespace Batchdesk::LocalService::Blobs {

Response changedBlob(int status, const BlobRecord &blob)
{
    Response response;
    response.status = status;
    addVersion(response, blob.etag, blob.lastModified);
    response.headers.add("x-ms-request-server-encrypted", "true");
    return response;
}

Precondition writePrecondition(const OperationContext &context, const char *code)
{
    return [conditions = Conditions(context.request), mayOverwrite = context.mayOverwrite, code,
            lease = context.request.headers.find("x-ms-lease-id"),
            now = context.now](const BlobRecord *existing) {
        if (existing && !mayOverwrite)
            throw BlobError(403, "UnauthorizedBlobOverwrite",
                            "This request is not authorized to perform blob overwrites.");
        (existing ? existing->lease : Lease()).checkChange(Leased::Blob, lease, now);
        if (!existing) {
            conditions.checkWrite(nullptr, code);
            return;
        }
        const Conditions::Version version{existing->etag, existing->lastModified};
        conditions.checkWrite(&version, code);
    };
}

Response putBlob(const OperationContext &context)
{
    const Request &request = context.request;
    requireBlockBlob(request);
    BlobDescription description{uploadedProperties(request), metadataOf(request), {}};
    if (description.properties.contentType.empty())
        description.properties.contentType = "application/octet-stream";
    const Precondition precondition = writePrecondition(context);
    // Asked before the body is taken in, so that a refused upload of gigabytes ends at once.
    context.store.checkPut(context.target.container, context.target.blob, precondition);
    const auto content = context.store.newContent();
    const BodyDigest digest =
        receiveBody(request, *content, "x-ms-blob-content-md5", putBlobLimit(context.version));
    description.properties.contentMd5 = Auth::toBase64(digest.md5);
    const BlobRecord blob = context.store.putBlob(context.target.container, context.target.blob,
                                                  description, *content, precondition);
    Response response = changedBlob(201, blob);
    response.headers.add("Content-MD5", description.properties.contentMd5);
    if (request.headers.find("x-ms-content-crc64"))
        response.headers.add("x-ms-content-crc64", Auth::toBase64(digest.crc64));
    return response;
}

Response setBlobProperties(const OperationContext &context)
{
    const BlobProperties properties = describedProperties(context.request);
    return changedBlob(200,
                       context.store.setProperties(context.target.container, context.target.blob,
                                                   properties, writePrecondition(context)));
}

Response setBlobMetadata(const OperationContext &context)
{
    return changedBlob(200,
                       context.store.setMetadata(context.target.container, context.target.blob,
                                                 metadataOf(context.request),
                                                 writePrecondition(context)));
}

Response snapshotBlob(const OperationContext &context)
{
    const Request &request = context.request;
    Metadata metadata = metadataOf(request);
    const std::optional<Metadata> own =
        metadata.empty() ? std::nullopt : std::optional<Metadata>(std::move(metadata));
    // A snapshot changes nothing of the blob: no lease is needed, though a given one must be right.
    const BlobRecord snapshot = context.store.createSnapshot(
        context.target.container, context.target.blob, own,
        [conditions = Conditions(request), lease = request.headers.find("x-ms-lease-id"),
         now = context.now](const BlobRecord *blob) {
            blob->lease.checkRead(Leased::Blob, lease, now);
            const Conditions::Version version{blob->etag, blob->lastModified};
            conditions.checkWrite(&version);
        });
    Response response = changedBlob(201, snapshot);
    response.headers.add("x-ms-snapshot", snapshot.snapshot);
    return response;
}

Response deleteBlob(const OperationContext &context)
{
    const Request &request = context.request;
    const std::string snapshots = request.headers.value("x-ms-delete-snapshots");
    if (!snapshots.empty() && snapshots != "include" && snapshots != "only")
        throw invalidHeader("x-ms-delete-snapshots", snapshots);
    const BlobAddress address = context.address();
    if (!snapshots.empty() && !address.snapshot.empty())
        throw invalidQueryParameter("snapshot", address.snapshot,
                                    "x-ms-delete-snapshots is for requests on the blob itself.");
    // Whoever may delete need not be allowed to overwrite.
    OperationContext deleting = context;
    deleting.mayOverwrite = true;
    context.store.deleteBlob(address,
                             snapshots == "only"          ? DeleteScope::SnapshotsOnly
                                 : snapshots == "include" ? DeleteScope::BlobAndSnapshots
                                                          : DeleteScope::Blob,
                             writePrecondition(deleting));
    Response response;
    response.status = 202;
    response.headers.add("x-ms-delete-type-permanent", "true");
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
