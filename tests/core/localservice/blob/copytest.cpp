// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;
using Testkit::Headers;

class CopyTest : public Testkit::BlobServiceTest
{
protected:
    void SetUp() override
    {
        BlobServiceTest::SetUp();
        makeContainer();
        put("/data/a%20b", "hello world", {{"Content-Type", "text/plain"}, {"x-ms-meta-m", "1"}});
    }

    static std::string url(const std::string &path) { return "http://127.0.0.1:1/acct" + path; }

    Response copy(const std::string &to, const std::string &source, Headers headers = {})
    {
        headers.emplace_back("x-ms-copy-source", source);
        return send("PUT", to, headers);
    }

    Response synchronously(const std::string &to, const std::string &source, Headers headers = {})
    {
        headers.emplace_back("x-ms-requires-sync", "true");
        return copy(to, source, headers);
    }

    Response putFromUrl(const std::string &to, const std::string &source, Headers headers = {})
    {
        headers.emplace_back("x-ms-blob-type", "BlockBlob");
        return copy(to, source, headers);
    }

    //! \brief The query of a container SAS.
    std::string sas(const std::string &letters)
    {
        const std::string fields = "sv=2021-12-02&sr=c&sp=" + letters + "&se=2099-01-01T00:00:00Z";
        const auto query = request("GET", "/?" + fields, {}, {}).query;
        const auto text = Auth::serviceSasStringToSign(query, account.name, "data", "").value();
        return fields + "&sig=" + Http::percentEncode(Auth::signatureOf(account.key, text));
    }

    const std::string source = url("/data/a%20b");
};

TEST_F(CopyTest, TakesContentPropertiesAndMetadataOver)
{
    const Response made = copy("/data/c", source);
    EXPECT_EQ(made.status, 202);
    EXPECT_EQ(made.headers.value("x-ms-copy-status"), "success");
    const Response got = send("GET", "/data/c");
    EXPECT_EQ(bodyOf(got), "hello world");
    EXPECT_EQ(got.contentType, "text/plain");
    EXPECT_EQ(got.headers.value("Content-MD5"), "XrY7u+Ae7tCTyyK7j1rNww==");
    EXPECT_EQ(got.headers.value("x-ms-meta-m"), "1");
    EXPECT_EQ(got.headers.value("x-ms-copy-id"), made.headers.value("x-ms-copy-id"));
    EXPECT_EQ(got.headers.value("x-ms-copy-source"), source);
    EXPECT_EQ(got.headers.value("x-ms-copy-progress"), "11/11");
    EXPECT_EQ(got.headers.value("x-ms-copy-status"), "success");
    EXPECT_EQ(got.headers.value("x-ms-copy-completion-time"), Http::formatHttpDate(clock->now()));
    const std::string list = content("/data?restype=container&comp=list&include=copy&prefix=c");
    EXPECT_EQ(elements(list, "CopyStatus"), (std::vector<std::string>{"success"}));
    EXPECT_EQ(elements(list, "CopySource"), (std::vector<std::string>{source}));
    EXPECT_TRUE(elements(content("/data?restype=container&comp=list"), "CopyStatus").empty());
}

TEST_F(CopyTest, OwnMetadataGoesBeforeThatOfTheSource)
{
    copy("/data/c", source, {{"x-ms-meta-n", "2"}});
    const Response got = send("HEAD", "/data/c");
    EXPECT_FALSE(got.headers.find("x-ms-meta-m"));
    EXPECT_EQ(got.headers.value("x-ms-meta-n"), "2");
}

TEST_F(CopyTest, ABlobStopsBeingACopyWhenItIsChanged)
{
    copy("/data/c", source);
    send("PUT", "/data/c?comp=metadata", {{"x-ms-meta-n", "2"}});
    EXPECT_TRUE(send("HEAD", "/data/c").headers.find("x-ms-copy-id"));
    send("PUT", "/data/c?comp=properties");
    EXPECT_FALSE(send("HEAD", "/data/c").headers.find("x-ms-copy-id"));
    copy("/data/c", source);
    put("/data/c", "other");
    EXPECT_FALSE(send("HEAD", "/data/c").headers.find("x-ms-copy-id"));
}

