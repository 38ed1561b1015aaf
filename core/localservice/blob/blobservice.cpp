// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/blobservice.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/auth/sharedaccesssignature.h"
#include "core/localservice/auth/storageversion.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/blobstore.h"
#include "core/localservice/blob/operation.h"

#include <algorithm>

namespace Batchdesk::LocalService {

using namespace Blobs;

namespace {

constexpr std::size_t clientRequestIdLimit = 1024;

BlobError refused(const Auth::Refusal &refusal)
{
    const char *message = refusal.code == "AuthenticationFailed"
        ? "Server failed to authenticate the request. Make sure the value of Authorization header "
          "is formed "
          "correctly including the signature."
        : refusal.code == "InvalidAuthenticationInfo"
        ? "Authentication information is not given in the correct format. Check the value of "
          "Authorization header."
        : "This request is not authorized to perform this operation.";
    return {refusal.status, refusal.code, message, {{"AuthenticationErrorDetail", refusal.detail}}};
}

void authorize(const Request &request, const Auth::Account &account, const Auth::SasUse &use,
               ServiceClock::Time now, const Auth::FindPolicy &findPolicy)
{
    std::optional<Auth::Refusal> refusal;
    if (request.headers.find("Authorization"))
        refusal = Auth::refuseBlobSharedKey(request, account, now);
    else if (Auth::hasSas(request))
        refusal = Auth::refuseSas(request, account, use, now, findPolicy);
    else
        throw BlobError(
            401, "NoAuthenticationInformation",
            "Server failed to authenticate the request. Please refer to the information in the "
            "www-authenticate header.");
    if (refusal)
        throw refused(*refusal);
}

bool mayOverwrite(const Request &request, const Auth::FindPolicy &findPolicy)
{
    return request.headers.find("Authorization")
        || Auth::grantedLetters(request.query, findPolicy).find('w') != std::string::npos;
}

std::string versionOf(const Request &request, BlobStore &store)
{
    if (const auto version = request.headers.find("x-ms-version")) {
        if (!Auth::isStorageVersion(*version))
            throw invalidHeader("x-ms-version", *version);
        return *version;
    }
    if (const auto version = request.query.find("sv"); version && Auth::isStorageVersion(*version))
        return *version;
    const std::string configured = store.setting("DefaultServiceVersion");
    return configured.empty() ? std::string(Auth::defaultStorageVersion) : configured;
}

void checkTimeout(const Request &request)
{
    const auto timeout = request.query.find("timeout");
    if (timeout
        && (timeout->empty() || timeout->size() > 9
            || timeout->find_first_not_of("0123456789") != std::string::npos))
        throw invalidQueryParameter("timeout", *timeout, "It must be a number of seconds.");
}

//! \brief Browsers ask before they let a page read from elsewhere. No page may.
void refusePreflight(const Request &request)
{
    for (const char *name : {"Origin", "Access-Control-Request-Method"}) {
        if (!request.headers.find(name))
            throw BlobError(400, "InvalidHeaderValue", "A required CORS header is not present.",
                            {{"HeaderName", name}});
    }
    throw BlobError(403, "CorsPreflightFailure",
                    "CORS not enabled or no matching rule found for this request.");
}

void addCommonHeaders(Response &response, const Request &request, const std::string &requestId,
                      const std::string &version)
{
    response.headers.add("x-ms-request-id", requestId);
    if (!version.empty())
        response.headers.add("x-ms-version", version);
    const auto clientId = request.headers.find("x-ms-client-request-id");
    if (clientId && clientId->size() <= clientRequestIdLimit
        && std::all_of(clientId->begin(), clientId->end(),
                       [](char c) { return c >= 0x21 && c <= 0x7E; }))
        response.headers.add("x-ms-client-request-id", *clientId);
}

} // namespace

class BlobService::Private
{
public:
    explicit Private(const BlobServiceOptions &options)
        : account(options.account)
        , clock(options.clock)
        , store(options.stateDirectory, options.clock)
    {
    }

    //! \brief What becomes known of a request on the way to its answer.
    struct Known
    {
        std::string version;
        std::string operation;
    };

    Response carryOut(const Request &request, Known &known)
    {
        known.version = versionOf(request, store);
        if (request.method == "OPTIONS")
            refusePreflight(request);
        checkTimeout(request);
        const Target target = targetOf(request);
        const Operation operation = operationOf(request, target);
        known.operation = operation.name;
        const auto findPolicy = [&](const std::string &id) {
            return store.policy(target.container, id);
        };
        const auto now = clock->now();
        authorize(request, account, operation.use, now, findPolicy);
        if (target.account != account.name)
            throw BlobError(404, "ResourceNotFound", "The specified resource does not exist.");
        refuseWhatIsNotOffered(request);
        return operation.carryOut({store, request, target, account, now, known.version,
                                   mayOverwrite(request, findPolicy),
                                   [this](const Request &inner) { return handle(inner); }});
    }

    Response handle(const Request &request)
    {
        const std::string requestId = Auth::randomGuid();
        Known known;
        Response response;
        try {
            response = carryOut(request, known);
        } catch (const BlobError &error) {
            response = error.response(request, requestId);
            if (error.status() == 401)
                response.headers.add("WWW-Authenticate", "SharedKey");
        } catch (const std::exception &error) {
            response = BlobError(500, "InternalError",
                                 std::string("The blob service failed: ") + error.what())
                           .response(request, requestId);
        }
        response.operation = std::move(known.operation);
        addCommonHeaders(response, request, requestId, known.version);
        return response;
    }

    const Auth::Account account;
    const std::shared_ptr<const ServiceClock> clock;
    BlobStore store;
};

BlobService::BlobService(const BlobServiceOptions &options)
    : d(std::make_unique<Private>(options))
{
}

BlobService::~BlobService() = default;

Response BlobService::handle(const Request &request)
{
    return d->handle(request);
}

std::vector<ServiceOperation> BlobService::operations()
{
    return allOperations();
}

} // namespace Batchdesk::LocalService
