// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/blob/blobfixture.h"
#include "tests/support/recordedoperations.h"

using namespace Batchdesk;
using namespace Batchdesk::Blob;
using namespace Batchdesk::Test;

namespace {

const QString in = QStringLiteral("run-in");
const QString out = QStringLiteral("run-out");
const QString name = QStringLiteral("a.csv");
const QString eTag = QStringLiteral("\"0x8DE2C9A1B2C3D4E\"");
const QString oldETag = QStringLiteral("\"0x1\"");
const QString copyId = QStringLiteral("1f812371-a41d-49e6-b123-f4b542e851c5");
const QByteArray helloMd5 = QByteArray::fromBase64("b1kCrCNwJL3QwXbLkwY9xA==");

BlobProperties allProperties()
{
    return {QStringLiteral("text/csv"),   QStringLiteral("gzip"),     QStringLiteral("de"),
            QStringLiteral("attachment"), QStringLiteral("no-cache"), helloMd5};
}

} // namespace

TEST_F(BlobClientTest, SaysWhetherThereIsAContainerOrABlob)
{
    const auto container =
        replay("container_exists", [this] { return client.containerExists(in); });
    EXPECT_TRUE(container.ok() && *container);
    const auto none = replay("container_exists_not", [this] { return client.containerExists(in); });
    EXPECT_TRUE(none.ok() && !*none);
    const auto blob = replay("blob_exists", [this] { return client.blobExists(in, name); });
    EXPECT_TRUE(blob.ok() && *blob);
    const auto noBlob = replay("blob_exists_not", [this] { return client.blobExists(in, name); });
    EXPECT_TRUE(noBlob.ok() && !*noBlob);
    transport->script(answer(403));
    EXPECT_FALSE(waitFor(client.blobExists(in, name)).ok()) << "not to be told is not to be absent";
}

TEST_F(BlobClientTest, GetsAndSetsTheMetadataOfAContainer)
{
    const auto metadata =
        replay("container_metadata", [this] { return client.containerMetadata(in); });
    ASSERT_TRUE(metadata.ok());
    EXPECT_EQ(*metadata, (QMap<QString, QString>{{QStringLiteral("run"), QStringLiteral("r1")}}));
    EXPECT_TRUE(
        replay("container_metadata_set", [this] {
            return client.setContainerMetadata(in, {{QStringLiteral("run"), QStringLiteral("r2")}});
        }).ok());
}

TEST_F(BlobClientTest, GetsAllPropertiesOfABlob)
{
    const auto item =
        replay("blob_properties_all", [this] { return client.blobProperties(in, name); });
    ASSERT_TRUE(item.ok());
    BlobProperties expected = allProperties();
    expected.contentMd5.clear();
    EXPECT_EQ(BlobProperties::of(*item), expected);
    EXPECT_EQ(item->copy,
              (CopyState{copyId, QStringLiteral("failed"),
                         QStringLiteral("404 BlobNotFound \"Copy failed.\"")}));
}

TEST_F(BlobClientTest, SetsThePropertiesOfABlob)
{
    const auto set = replay("blob_properties_set", [this] {
        return client.setBlobProperties(in, name, allProperties(), oldETag);
    });
    ASSERT_TRUE(set.ok());
    EXPECT_EQ(*set, eTag);
    EXPECT_TRUE(replay("blob_properties_cleared", [this] {
                    return client.setBlobProperties(in, name, BlobProperties());
                }).ok());
}

TEST_F(BlobClientTest, GetsAndSetsTheMetadataOfABlob)
{
    const auto metadata = replay("blob_metadata", [this] { return client.blobMetadata(in, name); });
    ASSERT_TRUE(metadata.ok());
    const QMap<QString, QString> expected{{QStringLiteral("job"), QStringLiteral("j1")},
                                          {QStringLiteral("owner"), QStringLiteral("Ann B")}};
    EXPECT_EQ(*metadata, expected);
    const QMap<QString, QString> other{{QStringLiteral("job"), QStringLiteral("j2")},
                                       {QStringLiteral("owner"), QStringLiteral("Ann B")}};
    const auto set = replay("blob_metadata_set",
                            [&] { return client.setBlobMetadata(in, name, other, oldETag); });
    ASSERT_TRUE(set.ok());
    EXPECT_EQ(*set, eTag);
}

