// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/blob/blobtypes.h"
#include "core/localservice/http/message.h"

namespace Batchdesk::LocalService::Blobs {

//! \brief x-ms-meta-* of a request; throws BlobError (InvalidMetadata, EmptyMetadataKey).
Metadata metadataOf(const Request &request);

//! \brief x-ms-blob-content-type and its like; throws BlobError.
BlobProperties describedProperties(const Request &request);

//! \brief As describedProperties(), but for Put Blob, which also takes the request's own
//! Content-Type, Content-Encoding, Content-Language and Cache-Control.
BlobProperties uploadedProperties(const Request &request);

//! \brief A Content-MD5 header as 16 bytes, or empty; throws BlobError (InvalidMd5, and
//! InvalidHeaderValue for those that are not Content-MD5 itself).
std::string md5Header(const Request &request, const char *name);

//! \brief Throws BlobError unless x-ms-blob-type is BlockBlob, the one type that there is here.
void requireBlockBlob(const Request &request);

//! \brief ETag (quoted) and Last-Modified.
void addVersion(Response &response, const std::string &etag, ServiceClock::Time lastModified);
void addMetadata(Response &response, const Metadata &metadata);

} // namespace Batchdesk::LocalService::Blobs
