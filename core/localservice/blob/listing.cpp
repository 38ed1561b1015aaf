// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/xml.h"
#include "core/localservice/http/httpdate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::size_t pageLimit = 5000;

std::size_t maxResults(const Request &request)
{
    const std::string text = request.query.value("maxresults");
    if (text.empty())
        return pageLimit;
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0)
        throw BlobError(400, "OutOfRangeQueryParameterValue",
                        "One of the query parameters specified in the request URI is outside the "
                        "permissible range.",
                        {{"QueryParameterName", "maxresults"},
                         {"QueryParameterValue", text},
                         {"Reason", "It must be a number from 1 to 5000."}});
    return std::min(value, pageLimit);
}

// In base64 a marker cannot be taken for a name, and one that a client did not encode again is
// noticed.
std::string markerOf(const std::string &next)
{
    return Auth::toBase64(next);
}

std::string positionOf(const Request &request)
{
    const std::string marker = request.query.value("marker");
    const auto position = Auth::fromBase64(marker);
    if (!position)
        throw invalidQueryParameter("marker", marker, "It is no NextMarker of this service.");
    return *position;
}

std::set<std::string> includes(const Request &request, const std::set<std::string> &known)
{
    std::set<std::string> result;
    for (const auto &[name, value] : request.query.all()) {
        if (name != "include")
            continue;
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t comma = std::min(value.find(',', at), value.size());
            const std::string item = value.substr(at, comma - at);
            if (!item.empty() && !known.contains(item))
                throw invalidQueryParameter("include", item,
                                            "There is nothing of that name to include.");
            result.insert(item);
            at = comma + 1;
        }
    }
    return result;
}

std::string endpointOf(const OperationContext &context)
{
    return "http://" + context.request.headers.value("Host") + '/' + context.target.account + '/';
}

void writeRequestEcho(XmlWriter &xml, const Request &request)
{
    constexpr std::array<std::pair<const char *, const char *>, 4> names = {
        {{"Prefix", "prefix"},
         {"Marker", "marker"},
         {"MaxResults", "maxresults"},
         {"Delimiter", "delimiter"}}};
    for (const auto &[element, parameter] : names) {
        if (const std::string value = request.query.value(parameter); !value.empty())
            xml.encodable(element, value);
    }
}

void writeMetadata(XmlWriter &xml, const Metadata &metadata)
{
    xml.open("Metadata");
    for (const auto &[name, value] : metadata)
        xml.element(name, value);
    xml.close("Metadata");
}

void writeLease(XmlWriter &xml, const Lease &lease, ServiceClock::Time now)
{
    xml.element("LeaseStatus", lease.locks(now) ? "locked" : "unlocked");
    xml.element("LeaseState", leaseStateName(lease.state(now)));
    if (lease.state(now) == Lease::State::Held)
        xml.element("LeaseDuration", lease.isInfinite() ? "infinite" : "fixed");
}

void writeCopy(XmlWriter &xml, const CopyState &copy)
{
    if (copy.id.empty())
        return;
    const std::string length = std::to_string(copy.length);
    xml.element("CopyId", copy.id);
    xml.element("CopySource", copy.source);
    xml.element("CopyStatus", "success");
    xml.element("CopyProgress", length + '/' + length);
    xml.element("CopyCompletionTime", Http::formatHttpDate(copy.completed));
}

void writeContainer(XmlWriter &xml, const ContainerRecord &container, bool withMetadata,
                    ServiceClock::Time now)
{
    xml.open("Container");
    xml.element("Name", container.name);
    xml.open("Properties");
    xml.element("Last-Modified", Http::formatHttpDate(container.lastModified));
    xml.element("Etag", '"' + container.etag + '"');
    writeLease(xml, container.lease, now);
    xml.element("HasImmutabilityPolicy", "false");
    xml.element("HasLegalHold", "false");
    xml.close("Properties");
    if (withMetadata)
        writeMetadata(xml, container.metadata);
    xml.close("Container");
}

//! \brief What a listing of blobs shows beside their properties.
struct Shown
{
    bool metadata = false;
    bool copy = false;
    ServiceClock::Time now;
};

