// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/download.h"

#include "core/net/awaitoutcome.h"
#include "core/transfer/filehash.h"
#include "core/transfer/localpath.h"
#include "core/transfer/manyfiles.h"
#include "core/transfer/partfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>
#include <vector>

namespace Batchdesk {

namespace {

using ClientPtr = std::shared_ptr<Blob::BlobClient>;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

//! The state of one download, shared by the steps of its flow.
struct BlobDownload
{
    ClientPtr client;
    DownloadRequest request;
    DownloadOptions options;
    CancelToken token;
    ByteProgress progress;
    Blob::BlobItem blob;
    DownloadResult result;
    qint64 offset = 0; //!< Bytes that are in the part file.

    void advance(qint64 to)
    {
        offset = to;
        if (progress)
            progress(offset, blob.size);
    }
};

//! "name (2).ext", or the first higher number that is free.
QString freeName(const QString &target)
{
    const QFileInfo info(target);
    const QString suffix = info.suffix().isEmpty() ? QString() : QLatin1Char('.') + info.suffix();
    const QString stem = info.fileName().chopped(suffix.size());
    for (int number = 2;; ++number) {
        const QString name = QStringLiteral("%1 (%2)%3").arg(stem).arg(number).arg(suffix);
        const QString path = info.dir().filePath(name);
        if (!QFileInfo::exists(path))
            return path;
    }
}

Outcome<void> makeRoom(const QString &path, qint64 needed)
{
    const QDir folder = QFileInfo(path).dir();
    const QString place = QDir::toNativeSeparators(path);
    if (QFileInfo(path).isDir())
        return Error::io(Texts::tr("There is a folder where the file should be"), place);
    if (!folder.mkpath(QStringLiteral(".")))
        return Error::io(Texts::tr("The folder cannot be made"),
                         QDir::toNativeSeparators(folder.path()));
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.isReady() && disk.bytesAvailable() < needed) {
        const QLocale locale;
        return Error::io(Texts::tr("The disk has no room: %1 are needed and %2 are free")
                             .arg(locale.formattedDataSize(needed),
                                  locale.formattedDataSize(disk.bytesAvailable())),
                         place, Texts::tr("Make room, or choose another folder."));
    }
    return {};
}

bool isChangedBlob(const Error &error)
{
    return error.httpStatus == 412;
}

QCoro::Task<Outcome<void>> fetchChunks(std::shared_ptr<BlobDownload> download, PartFile part)
{
    const Blob::BlobItem &blob = download->blob;
    while (download->offset < blob.size) {
        if (download->token.isCancelled())
            co_return Error::cancelled();
        const qint64 length = std::min(download->options.chunkSize, blob.size - download->offset);
        auto sink =
            std::make_shared<FileSink>(part.path(), download->offset, blob.size - download->offset);
        // A blob that is one chunk is asked for whole, which spares a range and its 206.
        const Blob::BlobRange range{download->offset, length == blob.size ? -1 : length, blob.eTag};
        const Outcome<Blob::BlobContent> content =
            co_await awaitOutcome(download->client->getBlob(download->request.container,
                                                            download->request.blob, range, sink),
                                  download->token);
        if (!content.ok())
            co_return content.error();
        if (sink->written() != length) {
            Error error;
            error.kind = Error::Kind::Network;
            error.message = Texts::tr("Of the blob %1 came %2 bytes instead of %3")
                                .arg(download->request.blob)
                                .arg(sink->written())
                                .arg(length);
            error.place = download->request.container;
            co_return error;
        }
        download->advance(download->offset + length);
    }
    co_return Outcome<void>();
}

//! Downloads the version of the blob that is known now.
QCoro::Task<Outcome<void>> fetchVersion(std::shared_ptr<BlobDownload> download, PartFile part)
{
    const Blob::BlobItem &blob = download->blob;
    download->result.bytesKept = part.resumableBytes(blob.eTag, blob.size);
    download->offset = download->result.bytesKept;
    const Outcome<void> room = makeRoom(download->result.path, blob.size - download->offset);
    if (!room.ok())
        co_return room;
    if (download->offset == 0) {
        part.discard();
        FileSink empty(part.path(), 0, blob.size);
        if (!empty.restart())
            co_return Error::io(empty.errorText());
    }
    if (blob.size > download->options.chunkSize) {
        const Outcome<void> tagged = part.tag(blob.eTag);
        if (!tagged.ok())
            co_return tagged;
    }
    download->advance(download->offset);
    const Outcome<void> fetched = co_await fetchChunks(download, part);
    if (!fetched.ok() || blob.contentMd5.isEmpty())
        co_return fetched;
    const FileWindow whole{part.path(), 0, blob.size};
    const Outcome<QByteArray> md5 = co_await awaitOutcome(hashWindow(whole));
    if (!md5.ok())
        co_return md5.error();
    if (*md5 == blob.contentMd5)
        co_return Outcome<void>();
    part.discard();
    Error error;
    error.message = Texts::tr("The blob %1 does not have the checksum stored with it")
                        .arg(download->request.blob);
    error.place = download->request.container;
    error.advice = Texts::tr("Download it again; if that fails too, upload it again.");
    co_return error;
}

QCoro::Task<Outcome<DownloadResult>> fetchAndPlace(std::shared_ptr<BlobDownload> download)
{
    const PartFile part(download->result.path);
    bool isKnown = download->request.known.has_value();
    if (isKnown)
        download->blob = *download->request.known;
    Outcome<void> fetched;
    for (int attempt = 1; attempt <= 2; ++attempt) {
        if (!isKnown) {
            const Outcome<Blob::BlobItem> blob =
                co_await awaitOutcome(download->client->blobProperties(download->request.container,
                                                                       download->request.blob),
                                      download->token);
            if (!blob.ok())
                co_return blob.error();
            download->blob = *blob;
        }
        fetched = co_await fetchVersion(download, part);
        if (fetched.ok() || !isChangedBlob(fetched.error()))
            break;
        isKnown = false;
        part.discard();
    }
    if (fetched.ok() && download->token.isCancelled())
        fetched = Error::cancelled();
    if (fetched.ok())
        fetched = co_await awaitOutcome(part.commit());
    if (!fetched.ok()) {
        part.discardUntagged();
        co_return fetched.error();
    }
    download->result.bytes = download->blob.size;
    co_return download->result;
}

//! Takes one blob after the other until none is left.
QCoro::Task<void> downloadNext(ClientPtr client, std::shared_ptr<ManyFiles<DownloadRequest>> files,
                               DownloadOptions options)
{
    while (const auto request = files->next()) {
        const auto counter = files->counter();
        const Outcome<DownloadResult> done =
            co_await downloadBlob(client, *request, options, files->token(), counter);
        if (done.ok() && done->skipped)
            files->skipped();
        else
            files->ended(request->blob,
                         done.ok() ? Outcome<qint64>(done->bytes) : Outcome<qint64>(done.error()));
    }
}

QString strippedName(const DownloadManyRequest &request, const QString &name)
{
    return name.startsWith(request.stripPrefix) ? name.mid(request.stripPrefix.size()) : name;
}

//! The downloads that can be made; the others are failures at once.
QList<DownloadRequest> targets(const DownloadManyRequest &request,
                               QList<TransferSummary::Failure> *failures)
{
    QStringList names;
    for (const Blob::BlobItem &blob : request.blobs)
        names << strippedName(request, blob.name);
    QHash<QString, Error> clashes;
    for (const auto &[name, error] : nameClashes(names))
        clashes.insert(name, error);
    QList<DownloadRequest> result;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const Blob::BlobItem &blob = request.blobs.at(i);
        const Outcome<QString> path = localPathFor(request.folder, names.at(i));
        if (clashes.contains(names.at(i)))
            failures->append({blob.name, clashes.value(names.at(i))});
        else if (!path.ok())
            failures->append({blob.name, path.error()});
        else
            result.append({request.container, blob.name, *path, blob});
    }
    return result;
}

} // namespace

