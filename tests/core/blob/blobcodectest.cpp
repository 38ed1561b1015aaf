// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/blob/bloberror.h"
#include "core/blob/blobfields.h"
#include "core/blob/blobxml.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace Batchdesk::Blob;

namespace {

const QString op = QStringLiteral("op");

QByteArray bodyOfFile(const char *name)
{
    QFile file(QStringLiteral(BATCHDESK_TEST_DATA "/%1_response.txt").arg(QLatin1String(name)));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    const QByteArray text = file.readAll();
    return text.mid(text.indexOf("\n\n") + 2).trimmed();
}

} // namespace

TEST(BlobXml, AByteOrderMarkIsTolerated)
{
    const QByteArray body = bodyOfFile("containers_list");
    ASSERT_TRUE(body.startsWith("\xEF\xBB\xBF"));
    EXPECT_TRUE(readContainers(op, body).ok());
    EXPECT_TRUE(readContainers(op, body.mid(3)).ok());
}

TEST(BlobXml, WritesBlockIdsInOrder)
{
    EXPECT_EQ(writeBlockList({"b", "a"}),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><BlockList><Latest>Yg==</Latest>"
              "<Latest>YQ==</Latest></BlockList>\n");
}

TEST(BlobXml, OtherDocumentsAreErrors)
{
    for (const char *body : {"", "<html><body>hello</body></html>", "{}", "<EnumerationResults>",
                             "<BlockList/><BlockList/>", "<a>&unknown;</a>"}) {
        EXPECT_FALSE(readBlobs(op, body).ok()) << body;
        EXPECT_FALSE(readContainers(op, body).ok()) << body;
        EXPECT_EQ(readBlobs(op, body).error().place, op);
    }
    EXPECT_FALSE(readBlocks(op, "<html/>", QLatin1String("UncommittedBlocks")).ok());
}

TEST(BlobXml, CutAnswersAreErrors)
{
    for (const char *name : {"blobs_list", "containers_list"}) {
        const QByteArray body = bodyOfFile(name);
        for (qsizetype length = 0; length < body.size(); ++length) {
            EXPECT_FALSE(readBlobs(op, body.left(length)).ok()) << length;
            EXPECT_FALSE(readContainers(op, body.left(length)).ok()) << length;
        }
    }
    const QByteArray blocks = bodyOfFile("block_list_get");
    for (qsizetype length = 0; length < blocks.size(); ++length)
        EXPECT_FALSE(readBlocks(op, blocks.left(length), QLatin1String("UncommittedBlocks")).ok())
            << length;
}

TEST(BlobXml, DamagedAnswersNeverCrash)
{
    const QByteArray body = bodyOfFile("blobs_list");
    const QByteArray error = bodyOfFile("error_authentication_failed");
    for (const char other : {'<', '>', '&', '"', '\0', '\xFF', '/'}) {
        for (qsizetype at = 0; at < body.size(); at += 3) {
            QByteArray damaged = body;
            damaged[at] = other;
            const auto page = readBlobs(op, damaged);
            EXPECT_TRUE(page.ok() || !page.error().message.isEmpty());
        }
        for (qsizetype at = 0; at < error.size(); ++at) {
            HttpResponse response;
            response.status = 403;
            response.body = error;
            response.body[at] = other;
            EXPECT_FALSE(decodeError(op, response).message.isEmpty());
        }
    }
}

TEST(BlobFields, RangesAreWrittenAsBytes)
{
    EXPECT_EQ(rangeHeader({}), "");
    EXPECT_EQ(rangeHeader({0, 10, {}}), "bytes=0-9");
    EXPECT_EQ(rangeHeader({5, -1, {}}), "bytes=5-");
}

TEST(BlobFields, ContentMd5OfAPartIsNotTheBlobs)
{
    HttpResponse response;
    response.status = 206;
    response.headers.set("Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww==");
    EXPECT_TRUE(blobFromHeaders(op, response).contentMd5.isEmpty());
    response.status = 200;
    EXPECT_EQ(blobFromHeaders(op, response).contentMd5.size(), 16);
}
