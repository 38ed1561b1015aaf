// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/batchsharedkey.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/http/httpdate.h"
#include "tests/core/localservice/auth/vectors.h"

#include <algorithm>

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Auth;

namespace {

const char *const date = "Wed, 22 Oct 2025 13:48:00 GMT";
const Account account{"local", "0123456789abcdef"};

Request pools(const std::string &authorization, const std::string &requestDate = date)
{
    std::vector<std::pair<std::string, std::string>> headers = {
        {"Host", "127.0.0.1:1"},
        {"ocp-date", requestDate},
        {"client-request-id", "mine"},
        {"return-client-request-id", "true"}};
    if (!authorization.empty())
        headers.emplace_back("Authorization", authorization);
    return Testkit::requestOf("GET", "http://127.0.0.1:1/pools?timeOut=30&api-version=2025-06-01",
                              headers);
}

std::string signedBy(const Account &signer, std::size_t candidate)
{
    return "SharedKey " + signer.name + ':'
        + signatureOf(signer.key, batchStringsToSign(pools({}), signer.name).at(candidate));
}

ServiceClock::Time now()
{
    return Http::parseHttpDate(date).value();
}

nlohmann::json refusal(const Request &request, int status)
{
    const auto response = refuseBatchRequest(request, account, now());
    if (!response) {
        ADD_FAILURE() << "let through";
        return {};
    }
    EXPECT_EQ(response->status, status);
    EXPECT_EQ(response->headers.value("client-request-id"), "mine");
    EXPECT_EQ(response->headers.value("request-id").size(), 36u);
    return nlohmann::json::parse(response->body);
}

} // namespace

TEST(BatchSharedKey, AcceptsAllVectors)
{
    int count = 0;
    for (const auto &vector : Testkit::readVectors("batch-sharedkey.json")) {
        const Account owner{vector["account"],
                            fromBase64(vector["key"].get<std::string>()).value()};
        const Request request = Testkit::requestOf(vector, vector["authorization"]);
        const auto strings = batchStringsToSign(request, owner.name);
        EXPECT_NE(
            std::find(strings.begin(), strings.end(), vector["string_to_sign"].get<std::string>()),
            strings.end())
            << vector["name"] << '\n'
            << strings.front();
        const auto time =
            Http::parseHttpDate(request.headers.value("ocp-date", request.headers.value("Date")));
        EXPECT_FALSE(refuseBatchRequest(request, owner, time.value())) << vector["name"];
        EXPECT_TRUE(refuseBatchRequest(request, {owner.name, "another key"}, *time))
            << vector["name"];
        ++count;
    }
    EXPECT_EQ(count, 8);
}

TEST(BatchSharedKey, AcceptsEitherLengthOfNoBodyAndEitherSpellingOfTimeOut)
{
    const auto strings = batchStringsToSign(pools({}), account.name);
    ASSERT_EQ(strings.size(), 4u);
    for (std::size_t i = 0; i < strings.size(); ++i)
        EXPECT_FALSE(refuseBatchRequest(pools(signedBy(account, i)), account, now())) << strings[i];
}

TEST(BatchSharedKey, SaysWhichHeaderIsMissingOrMalformed)
{
    const auto missing = refusal(pools({}), 400);
    EXPECT_EQ(missing["code"], "MissingRequiredHeader");
    EXPECT_EQ(missing["values"][0],
              (nlohmann::json{{"key", "HeaderName"}, {"value", "Authorization"}}));
    for (const char *text : {"SharedKey", "SharedKey local", "SharedKey :x",
                             "SharedKey local:", "Basic bG9jYWw6eA==", "Bearer"})
        EXPECT_EQ(refusal(pools(text), 400)["code"], "InvalidAuthenticationInfo") << text;
}

TEST(BatchSharedKey, ABearerTokenIsUnauthorizedAndNotRepeated)
{
    for (const char *text : {"Bearer eyJ0eXAi.secret.token", "bearer eyJ0eXAi.secret.token"}) {
        const auto response = refuseBatchRequest(pools(text), account, now());
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 401);
        EXPECT_EQ(response->headers.value("WWW-Authenticate"), "SharedKey");
        EXPECT_NE(response->body.find("\"AuthenticationFailed\""), std::string::npos);
        EXPECT_EQ(response->body.find("secret"), std::string::npos);
    }
}

TEST(BatchSharedKey, AParameterGivenTwiceCountsOnceOrJoined)
{
    const auto request = [](const std::string &authorization) {
        return Testkit::requestOf(
            "GET", "http://127.0.0.1:1/pools?b=2&b=1&api-version=2025-06-01&c=",
            {{"Host", "127.0.0.1:1"}, {"ocp-date", date}, {"Authorization", authorization}});
    };
    for (const char *lines : {"api-version:2025-06-01\nb:2", "api-version:2025-06-01\nb:1,2"}) {
        const std::string text =
            "GET" + std::string(12, '\n') + "ocp-date:" + date + "\n/local/pools\n" + lines;
        EXPECT_FALSE(refuseBatchRequest(
            request("SharedKey local:" + signatureOf(account.key, text)), account, now()))
            << text;
    }
}

TEST(BatchSharedKey, AMissingDateIsNoReasonToBelieve)
{
    Request request = Testkit::requestOf("GET", "http://127.0.0.1:1/pools?api-version=2025-06-01",
                                         {{"Host", "127.0.0.1:1"}});
    const auto text = batchStringsToSign(request, account.name).front();
    request.headers.add("Authorization", "SharedKey local:" + signatureOf(account.key, text));
    const auto response = refuseBatchRequest(request, account, now());
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 403);
    EXPECT_EQ(response->reason.find('\n'), std::string::npos);
}

TEST(BatchSharedKey, AWrongKeyIsToldWhatWasSignedButNotTheSignature)
{
    const auto error = refusal(pools(signedBy({"local", "wrong"}, 0)), 403);
    EXPECT_EQ(error["code"], "AuthenticationFailed");
    EXPECT_EQ(error["values"][0]["key"], "AuthenticationErrorDetail");
    const auto strings = batchStringsToSign(pools({}), account.name);
    EXPECT_NE(error["values"][0]["value"].get<std::string>().find(strings.front()),
              std::string::npos);
    for (const std::string &text : strings)
        EXPECT_EQ(error.dump().find(signatureOf(account.key, text)), std::string::npos);
}

TEST(BatchSharedKey, RefusesOtherAccountsAndOldDates)
{
    EXPECT_EQ(refusal(pools(signedBy({"other", account.key}, 0)), 403)["code"],
              "AuthenticationFailed");
    const auto good = pools(signedBy(account, 0));
    EXPECT_FALSE(refuseBatchRequest(good, account, now() + std::chrono::minutes(15)));
    EXPECT_TRUE(refuseBatchRequest(good, account, now() + std::chrono::minutes(16)));
    EXPECT_TRUE(refuseBatchRequest(good, account, now() - std::chrono::minutes(16)));
    EXPECT_EQ(refusal(pools(signedBy(account, 0), "yesterday"), 403)["code"],
              "AuthenticationFailed");
}
