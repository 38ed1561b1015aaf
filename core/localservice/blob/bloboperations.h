// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/blob/operation.h"

//! \file The operations of the Blob service, by the names of its REST reference. Each throws
//! BlobError.
namespace Batchdesk::LocalService::Blobs {

Response listContainers(const OperationContext &context);
Response getServiceProperties(const OperationContext &context);
Response getAccountInformation(const OperationContext &context);

Response createContainer(const OperationContext &context);
Response getContainerProperties(const OperationContext &context);
Response setContainerMetadata(const OperationContext &context);
Response getContainerAcl(const OperationContext &context);
Response deleteContainer(const OperationContext &context);
Response listBlobs(const OperationContext &context);

Response putBlob(const OperationContext &context);
Response getBlob(const OperationContext &context);
Response getBlobProperties(const OperationContext &context);
Response setBlobProperties(const OperationContext &context);
Response getBlobMetadata(const OperationContext &context);
Response setBlobMetadata(const OperationContext &context);
Response deleteBlob(const OperationContext &context);

Response putBlock(const OperationContext &context);
Response putBlockList(const OperationContext &context);
Response getBlockList(const OperationContext &context);

//! \brief Streams the body into \a content and checks it against Content-MD5 (or \a md5HeaderName,
//! which goes before it) and x-ms-content-crc64; throws BlobError. \return the MD5 of the body, 16
//! bytes.
std::string receiveBody(const Request &request, ContentWriter &content, const char *md5HeaderName,
                        std::uint64_t limit);

//! \brief The checks of a writing request, to be asked under the store's lock.
Precondition writePrecondition(const OperationContext &context);

} // namespace Batchdesk::LocalService::Blobs
