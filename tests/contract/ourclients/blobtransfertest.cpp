// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Uploads and downloads of files against real servers, among them ones whose program is killed.
#include "core/transfer/download.h"
#include "core/transfer/upload.h"
#include "tests/contract/ourclients/blobserverfixture.h"

#include <QCryptographicHash>

using namespace Batchdesk;
using namespace Batchdesk::Blob;
using namespace Batchdesk::Test;

namespace {

const QString name = QStringLiteral("dir/big.bin");

class TransferTest : public BlobServerTest
{
protected:
    static QByteArray content(qsizetype size, quint32 seed = 1)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (char &byte : bytes) {
            seed = seed * 1664525 + 1013904223;
            byte = static_cast<char>(seed >> 24);
        }
        return bytes;
    }

    static QByteArray md5(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
    }

    QString file(const QString &relative, const QByteArray &bytes) const
    {
        workspace.write(relative, bytes);
        return workspace.path(relative);
    }

    static UploadOptions inPieces()
    {
        UploadOptions options;
        options.singlePutLimit = piece;
        options.blockSize = piece;
        return options;
    }

    static DownloadOptions inChunks(ConflictPolicy conflict = ConflictPolicy::Keep)
    {
        DownloadOptions options;
        options.chunkSize = piece;
        options.conflict = conflict;
        return options;
    }

    Outcome<UploadResult> upload(const QString &path, const UploadOptions &options)
    {
        return waitForFlow(uploadFile(client, {path, container, name, {}}, options));
    }

    Outcome<DownloadResult> download(const QString &target, const DownloadOptions &options,
                                     const std::optional<BlobItem> &known = {})
    {
        return waitForFlow(downloadBlob(client, {container, name, target, known}, options));
    }

    //! \brief Transfers in a process of its own, and kills that when \a hold bytes are through.
    void transferKilledAt(qint64 hold, const QString &direction, const QString &path) const
    {
        QProcessEnvironment environment = workspace.environment();
        environment.insert(QStringLiteral("AZURE_STORAGE_CONNECTION_STRING"),
                           server().storageConnection());
        Program program(
            QStringLiteral(BATCHDESK_TRANSFER_PATH),
            {direction, path, container, name, QString::number(piece), QString::number(hold)},
            environment);
        EXPECT_TRUE(program.waitForLine([](const QString &line) {
            return line == QLatin1String("holding");
        })) << qPrintable(program.errors());
        program.kill();
    }

    static constexpr qint64 piece = 64 * 1024;
    const Workspace workspace;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Against, TransferTest,
                         ::testing::Values(ServerKind::Azurite, ServerKind::ThisComputer),
                         ::testing::PrintToStringParamName());

TEST_P(TransferTest, SmallAndEmptyFilesGoAndComeWhole)
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("hello\n")}) {
        UploadRequest request{file(QStringLiteral("a"), bytes), container, name, {}};
        request.headers.contentType = QStringLiteral("text/plain");
        request.headers.metadata = {{QStringLiteral("run"), QStringLiteral("r1")}};
        const auto sent = waitForFlow(uploadFile(client, request, {}));
        ASSERT_TRUE(sent.ok()) << qPrintable(sent.error().caption());
        const auto item = waitFor(client->blobProperties(container, name));
        ASSERT_TRUE(item.ok());
        EXPECT_EQ(item->contentMd5, md5(bytes));
        EXPECT_EQ(item->contentType, request.headers.contentType);
        EXPECT_EQ(item->metadata, request.headers.metadata);
        EXPECT_EQ(item->eTag, sent->eTag);
        const auto got =
            download(workspace.path(QStringLiteral("new/b")), inChunks(ConflictPolicy::Replace));
        ASSERT_TRUE(got.ok()) << qPrintable(got.error().caption());
        EXPECT_EQ(workspace.read(QStringLiteral("new/b")), bytes);
    }
}