TEST_F(BlobClientTest, SetsNoMetadataThatCannotBeSigned)
{
    const QMap<QString, QString> bad{{QStringLiteral("a-b"), QStringLiteral("v")}};
    EXPECT_FALSE(waitFor(client.setBlobMetadata(in, name, bad)).ok());
    EXPECT_FALSE(waitFor(client.setContainerMetadata(in, bad)).ok());
    BlobCopy copy{in, name, bad, {}, {}, false};
    EXPECT_FALSE(waitFor(client.startCopy(out, name, copy)).ok());
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BlobClientTest, BeginsAndAbortsACopy)
{
    BlobCopy fresh;
    fresh.sourceContainer = in;
    fresh.sourceBlob = QStringLiteral("dir x/é#.csv");
    fresh.metadata = {{QStringLiteral("job"), QStringLiteral("j1")}};
    fresh.sourceIfMatch = QStringLiteral("\"0x2\"");
    fresh.createOnly = true;
    const auto pending = replay(
        "blob_copy", [&] { return client.startCopy(out, QStringLiteral("b c.csv"), fresh); });
    ASSERT_TRUE(pending.ok());
    EXPECT_EQ(*pending, (CopyState{copyId, QStringLiteral("pending"), QString()}));
    EXPECT_TRUE(pending->isPending());
    BlobCopy over;
    over.sourceContainer = in;
    over.sourceBlob = name;
    over.ifMatch = oldETag;
    const auto done = replay("blob_copy_over",
                             [&] { return client.startCopy(out, QStringLiteral("b.csv"), over); });
    ASSERT_TRUE(done.ok());
    EXPECT_FALSE(done->isPending());
    EXPECT_TRUE(replay("blob_copy_abort", [this] {
                    return client.abortCopy(out, QStringLiteral("b.csv"), copyId);
                }).ok());
    const auto late = answeredBy("error_no_pending_copy", [this] {
        return client.abortCopy(out, QStringLiteral("b.csv"), copyId);
    });
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().kind, Error::Kind::Conflict);
}

TEST_F(BlobClientTest, CopiesNothingFromANameThatAUrlWouldChange)
{
    BlobCopy copy;
    copy.sourceContainer = in;
    copy.sourceBlob = QStringLiteral("a/../b");
    const auto outcome = waitFor(client.startCopy(out, name, copy));
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().kind, Error::Kind::InvalidInput);
    EXPECT_TRUE(transport->requests().isEmpty());
}

TEST_F(BlobClientTest, DeletesOneVersionOnly)
{
    EXPECT_TRUE(replay("blob_delete_version", [this] {
                    return client.deleteBlob(in, name, oldETag);
                }).ok());
}

TEST_F(BlobClientTest, ListsTheBlocksOfABlob)
{
    const auto blocks = replay("block_list_committed", [this] {
        return client.committedBlocks(in, QStringLiteral("a.bin"));
    });
    ASSERT_TRUE(blocks.ok());
    const QList<BlockItem> expected{{"000000000001", 8'388'608},
                                    {QByteArray::fromBase64("fn5+Pz8/eA=="), 5'000'000'000}};
    EXPECT_EQ(*blocks, expected);
}

TEST(BlobClientCoverage, EveryOperationHasARecordThatIsReplayed)
{
    const RecordedOperations recorded(QStringLiteral("core/blob/blobclient.h"),
                                      QStringLiteral("tests/core/blob"));
    EXPECT_GE(recorded.operations().size(), 20) << "operations are no longer found in the header";
    EXPECT_EQ(recorded.unproved().join(QLatin1Char(' ')).toStdString(), "");
    EXPECT_EQ(recorded.stray().join(QLatin1Char(' ')).toStdString(), "");
}
