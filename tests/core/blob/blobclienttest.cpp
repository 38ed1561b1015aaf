// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/connectblob.h"
#include "tests/core/blob/blobfixture.h"

#include <QTemporaryFile>

using namespace Batchdesk;
using namespace Batchdesk::Blob;
using namespace Batchdesk::Test;

namespace {

const QString in = QStringLiteral("run-in");
const QString eTag = QStringLiteral("\"0x8DE2C9A1B2C3D4E\"");
const QByteArray helloMd5 = QByteArray::fromBase64("b1kCrCNwJL3QwXbLkwY9xA==");
const QByteArray otherMd5 = QByteArray::fromBase64("XrY7u+Ae7tCTyyK7j1rNww==");
const QDateTime modified = fromIsoTime(u"2026-11-22T14:07:11Z");

BlobItem csvItem()
{
    BlobItem item;
    item.name = QStringLiteral("a.csv");
    item.size = 12;
    item.eTag = eTag;
    item.lastModified = modified;
    item.contentMd5 = helloMd5;
    item.contentType = QStringLiteral("text/csv");
    item.metadata = {{QStringLiteral("job"), QStringLiteral("j1")}};
    return item;
}

class MemorySink final : public ResponseSink
{
public:
    bool restart() override
    {
        bytes.clear();
        return true;
    }
    bool write(QByteArrayView more) override
    {
        bytes.append(more);
        return true;
    }
    QString errorText() const override { return {}; }

    QByteArray bytes;
};

} // namespace

TEST_F(BlobClientTest, ListsContainers)
{
    const auto page = replay("containers_list", [this] {
        return client.containers(QStringLiteral("run "), QStringLiteral("/acct/x+"));
    });
    ASSERT_TRUE(page.ok());
    const QList<ContainerItem> expected{
        {in, eTag, modified, {{QStringLiteral("run"), QStringLiteral("r1")}}},
        {QStringLiteral("run-out"),
         QStringLiteral("\"0x8DE2C9A1B2C3D4F\""),
         modified.addSecs(1),
         {}}};
    EXPECT_EQ(page->containers, expected);
    EXPECT_EQ(page->nextMarker, QStringLiteral("/acct/run-z"));
}

TEST_F(BlobClientTest, MakesAndDeletesAContainer)
{
    EXPECT_TRUE(
        replay("container_create", [this] {
            return client.createContainer(in, {{QStringLiteral("run"), QStringLiteral("r1")}});
        }).ok());
    EXPECT_TRUE(replay("container_delete", [this] { return client.deleteContainer(in); }).ok());
}

TEST_F(BlobClientTest, GetsContainerProperties)
{
    const auto item =
        replay("container_properties", [this] { return client.containerProperties(in); });
    ASSERT_TRUE(item.ok());
    EXPECT_EQ(*item,
              (ContainerItem{in, eTag, modified, {{QStringLiteral("run"), QStringLiteral("r1")}}}));
}

TEST_F(BlobClientTest, ListsBlobs)
{
    BlobQuery query;
    query.prefix = QStringLiteral("scenes/My Scene");
    query.delimiter = QStringLiteral("/");
    query.marker = QStringLiteral("2!76!MDAwMDEx");
    query.maxResults = 500;
    const auto page = replay("blobs_list", [&] { return client.blobs(in, query); });
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->blobs.size(), 2);
    BlobItem expected = csvItem();
    expected.name = QStringLiteral("dir/a&b.txt");
    expected.size = 5'000'000'000;
    expected.contentMd5 = otherMd5;
    EXPECT_EQ(page->blobs[0], expected);
    EXPECT_EQ(page->blobs[1].name, QStringLiteral("odd") + QChar(0xFFFE));
    EXPECT_TRUE(page->blobs[1].eTag.isEmpty()) << "quotes round nothing would match nothing";
    EXPECT_EQ(page->prefixes, QList<QString>{QStringLiteral("dir/sub/")});
    EXPECT_EQ(page->nextMarker, QStringLiteral("2!80!MDAwMDIy"));
}

TEST_F(BlobClientTest, AnEmptyPageMayHaveAnother)
{
    const auto page = replay("blobs_list_empty", [this] { return client.blobs(in); });
    ASSERT_TRUE(page.ok());
    EXPECT_TRUE(page->blobs.isEmpty());
    EXPECT_EQ(page->nextMarker, QStringLiteral("more"));
}

