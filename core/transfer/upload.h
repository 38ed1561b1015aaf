// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/outcome.h"
#include "core/blob/blobclient.h"
#include "core/transfer/summary.h"

#include <QCoroTask>

#include <memory>

namespace Batchdesk {

//! \brief A file, and the blob it becomes.
struct UploadRequest
{
    QString path;
    QString container;
    QString blob;
    Blob::BlobHeaders headers; //!< contentMd5 is filled in from the file.
};

//! \brief How files are uploaded.
struct UploadOptions
{
    qint64 singlePutLimit = 8 * 1024 * 1024; //!< Bytes; up to this a file is one request.
    qint64 blockSize = 8 * 1024 * 1024;      //!< Bytes; grown so that 50,000 blocks do.
    int blocksInFlight = 4;                  //!< Of one file.
    int filesInFlight = 8;                   //!< uploadMany() only.
};

//! \brief What an upload did.
struct UploadResult
{
    QString eTag;     //!< Of the new blob, quoted.
    qint64 bytes = 0; //!< The file's size.
    qint64 blocksSent = 0;
    qint64 blocksKept = 0; //!< That an earlier, broken upload had left with the service.
};

//! \brief Uploads one file, streamed from disk: Put Blob, or Put Block and Put Block List. Every
//! block's MD5 is checked by the service, the whole file's is stored with the blob. Readers see the
//! old blob until all is there. Begun again with the same file, blocks the service has are not
//! sent.
//!
//! Fails with Io or NotFound naming the file when it cannot be read or changes meanwhile, with
//! Cancelled after \a token, else with the service's error. Needs an event loop in its thread.
QCoro::Task<Outcome<UploadResult>> uploadFile(std::shared_ptr<Blob::BlobClient> client,
                                              UploadRequest request, UploadOptions options = {},
                                              CancelToken token = {}, ByteProgress progress = {});

//! \brief Uploads many files, some at a time. One that fails does not stop the others.
QCoro::Task<TransferSummary> uploadMany(std::shared_ptr<Blob::BlobClient> client,
                                        QList<UploadRequest> requests, UploadOptions options = {},
                                        CancelToken token = {}, ManyProgress progress = {});

} // namespace Batchdesk
