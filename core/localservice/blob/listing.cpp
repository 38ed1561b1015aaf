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
            xml.element(element, value);
    }
}

void writeMetadata(XmlWriter &xml, const Metadata &metadata)
{
    xml.open("Metadata");
    for (const auto &[name, value] : metadata)
        xml.element(name, value);
    xml.close("Metadata");
}

void writeContainer(XmlWriter &xml, const ContainerRecord &container, bool withMetadata)
{
    xml.open("Container");
    xml.element("Name", container.name);
    xml.open("Properties");
    xml.element("Last-Modified", Http::formatHttpDate(container.lastModified));
    xml.element("Etag", '"' + container.etag + '"');
    xml.element("LeaseStatus", "unlocked");
    xml.element("LeaseState", "available");
    xml.element("HasImmutabilityPolicy", "false");
    xml.element("HasLegalHold", "false");
    xml.close("Properties");
    if (withMetadata)
        writeMetadata(xml, container.metadata);
    xml.close("Container");
}

void writeProperties(XmlWriter &xml, const BlobRecord &blob)
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
    xml.element("LeaseStatus", "unlocked");
    xml.element("LeaseState", "available");
    xml.element("ServerEncrypted", "true");
    xml.close("Properties");
}

void writeEntry(XmlWriter &xml, const BlobListEntry &entry, bool withMetadata)
{
    if (!entry.prefix.empty()) {
        xml.open("BlobPrefix");
        xml.name(entry.prefix);
        xml.close("BlobPrefix");
        return;
    }
    xml.open("Blob");
    xml.name(entry.blob.name);
    writeProperties(xml, entry.blob);
    if (withMetadata)
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
        writeContainer(xml, container, included.contains("metadata"));
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
    if (!query.delimiter.empty() && included.contains("snapshots"))
        throw invalidQueryParameter("include", "snapshots",
                                    "Snapshots cannot be listed with a delimiter.");
    const BlobPage page = context.store.listBlobs(query);

    XmlWriter xml;
    xml.open(
        "EnumerationResults",
        {{"ServiceEndpoint", endpointOf(context)}, {"ContainerName", context.target.container}});
    writeRequestEcho(xml, request);
    xml.open("Blobs");
    for (const BlobListEntry &entry : page.entries)
        writeEntry(xml, entry, included.contains("metadata"));
    xml.close("Blobs");
    xml.element("NextMarker", markerOf(page.next));
    xml.close("EnumerationResults");
    return xmlAnswer(xml);
}

} // namespace Batchdesk::LocalService::Blobs
