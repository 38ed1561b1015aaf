// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/database.h"
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;
using Testkit::Headers;

class BlockTest : public Testkit::BlobServiceTest
{
protected:
    void SetUp() override
    {
        BlobServiceTest::SetUp();
        makeContainer();
    }

    Response putBlock(const std::string &id, const std::string &bytes, const Headers &headers = {})
    {
        return send("PUT", "/data/b?comp=block&blockid=" + Http::percentEncode(Auth::toBase64(id)),
                    headers, bytes);
    }

    Response commit(const std::vector<std::string> &ids, const std::string &kind = "Latest",
                    const Headers &headers = {})
    {
        std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<BlockList>";
        for (const std::string &id : ids)
            xml += "\n  <" + kind + ">" + Auth::toBase64(id) + "</" + kind + ">";
        return send("PUT", "/data/b?comp=blocklist", headers, xml + "\n</BlockList>\n");
    }

    std::string list(const std::string &type)
    {
        return content("/data/b?comp=blocklist&blocklisttype=" + type);
    }
};

TEST_F(BlockTest, AreUnseenUntilCommittedInTheOrderOfTheList)
{
    EXPECT_EQ(putBlock("b1", "world").status, 201);
    EXPECT_EQ(putBlock("b2", "hello ").status, 201);
    EXPECT_EQ(codeOf(send("GET", "/data/b")), "BlobNotFound");
    EXPECT_EQ(codeOf(send("HEAD", "/data/b")), "BlobNotFound");
    const Response made = commit({"b2", "b1"}, "Latest",
                                 {{"x-ms-blob-content-type", "text/plain"},
                                  {"x-ms-meta-a", "1"},
                                  {"x-ms-blob-content-md5", "XrY7u+Ae7tCTyyK7j1rNww=="}});
    EXPECT_EQ(made.status, 201);
    const Response got = send("GET", "/data/b");
    EXPECT_EQ(bodyOf(got), "hello world");
    EXPECT_EQ(got.contentType, "text/plain");
    EXPECT_EQ(got.headers.value("x-ms-meta-a"), "1");
    EXPECT_EQ(got.headers.value("Content-MD5"), "XrY7u+Ae7tCTyyK7j1rNww==");
    EXPECT_EQ(bodyOf(send("GET", "/data/b", {{"x-ms-range", "bytes=4-7"}})), "o wo");
}

TEST_F(BlockTest, AreListedByState)
{
    putBlock("b2", "22");
    putBlock("b1", "1");
    commit({"b2", "b1"});
    putBlock("b9", "999");
    putBlock("b3", "333");
    EXPECT_EQ(elements(list("committed"), "Size"), (std::vector<std::string>{"2", "1"}));
    EXPECT_EQ(elements(list("uncommitted"), "Name"),
              (std::vector<std::string>{Auth::toBase64("b3"), Auth::toBase64("b9")}));
    EXPECT_EQ(elements(list("all"), "Name").size(), 4u);
    EXPECT_EQ(codeOf(send("GET", "/data/b?comp=blocklist&blocklisttype=none")),
              "InvalidQueryParameterValue");
    EXPECT_EQ(codeOf(send("GET", "/data/nope?comp=blocklist")), "BlobNotFound");
}

TEST_F(BlockTest, TheListSaysWhereEachBlockComesFrom)
{
    putBlock("b1", "old");
    commit({"b1"});
    putBlock("b1", "new");
    EXPECT_EQ(commit({"b1"}, "Committed").status, 201);
    EXPECT_EQ(content("/data/b"), "old");
    putBlock("b1", "new");
    EXPECT_EQ(commit({"b1", "b1"}, "Uncommitted").status, 201);
    EXPECT_EQ(content("/data/b"), "newnew");
    EXPECT_EQ(contentFileCount(), 1u);
    EXPECT_EQ(codeOf(commit({"b1"}, "Uncommitted")), "InvalidBlockList");
    EXPECT_EQ(codeOf(commit({"zz"})), "InvalidBlockList");
    EXPECT_EQ(content("/data/b"), "newnew");
}

TEST_F(BlockTest, UncommittedOnesAreDroppedByACommitAndByPutBlob)
{
    putBlock("b1", "1");
    putBlock("b2", "2");
    commit({"b1"});
    EXPECT_TRUE(elements(list("uncommitted"), "Name").empty());
    EXPECT_EQ(contentFileCount(), 1u);
    putBlock("b3", "3");
    put("/data/b", "whole");
    EXPECT_TRUE(elements(list("all"), "Name").empty());
    EXPECT_EQ(contentFileCount(), 1u);
    EXPECT_EQ(codeOf(commit({"b3"})), "InvalidBlockList");
}

TEST_F(BlockTest, AnEmptyListMakesAnEmptyBlob)
{
    EXPECT_EQ(send("PUT", "/data/b?comp=blocklist", {}, "<BlockList />").status, 201);
    EXPECT_EQ(send("HEAD", "/data/b").providerLength, 0u);
    EXPECT_EQ(content("/data/b"), "");
}

TEST_F(BlockTest, ASecondBlockOfAnIdReplacesTheFirst)
{
    putBlock("b1", "first");
    putBlock("b1", "second");
    EXPECT_EQ(contentFileCount(), 1u);
    commit({"b1"});
    EXPECT_EQ(content("/data/b"), "second");
}