TEST_P(TransferTest, ALargeFileGoesInBlocksAndComesInRanges)
{
    const QByteArray bytes = content(20 * 1024 * 1024 + 7);
    const auto sent = upload(file(QStringLiteral("a"), bytes), {});
    ASSERT_TRUE(sent.ok()) << qPrintable(sent.error().caption());
    EXPECT_EQ(sent->blocksSent, 3);
    const auto item = waitFor(client->blobProperties(container, name));
    ASSERT_TRUE(item.ok());
    EXPECT_EQ(item->contentMd5, md5(bytes)) << "of the whole, though it went in blocks";
    DownloadOptions options;
    options.chunkSize = 8 * 1024 * 1024;
    const auto got = download(workspace.path(QStringLiteral("b")), options);
    ASSERT_TRUE(got.ok()) << qPrintable(got.error().caption());
    EXPECT_EQ(md5(workspace.read(QStringLiteral("b"))), md5(bytes));
}

TEST_P(TransferTest, AnUploadThatWasKilledGoesOn)
{
    const QByteArray bytes = content(10 * piece + 5);
    const QString path = file(QStringLiteral("a"), bytes);
    transferKilledAt(4 * piece, QStringLiteral("upload"), path);
    const auto left = waitFor(client->uncommittedBlocks(container, name));
    ASSERT_TRUE(left.ok()) << qPrintable(left.error().caption());
    EXPECT_GE(left->size(), 4);
    const auto there = waitFor(client->blobExists(container, name));
    EXPECT_TRUE(there.ok() && !*there) << "readers see nothing of a broken upload";
    const auto sent = upload(path, inPieces());
    ASSERT_TRUE(sent.ok()) << qPrintable(sent.error().caption());
    EXPECT_GE(sent->blocksKept, left->size()) << "one more may have been on its way";
    EXPECT_EQ(sent->blocksKept + sent->blocksSent, 11);
    EXPECT_EQ(get(name), bytes);
}

TEST_P(TransferTest, ADownloadThatWasKilledGoesOn)
{
    const QByteArray bytes = content(10 * piece + 5);
    put(name, bytes);
    transferKilledAt(4 * piece, QStringLiteral("download"), workspace.path(QStringLiteral("b")));
    EXPECT_FALSE(workspace.exists(QStringLiteral("b"))) << "a part never has the file's name";
    const auto got = download(workspace.path(QStringLiteral("b")), inChunks());
    ASSERT_TRUE(got.ok()) << qPrintable(got.error().caption());
    EXPECT_EQ(got->bytesKept, 4 * piece);
    EXPECT_EQ(workspace.read(QStringLiteral("b")), bytes);
    EXPECT_EQ(workspace.files(), QStringList{QStringLiteral("b")}) << "no part is left";
}

TEST_P(TransferTest, APartOfAnotherVersionIsThrownAway)
{
    put(name, content(10 * piece, 1));
    transferKilledAt(4 * piece, QStringLiteral("download"), workspace.path(QStringLiteral("b")));
    const QByteArray other = content(10 * piece, 2);
    put(name, other);
    const auto got = download(workspace.path(QStringLiteral("b")), inChunks());
    ASSERT_TRUE(got.ok()) << qPrintable(got.error().caption());
    EXPECT_EQ(got->bytesKept, 0);
    EXPECT_EQ(workspace.read(QStringLiteral("b")), other);
}

TEST_P(TransferTest, ABlobThatChangedSinceItWasListedIsBegunAnew)
{
    put(name, content(3 * piece, 1));
    const auto listed = waitFor(client->blobs(container));
    ASSERT_TRUE(listed.ok());
    ASSERT_EQ(listed->blobs.size(), 1);
    const QByteArray other = content(2 * piece, 2);
    put(name, other);
    const auto got =
        download(workspace.path(QStringLiteral("b")), inChunks(), listed->blobs.first());
    ASSERT_TRUE(got.ok()) << qPrintable(got.error().caption());
    EXPECT_EQ(workspace.read(QStringLiteral("b")), other);
}

