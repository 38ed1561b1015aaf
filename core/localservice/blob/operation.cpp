// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/operation.h"

#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/xml.h"

#include <algorithm>
#include <array>

namespace Batchdesk::LocalService::Blobs {

namespace {

using Resource = Auth::SasUse::Resource;

struct Entry
{
    Resource level;
    std::string_view methods; //!< Separated by spaces.
    std::string_view comp;
    std::string_view anyOf; //!< SAS letters.
    bool grantedByServiceSas;
    Response (*carryOut)(const OperationContext &);
};

constexpr std::array entries = {
    Entry{Resource::Service, "GET", "list", "l", false, listContainers},
    Entry{Resource::Service, "GET", "properties", "r", false, getServiceProperties},
    Entry{Resource::Container, "PUT", "", "cw", false, createContainer},
    Entry{Resource::Container, "GET HEAD", "", "r", false, getContainerProperties},
    Entry{Resource::Container, "GET HEAD", "metadata", "r", false, getContainerProperties},
    Entry{Resource::Container, "PUT", "metadata", "w", false, setContainerMetadata},
    Entry{Resource::Container, "GET HEAD", "acl", "", false, getContainerAcl},
    Entry{Resource::Container, "DELETE", "", "d", false, deleteContainer},
    Entry{Resource::Container, "GET", "list", "l", true, listBlobs},
    Entry{Resource::Object, "PUT", "", "cw", true, putBlob},
    Entry{Resource::Object, "GET", "", "r", true, getBlob},
    Entry{Resource::Object, "HEAD", "", "r", true, getBlobProperties},
    Entry{Resource::Object, "PUT", "properties", "w", true, setBlobProperties},
    Entry{Resource::Object, "GET HEAD", "metadata", "r", true, getBlobMetadata},
    Entry{Resource::Object, "PUT", "metadata", "w", true, setBlobMetadata},
    Entry{Resource::Object, "DELETE", "", "d", true, deleteBlob},
    Entry{Resource::Object, "PUT", "block", "w", true, putBlock},
    Entry{Resource::Object, "PUT", "blocklist", "w", true, putBlockList},
    Entry{Resource::Object, "GET", "blocklist", "r", true, getBlockList},
};

// What Azure has and this service does not.
constexpr std::array<std::string_view, 20> notOffered = {"lease",
                                                         "snapshot",
                                                         "copy",
                                                         "tags",
                                                         "tier",
                                                         "expiry",
                                                         "immutabilityPolicies",
                                                         "legalhold",
                                                         "appendblock",
                                                         "seal",
                                                         "page",
                                                         "query",
                                                         "pagelist",
                                                         "incrementalcopy",
                                                         "undelete",
                                                         "batch",
                                                         "stats",
                                                         "blobs",
                                                         "acl",
                                                         "userdelegationkey"};

// To leave one of these unheeded would be to say something was done that was not.
constexpr std::array<const char *, 8> headersNotOffered = {"x-ms-copy-source",
                                                           "x-ms-tags",
                                                           "x-ms-if-tags",
                                                           "x-ms-encryption-key",
                                                           "x-ms-encryption-scope",
                                                           "x-ms-legal-hold",
                                                           "x-ms-immutability-policy-until-date",
                                                           "x-ms-structured-body"};

BlobError notOfferedError(const std::string &what)
{
    return {501, "NotImplemented",
            "The blob service on this computer does not offer \"" + what
                + "\". Use a storage account on Azure for it."};
}

Response refuseComp(const OperationContext &context)
{
    throw notOfferedError(context.request.query.value("comp"));
}

Resource levelOf(const Target &target)
{
    return target.container.empty() ? Resource::Service
        : target.blob.empty()       ? Resource::Container
                                    : Resource::Object;
}

void requireContainerName(const std::string &name)
{
    if (name == "$root" || name == "$web" || name == "$logs")
        return;
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (name.size() < 3 || name.size() > 63 || !std::all_of(name.begin(), name.end(), allowed)
        || name.front() == '-' || name.back() == '-' || name.find("--") != std::string::npos)
        throw BlobError(400, "InvalidResourceName",
                        "The specified resource name contains invalid characters.");
}

void requireBlobName(const std::string &name)
{
    if (!isUtf8(name) || name.find('\0') != std::string::npos
        || std::count(name.begin(), name.end(), '/') > 253)
        throw BlobError(400, "InvalidUri",
                        "The requested URI does not represent any resource on the server.");
    const auto characters = std::count_if(name.begin(), name.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    if (characters > 1024)
        throw BlobError(400, "OutOfRangeInput", "One of the request inputs is out of range.");
}

} // namespace

Target targetOf(const Request &request)
{
    Target target;
    const auto &segments = request.segments;
    if (!segments.empty())
        target.account = segments[0];
    if (segments.size() > 1)
        target.container = segments[1];
    for (std::size_t i = 2; i < segments.size(); ++i)
        target.blob += (i == 2 ? "" : "/") + segments[i];
    std::replace(target.blob.begin(), target.blob.end(), '\\', '/');
    if (!target.container.empty())
        requireContainerName(target.container);
    requireBlobName(target.blob);
    return target;
}

Operation operationOf(const Request &request, const Target &target)
{
    Auth::SasUse use;
    use.container = target.container;
    use.blob = target.blob;
    use.resource = levelOf(target);
    const std::string comp = request.query.value("comp");
    const std::string restype = request.query.value("restype");
    if (restype == "account" && comp == "properties") {
        use.anyOf = "racwdl";
        return {use, getAccountInformation};
    }
    if (use.resource == Resource::Container && restype != "container")
        throw BlobError(404, "ResourceNotFound", "The specified resource does not exist.");
    for (const Entry &entry : entries) {
        const bool methodFits =
            (' ' + std::string(entry.methods) + ' ').find(' ' + request.method + ' ')
            != std::string::npos;
        if (entry.level != use.resource || entry.comp != comp || !methodFits)
            continue;
        use.anyOf = entry.anyOf;
        use.grantedByServiceSas = entry.grantedByServiceSas;
        return {use, entry.carryOut};
    }
    if (std::find(notOffered.begin(), notOffered.end(), comp) == notOffered.end()) {
        if (!comp.empty())
            throw invalidQueryParameter("comp", comp,
                                        "There is no such operation on this resource.");
        throw BlobError(405, "UnsupportedHttpVerb",
                        "The resource doesn't support the specified HTTP verb.");
    }
    use.anyOf = "racwdl";
    return {use, refuseComp};
}

void refuseWhatIsNotOffered(const Request &request)
{
    for (const char *name : headersNotOffered) {
        if (request.headers.find(name))
            throw notOfferedError(name);
    }
    for (const char *name : {"snapshot", "versionid"}) {
        if (request.query.find(name))
            throw notOfferedError(name);
    }
    if (request.headers.find("x-ms-lease-id"))
        throw BlobError(412, "LeaseNotPresentWithBlobOperation",
                        "There is currently no lease on the blob.");
}

} // namespace Batchdesk::LocalService::Blobs
