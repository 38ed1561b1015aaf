// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;
using Testkit::Headers;

class BlobBatchTest : public Testkit::BlobServiceTest
{
protected:
    void SetUp() override
    {
        BlobServiceTest::SetUp();
        makeContainer();
        for (const char *name : {"a", "b", "c"})
            put(std::string("/data/") + name, "x");
    }

    //! \brief A part of a batch, signed as clients do it.
    std::string part(const std::string &path, const std::string &id,
                     const std::string &method = "DELETE", Headers headers = {})
    {
        headers.emplace_back("x-ms-date", Http::formatHttpDate(clock->now()));
        const auto text =
            Auth::blobStringsToSign(request(method, path, headers, {}), account.name).front();
        headers.emplace_back("Authorization",
                             "SharedKey acct:" + Auth::signatureOf(account.key, text));
        std::string lines = "Content-Type: application/http\r\nContent-Transfer-Encoding: binary"
                            "\r\nContent-ID: "
            + id + "\r\n\r\n" + method + ' ' + path + " HTTP/1.1\r\n";
        for (const auto &[name, value] : headers)
            lines += name + ": " + value + "\r\n";
        return lines + "Content-Length: 0\r\n\r\n";
    }

    Response submit(const std::vector<std::string> &parts,
                    const std::string &path = "/?restype=service&comp=batch",
                    const std::string &end = "--edge--\r\n")
    {
        std::string body;
        for (const std::string &each : parts)
            body += "--edge\r\n" + each;
        return post(path, "multipart/mixed; boundary=edge", body + end);
    }

    Response post(const std::string &path, const std::string &type, const std::string &body)
    {
        Headers headers = {{"Content-Type", type},
                           {"x-ms-version", "2021-12-02"},
                           {"x-ms-date", Http::formatHttpDate(clock->now())},
                           {"Content-Length", std::to_string(body.size())}};
        const std::string url = "/acct" + path;
        const auto text =
            Auth::blobStringsToSign(request("POST", url, headers, body), account.name).front();
        headers.emplace_back("Authorization",
                             "SharedKey acct:" + Auth::signatureOf(account.key, text));
        return service->handle(request("POST", url, headers, body));
    }

    static std::size_t occurrences(const std::string &text, const std::string &what)
    {
        std::size_t count = 0;
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
            ++count;
        return count;
    }
};

TEST_F(BlobBatchTest, EachRequestGetsItsAnswer)
{
    // With the account in the path and, as some clients have it, without.
    const Response response =
        submit({part("/acct/data/a", "0"), part("/data/b", "1"), part("/data/nope", "2")});
    EXPECT_EQ(response.status, 202);
    EXPECT_TRUE(response.contentType.starts_with("multipart/mixed; boundary=batchresponse_"));
    EXPECT_EQ(occurrences(response.body, "HTTP/1.1 202 Accepted"), 2u) << response.body;
    EXPECT_EQ(occurrences(response.body, "HTTP/1.1 404 BlobNotFound"), 1u);
    EXPECT_LT(response.body.find("Content-ID: 1"), response.body.find("Content-ID: 2"));
    EXPECT_EQ(elements(content("/data?restype=container&comp=list"), "Name"),
              (std::vector<std::string>{"c"}));
}

TEST_F(BlobBatchTest, AnAccountMistakenForAContainerIsTheAccount)
{
    const Response response = submit({part("/acct/data/a", "0")}, "?restype=container&comp=batch");
    EXPECT_EQ(response.status, 202);
    EXPECT_EQ(occurrences(response.body, "HTTP/1.1 202 Accepted"), 1u);
}

TEST_F(BlobBatchTest, EachRequestNeedsItsOwnSignature)
{
    const std::string unsigned_ =
        "Content-Type: application/http\r\n\r\nDELETE /data/a HTTP/1.1\r\n\r\n";
    const Response response = submit({unsigned_});
    EXPECT_EQ(response.status, 202);
    EXPECT_EQ(occurrences(response.body, "HTTP/1.1 401"), 1u);
    EXPECT_EQ(content("/data/a"), "x");
}

TEST_F(BlobBatchTest, TiersMayBeSetToo)
{
    const Response response =
        submit({part("/data/a?comp=tier", "0", "PUT", {{"x-ms-access-tier", "Hot"}}),
                part("/data/a?comp=tier", "1", "PUT", {{"x-ms-access-tier", "Archive"}})});
    EXPECT_EQ(occurrences(response.body, "HTTP/1.1 200"), 1u);
    EXPECT_EQ(occurrences(response.body, "BlobAccessTierNotSupportedForAccountType"), 3u);
}

TEST_F(BlobBatchTest, ABatchOnAContainerStaysInIt)
{
    send("PUT", "/other?restype=container");
    put("/other/a", "x");
    const std::string path = "/data?restype=container&comp=batch";
    EXPECT_EQ(codeOf(submit({part("/other/a", "0")}, path)), "InvalidInput");
    EXPECT_EQ(content("/other/a"), "x");
    EXPECT_EQ(submit({part("/data/a", "0")}, path).status, 202);
    EXPECT_EQ(codeOf(send("GET", "/data/a")), "BlobNotFound");
}

TEST_F(BlobBatchTest, WhatIsNoBatchIsRefusedWhole)
{
    const std::string good = part("/data/a", "0");
    EXPECT_EQ(codeOf(submit({})), "InvalidInput");
    EXPECT_EQ(codeOf(submit({good}, "/?restype=service&comp=batch", "")), "InvalidInput");
    EXPECT_EQ(codeOf(submit({"nonsense\r\n"})), "InvalidInput");
    EXPECT_EQ(codeOf(submit({"Content-Type: text/plain\r\n\r\nDELETE /data/a HTTP/1.1\r\n\r\n"})),
              "InvalidInput");
    EXPECT_EQ(codeOf(submit({"Content-Type: application/http\r\n\r\nnonsense\r\n\r\n"})),
              "InvalidInput");
    EXPECT_EQ(codeOf(submit({part("/data/a", "0", "GET")})), "InvalidInput");
    EXPECT_EQ(codeOf(submit({part("/data?restype=container", "0")})), "InvalidInput");
    EXPECT_EQ(codeOf(submit(std::vector<std::string>(257, good))), "InvalidInput");
    EXPECT_EQ(codeOf(post("/?restype=service&comp=batch", "text/plain", "x")),
              "InvalidHeaderValue");
    EXPECT_EQ(codeOf(post("/?restype=service&comp=batch", "multipart/mixed", "x")),
              "InvalidHeaderValue");
    EXPECT_EQ(codeOf(post("/?restype=service&comp=batch", "multipart/mixed; boundary=edge",
                          std::string(4 * 1024 * 1024 + 1, 'x'))),
              "RequestBodyTooLarge");
    EXPECT_EQ(content("/data/a"), "x");
}