TEST_F(BlobClientTest, PutsABlobFromAFile)
{
    QTemporaryFile file;
    ASSERT_TRUE(file.open());
    file.write("--hello world\n--");
    ASSERT_TRUE(file.flush());
    BlobHeaders headers;
    headers.contentType = QStringLiteral("text/csv");
    headers.contentMd5 = helloMd5;
    headers.metadata = {{QStringLiteral("job"), QStringLiteral("Ann B")}};
    headers.ifMatch = QStringLiteral("\"0x1\"");
    const auto put = replay("blob_put", [&] {
        return client.putBlob(in, QStringLiteral("scenes/My Scene (v1)/frame +0001% é.csv"),
                              FileWindow{file.fileName(), 2, 12}, headers);
    });
    ASSERT_TRUE(put.ok());
    EXPECT_EQ(*put, eTag);
    EXPECT_EQ(transport->requests().last().body, HttpBody(FileWindow{file.fileName(), 2, 12}));
}

TEST_F(BlobClientTest, PutsAnEmptyBlobOnlyIfItIsNew)
{
    BlobHeaders headers;
    headers.createOnly = true;
    for (const HttpBody &body : {HttpBody(), HttpBody(QByteArray())}) {
        EXPECT_TRUE(replay("blob_put_empty", [&] {
                        return client.putBlob(in, QStringLiteral("empty.bin"), body, headers);
                    }).ok());
    }
}

