// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/outcome.h"
#include "core/blob/blobclient.h"

#include <QCoroTask>

#include <chrono>
#include <memory>

namespace Batchdesk {

//! \brief A blob, and what it becomes a copy of.
struct CopyRequest
{
    QString container;
    QString blob;
    Blob::BlobCopy copy;
    std::chrono::milliseconds lookAgain{1000}; //!< While the service copies.
};

//! \brief Copies a blob within its account, without its bytes coming here, and waits until it is
//! there whole. Gives what the copy is.
//!
//! Fails with Conflict when the service gave the copy up, or when another one took its place; with
//! Cancelled after \a token, which also makes the service give it up; else with the service's
//! error. Needs an event loop in its thread.
QCoro::Task<Outcome<Blob::BlobItem>> copyBlob(std::shared_ptr<Blob::BlobClient> client,
                                              CopyRequest request, CancelToken token = {});

} // namespace Batchdesk
