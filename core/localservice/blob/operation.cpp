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
    std::string_view name;
    Resource level;
    std::string_view methods; //!< Separated by spaces.
    std::string_view comp;
    std::string_view anyOf; //!< SAS letters.
    bool grantedByServiceSas;
    Response (*carryOut)(const OperationContext &);
};

constexpr std::array entries = {
    Entry{"List Containers", Resource::Service, "GET", "list", "l", false, listContainers},
    Entry{"Get Blob Service Properties", Resource::Service, "GET", "properties", "r", false,
          getServiceProperties},
    Entry{"Create Container", Resource::Container, "PUT", "", "cw", false, createContainer},
    Entry{"Get Container Properties", Resource::Container, "GET HEAD", "", "r", false,
          getContainerProperties},
    Entry{"Get Container Metadata", Resource::Container, "GET HEAD", "metadata", "r", false,
          getContainerProperties},
    Entry{"Set Container Metadata", Resource::Container, "PUT", "metadata", "w", false,
          setContainerMetadata},
    Entry{"Get Container ACL", Resource::Container, "GET HEAD", "acl", "", false, getContainerAcl},
    Entry{"Delete Container", Resource::Container, "DELETE", "", "d", false, deleteContainer},
    Entry{"List Blobs", Resource::Container, "GET", "list", "l", true, listBlobs},
    Entry{"Put Blob", Resource::Object, "PUT", "", "cw", true, putBlob},
    Entry{"Get Blob", Resource::Object, "GET", "", "r", true, getBlob},
    Entry{"Get Blob Properties", Resource::Object, "HEAD", "", "r", true, getBlobProperties},
    Entry{"Set Blob Properties", Resource::Object, "PUT", "properties", "w", true,
          setBlobProperties},
    Entry{"Get Blob Metadata", Resource::Object, "GET HEAD", "metadata", "r", true,
          getBlobMetadata},
    Entry{"Set Blob Metadata", Resource::Object, "PUT", "metadata", "w", true, setBlobMetadata},
    Entry{"Delete Blob", Resource::Object, "DELETE", "", "d", true, deleteBlob},
    Entry{"Put Block", Resource::Object, "PUT", "block", "w", true, putBlock},
    Entry{"Put Block List", Resource::Object, "PUT", "blocklist", "w", true, putBlockList},
    Entry{"Get Block List", Resource::Object, "GET", "blocklist", "r", true, getBlockList},
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
        return {"Get Account Information", use, getAccountInformation};
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
        return {entry.name, use, entry.carryOut};
    }
    if (std::find(notOffered.begin(), notOffered.end(), comp) == notOffered.end()) {
        if (!comp.empty())
            throw invalidQueryParameter("comp", comp,
                                        "There is no such operation on this resource.");
        throw BlobError(405, "UnsupportedHttpVerb",
                        "The resource doesn't support the specified HTTP verb.");
    }
    use.anyOf = "racwdl";
    return {"Not Offered", use, refuseComp};
}

std::vector<ServiceOperation> allOperations()
{
    std::vector<ServiceOperation> operations{
        {"blob", "Get Account Information", "GET", "/?restype=account&comp=properties"}};
    for (const Entry &entry : entries) {
        std::string path = entry.level == Resource::Service ? "/"
            : entry.level == Resource::Container            ? "/{container}?restype=container"
                                                            : "/{container}/{blob}";
        if (!entry.comp.empty())
            path += (entry.level == Resource::Container ? "&comp=" : "?comp=")
                + std::string(entry.comp);
        operations.push_back(
            {"blob", std::string(entry.name), std::string(entry.methods), std::move(path)});
    }
    return operations;
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