QCoro::Task<Outcome<DownloadResult>> downloadBlob(std::shared_ptr<Blob::BlobClient> client,
                                                  DownloadRequest request, DownloadOptions options,
                                                  CancelToken token, ByteProgress progress)
{
    if (token.isCancelled())
        co_return Error::cancelled();
    auto download = std::make_shared<BlobDownload>();
    download->result.path = request.target;
    if (QFileInfo::exists(request.target)) {
        if (options.conflict == ConflictPolicy::Keep) {
            download->result.skipped = true;
            co_return download->result;
        }
        if (options.conflict == ConflictPolicy::Rename)
            download->result.path = freeName(request.target);
    }
    download->client = client;
    download->request = request;
    download->options = options;
    download->token = token;
    download->progress = progress;
    co_return co_await fetchAndPlace(download);
}

QCoro::Task<TransferSummary> downloadMany(std::shared_ptr<Blob::BlobClient> client,
                                          DownloadManyRequest request, DownloadOptions options,
                                          CancelToken token, ManyProgress progress)
{
    QList<TransferSummary::Failure> refused;
    const QList<DownloadRequest> requests = targets(request, &refused);
    qint64 bytes = 0;
    for (const DownloadRequest &one : requests)
        bytes += one.known->size;
    auto files = std::make_shared<ManyFiles<DownloadRequest>>(requests, bytes, token, progress);
    std::vector<QCoro::Task<void>> lanes;
    for (qint64 i = 0; i < files->lanes(options.filesInFlight); ++i)
        lanes.push_back(downloadNext(client, files, options));
    for (const QCoro::Task<void> &lane : lanes)
        co_await lane;
    TransferSummary summary = files->summary();
    summary.failures = refused + summary.failures;
    co_return summary;
}

} // namespace Batchdesk
