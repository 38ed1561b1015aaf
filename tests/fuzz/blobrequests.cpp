// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/auth/sharedaccesssignature.h"
#include "core/localservice/blob/blobservice.h"
#include "core/localservice/blob/xml.h"
#include "core/localservice/http/httpdate.h"
#include "tests/fuzz/requests.h"

#include <memory>

// Requests to the Blob endpoint, signed with the account's key, one after the other, to a service
// that has a container and a blob. Every answer is a success or a well-formed refusal.
namespace Batchdesk::Fuzz {

using namespace LocalService;

namespace {

const Auth::Account account{"localacct", "the key of nobody"};

constexpr std::string_view beginning = R"(PUT /localacct/con?restype=container
x-ms-version: 2021-12-02
===
PUT /localacct/con/b
x-ms-version: 2021-12-02
x-ms-blob-type: BlockBlob

0123456789)";

Request signedRequest(Request request)
{
    if (request.headers.find("Authorization") || Auth::hasSas(request))
        return request;
    if (!request.headers.find("x-ms-date"))
        request.headers.add("x-ms-date", Http::formatHttpDate(SystemServiceClock().now()));
    if (!request.headers.find("x-ms-version"))
        request.headers.add("x-ms-version", "2021-12-02");
    request.headers.add(
        "Authorization",
        "SharedKey " + account.name + ':'
            + Auth::signatureOf(account.key,
                                Auth::blobStringsToSign(request, account.name).front()));
    return request;
}

//! \brief A service as every input finds it.
class House
{
public:
    House()
        : m_service({m_folder.path(), account, std::make_shared<SystemServiceClock>()})
    {
        for (const auto &request : requestsOf(beginning))
            require(ask(signedRequest(request)).status == 201, "the house is set up");
    }
    Response ask(const Request &request) { return m_service.handle(request); }

private:
    StateFolder m_folder;
    BlobService m_service;
};

void check(const Request &request, const Response &response)
{
    require(response.status != 500, "no input is an internal error");
    require(response.status >= 200 && response.status < 600, "an answer has a status");
    if (response.provider && !response.headOnly) {
        std::uint64_t sent = 0;
        const bool whole =
            response.provider(0, response.providerLength, [&](const char *, std::size_t size) {
                sent += size;
                return true;
            });
        require(whole && sent == response.providerLength, "the body is as long as announced");
    }
    if (response.status >= 400 && request.method != "HEAD" && response.status != 412)
        require(response.headers.find("x-ms-error-code").has_value()
                    && response.body.find("<Error>") != std::string::npos,
                "a refusal has a code and a document");
    require(Blobs::isUtf8(response.body), "documents are UTF-8");
}

} // namespace

void fuzzOne(std::string_view input)
{
    static std::unique_ptr<House> house;
    if (!house)
        house = std::make_unique<House>();
    bool changed = false;
    for (const auto &bare : requestsOf(input)) {
        const Request request = signedRequest(bare);
        const Response response = house->ask(request);
        check(request, response);
        changed = changed
            || (response.status < 300 && request.method != "GET" && request.method != "HEAD");
    }
    if (changed)
        house.reset();
}

} // namespace Batchdesk::Fuzz
