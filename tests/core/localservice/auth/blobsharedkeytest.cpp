// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/blobsharedkey.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/http/httpdate.h"
#include "tests/core/localservice/auth/vectors.h"

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Auth;

TEST(BlobSharedKey, AcceptsAllVectorsHostAndPathStyle)
{
    const auto vectors = Testkit::readVectors("blob.json");
    const Account account{vectors["account"],
                          fromBase64(vectors["key_base64"].get<std::string>()).value()};
    const auto now = Http::parseHttpDate(vectors["x_ms_date"].get<std::string>()).value();
    int count = 0;
    for (const auto &vector : vectors["vectors"]) {
        if (vector["kind"] != "sharedkey")
            continue;
        const Request request = Testkit::requestOf(vector, vector["authorization"]);
        EXPECT_EQ(blobStringsToSign(request, account.name).front(),
                  vector["string_to_sign"].get<std::string>())
            << vector["id"];
        EXPECT_FALSE(refuseBlobSharedKey(request, account, now)) << vector["id"];
        EXPECT_TRUE(refuseBlobSharedKey(request, {account.name, "another key"}, now))
            << vector["id"];
        ++count;
    }
    EXPECT_EQ(count, 48);
}

TEST(BlobSharedKey, AcceptsMetadataSortedByBytesAndEmptyValuesLeftOut)
{
    const char *const date = "Wed, 26 Nov 2025 12:00:00 GMT";
    const Account account{"acct", "key"};
    const auto signedRequest = [&](const std::string &text) {
        return Testkit::requestOf(
            "PUT", "http://h/acct/c?comp=metadata&include=",
            {{"x-ms-date", date},
             {"x-ms-meta-i_", "1"},
             {"x-ms-meta-i0", "2"},
             {"Authorization", "SharedKey acct:" + signatureOf(account.key, text)}});
    };
    const auto strings = blobStringsToSign(signedRequest({}), account.name);
    ASSERT_EQ(strings.size(), 4u);
    for (const std::string &text : strings)
        EXPECT_FALSE(
            refuseBlobSharedKey(signedRequest(text), account, Http::parseHttpDate(date).value()))
            << text;
}

TEST(BlobSharedKey, TellsWhyARequestIsRefused)
{
    const Account account{"acct", "key"};
    const auto now = Http::parseHttpDate("Wed, 26 Nov 2025 12:00:00 GMT").value();
    const auto refused = [&](const std::string &authorization, const std::string &date) {
        return refuseBlobSharedKey(
                   Testkit::requestOf("GET", "http://h/acct/",
                                      {{"x-ms-date", date}, {"Authorization", authorization}}),
                   account, now)
            .value();
    };
    EXPECT_EQ(refused("SharedKeyLite acct:x", "Wed, 26 Nov 2025 12:00:00 GMT").code,
              "InvalidAuthenticationInfo");
    const Refusal token = refused("Bearer eyJ0", "Wed, 26 Nov 2025 12:00:00 GMT");
    EXPECT_EQ(token.status, 401);
    EXPECT_EQ(token.code, "InvalidAuthenticationInfo");
    EXPECT_EQ(token.detail.find("eyJ0"), std::string::npos);
    EXPECT_NE(refused("SharedKey other:x", "Wed, 26 Nov 2025 12:00:00 GMT").detail.find("other"),
              std::string::npos);
    EXPECT_NE(
        refused("SharedKey acct:x", "Wed, 26 Nov 2025 11:44:00 GMT").detail.find("15 minutes"),
        std::string::npos);
    const Refusal wrong = refused("SharedKey acct:x", "Wed, 26 Nov 2025 11:46:00 GMT");
    EXPECT_EQ(wrong.status, 403);
    EXPECT_EQ(wrong.code, "AuthenticationFailed");
    EXPECT_NE(wrong.detail.find("/acct/acct/"), std::string::npos);
}
