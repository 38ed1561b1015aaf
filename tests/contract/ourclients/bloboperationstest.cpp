// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// Each operation of our Blob client against real servers.
#include "core/transfer/copy.h"
#include "tests/contract/ourclients/blobserverfixture.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Batchdesk;
using namespace Batchdesk::Blob;
using namespace Batchdesk::Test;

namespace {

const QString name = QStringLiteral("dir/a.csv");
const QByteArray hello = "hello world\n";

QByteArray md5(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

QMap<QString, QString> metadata(const char *key, const char *value)
{
    return {{QLatin1String(key), QLatin1String(value)}};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Against, BlobServerTest,
                         ::testing::Values(ServerKind::Azurite, ServerKind::ThisComputer),
                         ::testing::PrintToStringParamName());

TEST_P(BlobServerTest, ContainersAreMadeKnownAndDeleted)
{
    const QString other = container + QStringLiteral("-other");
    ASSERT_TRUE(waitFor(client->createContainer(other, metadata("run", "r1"))).ok());
    const auto again = waitFor(client->createContainer(other));
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, QStringLiteral("ContainerAlreadyExists"));
    EXPECT_TRUE(again.error().isExists());
    const auto item = waitFor(client->containerProperties(other));
    ASSERT_TRUE(item.ok());
    EXPECT_EQ(item->metadata, metadata("run", "r1"));
    EXPECT_TRUE(item->eTag.startsWith(QLatin1Char('"')));
    EXPECT_TRUE(item->lastModified.isValid());
    EXPECT_TRUE(waitFor(client->setContainerMetadata(other, metadata("job", "j1"))).ok());
    const auto stored = waitFor(client->containerMetadata(other));
    ASSERT_TRUE(stored.ok());
    EXPECT_EQ(*stored, metadata("job", "j1")) << "it replaces all";
    const auto there = waitFor(client->containerExists(other));
    EXPECT_TRUE(there.ok() && *there);
    EXPECT_TRUE(waitFor(client->deleteContainer(other)).ok());
    const auto gone = waitFor(client->containerExists(other));
    EXPECT_TRUE(gone.ok() && !*gone);
}

TEST_P(BlobServerTest, ContainersAreListedPageByPage)
{
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        names << container + QStringLiteral("-page%1").arg(i);
        ASSERT_TRUE(waitFor(client->createContainer(names.last(), metadata("n", "1"))).ok());
    }
    QStringList listed;
    QString marker;
    int pages = 0;
    do {
        const auto page =
            waitFor(client->containers(container + QStringLiteral("-page"), marker, 1));
        ASSERT_TRUE(page.ok()) << qPrintable(page.error().caption());
        for (const ContainerItem &item : page->containers) {
            listed << item.name;
            EXPECT_EQ(item.metadata, metadata("n", "1"));
            EXPECT_TRUE(item.eTag.startsWith(QLatin1Char('"')));
        }
        marker = page->nextMarker;
        ASSERT_LE(++pages, 4);
    } while (!marker.isEmpty());
    EXPECT_EQ(listed, names);
}

