// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/blob/blobclient.h"

//! \brief The XML bodies of the Blob service. A byte order mark is tolerated, elements that are not
//! known are passed over; a body that is no such document is an Error naming the operation.
namespace Batchdesk::Blob {

Outcome<ContainerPage> readContainers(const QString &operation, const QByteArray &xml);
Outcome<BlobPage> readBlobs(const QString &operation, const QByteArray &xml);
//! \brief The blocks under \a element, "CommittedBlocks" or "UncommittedBlocks".
Outcome<QList<BlockItem>> readBlocks(const QString &operation, const QByteArray &xml,
                                     QLatin1String element);

//! \brief The body of Put Block List: each id as Latest, in this order.
QByteArray writeBlockList(const QList<QByteArray> &ids);

} // namespace Batchdesk::Blob
