// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/auth/sharedaccesssignature.h"
#include "core/localservice/http/requesthead.h"
#include "tests/fuzz/fuzz.h"

// The query of a SAS: without the key nothing opens; with the right signature only what it says.
namespace Batchdesk::Fuzz {

using namespace LocalService;

namespace {

const Auth::Account account{"localacct", "the key of nobody"};
const ServiceClock::Time now{std::chrono::seconds(1767323045)};

std::optional<Request> requestOf(std::string_view query)
{
    if (query.find_first_of(std::string_view("\r\n #\0", 5)) != std::string_view::npos)
        return std::nullopt;
    auto head = Http::parseRequestHead("GET /localacct/c/b?" + std::string(query)
                                       + " HTTP/1.1\r\nHost: 127.0.0.1");
    if (auto *good = std::get_if<Http::RequestHead>(&head)) {
        good->request.remoteAddress = "127.0.0.1";
        return good->request;
    }
    return std::nullopt;
}

} // namespace

void fuzzOne(std::string_view input)
{
    const auto request = requestOf(input);
    if (!request)
        return;
    Auth::SasUse use;
    use.container = "c";
    use.blob = "b";
    use.anyOf = "r";
    const auto refusal = Auth::refuseSas(*request, account, use, now);
    require(refusal.has_value(), "nothing opens without the key");
    require(refusal->status == 403 && !refusal->code.empty() && !refusal->detail.empty(),
            "a refusal gives its reason");
    require(refusal->detail.find(account.key) == std::string::npos, "the key is not told");

    Request signedRequest = *request;
    signedRequest.query = {};
    for (const auto &[name, value] : request->query.all()) {
        if (name != "sig")
            signedRequest.query.add(name, value);
    }
    const auto stringToSign = signedRequest.query.find("srt")
        ? Auth::accountSasStringToSign(signedRequest.query, account.name)
        : Auth::serviceSasStringToSign(signedRequest.query, account.name, use.container,
                                       signedRequest.query.value("sr") == "c" ? "" : use.blob);
    if (!stringToSign)
        return;
    signedRequest.query.add("sig", Auth::signatureOf(account.key, *stringToSign));
    if (!Auth::refuseSas(signedRequest, account, use, now))
        require(signedRequest.query.value("sp").find('r') != std::string::npos
                    && signedRequest.query.find("se").has_value(),
                "only what is permitted, and for a time, opens");
}

} // namespace Batchdesk::Fuzz
