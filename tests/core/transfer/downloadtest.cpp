// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/download.h"
#include "tests/core/transfer/fakeblobstore.h"
#include "tests/support/waittask.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class DownloadTest : public ::testing::Test
{
protected:
    static QByteArray content(int size)
    {
        QByteArray bytes;
        for (int i = 0; bytes.size() < size; ++i)
            bytes += QByteArray::number(i) + ',';
        return bytes.left(size);
    }

    QString path(const QString &name) const { return folder.filePath(name); }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }

    Outcome<DownloadResult> download(ConflictPolicy conflict = ConflictPolicy::Keep,
                                     CancelToken token = {})
    {
        DownloadOptions options;
        options.chunkSize = 100;
        options.conflict = conflict;
        return waitForFlow(downloadBlob(
            store.client,
            {QStringLiteral("c"), QStringLiteral("b"), path(QStringLiteral("out.csv")), known},
            options, token));
    }

    const QString name = QStringLiteral("out.csv");
    QTemporaryDir folder;
    FakeBlobStore store;
    std::optional<Blob::BlobItem> known;
};

} // namespace

TEST_F(DownloadTest, WritesTheBlobAndLeavesNothingElse)
{
    for (const int size : {0, 1, 100, 101, 1050}) {
        store.put(QStringLiteral("b"), content(size));
        const auto result = download(ConflictPolicy::Replace);
        ASSERT_TRUE(result.ok()) << size << result.error().caption().toStdString();
        EXPECT_EQ(read(name), content(size));
        EXPECT_EQ(result->bytes, size);
        EXPECT_EQ(files(), QStringList{name});
    }
}

TEST_F(DownloadTest, MakesTheFolders)
{
    store.put(QStringLiteral("b"), content(10));
    const auto result = waitForFlow(downloadBlob(
        store.client,
        {QStringLiteral("c"), QStringLiteral("b"), path(QStringLiteral("x/y/z")), {}}));
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(read(QStringLiteral("x/y/z")), content(10));
}

TEST_F(DownloadTest, AFreshListingSparesARequest)
{
    store.put(QStringLiteral("b"), content(10));
    known = store.listed(QStringLiteral("b"));
    ASSERT_TRUE(download().ok());
    EXPECT_EQ(store.count("HEAD"), 0);
    EXPECT_EQ(store.count("GET"), 1);
}

TEST_F(DownloadTest, AFileThatIsThereIsKeptReplacedOrPutBeside)
{
    store.put(QStringLiteral("b"), content(10));
    write(name, "old");
    auto result = download(ConflictPolicy::Keep);
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(result->skipped);
    EXPECT_EQ(read(name), QByteArray("old"));
    EXPECT_TRUE(store.transport->requests().isEmpty());

    result = download(ConflictPolicy::Rename);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->path, path(QStringLiteral("out (2).csv")));
    EXPECT_EQ(read(QStringLiteral("out (2).csv")), content(10));
    EXPECT_EQ(download(ConflictPolicy::Rename)->path, path(QStringLiteral("out (3).csv")));
    EXPECT_EQ(read(name), QByteArray("old"));

    ASSERT_TRUE(download(ConflictPolicy::Replace).ok());
    EXPECT_EQ(read(name), content(10));
}

TEST_F(DownloadTest, GoesOnWhereABrokenOneEnded)
{
    store.put(QStringLiteral("b"), content(1050));
    int gets = 0;
    store.intercept = [&gets](const HttpRequest &sent) -> std::optional<HttpResponse> {
        return sent.verb == "GET" && ++gets > 4 ? std::optional(answer(403)) : std::nullopt;
    };
    ASSERT_FALSE(download().ok());
    EXPECT_FALSE(files().contains(name)) << "half a file never has the name of a whole one";
    EXPECT_EQ(read(name + QStringLiteral(".part")), content(400));

    store.intercept = nullptr;
    const auto result = download();
    ASSERT_TRUE(result.ok()) << result.error().caption().toStdString();
    EXPECT_EQ(result->bytesKept, 400);
    EXPECT_EQ(read(name), content(1050));
    EXPECT_EQ(files(), QStringList{name});
}

TEST_F(DownloadTest, DoesNotGoOnWithAnotherVersion)
{
    store.put(QStringLiteral("b"), content(1050));
    int gets = 0;
    store.intercept = [&gets](const HttpRequest &sent) -> std::optional<HttpResponse> {
        return sent.verb == "GET" && ++gets > 4 ? std::optional(answer(403)) : std::nullopt;
    };
    ASSERT_FALSE(download().ok());
    store.intercept = nullptr;
    store.put(QStringLiteral("b"), QByteArray(700, 'n'));
    const auto result = download();
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->bytesKept, 0);
    EXPECT_EQ(read(name), QByteArray(700, 'n'));
}

TEST_F(DownloadTest, ABlobThatChangesMeanwhileIsBegunAnew)
{
    store.put(QStringLiteral("b"), content(1050));
    int gets = 0;
    store.intercept = [this, &gets](const HttpRequest &sent) -> std::optional<HttpResponse> {
        if (sent.verb == "GET" && ++gets == 3)
            store.put(QStringLiteral("b"), QByteArray(700, 'n'));
        return std::nullopt;
    };
    ASSERT_TRUE(download().ok());
    EXPECT_EQ(read(name), QByteArray(700, 'n'));
}

