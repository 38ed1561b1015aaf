// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/copy.h"

#include "core/net/awaitoutcome.h"
#include "core/net/pause.h"

#include <QCoreApplication>

namespace Batchdesk {

namespace {

Error notCopied(const CopyRequest &request, const Blob::CopyState &state)
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = QCoreApplication::translate("Transfer", "The blob %1 was not copied to %2: %3")
                        .arg(request.copy.sourceBlob, request.blob,
                             state.reason.isEmpty() ? state.status : state.reason);
    error.place = request.container;
    return error;
}

} // namespace

QCoro::Task<Outcome<Blob::BlobItem>> copyBlob(std::shared_ptr<Blob::BlobClient> client,
                                              CopyRequest request, CancelToken token)
{
    if (token.isCancelled())
        co_return Error::cancelled();
    const Outcome<Blob::CopyState> started = co_await awaitOutcome(
        client->startCopy(request.container, request.blob, request.copy), token);
    if (!started.ok())
        co_return started.error();
    while (!token.isCancelled()) {
        const Outcome<Blob::BlobItem> blob =
            co_await awaitOutcome(client->blobProperties(request.container, request.blob), token);
        if (!blob.ok() && !blob.error().isCancelled())
            co_return blob.error();
        if (blob.ok() && !(blob->copy.isPending() && blob->copy.id == started->id)) {
            const bool isThere =
                blob->copy.id == started->id && blob->copy.status == QLatin1String("success");
            co_return isThere ? blob : Outcome<Blob::BlobItem>(notCopied(request, blob->copy));
        }
        co_await pause(request.lookAgain, token);
    }
    // Left alone it would go on; that it has just ended is no failure of being cancelled.
    const Outcome<void> aborted =
        co_await awaitOutcome(client->abortCopy(request.container, request.blob, started->id));
    if (!aborted.ok() && aborted.error().kind != Error::Kind::Conflict)
        co_return aborted.error();
    co_return Error::cancelled();
}

} // namespace Batchdesk