TEST_F(BlockTest, IdsAndBodiesAreChecked)
{
    putBlock("b1", "1");
    EXPECT_EQ(codeOf(putBlock("longer", "1")), "InvalidBlobOrBlock");
    EXPECT_EQ(codeOf(putBlock(std::string(65, 'x'), "1")), "OutOfRangeInput");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=block&blockid=%3F", {}, "1")),
              "InvalidQueryParameterValue");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=block", {}, "1")), "MissingRequiredQueryParameter");
    EXPECT_EQ(codeOf(putBlock("b2", "1", {{"If-Match", "*"}})), "ConditionHeadersNotSupported");
    EXPECT_EQ(codeOf(putBlock("b2", "hello", {{"Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww=="}})),
              "Md5Mismatch");
    EXPECT_EQ(elements(list("all"), "Name").size(), 1u);
    for (const char *body :
         {"", "<BlockList>", "<Other/>", "<BlockList><Latest>YjE=</Committed></BlockList>",
          "<BlockList><Else>YjE=</Else></BlockList>", "<BlockList></BlockList>x",
          "<!DOCTYPE a><BlockList/>", "<BlockList>text</BlockList>"})
        EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=blocklist", {}, body)), "InvalidXmlDocument")
            << body;
}

TEST_F(BlockTest, AnswersCarryTheChecksumThatWasAskedFor)
{
    const Response plain = putBlock("b1", "hello world");
    EXPECT_EQ(plain.headers.value("x-ms-content-crc64"), "vo7q9sPVKY0=");
    EXPECT_FALSE(plain.headers.find("Content-MD5"));
    const Response checked =
        putBlock("b1", "hello world", {{"Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww=="}});
    EXPECT_EQ(checked.headers.value("Content-MD5"), "XrY7u+Ae7tCTyyK7j1rNww==");
    EXPECT_FALSE(checked.headers.find("x-ms-content-crc64"));
    EXPECT_TRUE(commit({"b1"}).headers.find("x-ms-content-crc64"));
}

TEST_F(BlockTest, AListHasFiftyThousandBlocksAtMost)
{
    putBlock("b1", "x");
    const auto commitMany = [&](std::size_t count) {
        return commit(std::vector<std::string>(count, "b1"));
    };
    const Response tooMany = commitMany(50'001);
    EXPECT_EQ(tooMany.status, 400);
    EXPECT_EQ(codeOf(tooMany), "BlockListTooLong");
    EXPECT_EQ(commitMany(50'000).status, 201);
    EXPECT_EQ(send("HEAD", "/data/b").providerLength, 50'000u);
    EXPECT_EQ(bodyOf(send("GET", "/data/b", {{"x-ms-range", "bytes=49998-"}})), "xx");
}

TEST_F(BlockTest, ABlobHasAHundredThousandUncommittedBlocksAtMost)
{
    putBlock("000001", "x");
    service.reset();
    {
        Blobs::Database index(directory / "index.sqlite");
        index.execute("WITH RECURSIVE n(i) AS (SELECT 100001 UNION ALL SELECT i + 1 FROM n"
                      " WHERE i < 199999)"
                      " INSERT INTO blocks(blob, committed, position, block, file, size, written)"
                      " SELECT blob, 0, 0, 'MD' || i, file, size, written FROM n,"
                      " (SELECT * FROM blocks)");
    }
    restart();
    const Response tooMany = putBlock("abcdef", "x");
    EXPECT_EQ(tooMany.status, 409);
    EXPECT_EQ(codeOf(tooMany), "BlockCountExceedsLimit");
    EXPECT_EQ(putBlock("000001", "y").status, 201) << "replacing makes no more of them";
    EXPECT_EQ(contentFileCount(), 2u);
}

TEST_F(BlockTest, IdsInAListAreCheckedToo)
{
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=blocklist", {},
                          "<BlockList><Latest>no base64</Latest></BlockList>")),
              "InvalidBlockList");
    EXPECT_EQ(codeOf(commit({std::string(65, 'x')})), "InvalidBlockList");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=blocklist",
                          {{"Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww=="}}, "<BlockList/>")),
              "Md5Mismatch");
}

TEST_F(BlockTest, IdsMayBeOfAnotherLengthOnceCommitted)
{
    putBlock("b1", "one");
    commit({"b1"});
    EXPECT_EQ(putBlock("longer", "two").status, 201);
    EXPECT_EQ(commit({"longer"}).status, 201);
    EXPECT_EQ(content("/data/b"), "two");
}

TEST_F(BlockTest, CommittingHonoursConditions)
{
    put("/data/b", "whole");
    putBlock("b1", "1");
    EXPECT_EQ(codeOf(commit({"b1"}, "Latest", {{"If-None-Match", "*"}})), "BlobAlreadyExists");
    EXPECT_EQ(codeOf(commit({"b1"}, "Latest", {{"If-Match", "\"0x1\""}})), "ConditionNotMet");
    EXPECT_EQ(content("/data/b"), "whole");
    EXPECT_EQ(elements(list("uncommitted"), "Name").size(), 1u);
}

TEST_F(BlockTest, AnUncommittedBlobCanBeDeleted)
{
    putBlock("b1", "1");
    EXPECT_EQ(send("DELETE", "/data/b").status, 202);
    EXPECT_EQ(contentFileCount(), 0u);
    EXPECT_EQ(codeOf(send("GET", "/data/b?comp=blocklist")), "BlobNotFound");
}
