// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;
using Testkit::Headers;

class BlobTest : public Testkit::BlobServiceTest
{
protected:
    void SetUp() override
    {
        BlobServiceTest::SetUp();
        makeContainer();
    }
};

TEST_F(BlobTest, IsReadAsItWasWritten)
{
    const Response made = put("/data/d/b", "hello",
                              {{"Content-Type", "text/plain"},
                               {"x-ms-meta-Job", "j1"},
                               {"x-ms-blob-content-disposition", "inline"},
                               {"Content-Encoding", "gzip"}});
    EXPECT_EQ(made.status, 201);
    EXPECT_EQ(made.headers.value("Content-MD5"), "XUFAKrxLKna5cZ2REBfFkg==");
    const Response got = send("GET", "/data/d/b");
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(bodyOf(got), "hello");
    EXPECT_EQ(got.contentType, "text/plain");
    EXPECT_EQ(got.headers.value("Content-Encoding"), "gzip");
    EXPECT_EQ(got.headers.value("Content-Disposition"), "inline");
    EXPECT_EQ(got.headers.value("Content-MD5"), "XUFAKrxLKna5cZ2REBfFkg==");
    EXPECT_EQ(got.headers.value("ETag"), made.headers.value("ETag"));
    EXPECT_EQ(got.headers.value("x-ms-meta-Job"), "j1");
    EXPECT_EQ(got.headers.value("x-ms-blob-type"), "BlockBlob");

    const Response head = send("HEAD", "/data/d/b");
    EXPECT_TRUE(head.headOnly);
    EXPECT_EQ(head.providerLength, 5u);
    EXPECT_EQ(head.headers.value("ETag"), made.headers.value("ETag"));
}

TEST_F(BlobTest, NamesOfAnyCharactersStayInsideTheFolder)
{
    const std::vector<std::string> names = {
        "../../../etc/passwd", "..",   "/lead",  "trail/",       "a//b",
        "new\nline",           "\x01", "q?&=#%", "\xef\xbf\xbe", std::string(1024, 'n')};
    for (const std::string &name : names) {
        const std::string path = "/data/" + Http::percentEncode(name);
        ASSERT_EQ(put(path, "content of " + name).status, 201) << name;
        EXPECT_EQ(content(path), "content of " + name);
    }
    EXPECT_EQ(contentFileCount(), names.size());
    EXPECT_EQ(codeOf(put("/data/" + std::string(1025, 'n'), "x")), "OutOfRangeInput");
    EXPECT_EQ(codeOf(put("/data/%ff", "x")), "InvalidUri");
    EXPECT_EQ(codeOf(put("/data/a%00b", "x")), "InvalidUri");
}

TEST_F(BlobTest, ReplacingChangesTheETagAndRemovesTheOldFile)
{
    const std::string first = put("/data/b", "one").headers.value("ETag");
    const std::string second = put("/data/b", "two").headers.value("ETag");
    EXPECT_NE(first, second);
    EXPECT_EQ(content("/data/b"), "two");
    EXPECT_EQ(contentFileCount(), 1u);
}

TEST_F(BlobTest, ADownloadUnderWayIsNotDisturbedByReplacingOrDeleting)
{
    put("/data/b", "old content");
    const Response download = send("GET", "/data/b");
    put("/data/b", "new");
    send("DELETE", "/data/b");
    EXPECT_EQ(bodyOf(download), "old content");
}

TEST_F(BlobTest, ChecksumsAreChecked)
{
    EXPECT_EQ(codeOf(put("/data/b", "hello", {{"Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww=="}})),
              "Md5Mismatch");
    EXPECT_EQ(codeOf(put("/data/b", "hello", {{"Content-MD5", "short"}})), "InvalidMd5");
    EXPECT_EQ(
        codeOf(put("/data/b", "hello", {{"x-ms-blob-content-md5", "XrY7u+Ae7tCTyyK7j1rNww=="}})),
        "Md5Mismatch");
    EXPECT_EQ(codeOf(put("/data/b", "hello", {{"x-ms-content-crc64", "vo7q9sPVKY0="}})),
              "Crc64Mismatch");
    EXPECT_EQ(codeOf(send("GET", "/data/b")), "BlobNotFound");
    EXPECT_EQ(contentFileCount(), 0u);
    EXPECT_EQ(
        put("/data/b", "hello world",
            {{"Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww=="}, {"x-ms-content-crc64", "vo7q9sPVKY0="}})
            .status,
        201);
}

