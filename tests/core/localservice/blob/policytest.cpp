// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/blob/blobfixture.h"

using namespace Batchdesk::LocalService;
using Testkit::Headers;

class PolicyTest : public Testkit::BlobServiceTest
{
protected:
    void SetUp() override
    {
        BlobServiceTest::SetUp();
        makeContainer();
        put("/data/b", "x");
    }

    static std::string identifier(const std::string &id, const std::string &terms)
    {
        return "<SignedIdentifier><Id>" + id + "</Id><AccessPolicy>" + terms
            + "</AccessPolicy></SignedIdentifier>";
    }

    Response setAcl(const std::string &identifiers)
    {
        return send("PUT", "/data?restype=container&comp=acl", {},
                    "<?xml version=\"1.0\"?><SignedIdentifiers>" + identifiers
                        + "</SignedIdentifiers>");
    }

    //! \brief The code of the answer to a request under a service SAS of these fields.
    std::string withSas(const std::string &fields, const std::string &method = "GET",
                        const std::string &blob = "b", const std::string &signedBlob = {})
    {
        const auto query = request("GET", "/?" + fields, {}, {}).query;
        const auto text =
            Auth::serviceSasStringToSign(query, account.name, "data", signedBlob).value();
        const std::string url = "/acct/data/" + blob + '?' + fields
            + "&sig=" + Http::percentEncode(Auth::signatureOf(account.key, text));
        last = service->handle(request(method, url, {{"x-ms-blob-type", "BlockBlob"}}, {}));
        return codeOf(last);
    }

    Response last;
    const std::string readable = "<Expiry>2099-01-01T00:00:00Z</Expiry><Permission>r</Permission>";
};

TEST_F(PolicyTest, PoliciesAreKeptAndTold)
{
    EXPECT_EQ(setAcl(identifier("one",
                                "<Start>2026-01-01</Start><Expiry>2099-01-01T00:00:00Z</Expiry>"
                                "<Permission>rl</Permission>")
                     + identifier("two &amp; more", ""))
                  .status,
              200);
    restart();
    const std::string acl = content("/data?restype=container&comp=acl");
    EXPECT_EQ(elements(acl, "Id"), (std::vector<std::string>{"one", "two &amp; more"}));
    EXPECT_EQ(elements(acl, "Start"), (std::vector<std::string>{"2026-01-01"}));
    EXPECT_EQ(elements(acl, "Expiry"), (std::vector<std::string>{"2099-01-01T00:00:00Z"}));
    EXPECT_EQ(elements(acl, "Permission"), (std::vector<std::string>{"rl"}));
    EXPECT_EQ(send("PUT", "/data?restype=container&comp=acl").status, 200);
    EXPECT_TRUE(elements(content("/data?restype=container&comp=acl"), "Id").empty());
}

TEST_F(PolicyTest, WhatIsNoPolicyIsRefused)
{
    std::string six;
    for (int i = 0; i < 6; ++i)
        six += identifier(std::to_string(i), "");
    EXPECT_EQ(codeOf(setAcl(six)), "InvalidXmlDocument");
    EXPECT_EQ(codeOf(setAcl(identifier("", ""))), "InvalidXmlNodeValue");
    EXPECT_EQ(codeOf(setAcl(identifier(std::string(65, 'i'), ""))), "InvalidXmlNodeValue");
    EXPECT_EQ(codeOf(setAcl(identifier("i", "<Expiry>soon</Expiry>"))), "InvalidXmlNodeValue");
    EXPECT_EQ(codeOf(setAcl(identifier("i", "<Permission>z</Permission>"))), "InvalidXmlNodeValue");
    EXPECT_EQ(codeOf(setAcl(identifier("i", "") + identifier("i", ""))), "InvalidXmlNodeValue");
    EXPECT_EQ(codeOf(setAcl("<Other/>")), "InvalidXmlDocument");
    EXPECT_EQ(codeOf(setAcl("<SignedIdentifier>")), "InvalidXmlDocument");
    EXPECT_EQ(codeOf(setAcl(identifier("\xff", ""))), "InvalidXmlDocument");
    EXPECT_EQ(codeOf(send("PUT", "/data?restype=container&comp=acl",
                          {{"x-ms-blob-public-access", "blob"}})),
              "PublicAccessNotPermitted");
    EXPECT_EQ(codeOf(send("PUT", "/data?restype=container&comp=acl", {{"If-Match", "*"}})),
              "ConditionHeadersNotSupported");
}

TEST_F(PolicyTest, ASasMayLeaveItsTermsToThePolicy)
{
    setAcl(identifier("reader", readable));
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=reader"), "");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=b&si=reader", "GET", "b", "b"), "");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=reader", "PUT"), "AuthorizationPermissionMismatch");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=nobody"), "AuthenticationFailed");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=reader&sp=r"), "AuthenticationFailed");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=reader&se=2099-01-01"), "AuthenticationFailed");
    setAcl(identifier("reader", "<Permission>r</Permission>"));
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=reader&se=2099-01-01"), "");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=reader"), "AuthenticationFailed");
    setAcl("");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=reader&se=2099-01-01"), "AuthenticationFailed");
}

TEST_F(PolicyTest, OverwritingIsGrantedByThePolicyToo)
{
    setAcl(identifier("maker", "<Expiry>2099-01-01</Expiry><Permission>c</Permission>")
           + identifier("writer", "<Expiry>2099-01-01</Expiry><Permission>w</Permission>"));
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=maker", "PUT"), "UnauthorizedBlobOverwrite");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=maker", "PUT", "new"), "");
    EXPECT_EQ(withSas("sv=2021-12-02&sr=c&si=writer", "PUT"), "");
}

TEST_F(PolicyTest, ResponseHeadersOfAServiceSasReplaceThoseOfTheBlob)
{
    put("/data/b", "x", {{"Content-Type", "text/plain"}});
    const std::string fields = "sv=2021-12-02&sr=c&sp=r&se=2099-01-01&rscc=no-store&rscd=inline"
                               "&rsce=gzip&rscl=de&rsct=text%2Fhtml";
    EXPECT_EQ(withSas(fields), "");
    EXPECT_EQ(last.contentType, "text/html");
    EXPECT_EQ(last.headers.value("Cache-Control"), "no-store");
    EXPECT_EQ(last.headers.value("Content-Disposition"), "inline");
    EXPECT_EQ(last.headers.value("Content-Encoding"), "gzip");
    EXPECT_EQ(last.headers.value("Content-Language"), "de");
    // An account SAS signs none of them.
    const std::string accountFields = "sv=2021-12-02&ss=b&srt=o&sp=r&se=2099-01-01";
    const auto query = request("GET", "/?" + accountFields, {}, {}).query;
    const std::string url = "/acct/data/b?rsct=text%2Fhtml&" + accountFields + "&sig="
        + Http::percentEncode(Auth::signatureOf(account.key,
                                                Auth::accountSasStringToSign(query, account.name)));
    const Response plain = service->handle(request("GET", url, {}, {}));
    EXPECT_EQ(plain.status, 200);
    EXPECT_EQ(plain.contentType, "text/plain");
}

TEST_F(PolicyTest, AnAccessListNeedsTheKey)
{
    EXPECT_EQ(codeOf(sendWithSas("racwdl", "GET", "/data?restype=container&comp=acl")),
              "AuthorizationPermissionMismatch");
    EXPECT_EQ(codeOf(sendWithSas("racwdl", "PUT", "/data?restype=container&comp=acl")),
              "AuthorizationPermissionMismatch");
}
