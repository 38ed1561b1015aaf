// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/blobservice.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/auth/sharedaccesssignature.h"
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
               ServiceClock::Time now)
{
    std::optional<Auth::Refusal> refusal;
    if (request.headers.find("Authorization"))
        refusal = Auth::refuseBlobSharedKey(request, account, now);
    else if (Auth::hasSas(request))
        refusal = Auth::refuseSas(request, account, use, now);
    else
        throw BlobError(
            401, "NoAuthenticationInformation",
            "Server failed to authenticate the request. Please refer to the information in the "
            "www-authenticate header.");
    if (refusal)
        throw refused(*refusal);
}

bool mayOverwrite(const Request &request)
{
    return request.headers.find("Authorization")
        || request.query.value("sp").find('w') != std::string::npos;
}

void addCommonHeaders(Response &response, const Request &request, const std::string &requestId)
{
    response.headers.add("x-ms-request-id", requestId);
    response.headers.add(
        "x-ms-version",
        request.headers.value("x-ms-version", request.query.value("sv", "2021-12-02")));
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

    //! \param name becomes that of the operation, as soon as it is known.
    Response carryOut(const Request &request, std::string &name)
    {
        const Target target = targetOf(request);
        const Operation operation = operationOf(request, target);
        name = operation.name;
        authorize(request, account, operation.use, clock->now());
        if (target.account != account.name)
            throw BlobError(404, "ResourceNotFound", "The specified resource does not exist.");
        refuseWhatIsNotOffered(request);
        return operation.carryOut({store, request, target, mayOverwrite(request)});
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
    const std::string requestId = Auth::randomGuid();
    std::string operation;
    Response response;
    try {
        response = d->carryOut(request, operation);
    } catch (const BlobError &error) {
        response = error.response(request, requestId);
        if (error.status() == 401)
            response.headers.add("WWW-Authenticate", "SharedKey");
    } catch (const std::exception &error) {
        response =
            BlobError(500, "InternalError", std::string("The blob service failed: ") + error.what())
                .response(request, requestId);
    }
    response.operation = std::move(operation);
    addCommonHeaders(response, request, requestId);
    return response;
}

std::vector<ServiceOperation> BlobService::operations()
{
    return allOperations();
}

} // namespace Batchdesk::LocalService