TEST_P(BlobServerTest, WhatIsNotThereIsNotFound)
{
    const QString missing = container + QStringLiteral("-missing");
    EXPECT_EQ(waitFor(client->blobs(missing)).error().code, QStringLiteral("ContainerNotFound"));
    EXPECT_EQ(waitFor(client->getBlob(missing, name)).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(waitFor(client->deleteContainer(missing)).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(waitFor(client->putBlob(missing, name, hello)).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(waitFor(client->getBlob(container, name)).error().code,
              QStringLiteral("BlobNotFound"));
    EXPECT_EQ(waitFor(client->deleteBlob(container, name)).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(waitFor(client->blobProperties(container, name)).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(waitFor(client->setBlobMetadata(container, name, {})).error().kind,
              Error::Kind::NotFound);
    EXPECT_EQ(waitFor(client->uncommittedBlocks(container, name)).error().kind,
              Error::Kind::NotFound);
    const auto exists = waitFor(client->blobExists(container, name));
    EXPECT_TRUE(exists.ok() && !*exists);
}

TEST_P(BlobServerTest, ABlobComesBackAsItWasPut)
{
    BlobHeaders headers;
    headers.contentType = QStringLiteral("text/csv");
    headers.contentMd5 = md5(hello);
    headers.metadata = metadata("job", "Ann B");
    const auto eTag = waitFor(client->putBlob(container, name, hello, headers));
    ASSERT_TRUE(eTag.ok()) << qPrintable(eTag.error().caption());
    const auto content = waitFor(client->getBlob(container, name));
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(content->bytes, hello);
    const BlobItem &item = content->properties;
    EXPECT_EQ(item.size, hello.size());
    EXPECT_EQ(item.eTag, *eTag);
    EXPECT_EQ(item.contentType, QStringLiteral("text/csv"));
    EXPECT_EQ(item.contentMd5, md5(hello));
    EXPECT_EQ(item.metadata, metadata("job", "Ann B"));
    const auto properties = waitFor(client->blobProperties(container, name));
    ASSERT_TRUE(properties.ok());
    EXPECT_EQ(*properties, item);
    EXPECT_TRUE(waitFor(client->deleteBlob(container, name)).ok());
    const auto exists = waitFor(client->blobExists(container, name));
    EXPECT_TRUE(exists.ok() && !*exists);
}

TEST_P(BlobServerTest, PartsOfABlobComeBack)
{
    put(name, hello);
    EXPECT_EQ(get(name, {6, 5, {}}), "world");
    EXPECT_EQ(get(name, {6, -1, {}}), "world\n");
    EXPECT_EQ(get(name, {6, 1000, {}}), "world\n") << "cut at the end";
    const auto part = waitFor(client->getBlob(container, name, {0, 5, {}}));
    ASSERT_TRUE(part.ok());
    EXPECT_EQ(part->properties.size, hello.size()) << "the whole blob's";
    // The emulator has no bytes to give at the very end, and says so with 206.
    const qint64 end = hello.size() + (isAzurite() ? 1 : 0);
    const auto behind = waitFor(client->getBlob(container, name, {end, -1, {}}));
    ASSERT_FALSE(behind.ok());
    EXPECT_EQ(behind.error().httpStatus, 416);
    EXPECT_EQ(behind.error().code, QStringLiteral("InvalidRange"));
}

TEST_P(BlobServerTest, AnEmptyBlobIsEmptyForAnyRange)
{
    put(name, {});
    EXPECT_EQ(get(name), "");
    EXPECT_EQ(get(name, {0, 8, {}}), "");
    const auto properties = waitFor(client->blobProperties(container, name));
    ASSERT_TRUE(properties.ok());
    EXPECT_EQ(properties->size, 0);
}

TEST_P(BlobServerTest, ConditionsHoldForWritesAndReads)
{
    const auto first = waitFor(client->putBlob(container, name, hello));
    ASSERT_TRUE(first.ok());
    BlobHeaders createOnly;
    createOnly.createOnly = true;
    const auto exists = waitFor(client->putBlob(container, name, hello, createOnly));
    ASSERT_FALSE(exists.ok());
    EXPECT_EQ(exists.error().code, QStringLiteral("BlobAlreadyExists"));
    EXPECT_TRUE(exists.error().isExists());
    BlobHeaders thisOne;
    thisOne.ifMatch = *first;
    const auto second = waitFor(client->putBlob(container, name, "new", thisOne));
    ASSERT_TRUE(second.ok());
    EXPECT_NE(*second, *first);
    const auto isRefused = [](const Error &error) {
        return error.httpStatus == 412 && error.code == QLatin1String("ConditionNotMet")
            && error.kind == Error::Kind::Conflict;
    };
    EXPECT_TRUE(isRefused(waitFor(client->putBlob(container, name, "x", thisOne)).error()));
    EXPECT_TRUE(isRefused(waitFor(client->getBlob(container, name, {0, 2, *first})).error()));
    EXPECT_TRUE(isRefused(waitFor(client->setBlobMetadata(container, name, {}, *first)).error()));
    EXPECT_TRUE(isRefused(waitFor(client->setBlobProperties(container, name, {}, *first)).error()));
    EXPECT_TRUE(isRefused(waitFor(client->deleteBlob(container, name, *first)).error()));
    EXPECT_EQ(get(name, {0, -1, *second}), "new");
    EXPECT_TRUE(waitFor(client->deleteBlob(container, name, *second)).ok());
}

TEST_P(BlobServerTest, PropertiesAndMetadataAreReplacedWhole)
{
    BlobHeaders headers;
    headers.contentMd5 = md5(hello);
    put(name, hello, headers);
    BlobProperties properties{
        QStringLiteral("text/csv"), QString(),
        QStringLiteral("de"),       QStringLiteral("attachment; filename=\"a b.csv\""),
        QStringLiteral("no-cache"), md5("another")};
    const auto set = waitFor(client->setBlobProperties(container, name, properties));
    ASSERT_TRUE(set.ok()) << qPrintable(set.error().caption());
    auto item = waitFor(client->blobProperties(container, name));
    ASSERT_TRUE(item.ok());
    EXPECT_EQ(BlobProperties::of(*item), properties);
    EXPECT_EQ(item->eTag, *set);
    properties = BlobProperties();
    properties.contentType = QStringLiteral("text/plain");
    EXPECT_TRUE(waitFor(client->setBlobProperties(container, name, properties)).ok());
    item = waitFor(client->blobProperties(container, name));
    ASSERT_TRUE(item.ok());
    EXPECT_EQ(BlobProperties::of(*item), properties) << "what was left out is gone";
    EXPECT_TRUE(waitFor(client->setBlobMetadata(container, name, metadata("a1", "x y"))).ok());
    EXPECT_TRUE(waitFor(client->setBlobMetadata(container, name, metadata("b2", "=+/&"))).ok());
    const auto stored = waitFor(client->blobMetadata(container, name));
    ASSERT_TRUE(stored.ok());
    EXPECT_EQ(*stored, metadata("b2", "=+/&"));
    EXPECT_EQ(get(name), hello);
}

TEST_P(BlobServerTest, DamagedBytesAreRefused)
{
    BlobHeaders headers;
    headers.contentMd5 = md5("other bytes");
    const auto put = waitFor(client->putBlob(container, name, hello, headers));
    ASSERT_FALSE(put.ok());
    EXPECT_EQ(put.error().httpStatus, 400);
    const auto block = waitFor(client->putBlock(container, name, "1", hello, md5("other")));
    ASSERT_FALSE(block.ok());
    EXPECT_EQ(block.error().httpStatus, 400);
    // The emulator has another code of its own for it.
    const QString expected =
        isAzurite() ? QStringLiteral("InvalidOperation") : QStringLiteral("Md5Mismatch");
    EXPECT_EQ(put.error().code, expected);
    EXPECT_EQ(block.error().code, expected);
    const auto exists = waitFor(client->blobExists(container, name));
    EXPECT_TRUE(exists.ok() && !*exists);
}

TEST_P(BlobServerTest, BlocksBecomeABlob)
{
    const QList<QByteArray> ids{"block-0", "block-1", "block-2"};
    for (const QByteArray &id : ids)
        ASSERT_TRUE(waitFor(client->putBlock(container, name, id, "bytes of " + id)).ok());
    ASSERT_TRUE(
        waitFor(client->putBlock(container, name, ids[1], QByteArray("ONE"), md5("ONE"))).ok())
        << "put again, it replaces the earlier";
    auto before = waitFor(client->uncommittedBlocks(container, name));
    ASSERT_TRUE(before.ok());
    if (isAzurite()) // It lists them as they came, Azure by their ids.
        std::sort(before->begin(), before->end(),
                  [](const BlockItem &a, const BlockItem &b) { return a.id < b.id; });
    const QList<BlockItem> uncommitted{{ids[0], 16}, {ids[1], 3}, {ids[2], 16}};
    EXPECT_EQ(*before, uncommitted);
    const auto notYet = waitFor(client->blobExists(container, name));
    EXPECT_TRUE(notYet.ok() && !*notYet) << "nothing is to be read before it is whole";
    BlobHeaders headers;
    headers.contentType = QStringLiteral("image/x-exr");
    headers.contentMd5 = md5("bytes of block-2ONE");
    headers.metadata = metadata("job", "j1");
    const auto put = waitFor(client->putBlockList(container, name, {ids[2], ids[1]}, headers));
    ASSERT_TRUE(put.ok()) << qPrintable(put.error().caption());
    EXPECT_EQ(get(name), "bytes of block-2ONE");
    const auto item = waitFor(client->blobProperties(container, name));
    ASSERT_TRUE(item.ok());
    EXPECT_EQ(item->contentMd5, headers.contentMd5);
    EXPECT_EQ(item->contentType, headers.contentType);
    EXPECT_EQ(item->metadata, headers.metadata);
    const auto committed = waitFor(client->committedBlocks(container, name));
    ASSERT_TRUE(committed.ok());
    EXPECT_EQ(*committed, (QList<BlockItem>{{ids[2], 16}, {ids[1], 3}}));
    const auto after = waitFor(client->uncommittedBlocks(container, name));
    EXPECT_TRUE(after.ok() && after->isEmpty()) << "what the list left out is dropped";
}

TEST_P(BlobServerTest, BlockListsThatCannotBeAreRefused)
{
    ASSERT_TRUE(waitFor(client->putBlock(container, name, "block-0", hello)).ok());
    const auto missing = waitFor(client->putBlockList(container, name, {QByteArray("block-9")}));
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, QStringLiteral("InvalidBlockList"));
    const auto otherLength =
        waitFor(client->putBlock(container, name, "block-of-other-length", hello));
    ASSERT_FALSE(otherLength.ok());
    EXPECT_EQ(otherLength.error().code, QStringLiteral("InvalidBlobOrBlock"));
}

TEST_P(BlobServerTest, BlobsAreListedInOrderPageByPage)
{
    QStringList names;
    for (const char *each : {"B", "a", "a/1", "a/2", "a/b/1", "ab", "z/1", "z/2"}) {
        names << QLatin1String(each);
        BlobHeaders headers;
        headers.metadata = metadata("n", each);
        put(names.last(), hello, headers);
    }
    BlobQuery query;
    query.maxResults = 3;
    QStringList listed;
    int pages = 0;
    do {
        const auto page = waitFor(client->blobs(container, query));
        ASSERT_TRUE(page.ok()) << qPrintable(page.error().caption());
        EXPECT_LE(page->blobs.size(), 3);
        for (const BlobItem &item : page->blobs) {
            listed << item.name;
            EXPECT_EQ(item.metadata.value(QStringLiteral("n")), item.name);
            EXPECT_EQ(item.size, hello.size());
            EXPECT_TRUE(item.eTag.startsWith(QLatin1Char('"'))) << "ready for If-Match";
            EXPECT_EQ(item.contentMd5, md5(hello)) << "Put Blob always stores it";
        }
        query.marker = page->nextMarker;
        ASSERT_LE(++pages, 9);
    } while (!query.marker.isEmpty());
    EXPECT_EQ(listed, names) << "by code point, upper case first";
    EXPECT_GE(pages, 3);
}

TEST_P(BlobServerTest, FoldersAreListedWithADelimiter)
{
    for (const char *each : {"a", "a/1", "a/2", "a/b/1", "z/1", "z/2", "zz"})
        put(QLatin1String(each), hello);
    const auto listing = [this](const BlobQuery &wanted) {
        BlobQuery query = wanted;
        query.maxResults = 2;
        QStringList found;
        do {
            const auto page = waitFor(client->blobs(container, query));
            EXPECT_TRUE(page.ok());
            if (!page.ok())
                break;
            for (const BlobItem &item : page->blobs)
                found << item.name;
            found << page->prefixes;
            query.marker = page->nextMarker;
        } while (!query.marker.isEmpty());
        found.sort();
        return found.join(QLatin1Char(' ')).toStdString();
    };
    BlobQuery query;
    query.delimiter = QStringLiteral("/");
    EXPECT_EQ(listing(query), "a a/ z/ zz");
    query.prefix = QStringLiteral("a/");
    EXPECT_EQ(listing(query), "a/1 a/2 a/b/");
    query.delimiter.clear();
    EXPECT_EQ(listing(query), "a/1 a/2 a/b/1");
    query.prefix = QStringLiteral("none");
    EXPECT_EQ(listing(query), "");
}

TEST_P(BlobServerTest, OddNamesComeBackUnchanged)
{
    QStringList names{
        QStringLiteral("with space"),        QStringLiteral("plus+and%20percent%"),
        QStringLiteral("#?&=;,:@$!*'()~"),   QStringLiteral("[square] {curly} <angle> \"quoted\""),
        QStringLiteral("ünï/日本/🚀 x"),      QStringLiteral("..."),
        QStringLiteral("dir//double/slash"), QStringLiteral("e\u0301 and \u00e9"),
        QStringLiteral("|pipe^caret`tick"),
    };
    for (const QString &odd : names)
        put(odd, odd.toUtf8());
    const auto page = waitFor(client->blobs(container));
    ASSERT_TRUE(page.ok());
    QStringList listed;
    for (const BlobItem &item : page->blobs)
        listed << item.name;
    std::sort(names.begin(), names.end());
    std::sort(listed.begin(), listed.end());
    EXPECT_EQ(listed.join(QLatin1Char('\n')).toStdString(),
              names.join(QLatin1Char('\n')).toStdString());
    for (const QString &odd : names) {
        EXPECT_EQ(get(odd), odd.toUtf8()) << qPrintable(odd);
        BlobCopy copy;
        copy.sourceContainer = container;
        copy.sourceBlob = odd;
        EXPECT_TRUE(waitFor(client->startCopy(container, odd + QStringLiteral(" 2"), copy)).ok())
            << qPrintable(odd);
        EXPECT_TRUE(waitFor(client->deleteBlob(container, odd)).ok()) << qPrintable(odd);
    }
}

TEST_P(BlobServerTest, ABlobIsCopiedWithinTheAccount)
{
    const QString target = container + QStringLiteral("-copies");
    ASSERT_TRUE(waitFor(client->createContainer(target)).ok());
    BlobHeaders headers;
    headers.contentType = QStringLiteral("text/csv");
    headers.metadata = metadata("job", "j1");
    put(name, hello, headers);
    CopyRequest request{target, QStringLiteral("copy of a"), {}, {}};
    request.copy.sourceContainer = container;
    request.copy.sourceBlob = name;
    request.copy.createOnly = true;
    const auto copied = waitForFlow(copyBlob(client, request));
    ASSERT_TRUE(copied.ok()) << qPrintable(copied.error().caption());
    EXPECT_EQ(copied->size, hello.size());
    EXPECT_EQ(copied->contentType, headers.contentType);
    EXPECT_EQ(copied->metadata, headers.metadata) << "the source's, since none was given";
    const auto content = waitFor(client->getBlob(target, request.blob));
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(content->bytes, hello);
    EXPECT_EQ(waitForFlow(copyBlob(client, request)).error().code,
              QStringLiteral("BlobAlreadyExists"));
    request.copy.createOnly = false;
    request.copy.metadata = metadata("job", "j2");
    const auto again = waitForFlow(copyBlob(client, request));
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->metadata, metadata("job", "j2"));
    const auto late = waitFor(client->abortCopy(target, request.blob, again->copy.id));
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().code, QStringLiteral("NoPendingCopyOperation"));
    request.copy.sourceBlob = QStringLiteral("missing");
    EXPECT_EQ(waitForFlow(copyBlob(client, request)).error().kind, Error::Kind::NotFound);
}

TEST_P(BlobServerTest, AWrongKeyIsRefusedAndNotRepeated)
{
    AccountAccess wrong = server().account();
    const QByteArray key = QByteArray(32, 'k').toBase64();
    wrong.storageKey = Secret(key);
    const auto outcome = waitFor(connect(wrong)->blobs(container));
    ASSERT_FALSE(outcome.ok());
    // The emulator says so in another way than Azure.
    EXPECT_EQ(outcome.error().kind,
              isAzurite() ? Error::Kind::Forbidden : Error::Kind::Unauthenticated);
    EXPECT_EQ(outcome.error().httpStatus, 403);
    const QString told = outcome.error().caption();
    EXPECT_FALSE(told.contains(QString::fromLatin1(key)));
    EXPECT_FALSE(told.contains(QStringLiteral("SharedKey ")));
}
