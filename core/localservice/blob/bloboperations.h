// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/blob/operation.h"

//! \file The operations of the Blob service, by the names of its REST reference. Each throws
//! BlobError.
namespace Batchdesk::LocalService::Blobs {

Response listContainers(const OperationContext &context);
Response getServiceProperties(const OperationContext &context);
Response setServiceProperties(const OperationContext &context);
Response getAccountInformation(const OperationContext &context);
Response submitBatch(const OperationContext &context);

Response createContainer(const OperationContext &context);
Response getContainerProperties(const OperationContext &context);
Response setContainerMetadata(const OperationContext &context);
Response getContainerAcl(const OperationContext &context);
Response setContainerAcl(const OperationContext &context);
Response leaseContainer(const OperationContext &context);
Response deleteContainer(const OperationContext &context);
Response listBlobs(const OperationContext &context);

Response putBlob(const OperationContext &context);
Response putBlobFromUrl(const OperationContext &context);
//! \brief Copy Blob, and Copy Blob From URL.
Response copyBlob(const OperationContext &context);
Response abortCopyBlob(const OperationContext &context);
Response getBlob(const OperationContext &context);
Response getBlobProperties(const OperationContext &context);
Response setBlobProperties(const OperationContext &context);
Response getBlobMetadata(const OperationContext &context);
Response setBlobMetadata(const OperationContext &context);
Response snapshotBlob(const OperationContext &context);
Response leaseBlob(const OperationContext &context);
Response setBlobTier(const OperationContext &context);
Response deleteBlob(const OperationContext &context);

Response putBlock(const OperationContext &context);
Response putBlockFromUrl(const OperationContext &context);
Response putBlockList(const OperationContext &context);
Response getBlockList(const OperationContext &context);

// What is refused, with the code of an account that does not have it.
Response refuseTags(const OperationContext &context);
Response refuseBlobType(const OperationContext &context);
Response refuseStats(const OperationContext &context);
Response refuseUserDelegation(const OperationContext &context);
Response refuseRest(const OperationContext &context);

//! \brief The checks of a writing request, to be asked under the store's lock: lease, conditions,
//! and whether the caller may replace what is there. \param code of a condition that is not met.
Precondition writePrecondition(const OperationContext &context,
                               const char *code = "ConditionNotMet");
//! \brief The checks of a reading request.
void checkRead(const OperationContext &context, const BlobRecord &blob);

//! \brief ETag and Last-Modified of a blob that was written.
Response changedBlob(int status, const BlobRecord &blob);
//! \brief x-ms-lease-status, -state and -duration.
void addLease(Response &response, const Lease &lease, ServiceClock::Time now);

} // namespace Batchdesk::LocalService::Blobs
