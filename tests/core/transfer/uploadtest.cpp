// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/upload.h"
#include "tests/core/transfer/fakeblobstore.h"
#include "tests/support/waittask.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Test;

namespace {

class UploadTest : public ::testing::Test
{
protected:
    QString writeFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    static QByteArray content(int size)
    {
        QByteArray bytes;
        for (int i = 0; bytes.size() < size; ++i)
            bytes += QByteArray::number(i) + ',';
        return bytes.left(size);
    }

    static UploadOptions small()
    {
        UploadOptions options;
        options.singlePutLimit = 100;
        options.blockSize = 100;
        return options;
    }

    UploadRequest request(const QString &path) const
    {
        return {path, QStringLiteral("c"), QStringLiteral("dir/b"), {}};
    }

    Outcome<UploadResult> upload(const QString &path, CancelToken token = {},
                                 ByteProgress progress = {})
    {
        return waitForFlow(uploadFile(store.client, request(path), small(), token, progress));
    }

    static QByteArray md5(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toBase64();
    }

    QTemporaryDir folder;
    FakeBlobStore store;
    const QString blob = QStringLiteral("dir/b");
};

} // namespace

TEST_F(UploadTest, ASmallFileIsOneCheckedRequest)
{
    const auto result = upload(writeFile(QStringLiteral("f"), content(100)));
    ASSERT_TRUE(result.ok()) << result.error().caption().toStdString();
    EXPECT_EQ(store.blobs.value(blob).bytes, content(100));
    EXPECT_EQ(result->bytes, 100);
    EXPECT_EQ(result->eTag.toLatin1(), store.blobs.value(blob).eTag);
    ASSERT_EQ(store.transport->requests().size(), 1);
    EXPECT_EQ(store.transport->requests().first().headers.value("Content-MD5"), md5(content(100)));
}

TEST_F(UploadTest, AnEmptyFileIsAnEmptyBlob)
{
    ASSERT_TRUE(upload(writeFile(QStringLiteral("f"), {})).ok());
    EXPECT_TRUE(store.blobs.contains(blob));
    EXPECT_EQ(store.blobs.value(blob).bytes, QByteArray());
}

TEST_F(UploadTest, ALargeFileGoesInBlocksWithTheWholeMd5)
{
    QList<qint64> seen;
    const auto result = upload(writeFile(QStringLiteral("f"), content(1050)), {},
                               [&seen](qint64 done, qint64 total) {
                                   EXPECT_EQ(total, 1050);
                                   seen.append(done);
                               });
    ASSERT_TRUE(result.ok()) << result.error().caption().toStdString();
    EXPECT_EQ(store.blobs.value(blob).bytes, content(1050));
    EXPECT_EQ(store.blobs.value(blob).md5, md5(content(1050)));
    EXPECT_EQ(result->blocksSent, 11);
    EXPECT_EQ(result->blocksKept, 0);
    EXPECT_EQ(seen.size(), 11);
    EXPECT_EQ(seen.last(), 1050);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST_F(UploadTest, BegunAgainItSendsOnlyWhatIsMissing)
{
    const QString path = writeFile(QStringLiteral("f"), content(1050));
    int blocks = 0;
    store.intercept = [&blocks](const HttpRequest &sent) -> std::optional<HttpResponse> {
        if (sent.url.query().contains(QStringLiteral("comp=block&")) && ++blocks > 6)
            return answer(403);
        return std::nullopt;
    };
    ASSERT_FALSE(upload(path).ok());
    const auto left = static_cast<qint64>(store.uncommitted.value(blob).size());
    EXPECT_GE(left, 6);

    store.intercept = nullptr;
    const auto result = upload(path);
    ASSERT_TRUE(result.ok()) << result.error().caption().toStdString();
    EXPECT_GE(result->blocksKept, left) << "those on their way may still have arrived";
    EXPECT_EQ(result->blocksSent, 11 - result->blocksKept);
    EXPECT_EQ(store.blobs.value(blob).bytes, content(1050));
    EXPECT_EQ(store.blobs.value(blob).md5, md5(content(1050)));
}

TEST_F(UploadTest, AKeptBlockOfAnotherSizeIsSentAgain)
{
    const QString path = writeFile(QStringLiteral("f"), content(250));
    store.hangOn = QStringLiteral("comp=blocklist");
    CancelToken token;
    QTimer::singleShot(0, [token] { token.cancel(); });
    EXPECT_TRUE(upload(path, token).error().isCancelled());
    store.hangOn.clear();
    store.intercept = [](const HttpRequest &sent) -> std::optional<HttpResponse> {
        return sent.verb == "PUT" && sent.url.query().contains(QStringLiteral("comp=blocklist"))
            ? std::optional(answer(403))
            : std::nullopt;
    };
    EXPECT_FALSE(upload(path).ok());
    ASSERT_EQ(store.uncommitted.value(blob).size(), 3);
    store.uncommitted[blob][1].second.chop(1);
    store.intercept = nullptr;
    const auto result = upload(path);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->blocksKept, 2);
    EXPECT_EQ(result->blocksSent, 1);
    EXPECT_EQ(store.blobs.value(blob).bytes, content(250));
}

