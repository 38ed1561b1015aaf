// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;
using Testkit::Headers;

class SnapshotTest : public Testkit::BlobServiceTest
{
protected:
    void SetUp() override
    {
        BlobServiceTest::SetUp();
        makeContainer();
        put("/data/b", "old", {{"x-ms-meta-m", "1"}});
    }

    std::string snapshot(const Headers &headers = {})
    {
        const Response made = send("PUT", "/data/b?comp=snapshot", headers);
        EXPECT_EQ(made.status, 201);
        return made.headers.value("x-ms-snapshot");
    }

    static std::string at(const std::string &time)
    {
        return "/data/b?snapshot=" + Http::percentEncode(time);
    }
};

TEST_F(SnapshotTest, KeepsTheBlobAsItWas)
{
    const std::string etag = send("HEAD", "/data/b").headers.value("ETag");
    const std::string time = snapshot();
    put("/data/b", "new");
    EXPECT_EQ(content(at(time)), "old");
    EXPECT_EQ(content("/data/b"), "new");
    const Response head = send("HEAD", at(time));
    EXPECT_EQ(head.headers.value("ETag"), etag);
    EXPECT_EQ(head.headers.value("x-ms-meta-m"), "1");
    EXPECT_EQ(send("GET", at(time) + "&comp=metadata").headers.value("x-ms-meta-m"), "1");
    EXPECT_EQ(bodyOf(send("GET", at(time), {{"x-ms-range", "bytes=1-1"}})), "l");
    restart();
    EXPECT_EQ(content(at(time)), "old");
    EXPECT_EQ(contentFileCount(), 2u);
}

TEST_F(SnapshotTest, MetadataOfItsOwnMakesItAnotherVersion)
{
    const std::string etag = send("HEAD", "/data/b").headers.value("ETag");
    const Response head = send("HEAD", at(snapshot({{"x-ms-meta-n", "2"}})));
    EXPECT_FALSE(head.headers.find("x-ms-meta-m"));
    EXPECT_EQ(head.headers.value("x-ms-meta-n"), "2");
    EXPECT_NE(head.headers.value("ETag"), etag);
}

TEST_F(SnapshotTest, CannotBeChanged)
{
    const std::string path = at(snapshot());
    for (const char *comp : {"metadata", "properties", "lease", "snapshot", "block", "blocklist"})
        EXPECT_EQ(codeOf(send("PUT", path + "&comp=" + comp)), "InvalidQueryParameterValue")
            << comp;
    EXPECT_EQ(codeOf(put(path, "x")), "InvalidQueryParameterValue");
}

TEST_F(SnapshotTest, ABlobWithSnapshotsIsDeletedOnlyWithWords)
{
    const std::string first = snapshot();
    const std::string second = snapshot();
    EXPECT_NE(first, second);
    const Response refused = send("DELETE", "/data/b");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(codeOf(refused), "SnapshotsPresent");
    EXPECT_EQ(codeOf(send("DELETE", at(first), {{"x-ms-delete-snapshots", "include"}})),
              "InvalidQueryParameterValue");
    EXPECT_EQ(send("DELETE", at(first)).status, 202);
    EXPECT_EQ(codeOf(send("GET", at(first))), "BlobNotFound");
    EXPECT_EQ(content(at(second)), "old");
    EXPECT_EQ(send("DELETE", "/data/b", {{"x-ms-delete-snapshots", "only"}}).status, 202);
    EXPECT_EQ(codeOf(send("GET", at(second))), "BlobNotFound");
    EXPECT_EQ(content("/data/b"), "old");
    snapshot();
    EXPECT_EQ(send("DELETE", "/data/b", {{"x-ms-delete-snapshots", "include"}}).status, 202);
    EXPECT_EQ(contentFileCount(), 0u);
}

TEST_F(SnapshotTest, AreListedBeforeTheirBlobWhenAskedFor)
{
    put("/data/a", "x");
    put("/data/c", "x");
    const std::string first = snapshot();
    const std::string second = snapshot();
    std::vector<std::string> names;
    std::vector<std::string> times;
    std::string marker;
    int pages = 0;
    do {
        const std::string page =
            content("/data?restype=container&comp=list&include=snapshots&maxresults=2&marker="
                    + Http::percentEncode(marker));
        for (const std::string &name : elements(page, "Name"))
            names.push_back(name);
        for (const std::string &time : elements(page, "Snapshot"))
            times.push_back(time);
        const auto markers = elements(page, "NextMarker");
        marker = markers.empty() ? std::string() : markers[0];
        ++pages;
    } while (!marker.empty() && pages < 10);
    EXPECT_EQ(names, (std::vector<std::string>{"a", "b", "b", "b", "c"}));
    EXPECT_EQ(times, (std::vector<std::string>{first, second}));
    EXPECT_EQ(elements(content("/data?restype=container&comp=list"), "Name").size(), 3u);
}

TEST_F(SnapshotTest, MayBeCopiedBack)
{
    const std::string time = snapshot();
    put("/data/b", "new");
    EXPECT_EQ(send("PUT", "/data/b",
                   {{"x-ms-copy-source",
                     "http://127.0.0.1:1/acct/data/b?snapshot=" + Http::percentEncode(time)}})
                  .status,
              202);
    EXPECT_EQ(content("/data/b"), "old");
    EXPECT_EQ(content(at(time)), "old");
}

TEST_F(SnapshotTest, NeedsNoLeaseButARightOne)
{
    const std::string id = "11111111-1111-4111-8111-111111111111";
    send("PUT", "/data/b?comp=lease",
         {{"x-ms-lease-action", "acquire"},
          {"x-ms-lease-duration", "-1"},
          {"x-ms-proposed-lease-id", id}});
    const std::string time = snapshot();
    EXPECT_EQ(send("HEAD", at(time)).headers.value("x-ms-lease-state"), "available");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=snapshot",
                          {{"x-ms-lease-id", "22222222-2222-4222-8222-222222222222"}})),
              "LeaseIdMismatchWithBlobOperation");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=snapshot", {{"If-Match", "\"0x1\""}})),
              "ConditionNotMet");
    EXPECT_EQ(codeOf(send("PUT", "/data/nope?comp=snapshot")), "BlobNotFound");
}
