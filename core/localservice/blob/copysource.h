// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/blob/operation.h"

namespace Batchdesk::LocalService::Blobs {

//! \brief What x-ms-copy-source names.
struct CopySource
{
    BlobAddress address;
    std::string shownUrl; //!< Without a query: that may hold a signature.
};

//! \brief Reads x-ms-copy-source and sees to it that the caller may read what it names: by the
//! account's key, or by the SAS in the URL. Throws BlobError: 400 for what is no URL of a blob, 400
//! CopyAcrossAccountsNotSupported for other accounts, and CannotVerifyCopySource with the status
//! that a reader of the URL would have got.
CopySource copySourceOf(const OperationContext &context);

//! \brief The conditions that the request puts on its source; a source that is not there was seen
//! to by copySourceOf().
Precondition sourcePrecondition(const OperationContext &context);

} // namespace Batchdesk::LocalService::Blobs