TEST_F(UploadTest, BlocksOfAnotherToolAreClearedUnlessABlobIsAtStake)
{
    const QString path = writeFile(QStringLiteral("f"), content(250));
    store.uncommitted[blob] = {{QByteArray("other"), QByteArray("x")}};
    ASSERT_TRUE(upload(path).ok());
    EXPECT_EQ(store.blobs.value(blob).bytes, content(250));

    store.uncommitted[blob] = {{QByteArray("other"), QByteArray("x")}};
    const auto refused = upload(path);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, Error::Kind::Conflict);
    EXPECT_TRUE(store.blobs.contains(blob));
}

TEST_F(UploadTest, AFileThatChangesMeanwhileIsAnErrorThatNamesIt)
{
    const QString path = writeFile(QStringLiteral("growing.csv"), content(1050));
    store.intercept = [&](const HttpRequest &sent) -> std::optional<HttpResponse> {
        if (sent.url.query().contains(QStringLiteral("comp=block&")))
            writeFile(QStringLiteral("growing.csv"), content(1200));
        return std::nullopt;
    };
    const auto result = upload(path);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, Error::Kind::Io);
    EXPECT_TRUE(result.error().place.endsWith(QStringLiteral("growing.csv")));
    EXPECT_FALSE(store.blobs.contains(blob)) << "a mixture is never committed";
}

TEST_F(UploadTest, AFileThatIsGoneIsAnErrorThatNamesIt)
{
    const auto result = upload(folder.filePath(QStringLiteral("none.csv")));
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(result.error().place.endsWith(QStringLiteral("none.csv")));

    const QString path = writeFile(QStringLiteral("vanishing.csv"), content(1050));
    store.intercept = [&path](const HttpRequest &) -> std::optional<HttpResponse> {
        QFile::remove(path);
        return std::nullopt;
    };
    const auto vanished = upload(path);
    ASSERT_FALSE(vanished.ok());
    EXPECT_EQ(vanished.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(vanished.error().place.endsWith(QStringLiteral("vanishing.csv")));
}

TEST_F(UploadTest, CancellingEndsARequestThatHangs)
{
    const QString path = writeFile(QStringLiteral("f"), content(1050));
    store.hangOn = QStringLiteral("comp=block&");
    CancelToken token;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        if (store.transport->hanging() > 0)
            token.cancel();
    });
    look.start(1);
    const auto result = upload(path, token);
    ASSERT_FALSE(result.ok());
    EXPECT_TRUE(result.error().isCancelled());
}

TEST_F(UploadTest, ManyGoAFewAtATimeAndOneFailureStopsNoOther)
{
    QList<UploadRequest> requests;
    for (int i = 0; i < 30; ++i) {
        const QString name = QStringLiteral("f%1").arg(i);
        requests.append({writeFile(name, content(i)), QStringLiteral("c"), name, {}});
    }
    requests[7].path = folder.filePath(QStringLiteral("gone"));
    QList<TransferProgress> seen;
    UploadOptions options = small();
    options.filesInFlight = 3;
    const TransferSummary summary =
        waitForFlow(uploadMany(store.client, requests, options, {},
                               [&seen](const TransferProgress &now) { seen.append(now); }));
    EXPECT_EQ(summary.filesDone, 29);
    ASSERT_EQ(summary.failures.size(), 1);
    EXPECT_TRUE(summary.failures.first().name.endsWith(QStringLiteral("gone")));
    EXPECT_FALSE(summary.cancelled);
    EXPECT_EQ(store.blobs.size(), 29);
    EXPECT_EQ(summary.bytesDone, 29 * 30 / 2 - 7);
    ASSERT_FALSE(seen.isEmpty());
    EXPECT_EQ(seen.last().filesDone, 30);
    EXPECT_EQ(seen.last().filesTotal, 30);
    EXPECT_EQ(seen.last().bytesDone, summary.bytesDone);
}

TEST_F(UploadTest, ManyKeepToTheirNumberInFlightAndStopOnCancel)
{
    QList<UploadRequest> requests;
    for (int i = 0; i < 10; ++i) {
        const QString name = QStringLiteral("f%1").arg(i);
        requests.append({writeFile(name, content(10)), QStringLiteral("c"), name, {}});
    }
    store.hangOn = QStringLiteral("/f");
    UploadOptions options = small();
    options.filesInFlight = 3;
    CancelToken token;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        if (store.transport->hanging() == 3)
            token.cancel();
    });
    look.start(1);
    const TransferSummary summary = waitForFlow(uploadMany(store.client, requests, options, token));
    EXPECT_TRUE(summary.cancelled);
    EXPECT_EQ(summary.filesDone, 0);
    EXPECT_TRUE(summary.failures.isEmpty());
    EXPECT_EQ(store.transport->requests().size(), 3);
}
