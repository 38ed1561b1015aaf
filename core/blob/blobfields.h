// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/blob/blobclient.h"

//! \brief What the Blob service has in headers.
namespace Batchdesk::Blob {

//! \brief The properties of a blob as they came with Get Blob or Get Blob Properties. The size is
//! the whole blob's also when a range came.
BlobItem blobFromHeaders(const QString &name, const HttpResponse &response);
ContainerItem containerFromHeaders(const QString &name, const HttpHeaders &headers);

//! \brief The x-ms-meta-… fields.
QMap<QString, QString> metadataFromHeaders(const HttpHeaders &headers);
//! \brief The state of the last copy into a blob.
CopyState copyFromHeaders(const HttpHeaders &headers);

//! \brief Adds the x-ms-blob-… fields of Set Blob Properties.
void putProperties(HttpHeaders &headers, const BlobProperties &properties);
//! \brief Adds x-ms-meta-… fields. InvalidInput for a name that is not [a-z0-9]+ or a value that is
//! not printable ASCII: those cannot be signed or sent unchanged.
Outcome<void> putMetadata(HttpHeaders &headers, const QMap<QString, QString> &metadata);

//! \brief "bytes=a-b" for x-ms-range; empty when the whole blob is asked for.
QByteArray rangeHeader(const BlobRange &range);

//! \brief True for the 416 by which a service says that the blob has no bytes at all.
bool isRangeOfEmptyBlob(const HttpResponse &response);

} // namespace Batchdesk::Blob