TEST_F(BlobClientTest, PutsBlocksAndTheirList)
{
    const QString name = QStringLiteral("a.bin");
    const QByteArray id = QByteArray::fromBase64("fn5+Pz8/eA==");
    EXPECT_TRUE(replay("block_put", [&] {
                    return client.putBlock(in, name, id, QByteArray("hello world\n"), helloMd5);
                }).ok());
    BlobHeaders headers;
    headers.contentType = QStringLiteral("image/x-exr");
    headers.contentMd5 = otherMd5;
    headers.metadata = {{QStringLiteral("job"), QStringLiteral("j1")}};
    const auto put = replay("block_list_put", [&] {
        return client.putBlockList(in, name, {QByteArray("000000000001"), id}, headers);
    });
    ASSERT_TRUE(put.ok());
    EXPECT_EQ(*put, eTag);
    const auto blocks =
        replay("block_list_get", [&] { return client.uncommittedBlocks(in, name); });
    ASSERT_TRUE(blocks.ok());
    const QList<BlockItem> expected{{"000000000001", 8'388'608}, {id, 5'000'000'000}};
    EXPECT_EQ(*blocks, expected) << "committed blocks are left out";
}

TEST_F(BlobClientTest, GetsABlobWholeAndInParts)
{
    const QString name = QStringLiteral("a.csv");
    const auto whole = replay("blob_get", [&] { return client.getBlob(in, name); });
    ASSERT_TRUE(whole.ok());
    EXPECT_EQ(whole->bytes, "hello world\n");
    EXPECT_EQ(whole->properties, csvItem());

    const auto part = replay("blob_get_range", [&] {
        return client.getBlob(in, name, {6, 6, eTag});
    });
    ASSERT_TRUE(part.ok());
    EXPECT_EQ(part->bytes, "world\n");
    EXPECT_EQ(part->properties, csvItem()) << "size and MD5 are the whole blob's";

    auto sink = std::make_shared<MemorySink>();
    const auto tail = replay("blob_get_tail", [&] {
        return client.getBlob(in, name, {6, -1, {}}, sink);
    });
    ASSERT_TRUE(tail.ok());
    EXPECT_TRUE(tail->bytes.isEmpty());
    EXPECT_EQ(sink->bytes, "world\n");
    EXPECT_TRUE(tail->properties.contentMd5.isEmpty());
}

TEST_F(BlobClientTest, ARangeOfAnEmptyBlobIsEmpty)
{
    const auto content = replay("blob_get_empty", [this] {
        return client.getBlob(in, QStringLiteral("empty.bin"), {0, 8, {}});
    });
    ASSERT_TRUE(content.ok());
    EXPECT_TRUE(content->bytes.isEmpty());
    EXPECT_EQ(content->properties.size, 0);
}

TEST_F(BlobClientTest, GetsPropertiesAndDeletesABlob)
{
    const auto item = replay("blob_properties",
                             [this] { return client.blobProperties(in, QStringLiteral("a.csv")); });
    ASSERT_TRUE(item.ok());
    BlobItem expected = csvItem();
    expected.size = 5'000'000'000;
    expected.contentMd5 = otherMd5;
    EXPECT_EQ(*item, expected);
    EXPECT_TRUE(replay("blob_delete", [this] {
                    return client.deleteBlob(in, QStringLiteral("a.csv"));
                }).ok());
}

TEST_F(BlobClientTest, SendsNothingForNamesThatAUrlWouldChange)
{
    for (const char *name : {"", ".", "..", "a/./b", "../a", "a/.."}) {
        const auto outcome = waitFor(client.deleteBlob(in, QLatin1String(name)));
        ASSERT_FALSE(outcome.ok()) << name;
        EXPECT_EQ(outcome.error().kind, Error::Kind::InvalidInput);
    }
    for (const char *name : {"", ".", "..", "a/b"}) {
        const auto outcome = waitFor(client.deleteContainer(QLatin1String(name)));
        ASSERT_FALSE(outcome.ok()) << name;
        EXPECT_EQ(outcome.error().kind, Error::Kind::InvalidInput);
    }
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BlobClientTest, SendsNothingForMetadataThatCannotBeSigned)
{
    const QList<QMap<QString, QString>> bad{{{QStringLiteral("a-b"), QStringLiteral("v")}},
                                            {{QStringLiteral("A"), QStringLiteral("v")}},
                                            {{QString(), QStringLiteral("v")}},
                                            {{QStringLiteral("a"), QStringLiteral("ü")}},
                                            {{QStringLiteral("a"), QStringLiteral("x\ny")}},
                                            {{QStringLiteral("a"), QStringLiteral(" v")}}};
    for (const QMap<QString, QString> &metadata : bad) {
        BlobHeaders headers;
        headers.metadata = metadata;
        const QString name = QStringLiteral("b");
        EXPECT_FALSE(waitFor(client.createContainer(in, metadata)).ok());
        EXPECT_FALSE(waitFor(client.putBlob(in, name, QByteArray(), headers)).ok());
        EXPECT_FALSE(waitFor(client.putBlockList(in, name, {}, headers)).ok());
    }
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BlobClientTest, RefusesRangesThatHoldNothing)
{
    for (const BlobRange &range : {BlobRange{-1, 5, {}}, BlobRange{5, 0, {}}}) {
        const auto outcome = waitFor(client.getBlob(in, QStringLiteral("a"), range));
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().kind, Error::Kind::InvalidInput);
    }
}

TEST_F(BlobClientTest, CancellingTheFutureAbortsTheRequest)
{
    transport->scriptHang();
    auto future = client.getBlob(in, QStringLiteral("a"));
    waitUntil([this] { return transport->hanging() == 1; });
    future.cancel();
    waitForEnd(future);
    waitUntil([this] { return transport->isCancelled(0); });
    EXPECT_EQ(future.resultCount(), 0);
}

TEST(BlobUrls, HoldEveryByteAsItIsSent)
{
    const BlobClient host(QUrl(QStringLiteral("https://acct.blob.core.windows.net/")), nullptr);
    const BlobClient path(QUrl(QStringLiteral("http://127.0.0.1:10000/acct")), nullptr);
    EXPECT_EQ(host.containerUrl(in).toEncoded(), "https://acct.blob.core.windows.net/run-in");
    EXPECT_EQ(path.containerUrl(in).toEncoded(), "http://127.0.0.1:10000/acct/run-in");
    EXPECT_EQ(path.blobUrl(in, QStringLiteral("a//b /%2F;:@&=$,!*'()~[]\"<>#?\\|ü€")).toEncoded(),
              "http://127.0.0.1:10000/acct/run-in/a//b%20/"
              "%252F%3B%3A%40%26%3D%24%2C%21%2A%27%28%29~%5B%5D"
              "%22%3C%3E%23%3F%5C%7C%C3%BC%E2%82%AC");
}

TEST(ConnectBlob, SignsWithTheAccountsKey)
{
    auto transport = std::make_shared<FakeTransport>();
    transport->script(answer(202));
    AccountAccess account;
    account.blobEndpoint = QUrl(QStringLiteral("http://127.0.0.1:10000/acct"));
    account.storageAccount = QStringLiteral("acct");
    account.storageKey = Secret("a2V5");
    const auto client = connectBlob(account, transport, std::make_shared<SystemClock>());
    EXPECT_TRUE(waitFor(client->deleteContainer(in)).ok());
    const HttpRequest &request = transport->requests().last();
    EXPECT_EQ(request.url.toEncoded(), "http://127.0.0.1:10000/acct/run-in?restype=container");
    EXPECT_TRUE(request.headers.value("Authorization").startsWith("SharedKey acct:"));
    EXPECT_TRUE(request.headers.contains("x-ms-date"));
}