TEST_F(CopyTest, SharesTheContentUntilTheLastOneIsGone)
{
    copy("/data/c", source);
    EXPECT_EQ(contentFileCount(), 1u);
    EXPECT_EQ(send("DELETE", "/data/a%20b").status, 202);
    EXPECT_EQ(content("/data/c"), "hello world");
    restart();
    EXPECT_EQ(content("/data/c"), "hello world");
    put("/data/c", "new");
    EXPECT_EQ(contentFileCount(), 1u);
    send("DELETE", "/data/c");
    EXPECT_EQ(contentFileCount(), 0u);
}

TEST_F(CopyTest, ABlobMayBeCopiedOntoItself)
{
    EXPECT_EQ(copy("/data/a%20b", source, {{"x-ms-meta-n", "2"}}).status, 202);
    EXPECT_EQ(content("/data/a%20b"), "hello world");
    EXPECT_EQ(contentFileCount(), 1u);
}

TEST_F(CopyTest, CommittedBlocksGoAlongWithTheirIds)
{
    send("PUT", "/data/blocks?comp=block&blockid=YWFh", {}, "one");
    send("PUT", "/data/blocks?comp=blocklist", {}, "<BlockList><Latest>YWFh</Latest></BlockList>");
    send("PUT", "/data/blocks?comp=block&blockid=YmJi", {}, "two");
    send("PUT", "/data/c?comp=block&blockid=Y2Nj", {}, "lost");
    EXPECT_EQ(copy("/data/c", url("/data/blocks")).status, 202);
    EXPECT_EQ(elements(content("/data/c?comp=blocklist&blocklisttype=all"), "Name"),
              (std::vector<std::string>{"YWFh"}));
    EXPECT_EQ(content("/data/c"), "one");
}

TEST_F(CopyTest, ConditionsAreOnTheSourceAndOnTheTarget)
{
    const std::string etag = send("HEAD", "/data/a%20b").headers.value("ETag");
    put("/data/c", "there");
    EXPECT_EQ(codeOf(copy("/data/c", source, {{"x-ms-source-if-match", "\"0x1\""}})),
              "SourceConditionNotMet");
    EXPECT_EQ(codeOf(copy("/data/c", source, {{"x-ms-source-if-none-match", etag}})),
              "SourceConditionNotMet");
    const std::string before = Http::formatHttpDate(clock->now() - std::chrono::seconds(5));
    EXPECT_EQ(codeOf(copy("/data/c", source, {{"x-ms-source-if-unmodified-since", before}})),
              "SourceConditionNotMet");
    EXPECT_EQ(codeOf(copy("/data/c", source, {{"If-Match", "\"0x1\""}})), "TargetConditionNotMet");
    EXPECT_EQ(codeOf(copy("/data/c", source, {{"If-None-Match", "*"}})), "BlobAlreadyExists");
    EXPECT_EQ(content("/data/c"), "there");
    EXPECT_EQ(copy("/data/c", source, {{"x-ms-source-if-match", etag}}).status, 202);
}

TEST_F(CopyTest, ALeaseOfTheSourceMayBeNamed)
{
    const std::string id = "11111111-1111-4111-8111-111111111111";
    EXPECT_EQ(codeOf(copy("/data/c", source, {{"x-ms-source-lease-id", id}})),
              "LeaseNotPresentWithBlobOperation");
    send("PUT", "/data/a%20b?comp=lease",
         {{"x-ms-lease-action", "acquire"},
          {"x-ms-lease-duration", "-1"},
          {"x-ms-proposed-lease-id", id}});
    EXPECT_EQ(copy("/data/c", source, {{"x-ms-source-lease-id", id}}).status, 202);
    EXPECT_EQ(copy("/data/c", source).status, 202);
    EXPECT_EQ(codeOf(copy("/data/a%20b", url("/data/c"))), "LeaseIdMissing");
    EXPECT_EQ(send("HEAD", "/data/c").headers.value("x-ms-lease-state"), "available");
}

