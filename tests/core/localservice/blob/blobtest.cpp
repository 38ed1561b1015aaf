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
    std::string deep;
    for (int i = 0; i < 253; ++i)
        deep += "d/";
    EXPECT_EQ(put("/data/" + deep + "f", "x").status, 201);
    EXPECT_EQ(codeOf(put("/data/" + deep + "d/f", "x")), "InvalidUri");
    EXPECT_EQ(
        put("/data/" + Http::percentEncode(std::string(1024, 'n').replace(0, 2, "\xc3\xa4")) + "n",
            "x")
            .status,
        201)
        << "characters are counted, not bytes";
    EXPECT_EQ(put("/data/back%5Cslash", "x").status, 201);
    EXPECT_EQ(content("/data/back/slash"), "x");
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
    EXPECT_EQ(codeOf(put("/data/b", "hello", {{"x-ms-blob-content-md5", "short"}})),
              "InvalidHeaderValue");
    EXPECT_EQ(
        codeOf(put("/data/b", "hello", {{"x-ms-blob-content-md5", "XrY7u+Ae7tCTyyK7j1rNww=="}})),
        "Md5Mismatch");
    EXPECT_EQ(codeOf(put("/data/b", "hello", {{"x-ms-content-crc64", "vo7q9sPVKY0="}})),
              "Crc64Mismatch");
    EXPECT_EQ(codeOf(send("GET", "/data/b")), "BlobNotFound");
    EXPECT_EQ(contentFileCount(), 0u);
    EXPECT_EQ(codeOf(put("/data/b", "hello", {{"x-ms-content-crc64", "short"}})), "InvalidCrc64");
    EXPECT_EQ(put("/data/b", "hello world", {{"Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww=="}}).status,
              201);
    const Response byCrc = put("/data/b", "hello world", {{"x-ms-content-crc64", "vo7q9sPVKY0="}});
    EXPECT_EQ(byCrc.status, 201);
    EXPECT_EQ(byCrc.headers.value("x-ms-content-crc64"), "vo7q9sPVKY0=");
    const Headers both = {{"Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww=="},
                          {"x-ms-content-crc64", "vo7q9sPVKY0="}};
    EXPECT_EQ(codeOf(put("/data/b", "hello world", both)), "BothCrc64AndMd5HeaderPresent");
    const Headers bothStored = {{"x-ms-blob-content-md5", "XrY7u+Ae7tCTyyK7j1rNww=="},
                                {"x-ms-content-crc64", "vo7q9sPVKY0="}};
    EXPECT_EQ(codeOf(put("/data/b", "hello world", bothStored)), "BothCrc64AndMsMd5HeaderPresent");
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