TEST_F(BlobTest, ABodyThatEndsEarlyLeavesNothing)
{
    Headers headers = {{"x-ms-blob-type", "BlockBlob"},
                       {"x-ms-date", Http::formatHttpDate(clock->now())}};
    Request cut = request("PUT", "/acct/data/b", headers, "hello");
    cut.readBody = [](const auto &consumer) { return consumer("he", 2) && false; };
    const auto text = Auth::blobStringsToSign(cut, account.name).front();
    cut.headers.add("Authorization", "SharedKey acct:" + Auth::signatureOf(account.key, text));
    EXPECT_EQ(service->handle(cut).status, 400);
    EXPECT_EQ(contentFileCount(), 0u);
    EXPECT_EQ(codeOf(send("GET", "/data/b")), "BlobNotFound");
}

TEST_F(BlobTest, RangesAreClippedAndRefusedAsDocumented)
{
    put("/data/b", "0123456789");
    put("/data/empty", "");
    const auto get = [&](const Headers &headers, const std::string &path = "/data/b") {
        return send("GET", path, headers);
    };
    const Response part = get({{"x-ms-range", "bytes=2-4"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(bodyOf(part), "234");
    EXPECT_EQ(part.headers.value("Content-Range"), "bytes 2-4/10");
    EXPECT_FALSE(part.headers.find("Content-MD5"));
    EXPECT_FALSE(part.headers.value("x-ms-blob-content-md5").empty());
    EXPECT_EQ(bodyOf(get({{"Range", "bytes=8-"}})), "89");
    EXPECT_EQ(bodyOf(get({{"Range", "bytes=0-0"}, {"x-ms-range", "bytes=8-99"}})), "89");
    const Response beyond = get({{"x-ms-range", "bytes=10-"}});
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(codeOf(beyond), "InvalidRange");
    EXPECT_EQ(beyond.headers.value("Content-Range"), "bytes */10");
    EXPECT_EQ(get({{"x-ms-range", "bytes=0-0"}}, "/data/empty").status, 416);
    EXPECT_EQ(content("/data/empty"), "");
    for (const char *bad : {"bytes=-5", "bytes=5-2", "bytes=1-2,4-5", "lines=1-2", "bytes=x-"})
        EXPECT_EQ(codeOf(get({{"x-ms-range", bad}})), "InvalidHeaderValue") << bad;
}

TEST_F(BlobTest, ARangeCarriesItsMd5WhenAsked)
{
    put("/data/b", "--hello--");
    const Headers wanted = {{"x-ms-range", "bytes=2-6"}, {"x-ms-range-get-content-md5", "true"}};
    EXPECT_EQ(send("GET", "/data/b", wanted).headers.value("Content-MD5"),
              "XUFAKrxLKna5cZ2REBfFkg==");
    EXPECT_EQ(send("GET", "/data/b", {{"x-ms-range-get-content-md5", "true"}}).status, 400);
}

TEST_F(BlobTest, ConditionsHold)
{
    const std::string etag = put("/data/b", "one").headers.value("ETag");
    const std::string modified = Http::formatHttpDate(clock->now());
    const std::string before = Http::formatHttpDate(clock->now() - std::chrono::seconds(5));
    const auto get = [&](const std::string &name, const std::string &value) {
        return send("GET", "/data/b", {{name, value}}).status;
    };
    EXPECT_EQ(get("If-Match", etag), 200);
    EXPECT_EQ(get("If-Match", "\"0x1\""), 412);
    EXPECT_EQ(get("If-None-Match", etag), 304);
    EXPECT_EQ(get("If-None-Match", "\"0x1\""), 200);
    EXPECT_EQ(get("If-Modified-Since", modified), 304);
    EXPECT_EQ(get("If-Modified-Since", before), 200);
    EXPECT_EQ(get("If-Unmodified-Since", before), 412);
    EXPECT_EQ(get("If-Unmodified-Since", modified), 200);
    EXPECT_EQ(get("If-Modified-Since", "yesterday"), 400);

    const Response exists = put("/data/b", "two", {{"If-None-Match", "*"}});
    EXPECT_EQ(exists.status, 409);
    EXPECT_EQ(codeOf(exists), "BlobAlreadyExists");
    EXPECT_EQ(codeOf(put("/data/b", "two", {{"If-Match", "\"0x1\""}})), "ConditionNotMet");
    EXPECT_EQ(codeOf(put("/data/new", "two", {{"If-Match", "*"}})), "ConditionNotMet");
    EXPECT_EQ(put("/data/new", "two", {{"If-None-Match", "*"}}).status, 201);
    EXPECT_EQ(send("DELETE", "/data/b", {{"If-Match", "\"0x1\""}}).status, 412);
    EXPECT_EQ(content("/data/b"), "one");
    EXPECT_EQ(put("/data/b", "two", {{"If-Match", etag}}).status, 201);
}

TEST_F(BlobTest, SettingPropertiesClearsThoseLeftOut)
{
    put("/data/b", "hello", {{"Content-Type", "text/plain"}, {"x-ms-meta-a", "b"}});
    const Response set =
        send("PUT", "/data/b?comp=properties", {{"x-ms-blob-content-language", "de"}});
    EXPECT_EQ(set.status, 200);
    const Response got = send("GET", "/data/b");
    EXPECT_EQ(got.headers.value("ETag"), set.headers.value("ETag"));
    EXPECT_EQ(got.contentType, "");
    EXPECT_EQ(got.headers.value("Content-Language"), "de");
    EXPECT_FALSE(got.headers.find("Content-MD5"));
    EXPECT_EQ(got.headers.value("x-ms-meta-a"), "b");
    EXPECT_EQ(bodyOf(got), "hello");
}

TEST_F(BlobTest, MetadataIsReplacedWholeAndChecked)
{
    put("/data/b", "x", {{"x-ms-meta-a", "1"}});
    EXPECT_EQ(send("PUT", "/data/b?comp=metadata", {{"x-ms-meta-b", "50%20"}}).status, 200);
    const Response got = send("GET", "/data/b?comp=metadata");
    EXPECT_FALSE(got.headers.find("x-ms-meta-a"));
    EXPECT_EQ(got.headers.value("x-ms-meta-b"), "50%20");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=metadata", {{"x-ms-meta-a-b", "1"}})),
              "InvalidMetadata");
    EXPECT_EQ(codeOf(send("PUT", "/data/b?comp=metadata", {{"x-ms-meta-", "1"}})),
              "EmptyMetadataKey");
    EXPECT_EQ(
        codeOf(send("PUT", "/data/b?comp=metadata", {{"x-ms-meta-a", std::string(9000, 'a')}})),
        "MetadataTooLarge");
}

TEST_F(BlobTest, DeletingRemovesTheFile)
{
    put("/data/b", "x");
    EXPECT_EQ(send("DELETE", "/data/b", {{"x-ms-delete-snapshots", "only"}}).status, 202);
    EXPECT_EQ(content("/data/b"), "x");
    EXPECT_EQ(send("DELETE", "/data/b", {{"x-ms-delete-snapshots", "include"}}).status, 202);
    EXPECT_EQ(codeOf(send("DELETE", "/data/b")), "BlobNotFound");
    EXPECT_EQ(contentFileCount(), 0u);
}

TEST_F(BlobTest, UploadsSayWhatTheyLack)
{
    EXPECT_EQ(codeOf(send("PUT", "/data/b", {}, "x")), "MissingRequiredHeader");
    EXPECT_EQ(codeOf(send("PUT", "/data/b", {{"x-ms-blob-type", "Blob"}}, "x")),
              "InvalidHeaderValue");
    EXPECT_EQ(codeOf(put("/nope/b", "x")), "ContainerNotFound");
    Headers headers = {{"x-ms-blob-type", "BlockBlob"},
                       {"x-ms-date", Http::formatHttpDate(clock->now())}};
    Request chunked = request("DELETE", "/acct/data/b", headers, "x");
    chunked.method = "PUT";
    const auto text = Auth::blobStringsToSign(chunked, account.name).front();
    chunked.headers.add("Authorization", "SharedKey acct:" + Auth::signatureOf(account.key, text));
    const Response response = service->handle(chunked);
    EXPECT_EQ(response.status, 411);
    EXPECT_EQ(codeOf(response), "MissingContentLengthHeader");
}

TEST_F(BlobTest, WhatIsNotOfferedIsRefusedInWords)
{
    put("/data/b", "x");
    for (const char *comp : {"lease", "snapshot", "tags", "tier"}) {
        const Response response = send("PUT", std::string("/data/b?comp=") + comp);
        EXPECT_EQ(response.status, 501) << comp;
        EXPECT_NE(response.body.find(comp), std::string::npos);
    }
    EXPECT_EQ(send("PUT", "/data/c", {{"x-ms-copy-source", "http://h/x"}}).status, 501);
    EXPECT_EQ(send("PUT", "/data/c", {{"x-ms-blob-type", "PageBlob"}}).status, 501);
    EXPECT_EQ(send("GET", "/data/b?snapshot=2026-01-01T00:00:00Z").status, 501);
    EXPECT_EQ(codeOf(send("GET", "/data/b", {{"x-ms-lease-id", "x"}})),
              "LeaseNotPresentWithBlobOperation");
    EXPECT_EQ(codeOf(send("GET", "/data/b?comp=zzz")), "InvalidQueryParameterValue");
    EXPECT_EQ(codeOf(send("POST", "/data/b")), "UnsupportedHttpVerb");
}

TEST_F(BlobTest, ErrorsAreDocumentsWithTheRequestId)
{
    const Response response = send("GET", "/data/nope", {{"x-ms-client-request-id", "mine"}});
    EXPECT_EQ(response.contentType, "application/xml");
    EXPECT_TRUE(response.body.starts_with(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>BlobNotFound</Code><Message>The "
        "specified blob does "
        "not exist.&#xA;RequestId:"
        + response.headers.value("x-ms-request-id")))
        << response.body;
    EXPECT_EQ(response.headers.value("x-ms-client-request-id"), "mine");
    EXPECT_EQ(response.headers.value("x-ms-version"), "2021-12-02");
    const Response head = send("HEAD", "/data/nope");
    EXPECT_EQ(codeOf(head), "BlobNotFound");
    EXPECT_EQ(head.body, "");
}

TEST_F(BlobTest, OnlySignedRequestsAreLetThrough)
{
    put("/data/b", "x");
    const Response anonymous = service->handle(request("GET", "/acct/data/b", {}, {}));
    EXPECT_EQ(anonymous.status, 401);
    EXPECT_EQ(codeOf(anonymous), "NoAuthenticationInformation");
    const Response wrong =
        service->handle(request("GET", "/acct/data/b",
                                {{"x-ms-date", Http::formatHttpDate(clock->now())},
                                 {"Authorization", "SharedKey acct:AAAA"}},
                                {}));
    EXPECT_EQ(wrong.status, 403);
    EXPECT_EQ(codeOf(wrong), "AuthenticationFailed");
    EXPECT_EQ(elements(wrong.body, "AuthenticationErrorDetail").size(), 1u);
}

TEST_F(BlobTest, ASasGrantsWhatItSays)
{
    const Headers block = {{"x-ms-blob-type", "BlockBlob"}};
    EXPECT_EQ(sendWithSas("c", "PUT", "/data/b", block, "one").status, 201);
    const Response replaced = sendWithSas("c", "PUT", "/data/b", block, "two");
    EXPECT_EQ(replaced.status, 403);
    EXPECT_EQ(codeOf(replaced), "AuthorizationPermissionMismatch");
    EXPECT_EQ(sendWithSas("w", "PUT", "/data/b", block, "two").status, 201);
    EXPECT_EQ(bodyOf(sendWithSas("r", "GET", "/data/b")), "two");
    EXPECT_EQ(sendWithSas("r", "GET", "/data/b?rsct=text/html").status, 403);
    EXPECT_EQ(sendWithSas("w", "GET", "/data/b").status, 403);
    EXPECT_EQ(sendWithSas("rl", "GET", "/data?restype=container&comp=list").status, 200);
    EXPECT_EQ(sendWithSas("rl", "DELETE", "/data/b").status, 403);
    EXPECT_EQ(sendWithSas("d", "DELETE", "/data/b").status, 202);
    EXPECT_EQ(sendWithSas("racwdl", "DELETE", "/data?restype=container").status, 403);
    EXPECT_EQ(sendWithSas("c", "PUT", "/data/b?comp=block&blockid=YWFh", {}, "x").status, 403);
}
