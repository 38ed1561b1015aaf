// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/outcome.h"
#include "core/blob/blobclient.h"
#include "core/transfer/summary.h"

#include <QCoroTask>

#include <memory>
#include <optional>

namespace Batchdesk {

//! \brief What to do with a file that is there already.
enum class ConflictPolicy {
    Keep,    //!< Leave it, download nothing.
    Replace, //!< Put the blob in its place, once it is there whole.
    Rename,  //!< Put the blob beside it as "name (2).ext".
};

//! \brief A blob, and the file it becomes.
struct DownloadRequest
{
    QString container;
    QString blob;
    QString target; //!< The file; its folders are made.
    std::optional<Blob::BlobItem>
        known; //!< From a fresh listing: spares asking for the properties.
};

//! \brief Many blobs of one container, and the folder they go to.
struct DownloadManyRequest
{
    QString container;
    QList<Blob::BlobItem> blobs; //!< As listed.
    QString folder;
    QString stripPrefix; //!< Taken off the front of the names before they become paths.
};

//! \brief How blobs are downloaded.
struct DownloadOptions
{
    ConflictPolicy conflict = ConflictPolicy::Keep;
    qint64 chunkSize = 32 * 1024 * 1024; //!< Bytes per request; larger blobs can be resumed.
    int filesInFlight = 8;               //!< downloadMany() only.
};

//! \brief What a download did.
struct DownloadResult
{
    QString path;     //!< Where the file is; differs from the target after ConflictPolicy::Rename.
    qint64 bytes = 0; //!< The blob's size.
    qint64 bytesKept = 0; //!< That an earlier, broken download had left.
    bool skipped = false; //!< A file was there and was kept.
};

//! \brief Downloads one blob: written to "<target>.part" as it arrives, all of one version
//! (If-Match), checked against the stored MD5 where there is one, then renamed. A blob that changes
//! meanwhile is begun anew once.
//!
//! Fails with Io naming the path, and how much was needed, when the disk does not take it; with
//! Cancelled after \a token; else with the service's error. The beginning of a large blob is kept
//! beside for the next time. Needs an event loop in its thread.
QCoro::Task<Outcome<DownloadResult>> downloadBlob(std::shared_ptr<Blob::BlobClient> client,
                                                  DownloadRequest request,
                                                  DownloadOptions options = {},
                                                  CancelToken token = {},
                                                  ByteProgress progress = {});

//! \brief Downloads many blobs, some at a time. One that fails, whose name cannot be a file's, or
//! that clashes with another, does not stop the others.
QCoro::Task<TransferSummary> downloadMany(std::shared_ptr<Blob::BlobClient> client,
                                          DownloadManyRequest request, DownloadOptions options = {},
                                          CancelToken token = {}, ManyProgress progress = {});

} // namespace Batchdesk