TEST_F(BlobTest, ARangeCarriesItsChecksumWhenAsked)
{
    put("/data/b", "--hello world--");
    const auto get = [&](Headers headers) {
        headers.emplace_back("x-ms-range", "bytes=2-12");
        return send("GET", "/data/b", headers);
    };
    const Headers md5 = {{"x-ms-range-get-content-md5", "true"}};
    const Headers crc = {{"x-ms-range-get-content-crc64", "true"}};
    EXPECT_EQ(get(md5).headers.value("Content-MD5"), "XrY7u+Ae7tCTyyK7j1rNww==");
    EXPECT_EQ(get(crc).headers.value("x-ms-content-crc64"), "vo7q9sPVKY0=");
    EXPECT_EQ(codeOf(get({md5[0], crc[0]})), "BothCrc64AndMd5RangeHeaderPresent");
    EXPECT_EQ(codeOf(send("GET", "/data/b", md5)), "MissingRequiredHeader");
    EXPECT_EQ(codeOf(send("GET", "/data/b", crc)), "MissingRequiredHeader");
    put("/data/large", std::string(4 * 1024 * 1024 + 1, 'x'));
    Headers large = md5;
    large.emplace_back("x-ms-range", "bytes=0-");
    EXPECT_EQ(codeOf(send("GET", "/data/large", large)), "OutOfRangeInput");
    large.back().second = "bytes=1-";
    EXPECT_EQ(send("GET", "/data/large", large).status, 206);
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

TEST_F(BlobTest, ConditionsHoldForEveryChange)
{
    const std::string etag = put("/data/b", "one").headers.value("ETag");
    const std::string now = Http::formatHttpDate(clock->now());
    const std::string before = Http::formatHttpDate(clock->now() - std::chrono::seconds(5));
    const std::vector<Headers> unmet = {{{"If-Match", "\"0x1\""}},
                                        {{"If-None-Match", etag}},
                                        {{"If-Modified-Since", now}},
                                        {{"If-Unmodified-Since", before}}};
    const auto change = [&](const std::string &what, const Headers &headers) {
        return what == "put"   ? put("/data/b", "two", headers)
            : what == "delete" ? send("DELETE", "/data/b", headers)
                               : send("PUT", "/data/b?comp=" + what, headers,
                                      what == "blocklist" ? "<BlockList/>" : "");
    };
    for (const char *what : {"put", "metadata", "properties", "blocklist", "snapshot", "delete"}) {
        for (const Headers &headers : unmet) {
            const Response refused = change(what, headers);
            EXPECT_EQ(refused.status, 412) << what << ' ' << headers[0].first;
            EXPECT_EQ(codeOf(refused), "ConditionNotMet") << what << ' ' << headers[0].first;
        }
    }
    EXPECT_EQ(send("HEAD", "/data/b").headers.value("ETag"), etag);
    const Headers met = {{"If-Modified-Since", before}, {"If-Unmodified-Since", now}};
    for (const char *what : {"put", "metadata", "properties", "blocklist", "snapshot"})
        EXPECT_LT(change(what, met).status, 300) << what;
    EXPECT_EQ(change("put", {{"If-Match", "*"}}).status, 201);
    EXPECT_EQ(change("put", {{"If-Unmodified-Since", "yesterday"}}).status, 400);
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
    EXPECT_EQ(send("PUT", "/data/b?comp=metadata",
                   {{"x-ms-meta-b", "50%20"}, {"x-ms-meta-twice", "1"}, {"x-ms-meta-Twice", "2"}})
                  .status,
              200);
    EXPECT_EQ(send("HEAD", "/data/b").headers.value("x-ms-meta-twice"), "1,2");
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
    EXPECT_EQ(codeOf(send("DELETE", "/data/b", {{"x-ms-delete-snapshots", "all"}})),
              "InvalidHeaderValue");
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

TEST_F(BlobTest, WhatIsNotOfferedIsRefusedAsAnAccountWithoutItDoes)
{
    put("/data/b", "x");
    struct Case
    {
        const char *method;
        const char *path;
        Headers headers;
        int status;
        const char *code;
    };
    const std::vector<Case> cases = {
        {"PUT", "/data/b?comp=tags", {}, 400, "BlobTagsNotSupportedForAccountType"},
        {"GET", "/data/b?comp=tags", {}, 400, "BlobTagsNotSupportedForAccountType"},
        {"GET", "/?comp=blobs&where=a", {}, 400, "BlobTagsNotSupportedForAccountType"},
        {"GET", "/data/b", {{"x-ms-if-tags", "a='b'"}}, 400, "BlobTagsNotSupportedForAccountType"},
        {"PUT", "/data/b?comp=tier", {}, 400, "MissingRequiredHeader"},
        {"PUT", "/data/b?comp=tier", {{"x-ms-access-tier", "Hot"}}, 200, ""},
        {"PUT", "/data/b?comp=tier", {{"x-ms-access-tier", "Warm"}}, 400, "InvalidHeaderValue"},
        {"PUT",
         "/data/b?comp=tier",
         {{"x-ms-access-tier", "Cool"}},
         409,
         "BlobAccessTierNotSupportedForAccountType"},
        {"PUT", "/data/nope?comp=tier", {{"x-ms-access-tier", "Hot"}}, 404, "BlobNotFound"},
        {"PUT", "/data/b?comp=appendblock", {}, 409, "InvalidBlobType"},
        {"PUT", "/data/b?comp=page", {}, 409, "InvalidBlobType"},
        {"GET", "/data/b?comp=pagelist", {}, 409, "InvalidBlobType"},
        {"GET", "/data/nope?comp=pagelist", {}, 404, "BlobNotFound"},
        {"POST", "/data/b?comp=query", {}, 501, "NotImplemented"},
        {"PUT", "/data/b?comp=undelete", {}, 501, "NotImplemented"},
        {"PUT", "/data/b?comp=legalhold", {}, 501, "NotImplemented"},
        {"GET", "/?restype=service&comp=stats", {}, 400, "InvalidQueryParameterValue"},
        {"POST", "/?restype=service&comp=userdelegationkey", {}, 403, "AuthenticationFailed"},
        {"PUT", "/data/c", {{"x-ms-blob-type", "PageBlob"}}, 400, "BlobTypeNotSupported"},
        {"PUT", "/data/c", {{"x-ms-blob-type", "AppendBlob"}}, 400, "BlobTypeNotSupported"},
        {"GET", "/data/b?versionid=2026-01-01T00:00:00Z", {}, 404, "BlobNotFound"},
        {"GET", "/data/b?snapshot=2026-01-01T00:00:00Z", {}, 404, "BlobNotFound"},
        {"PUT", "/data/b?comp=metadata&snapshot=x", {}, 400, "InvalidQueryParameterValue"},
        {"GET", "/data/b", {{"x-ms-encryption-scope", "s"}}, 501, "NotImplemented"},
        {"GET", "/data/b?comp=zzz", {}, 400, "InvalidQueryParameterValue"},
        {"GET", "/data/b?timeout=soon", {}, 400, "InvalidQueryParameterValue"},
        {"GET", "/data/b?timeout=30", {}, 200, ""},
        {"GET", "/data/b?restype=container", {}, 400, "InvalidQueryParameterValue"},
        {"GET", "/?restype=container&comp=list", {}, 400, "InvalidQueryParameterValue"},
        {"GET", "/data", {}, 404, "ResourceNotFound"},
        {"POST", "/data/b", {}, 405, "UnsupportedHttpVerb"},
        {"POST", "/data/b?comp=blocklist", {}, 405, "UnsupportedHttpVerb"},
        {"PUT", "/?restype=account&comp=properties", {}, 405, "UnsupportedHttpVerb"},
    };
    for (const Case &each : cases) {
        const Response response = send(each.method, each.path, each.headers);
        EXPECT_EQ(response.status, each.status) << each.method << ' ' << each.path;
        EXPECT_EQ(codeOf(response), each.code) << each.method << ' ' << each.path;
    }
}

TEST_F(BlobTest, VersionsAreEchoedAndUnknownOnesRefused)
{
    put("/data/b", "x");
    const auto get = [&](const Headers &headers) {
        return service->handle(request("GET", "/acct/data/b", headers, {}));
    };
    const Response unknown = get({{"x-ms-version", "2099-01-01"}});
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(codeOf(unknown), "InvalidHeaderValue");
    EXPECT_EQ(elements(unknown.body, "HeaderName"), (std::vector<std::string>{"x-ms-version"}));
    EXPECT_EQ(elements(unknown.body, "HeaderValue"), (std::vector<std::string>{"2099-01-01"}));
    EXPECT_EQ(codeOf(get({{"x-ms-version", "2009-09-19"}})), "InvalidHeaderValue");
    EXPECT_EQ(codeOf(get({{"x-ms-version", ""}})), "InvalidHeaderValue");
    for (const char *version : {"2015-02-21", "2021-12-02", "2026-06-06"})
        EXPECT_EQ(get({{"x-ms-version", version}}).headers.value("x-ms-version"), version);
    EXPECT_EQ(get({}).headers.value("x-ms-version"), "2021-12-02");
    const Response bySas = sendWithSas("r", "GET", "/data/b");
    EXPECT_EQ(bySas.status, 200);
    EXPECT_EQ(bySas.headers.value("x-ms-version"), "2021-12-02");
}

TEST_F(BlobTest, BrowsersAreToldThatNoPageMayRead)
{
    const auto ask = [&](const Headers &headers) {
        return service->handle(request("OPTIONS", "/acct/data/b", headers, {}));
    };
    const Response refused =
        ask({{"Origin", "http://page"}, {"Access-Control-Request-Method", "GET"}});
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(codeOf(refused), "CorsPreflightFailure");
    EXPECT_EQ(codeOf(ask({})), "InvalidHeaderValue");
}

TEST_F(BlobTest, LimitsDependOnTheVersion)
{
    const auto putOf = [&](const std::string &version, const std::string &comp,
                           std::uint64_t length) {
        Headers headers = {{"x-ms-blob-type", "BlockBlob"}, {"x-ms-version", version}};
        Request huge = request("DELETE", "/acct/data/b" + comp, headers, {});
        huge.method = "PUT";
        huge.headers.add("Content-Length", std::to_string(length));
        huge.headers.add("x-ms-date", Http::formatHttpDate(clock->now()));
        const auto text = Auth::blobStringsToSign(huge, account.name).front();
        huge.headers.add("Authorization", "SharedKey acct:" + Auth::signatureOf(account.key, text));
        // The body does not come; it is not asked for where its length is refused.
        huge.readBody = [](const auto &) { return false; };
        return codeOf(service->handle(huge));
    };
    constexpr std::uint64_t mebibyte = 1024 * 1024;
    const std::string block = "?comp=block&blockid=YWFh";
    struct Limit
    {
        const char *version;
        std::string comp;
        std::uint64_t size;
    };
    for (const Limit &limit :
         {Limit{"2021-12-02", "", 5000 * mebibyte}, Limit{"2019-07-07", "", 256 * mebibyte},
          Limit{"2015-12-11", "", 64 * mebibyte}, Limit{"2021-12-02", block, 4000 * mebibyte},
          Limit{"2016-05-31", block, 100 * mebibyte}, Limit{"2015-12-11", block, 4 * mebibyte}}) {
        EXPECT_EQ(putOf(limit.version, limit.comp, limit.size + 1), "RequestBodyTooLarge")
            << limit.version << limit.comp;
        EXPECT_EQ(putOf(limit.version, limit.comp, limit.size), "InvalidInput")
            << limit.version << limit.comp;
    }
    EXPECT_EQ(contentFileCount(), 0u);
}

TEST_F(BlobTest, ErrorsAreDocumentsWithTheRequestId)
{
    const Response response = send("GET", "/data/nope", {{"x-ms-client-request-id", "mine"}});
    EXPECT_EQ(response.contentType, "application/xml");
    EXPECT_TRUE(response.body.starts_with(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>BlobNotFound</Code><Message>The "
        "specified blob does "
        "not exist.\nRequestId:"
        + response.headers.value("x-ms-request-id")))
        << response.body;
    EXPECT_EQ(response.headers.value("x-ms-client-request-id"), "mine");
    EXPECT_EQ(response.headers.value("x-ms-version"), "2021-12-02");
    const Response head = send("HEAD", "/data/nope");
    EXPECT_EQ(codeOf(head), "BlobNotFound");
    EXPECT_EQ(head.body, "");
}

TEST_F(BlobTest, ErrorsAreWellFormedWhateverTheyQuote)
{
    put("/data/b", "x");
    const Response header = send("GET", "/data/b", {{"x-ms-range", "<\x01\xff&>"}});
    EXPECT_EQ(codeOf(header), "InvalidHeaderValue");
    EXPECT_EQ(elements(header.body, "HeaderValue"),
              (std::vector<std::string>{"&lt;\xef\xbf\xbd\xef\xbf\xbd&amp;&gt;"}));
    const Response query = send("GET", "/data?restype=container&comp=list&include=%00%EF%BF%BE");
    EXPECT_EQ(codeOf(query), "InvalidQueryParameterValue");
    EXPECT_EQ(elements(query.body, "QueryParameterValue"),
              (std::vector<std::string>{"\xef\xbf\xbd\xef\xbf\xbd"}));
    const std::string list = content("/data?restype=container&comp=list&prefix=%01");
    EXPECT_NE(list.find("<Prefix Encoded=\"true\">%01</Prefix>"), std::string::npos) << list;
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
    EXPECT_EQ(codeOf(replaced), "UnauthorizedBlobOverwrite");
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