void writeProperties(XmlWriter &xml, const BlobRecord &blob, const Shown &shown)
{
    xml.open("Properties");
    if (blob.committed) {
        xml.element("Creation-Time", Http::formatHttpDate(blob.created));
        xml.element("Last-Modified", Http::formatHttpDate(blob.lastModified));
        xml.element("Etag", blob.etag);
    }
    xml.element("Content-Length", std::to_string(blob.length));
    xml.element("Content-Type", blob.properties.contentType);
    xml.element("Content-Encoding", blob.properties.contentEncoding);
    xml.element("Content-Language", blob.properties.contentLanguage);
    if (!blob.properties.contentMd5.empty())
        xml.element("Content-MD5", blob.properties.contentMd5);
    xml.element("Cache-Control", blob.properties.cacheControl);
    xml.element("Content-Disposition", blob.properties.contentDisposition);
    xml.element("BlobType", "BlockBlob");
    xml.element("AccessTier", "Hot");
    xml.element("AccessTierInferred", "true");
    // Snapshots have no leases.
    if (blob.snapshot.empty())
        writeLease(xml, blob.lease, shown.now);
    if (shown.copy)
        writeCopy(xml, blob.copy);
    xml.element("ServerEncrypted", "true");
    xml.close("Properties");
}

void writeEntry(XmlWriter &xml, const BlobListEntry &entry, const Shown &shown)
{
    if (!entry.prefix.empty()) {
        xml.open("BlobPrefix");
        xml.encodable("Name", entry.prefix);
        xml.close("BlobPrefix");
        return;
    }
    xml.open("Blob");
    xml.encodable("Name", entry.blob.name);
    if (!entry.blob.snapshot.empty())
        xml.element("Snapshot", entry.blob.snapshot);
    writeProperties(xml, entry.blob, shown);
    if (shown.metadata)
        writeMetadata(xml, entry.blob.metadata);
    xml.close("Blob");
}

Response xmlAnswer(const XmlWriter &xml)
{
    Response response;
    response.contentType = "application/xml";
    response.body = xml.document();
    return response;
}

} // namespace

Response listContainers(const OperationContext &context)
{
    const Request &request = context.request;
    const auto included = includes(request, {"metadata", "deleted", "system"});
    const ContainerPage page = context.store.listContainers(
        request.query.value("prefix"), positionOf(request), maxResults(request));
    XmlWriter xml;
    xml.open("EnumerationResults", {{"ServiceEndpoint", endpointOf(context)}});
    writeRequestEcho(xml, request);
    xml.open("Containers");
    for (const ContainerRecord &container : page.containers)
        writeContainer(xml, container, included.contains("metadata"), context.now);
    xml.close("Containers");
    xml.element("NextMarker", markerOf(page.next));
    xml.close("EnumerationResults");
    return xmlAnswer(xml);
}

Response listBlobs(const OperationContext &context)
{
    const Request &request = context.request;
    const auto included = includes(request,
                                   {"snapshots", "metadata", "uncommittedblobs", "copy", "deleted",
                                    "tags", "versions", "deletedwithversions", "immutabilitypolicy",
                                    "legalhold", "permissions"});
    BlobListQuery query;
    query.container = context.target.container;
    query.prefix = request.query.value("prefix");
    query.delimiter = request.query.value("delimiter");
    query.from = positionOf(request);
    query.limit = maxResults(request);
    query.uncommitted = included.contains("uncommittedblobs");
    query.snapshots = included.contains("snapshots");
    if (!query.delimiter.empty() && query.snapshots)
        throw invalidQueryParameter("include", "snapshots",
                                    "Snapshots cannot be listed with a delimiter.");
    const BlobPage page = context.store.listBlobs(query);
    const Shown shown{included.contains("metadata"), included.contains("copy"), context.now};

    XmlWriter xml;
    xml.open(
        "EnumerationResults",
        {{"ServiceEndpoint", endpointOf(context)}, {"ContainerName", context.target.container}});
    writeRequestEcho(xml, request);
    xml.open("Blobs");
    for (const BlobListEntry &entry : page.entries)
        writeEntry(xml, entry, shown);
    xml.close("Blobs");
    xml.element("NextMarker", markerOf(page.next));
    xml.close("EnumerationResults");
    return xmlAnswer(xml);
}

} // namespace Batchdesk::LocalService::Blobs