TEST_P(TransferTest, AFileThatIsThereIsKeptReplacedOrGivenCompany)
{
    put(name, "new");
    const QString target = file(QStringLiteral("b.txt"), "old");
    const auto kept = download(target, inChunks(ConflictPolicy::Keep));
    ASSERT_TRUE(kept.ok());
    EXPECT_TRUE(kept->skipped);
    EXPECT_EQ(workspace.read(QStringLiteral("b.txt")), "old");
    const auto beside = download(target, inChunks(ConflictPolicy::Rename));
    ASSERT_TRUE(beside.ok());
    EXPECT_EQ(beside->path, workspace.path(QStringLiteral("b (2).txt")));
    EXPECT_EQ(workspace.read(QStringLiteral("b (2).txt")), "new");
    EXPECT_EQ(workspace.read(QStringLiteral("b.txt")), "old");
    ASSERT_TRUE(download(target, inChunks(ConflictPolicy::Replace)).ok());
    EXPECT_EQ(workspace.read(QStringLiteral("b.txt")), "new");
}

TEST_P(TransferTest, AWrongChecksumIsNoticed)
{
    put(name, "hello");
    BlobProperties properties;
    properties.contentMd5 = md5("something else");
    ASSERT_TRUE(waitFor(client->setBlobProperties(container, name, properties)).ok());
    const auto got = download(workspace.path(QStringLiteral("b")), inChunks());
    ASSERT_FALSE(got.ok());
    EXPECT_TRUE(got.error().message.contains(QStringLiteral("checksum")));
    EXPECT_EQ(workspace.files(), QStringList());
}

TEST_P(TransferTest, BlocksOfAnotherProgramAreClearedAwayUnlessThereIsABlob)
{
    const QString path = file(QStringLiteral("a"), content(3 * piece));
    ASSERT_TRUE(waitFor(client->putBlock(container, name, "foreign", QByteArray("x"))).ok());
    const auto sent = upload(path, inPieces());
    ASSERT_TRUE(sent.ok()) << qPrintable(sent.error().caption());
    EXPECT_EQ(get(name), content(3 * piece));

    put(name, "a blob");
    ASSERT_TRUE(waitFor(client->putBlock(container, name, "foreign", QByteArray("x"))).ok());
    const auto refused = upload(path, inPieces());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(get(name), "a blob");
}

TEST_P(TransferTest, ATreeOfOddNamesGoesAndComes)
{
    const QStringList names{QStringLiteral("plain.txt"),  QStringLiteral("with space/ünï 日本.csv"),
                            QStringLiteral("deep/a/b/c"), QStringLiteral("#?&=;,@$!*'()~+%20"),
                            QStringLiteral(".hidden"),    QStringLiteral("[x] {y} <z> \"q\"")};
    QList<UploadRequest> requests;
    for (const QString &each : names)
        requests.append({file(QStringLiteral("in/") + each, each.toUtf8()),
                         container,
                         QStringLiteral("run/") + each,
                         {}});
    requests.append({workspace.path(QStringLiteral("in/missing")),
                     container,
                     QStringLiteral("run/missing"),
                     {}});
    const TransferSummary up = waitForFlow(uploadMany(client, requests));
    EXPECT_EQ(up.filesDone, names.size());
    ASSERT_EQ(up.failures.size(), 1);
    EXPECT_EQ(up.failures.first().error.kind, Error::Kind::NotFound);
    const auto listed = waitFor(client->blobs(container));
    ASSERT_TRUE(listed.ok());
    const DownloadManyRequest request{
        container, listed->blobs, workspace.path(QStringLiteral("out")), QStringLiteral("run/")};
    const TransferSummary down = waitForFlow(downloadMany(client, request));
    EXPECT_TRUE(down.ok());
    EXPECT_EQ(down.filesDone, names.size());
    for (const QString &each : names)
        EXPECT_EQ(workspace.read(QStringLiteral("out/") + each), each.toUtf8());
}

TEST_P(TransferTest, ACancelledUploadLeavesNoBlob)
{
    CancelToken token;
    const auto cancelInTheMiddle = [token](qint64 done, qint64 total) {
        if (done > total / 2)
            token.cancel();
    };
    const UploadRequest request{
        file(QStringLiteral("a"), content(20 * piece)), container, name, {}};
    const auto sent =
        waitForFlow(uploadFile(client, request, inPieces(), token, cancelInTheMiddle));
    ASSERT_FALSE(sent.ok());
    EXPECT_TRUE(sent.error().isCancelled());
    const auto there = waitFor(client->blobExists(container, name));
    EXPECT_TRUE(there.ok() && !*there);
}