TEST_F(CopyTest, TheSourceMustBeThereAndOurs)
{
    const auto refused = [&](const std::string &from) {
        const Response response = copy("/data/c", from);
        return std::to_string(response.status) + ' ' + codeOf(response);
    };
    EXPECT_EQ(refused(url("/data/nope")), "404 CannotVerifyCopySource");
    EXPECT_EQ(refused(url("/nope/b")), "404 CannotVerifyCopySource");
    EXPECT_EQ(copy("/data/c", url("/data/nope")).headers.value("x-ms-copy-source-error-code"),
              "BlobNotFound");
    EXPECT_EQ(refused("http://127.0.0.1:1/other/data/a"), "400 CopyAcrossAccountsNotSupported");
    EXPECT_EQ(refused("http://127.0.0.1:1/other/c/a"), "400 CopyAcrossAccountsNotSupported");
    EXPECT_EQ(refused("http://127.0.0.1:2/acct/data/a"), "400 CopyAcrossAccountsNotSupported");
    EXPECT_EQ(refused("http://example.org/acct/data/a"), "400 CopyAcrossAccountsNotSupported");
    EXPECT_EQ(refused("http://localhost:1/acct/data/a%20b"), "202 ");
    for (const std::string bad :
         {"nonsense", "https://127.0.0.1:1/acct/data/a", "http://127.0.0.1:1",
          "http://127.0.0.1:1/acct/data/%zz", "http://127.0.0.1:1/acct/data",
          "http://127.0.0.1:1/acct/data/\xc3%A4", ""})
        EXPECT_EQ(refused(bad), "400 InvalidHeaderValue") << bad;
    EXPECT_EQ(refused(url("/data/" + std::string(3000, 'a'))), "400 InvalidHeaderValue");
    EXPECT_EQ(codeOf(copy("/nope/c", source)), "ContainerNotFound");
    EXPECT_EQ(codeOf(send("PUT", "/data/c", {{"x-ms-copy-source", source}}, "body")),
              "InvalidHeaderValue");
}

TEST_F(CopyTest, UnderASasTheSourceNeedsOneToo)
{
    const auto with = [&](const std::string &letters, const std::string &from) {
        const Response response =
            sendWithSas(letters, "PUT", "/data/c", {{"x-ms-copy-source", from}});
        return std::to_string(response.status) + ' ' + codeOf(response);
    };
    EXPECT_EQ(with("cw", source), "401 CannotVerifyCopySource");
    EXPECT_EQ(with("cw", source + '?' + sas("l")), "403 CannotVerifyCopySource");
    EXPECT_EQ(with("cw", source + '?' + sas("r") + "x"), "403 CannotVerifyCopySource");
    EXPECT_EQ(with("c", source + '?' + sas("r")), "202 ");
    EXPECT_EQ(with("c", source + '?' + sas("r")), "403 UnauthorizedBlobOverwrite");
    EXPECT_EQ(with("r", source + '?' + sas("r")), "403 AuthorizationPermissionMismatch");
    const Response got = send("HEAD", "/data/c");
    EXPECT_EQ(got.headers.value("x-ms-copy-source"), source) << "no signature is shown";
}

TEST_F(CopyTest, ErrorsOnTheSourceShowNoSignature)
{
    const Response response = copy("/data/c", "http://127.0.0.1:1/acct/data/%zz?" + sas("r"));
    EXPECT_EQ(response.body.find("sig="), std::string::npos);
    EXPECT_EQ(copy("/data/c", url("/data/nope?" + sas("l"))).body.find("sig="), std::string::npos);
}

TEST_F(CopyTest, SynchronousCopiesCheckTheContent)
{
    const Response made =
        synchronously("/data/c", source, {{"x-ms-source-content-md5", "XrY7u+Ae7tCTyyK7j1rNww=="}});
    EXPECT_EQ(made.status, 202);
    EXPECT_EQ(made.headers.value("x-ms-copy-status"), "success");
    EXPECT_EQ(made.headers.value("Content-MD5"), "XrY7u+Ae7tCTyyK7j1rNww==");
    EXPECT_EQ(content("/data/c"), "hello world");
    EXPECT_EQ(codeOf(synchronously("/data/c", source,
                                   {{"x-ms-source-content-md5", "XUFAKrxLKna5cZ2REBfFkg=="}})),
              "Md5Mismatch");
    EXPECT_EQ(codeOf(synchronously("/data/c", source, {{"x-ms-source-if-match", "\"0x1\""}})),
              "SourceConditionNotMet");
}

