// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/http/percentcode.h"

#include <algorithm>
#include <array>

//! \file What the service refuses as an account refuses it that lacks the feature.

namespace Batchdesk::LocalService::Blobs {

namespace {

// To leave one of these unheeded would be to say something was done that was not.
constexpr std::array<const char *, 6> headersNotOffered = {"x-ms-encryption-key",
                                                           "x-ms-encryption-scope",
                                                           "x-ms-source-encryption-key",
                                                           "x-ms-legal-hold",
                                                           "x-ms-immutability-policy-until-date",
                                                           "x-ms-structured-body"};

constexpr std::array<std::string_view, 14> tiers = {"Hot", "Cool", "Cold", "Archive", "Premium",
                                                    "P4",  "P6",   "P10",  "P15",     "P20",
                                                    "P30", "P40",  "P50",  "P60"};

BlobError notOffered(const std::string &what)
{
    return {501, "NotImplemented",
            "The blob service on this computer does not offer \"" + what
                + "\". Use a storage account on Azure for it."};
}

BlobError tagsNotSupported()
{
    return {400, "BlobTagsNotSupportedForAccountType",
            "Blob tags are not supported on this storage account."};
}

//! \brief There is one tier, Hot; to name it is no mistake.
void refuseTier(const char *name, const std::string &tier)
{
    if (std::find(tiers.begin(), tiers.end(), tier) == tiers.end())
        throw invalidHeader(name, tier);
    if (tier != "Hot")
        throw BlobError(409, "BlobAccessTierNotSupportedForAccountType",
                        "The access tier is not supported on this storage account, which has the "
                        "Hot tier alone.");
}

} // namespace

void refuseWhatIsNotOffered(const Request &request)
{
    for (const char *name : headersNotOffered) {
        if (request.headers.find(name))
            throw notOffered(name);
    }
    for (const char *name : {"x-ms-tags", "x-ms-if-tags", "x-ms-source-if-tags"}) {
        if (request.headers.find(name))
            throw tagsNotSupported();
    }
    if (const auto tier = request.headers.find("x-ms-access-tier"))
        refuseTier("x-ms-access-tier", *tier);
    // Without versioning no blob has versions to be found.
    if (request.query.find("versionid"))
        throw blobNotFound();
}

Response setBlobTier(const OperationContext &context)
{
    const BlobRecord blob = context.store.blob(context.address());
    blob.lease.checkRead(Leased::Blob, context.request.headers.find("x-ms-lease-id"), context.now);
    if (!context.request.headers.find("x-ms-access-tier"))
        throw missingHeader("x-ms-access-tier");
    return {};
}

Response refuseTags(const OperationContext &)
{
    throw tagsNotSupported();
}

Response refuseBlobType(const OperationContext &context)
{
    context.store.blob(context.address());
    throw BlobError(409, "InvalidBlobType", "The blob type is invalid for this operation.");
}

Response refuseStats(const OperationContext &context)
{
    throw invalidQueryParameter("comp", context.request.query.value("comp"),
                                "Stats are told by the secondary endpoint, which this account has "
                                "not.");
}

Response refuseUserDelegation(const OperationContext &)
{
    throw BlobError(403, "AuthenticationFailed",
                    "Server failed to authenticate the request. Only authentication scheme Bearer "
                    "is supported, and there is no Microsoft Entra ID here.");
}

Response refuseRest(const OperationContext &context)
{
    throw notOffered(context.request.query.value("comp"));
}

} // namespace Batchdesk::LocalService::Blobs
