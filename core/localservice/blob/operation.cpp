// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/operation.h"

#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/http/percentcode.h"

#include <algorithm>
#include <array>

namespace Batchdesk::LocalService::Blobs {

namespace {

using Resource = Auth::SasUse::Resource;

//! \brief Which of the operations that differ in headers alone.
enum class From { Body, Url, Copy, SynchronousCopy };

struct Entry
{
    std::string_view name;
    Resource level;
    std::string_view methods; //!< Separated by spaces.
    std::string_view comp;
    std::string_view anyOf; //!< SAS letters.
    bool grantedByServiceSas;
    Response (*carryOut)(const OperationContext &);
    From from = From::Body;
};

constexpr auto service = Resource::Service;
constexpr auto container = Resource::Container;
constexpr auto object = Resource::Object;
constexpr std::string_view anyLetter = "racwdxyltfmeiup";

constexpr std::array entries = {
    Entry{"List Containers", service, "GET", "list", "l", false, listContainers},
    Entry{"Get Blob Service Properties", service, "GET", "properties", "r", false,
          getServiceProperties},
    Entry{"Set Blob Service Properties", service, "PUT", "properties", "w", false,
          setServiceProperties},
    Entry{"Blob Batch", service, "POST", "batch", anyLetter, false, submitBatch},

    Entry{"Create Container", container, "PUT", "", "cw", false, createContainer},
    Entry{"Get Container Properties", container, "GET HEAD", "", "r", false,
          getContainerProperties},
    Entry{"Get Container Metadata", container, "GET HEAD", "metadata", "r", false,
          getContainerProperties},
    Entry{"Set Container Metadata", container, "PUT", "metadata", "w", false, setContainerMetadata},
    Entry{"Get Container ACL", container, "GET HEAD", "acl", "", false, getContainerAcl},
    Entry{"Set Container ACL", container, "PUT", "acl", "", false, setContainerAcl},
    Entry{"Lease Container", container, "PUT", "lease", "w", false, leaseContainer},
    Entry{"Delete Container", container, "DELETE", "", "d", false, deleteContainer},
    Entry{"List Blobs", container, "GET", "list", "l", true, listBlobs},
    Entry{"Container Blob Batch", container, "POST", "batch", anyLetter, true, submitBatch},

    Entry{"Put Blob", object, "PUT", "", "cw", true, putBlob},
    Entry{"Put Blob From URL", object, "PUT", "", "cw", true, putBlobFromUrl, From::Url},
    Entry{"Copy Blob", object, "PUT", "", "cw", true, copyBlob, From::Copy},
    Entry{"Copy Blob From URL", object, "PUT", "", "cw", true, copyBlob, From::SynchronousCopy},
    Entry{"Abort Copy Blob", object, "PUT", "copy", "w", true, abortCopyBlob},
    Entry{"Get Blob", object, "GET", "", "r", true, getBlob},
    Entry{"Get Blob Properties", object, "HEAD", "", "r", true, getBlobProperties},
    Entry{"Set Blob Properties", object, "PUT", "properties", "w", true, setBlobProperties},
    Entry{"Get Blob Metadata", object, "GET HEAD", "metadata", "r", true, getBlobMetadata},
    Entry{"Set Blob Metadata", object, "PUT", "metadata", "w", true, setBlobMetadata},
    Entry{"Snapshot Blob", object, "PUT", "snapshot", "cw", true, snapshotBlob},
    Entry{"Lease Blob", object, "PUT", "lease", "w", true, leaseBlob},
    Entry{"Set Blob Tier", object, "PUT", "tier", "w", true, setBlobTier},
    Entry{"Delete Blob", object, "DELETE", "", "d", true, deleteBlob},
    Entry{"Put Block", object, "PUT", "block", "w", true, putBlock},
    Entry{"Put Block From URL", object, "PUT", "block", "w", true, putBlockFromUrl, From::Url},
    Entry{"Put Block List", object, "PUT", "blocklist", "w", true, putBlockList},
    Entry{"Get Block List", object, "GET", "blocklist", "r", true, getBlockList},
};

// What Azure has and this service does not, each with its refusal.
constexpr std::array refusals = {
    Entry{"Get User Delegation Key", service, "POST", "userdelegationkey", anyLetter, false,
          refuseUserDelegation},
    Entry{"Get Blob Service Stats", service, "GET", "stats", "r", false, refuseStats},
    Entry{"Find Blobs by Tags", service, "GET", "blobs", "f", false, refuseTags},
    Entry{"Find Blobs by Tags in Container", container, "GET", "blobs", "f", true, refuseTags},
    Entry{"Restore Container", container, "PUT", "undelete", "w", false, refuseRest},
    Entry{"Get Blob Tags", object, "GET", "tags", "t", true, refuseTags},
    Entry{"Set Blob Tags", object, "PUT", "tags", "t", true, refuseTags},
    Entry{"Append Block", object, "PUT", "appendblock", "aw", true, refuseBlobType},
    Entry{"Append Blob Seal", object, "PUT", "seal", "aw", true, refuseBlobType},
    Entry{"Put Page", object, "PUT", "page", "w", true, refuseBlobType},
    Entry{"Get Page Ranges", object, "GET", "pagelist", "r", true, refuseBlobType},
    Entry{"Incremental Copy Blob", object, "PUT", "incrementalcopy", "cw", true, refuseBlobType},
    Entry{"Query Blob Contents", object, "POST", "query", "r", true, refuseRest},
    Entry{"Undelete Blob", object, "PUT", "undelete", "w", true, refuseRest},
    Entry{"Set Blob Expiry", object, "PUT", "expiry", "w", true, refuseRest},
    Entry{"Set Blob Immutability Policy", object, "PUT DELETE", "immutabilityPolicies", "i", true,
          refuseRest},
    Entry{"Set Blob Legal Hold", object, "PUT", "legalhold", "i", true, refuseRest},
};

// Who reads or deletes may mean a snapshot; nobody else can.
constexpr std::array<Response (*)(const OperationContext &), 5> worksOnSnapshots = {
    getBlob, getBlobProperties, getBlobMetadata, getBlockList, deleteBlob};

Resource levelOf(const Target &target)
{
    return target.container.empty() ? service : target.blob.empty() ? container : object;
}

From sourceOf(const Request &request)
{
    if (!request.headers.find("x-ms-copy-source"))
        return From::Body;
    if (request.headers.find("x-ms-blob-type") || request.query.value("comp") == "block")
        return From::Url;
    return Http::equalsIgnoringCase(request.headers.value("x-ms-requires-sync"), "true")
        ? From::SynchronousCopy
        : From::Copy;
}

bool allows(const Entry &entry, const std::string &method)
{
    return (' ' + std::string(entry.methods) + ' ').find(' ' + method + ' ') != std::string::npos;
}

bool differsByHeaders(const Entry &entry, const Request &request)
{
    return entry.level == object && request.method == "PUT"
        && (entry.comp.empty() || entry.comp == "block");
}

//! \brief The entry of \a table for the request, or null. \param known becomes true when there is
//! one for another method.
template <typename Table>
const Entry *entryFor(const Table &table, const Request &request, Resource level, bool &known)
{
    const std::string comp = request.query.value("comp");
    for (const Entry &entry : table) {
        if (entry.level != level || entry.comp != comp)
            continue;
        known = true;
        if (allows(entry, request.method)
            && (!differsByHeaders(entry, request) || entry.from == sourceOf(request)))
            return &entry;
    }
    return nullptr;
}

void refuseSnapshotOf(const Entry &entry, const Request &request)
{
    const auto snapshot = request.query.find("snapshot");
    if (snapshot
        && std::find(worksOnSnapshots.begin(), worksOnSnapshots.end(), entry.carryOut)
            == worksOnSnapshots.end())
        throw invalidQueryParameter("snapshot", *snapshot,
                                    "The operation cannot be carried out on a snapshot.");
}

void requireResourceType(const Request &request, Resource level)
{
    const std::string restype = request.query.value("restype");
    if (level == container && restype != "container")
        throw BlobError(404, "ResourceNotFound", "The specified resource does not exist.");
    // Where the account is in the path, the JavaScript client takes it for a container.
    const bool mistaken = restype == "container" && request.query.value("comp") == "batch";
    if (!restype.empty()
        && (level == object || (level == service && restype != "service" && !mistaken)))
        throw invalidQueryParameter("restype", restype, "It does not fit the resource.");
}

} // namespace

Operation operationOf(const Request &request, const Target &target)
{
    Auth::SasUse use;
    use.container = target.container;
    use.blob = target.blob;
    use.resource = levelOf(target);
    const std::string comp = request.query.value("comp");
    if (request.query.value("restype") == "account" && comp == "properties") {
        if (request.method != "GET" && request.method != "HEAD")
            throw unsupportedVerb();
        use.anyOf = anyLetter;
        return {"Get Account Information", use, getAccountInformation};
    }
    requireResourceType(request, use.resource);
    bool known = false;
    const Entry *entry = entryFor(entries, request, use.resource, known);
    if (!entry)
        entry = entryFor(refusals, request, use.resource, known);
    if (!entry && known)
        throw unsupportedVerb();
    if (!entry)
        throw comp.empty()
            ? unsupportedVerb()
            : invalidQueryParameter("comp", comp, "There is no such operation on this resource.");
    refuseSnapshotOf(*entry, request);
    use.anyOf = entry->anyOf;
    // Who may delete may also break the lease that stands in the way.
    if (comp == "lease"
        && Http::equalsIgnoringCase(request.headers.value("x-ms-lease-action"), "break"))
        use.anyOf += 'd';
    use.grantedByServiceSas = entry->grantedByServiceSas;
    return {entry->name, use, entry->carryOut};
}

std::vector<ServiceOperation> allOperations()
{
    std::vector<ServiceOperation> operations{
        {"blob", "Get Account Information", "GET", "/?restype=account&comp=properties"}};
    for (const Entry &entry : entries) {
        std::string path = entry.level == service ? "/"
            : entry.level == container            ? "/{container}?restype=container"
                                                  : "/{container}/{blob}";
        if (!entry.comp.empty())
            path += (entry.level == container ? "&comp=" : "?comp=") + std::string(entry.comp);
        operations.push_back(
            {"blob", std::string(entry.name), std::string(entry.methods), std::move(path)});
    }
    return operations;
}

} // namespace Batchdesk::LocalService::Blobs