TEST_F(CopyTest, ACopyCannotBeAbortedOnceDone)
{
    copy("/data/c", source);
    const auto abort = [&](const Headers &headers, const std::string &path = "/data/c") {
        return codeOf(send("PUT", path + "?comp=copy&copyid=x", headers));
    };
    EXPECT_EQ(abort({{"x-ms-copy-action", "abort"}}), "NoPendingCopyOperation");
    EXPECT_EQ(abort({}), "MissingRequiredHeader");
    EXPECT_EQ(abort({{"x-ms-copy-action", "stop"}}), "InvalidHeaderValue");
    EXPECT_EQ(abort({{"x-ms-copy-action", "abort"}}, "/data/nope"), "BlobNotFound");
}

TEST_F(CopyTest, ABlobIsPutFromAUrl)
{
    const Response made = putFromUrl("/data/c", source, {{"x-ms-blob-content-type", "text/x"}});
    EXPECT_EQ(made.status, 201);
    const Response got = send("GET", "/data/c");
    EXPECT_EQ(bodyOf(got), "hello world");
    EXPECT_EQ(got.contentType, "text/x");
    EXPECT_EQ(got.headers.value("Content-MD5"), "XrY7u+Ae7tCTyyK7j1rNww==");
    EXPECT_FALSE(got.headers.find("x-ms-copy-id"));
    EXPECT_FALSE(got.headers.find("x-ms-meta-m"));
    EXPECT_EQ(putFromUrl("/data/d", source, {{"x-ms-copy-source-blob-properties", "false"}}).status,
              201);
    EXPECT_NE(send("HEAD", "/data/d").contentType, "text/plain");
    EXPECT_EQ(send("HEAD", "/data/d").headers.value("Content-MD5"), "XrY7u+Ae7tCTyyK7j1rNww==");
    EXPECT_EQ(codeOf(putFromUrl("/data/c", source,
                                {{"x-ms-source-content-md5", "XUFAKrxLKna5cZ2REBfFkg=="}})),
              "Md5Mismatch");
    EXPECT_EQ(codeOf(putFromUrl("/data/c", source, {{"If-None-Match", "*"}})), "BlobAlreadyExists");
    EXPECT_EQ(codeOf(putFromUrl("/data/c", url("/data/nope"))), "CannotVerifyCopySource");
}

TEST_F(CopyTest, ABlockIsPutFromAUrl)
{
    const auto block = [&](Headers headers, const std::string &from) {
        headers.emplace_back("x-ms-copy-source", from);
        return send("PUT", "/data/c?comp=block&blockid=YWFh", headers);
    };
    const Response made = block({{"x-ms-source-range", "bytes=6-10"}}, source);
    EXPECT_EQ(made.status, 201);
    EXPECT_TRUE(made.headers.find("x-ms-content-crc64"));
    send("PUT", "/data/c?comp=blocklist", {}, "<BlockList><Latest>YWFh</Latest></BlockList>");
    EXPECT_EQ(content("/data/c"), "world");
    EXPECT_EQ(block({{"x-ms-source-content-crc64", "vo7q9sPVKY0="}}, source).status, 201);
    EXPECT_EQ(codeOf(block({{"x-ms-source-content-crc64", "AAAAAAAAAAA="}}, source)),
              "Crc64Mismatch");
    EXPECT_EQ(codeOf(block({{"x-ms-source-range", "bytes=11-"}}, source)), "InvalidRange");
    EXPECT_EQ(codeOf(block({{"x-ms-source-if-match", "\"0x1\""}}, source)),
              "SourceConditionNotMet");
    EXPECT_EQ(codeOf(block({}, url("/data/nope"))), "CannotVerifyCopySource");
    EXPECT_EQ(contentFileCount(), 3u);
}