TEST_F(DownloadTest, ADamagedBlobIsNotPutInPlace)
{
    store.put(QStringLiteral("b"), content(1050));
    store.blobs[QStringLiteral("b")].bytes[500] = '!';
    write(name, "old");
    const auto result = download(ConflictPolicy::Replace);
    ASSERT_FALSE(result.ok());
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("checksum")));
    EXPECT_EQ(read(name), QByteArray("old"));
    EXPECT_EQ(files(), QStringList{name});
}

TEST_F(DownloadTest, WithoutAChecksumTheLengthStillCounts)
{
    store.put(QStringLiteral("b"), content(50), false);
    known = store.listed(QStringLiteral("b"));
    known->size = 60;
    EXPECT_FALSE(download().ok());
    EXPECT_EQ(files(), QStringList());
    known.reset();
    EXPECT_TRUE(download().ok());
    EXPECT_EQ(read(name), content(50));
}

TEST_F(DownloadTest, SaysWhatIsWrongWithTheDisk)
{
    store.put(QStringLiteral("b"), content(10));
    known = store.listed(QStringLiteral("b"));
    known->size = qint64(1) << 60;
    auto result = download();
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, Error::Kind::Io);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("EiB")))
        << result.error().caption().toStdString();
    EXPECT_TRUE(result.error().place.endsWith(name));

    known.reset();
    ASSERT_TRUE(QDir(folder.path()).mkdir(name + QStringLiteral(".part")));
    result = download();
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, Error::Kind::Io);
    EXPECT_TRUE(result.error().caption().contains(name));
}

TEST_F(DownloadTest, AFolderInThePlaceOfTheFileIsNotReplaced)
{
    store.put(QStringLiteral("b"), content(10));
    ASSERT_TRUE(QDir(folder.path()).mkdir(name));
    const auto result = download(ConflictPolicy::Replace);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, Error::Kind::Io);
}

TEST_F(DownloadTest, CancellingEndsARequestThatHangsAndLeavesNothing)
{
    store.put(QStringLiteral("b"), content(10));
    known = store.listed(QStringLiteral("b"));
    store.hangOn = QStringLiteral("/b");
    CancelToken token;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        if (store.transport->hanging() > 0)
            token.cancel();
    });
    look.start(1);
    EXPECT_TRUE(download(ConflictPolicy::Keep, token).error().isCancelled());
    EXPECT_EQ(files(), QStringList());
}

TEST_F(DownloadTest, ManyAreDoneSkippedOrNamedAsFailures)
{
    DownloadManyRequest request;
    request.container = QStringLiteral("c");
    request.folder = folder.path();
    request.stripPrefix = QStringLiteral("run/");
    for (const QString &blob :
         {QStringLiteral("run/a.csv"), QStringLiteral("run/t/b.csv"), QStringLiteral("run/../c"),
          QStringLiteral("run/a.csv/x"), QStringLiteral("run/out.csv"), QStringLiteral("d")}) {
        store.put(blob, blob.toLatin1());
        request.blobs.append(store.listed(blob));
    }
    write(name, "old");
    QList<TransferProgress> seen;
    const TransferSummary summary = waitForFlow(downloadMany(
        store.client, request, {}, {}, [&seen](const TransferProgress &now) { seen.append(now); }));
    EXPECT_EQ(summary.filesDone, 3);
    EXPECT_EQ(summary.filesSkipped, 1);
    ASSERT_EQ(summary.failures.size(), 2);
    EXPECT_EQ(summary.failures.at(0).name, QStringLiteral("run/../c"));
    EXPECT_EQ(summary.failures.at(1).name, QStringLiteral("run/a.csv/x"));
    EXPECT_EQ(read(QStringLiteral("a.csv")), QByteArray("run/a.csv"));
    EXPECT_EQ(read(QStringLiteral("t/b.csv")), QByteArray("run/t/b.csv"));
    EXPECT_EQ(read(QStringLiteral("d")), QByteArray("d"));
    EXPECT_EQ(read(name), QByteArray("old"));
    EXPECT_EQ(seen.last().filesDone, 4);
}

TEST_F(DownloadTest, ManyStopOnCancel)
{
    DownloadManyRequest request;
    request.container = QStringLiteral("c");
    request.folder = folder.path();
    for (int i = 0; i < 20; ++i) {
        const QString blob = QStringLiteral("f%1").arg(i);
        store.put(blob, "x");
        request.blobs.append(store.listed(blob));
    }
    CancelToken token;
    const TransferSummary summary = waitForFlow(
        downloadMany(store.client, request, {}, token, [token](const TransferProgress &now) {
            if (now.filesDone == 5)
                token.cancel();
        }));
    EXPECT_TRUE(summary.cancelled);
    EXPECT_GE(summary.filesDone, 5);
    EXPECT_LT(summary.filesDone, 20);
    EXPECT_EQ(files().size(), summary.filesDone) << "what is there is whole and counted";
}
