// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/upload.h"

#include "core/net/awaitoutcome.h"
#include "core/transfer/blockplan.h"
#include "core/transfer/filehash.h"
#include "core/transfer/manyfiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <deque>
#include <vector>

namespace Batchdesk {

namespace {

using ClientPtr = std::shared_ptr<Blob::BlobClient>;

//! A block on its way.
struct SentBlock
{
    QFuture<Outcome<void>> future;
    qint64 size = 0;
};

//! The state of one upload in blocks, shared by the steps of its flow.
struct BlockUpload
{
    ClientPtr client;
    UploadRequest request;
    UploadOptions options;
    CancelToken token;
    ByteProgress progress;
    BlockPlan plan;
    QHash<QByteArray, qint64> kept; //!< Ids and sizes the service has.
    std::shared_ptr<QCryptographicHash> whole =
        std::make_shared<QCryptographicHash>(QCryptographicHash::Md5);
    std::deque<SentBlock> sent;
    qint64 bytesDone = 0;
    UploadResult result;

    void advance(qint64 bytes)
    {
        bytesDone += bytes;
        if (progress)
            progress(bytesDone, plan.file.size);
    }
};

//! A file that changed explains an odd refusal better than the service can.
Error explained(const FileState &file, const Error &error)
{
    const Outcome<void> unchanged = file.checkUnchanged();
    return unchanged.ok() || error.isCancelled() ? error : unchanged.error();
}

QCoro::Task<Outcome<UploadResult>> uploadWhole(ClientPtr client, UploadRequest request,
                                               FileState file, CancelToken token,
                                               ByteProgress progress)
{
    const FileWindow window{file.path, 0, file.size};
    const Outcome<QByteArray> md5 = co_await awaitOutcome(hashWindow(window));
    if (!md5.ok())
        co_return explained(file, md5.error());
    if (token.isCancelled())
        co_return Error::cancelled();
    request.headers.contentMd5 = *md5;
    const HttpBody body = file.size > 0 ? HttpBody(window) : HttpBody(QByteArray());
    const Outcome<QString> eTag = co_await awaitOutcome(
        client->putBlob(request.container, request.blob, body, request.headers), token);
    if (!eTag.ok())
        co_return explained(file, eTag.error());
    if (const Outcome<void> unchanged = file.checkUnchanged(); !unchanged.ok())
        co_return unchanged.error();
    if (progress)
        progress(file.size, file.size);
    co_return UploadResult{*eTag, file.size, 0, 0};
}

//! Blocks of another tool, with ids of another length, would make the service refuse all of ours.
QCoro::Task<Outcome<void>> removeForeignBlocks(std::shared_ptr<BlockUpload> upload)
{
    const UploadRequest &request = upload->request;
    const Outcome<Blob::BlobItem> blob = co_await awaitOutcome(
        upload->client->blobProperties(request.container, request.blob), upload->token);
    if (blob.ok()) {
        Error error;
        error.kind = Error::Kind::Conflict;
        error.message = QCoreApplication::translate(
                            "Transfer", "Another program has begun to upload to the blob %1")
                            .arg(request.blob);
        error.place = request.container;
        error.advice =
            QCoreApplication::translate("Transfer", "Let it finish, or delete the blob first.");
        co_return error;
    }
    if (blob.error().kind != Error::Kind::NotFound)
        co_return blob.error();
    const Outcome<void> removed = co_await awaitOutcome(
        upload->client->deleteBlob(request.container, request.blob), upload->token);
    if (!removed.ok() && removed.error().kind != Error::Kind::NotFound)
        co_return removed.error();
    co_return Outcome<void>();
}

//! Learns which blocks an earlier upload of the same file has left.
QCoro::Task<Outcome<void>> findKeptBlocks(std::shared_ptr<BlockUpload> upload)
{
    const UploadRequest &request = upload->request;
    const Outcome<QList<Blob::BlockItem>> blocks = co_await awaitOutcome(
        upload->client->uncommittedBlocks(request.container, request.blob), upload->token);
    if (!blocks.ok()) {
        // A missing container is found out by the first block.
        if (blocks.error().kind == Error::Kind::NotFound)
            co_return Outcome<void>();
        co_return blocks.error();
    }
    const qsizetype idLength = upload->plan.id(0).size();
    for (const Blob::BlockItem &block : *blocks) {
        if (block.id.size() != idLength)
            co_return co_await removeForeignBlocks(upload);
        upload->kept.insert(block.id, block.size);
    }
    co_return Outcome<void>();
}

//! Waits for the oldest blocks until no more than so many are on their way.
QCoro::Task<Outcome<void>> drain(std::shared_ptr<BlockUpload> upload, size_t mayStay)
{
    while (upload->sent.size() > mayStay) {
        const SentBlock block = upload->sent.front();
        upload->sent.pop_front();
        const Outcome<void> done = co_await awaitOutcome(block.future, upload->token);
        if (!done.ok())
            co_return done;
        ++upload->result.blocksSent;
        upload->advance(block.size);
    }
    co_return Outcome<void>();
}

QCoro::Task<Outcome<void>> sendBlocks(std::shared_ptr<BlockUpload> upload)
{
    const auto mayStay = static_cast<size_t>(std::max(0, upload->options.blocksInFlight - 1));
    for (qint64 index = 0; index < upload->plan.count; ++index) {
        if (upload->token.isCancelled())
            co_return Error::cancelled();
        const FileWindow window = upload->plan.window(index);
        const QByteArray id = upload->plan.id(index);
        const Outcome<QByteArray> md5 = co_await awaitOutcome(hashWindow(window, upload->whole));
        if (!md5.ok())
            co_return md5.error();
        if (upload->kept.value(id, -1) == window.size) {
            ++upload->result.blocksKept;
            upload->advance(window.size);
            continue;
        }
        const Outcome<void> room = co_await drain(upload, mayStay);
        if (!room.ok())
            co_return room;
        upload->sent.push_back({upload->client->putBlock(upload->request.container,
                                                         upload->request.blob, id, window, *md5),
                                window.size});
    }
    co_return co_await drain(upload, 0);
}

QCoro::Task<Outcome<UploadResult>> uploadBlocks(std::shared_ptr<BlockUpload> upload)
{
    Outcome<void> step = co_await findKeptBlocks(upload);
    if (step.ok())
        step = co_await sendBlocks(upload);
    if (step.ok())
        step = upload->plan.file.checkUnchanged();
    if (!step.ok()) {
        for (SentBlock &block : upload->sent)
            block.future.cancel();
        co_return explained(upload->plan.file, step.error());
    }
    QList<QByteArray> ids;
    for (qint64 index = 0; index < upload->plan.count; ++index)
        ids.append(upload->plan.id(index));
    Blob::BlobHeaders headers = upload->request.headers;
    headers.contentMd5 = upload->whole->result();
    const Outcome<QString> eTag = co_await awaitOutcome(
        upload->client->putBlockList(upload->request.container, upload->request.blob, ids, headers),
        upload->token);
    if (!eTag.ok())
        co_return eTag.error();
    upload->result.eTag = *eTag;
    upload->result.bytes = upload->plan.file.size;
    co_return upload->result;
}

//! Takes one file after the other until none is left.
QCoro::Task<void> uploadNext(ClientPtr client, std::shared_ptr<ManyFiles<UploadRequest>> files,
                             UploadOptions options)
{
    while (const auto request = files->next()) {
        const auto counter = files->counter();
        const Outcome<UploadResult> done =
            co_await uploadFile(client, *request, options, files->token(), counter);
        files->ended(request->path,
                     done.ok() ? Outcome<qint64>(done->bytes) : Outcome<qint64>(done.error()));
    }
}

} // namespace

QCoro::Task<Outcome<UploadResult>> uploadFile(std::shared_ptr<Blob::BlobClient> client,
                                              UploadRequest request, UploadOptions options,
                                              CancelToken token, ByteProgress progress)
{
    const Outcome<FileState> file = FileState::of(request.path);
    if (!file.ok())
        co_return file.error();
    if (token.isCancelled())
        co_return Error::cancelled();
    if (file->size <= options.singlePutLimit)
        co_return co_await uploadWhole(client, request, *file, token, progress);
    auto upload = std::make_shared<BlockUpload>();
    upload->client = client;
    upload->request = request;
    upload->options = options;
    upload->token = token;
    upload->progress = progress;
    upload->plan = BlockPlan::make(*file, request.container, request.blob, options.blockSize);
    co_return co_await uploadBlocks(upload);
}

QCoro::Task<TransferSummary> uploadMany(std::shared_ptr<Blob::BlobClient> client,
                                        QList<UploadRequest> requests, UploadOptions options,
                                        CancelToken token, ManyProgress progress)
{
    qint64 bytes = 0;
    for (const UploadRequest &request : std::as_const(requests))
        bytes += QFileInfo(request.path).size();
    auto files = std::make_shared<ManyFiles<UploadRequest>>(requests, bytes, token, progress);
    std::vector<QCoro::Task<void>> lanes;
    for (qint64 i = 0; i < files->lanes(options.filesInFlight); ++i)
        lanes.push_back(uploadNext(client, files, options));
    for (const QCoro::Task<void> &lane : lanes)
        co_await lane;
    co_return files->summary();
}

} // namespace Batchdesk
