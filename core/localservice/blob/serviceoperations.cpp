// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/storageversion.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/receivedbody.h"
#include "core/localservice/blob/xml.h"

#include <array>

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::size_t propertiesBodyLimit = 64 * 1024;
constexpr const char *defaultVersion = "DefaultServiceVersion";

//! \brief The first setting beneath \a element that says something is to be done, or null.
const XmlElement *switchedOn(const XmlElement &element)
{
    for (const XmlElement &child : element.children) {
        const bool isSwitch = child.name == "Enabled" || child.name == "Delete"
            || child.name == "Read" || child.name == "Write";
        if ((isSwitch && child.text != "false") || child.name == "CorsRule")
            return &child;
        if (switchedOn(child))
            return &child;
    }
    return nullptr;
}

void requireKnown(const XmlElement &section)
{
    constexpr std::array<std::string_view, 7> known = {
        "Logging", "HourMetrics",           "MinuteMetrics", "Metrics",
        "Cors",    "DeleteRetentionPolicy", "StaticWebsite"};
    for (const std::string_view name : known) {
        if (section.name == name)
            return;
    }
    throw BlobError(400, "UnsupportedXmlNode",
                    "One of the XML nodes specified in the request body is not supported.",
                    {{"XmlNodeName", section.name}});
}

} // namespace

Response getServiceProperties(const OperationContext &context)
{
    XmlWriter xml;
    xml.open("StorageServiceProperties");
    xml.open("Logging");
    xml.element("Version", "1.0");
    for (const char *verb : {"Delete", "Read", "Write"})
        xml.element(verb, "false");
    xml.open("RetentionPolicy");
    xml.element("Enabled", "false");
    xml.close("RetentionPolicy");
    xml.close("Logging");
    for (const char *metrics : {"HourMetrics", "MinuteMetrics"}) {
        xml.open(metrics);
        xml.element("Version", "1.0");
        xml.element("Enabled", "false");
        xml.open("RetentionPolicy");
        xml.element("Enabled", "false");
        xml.close("RetentionPolicy");
        xml.close(metrics);
    }
    xml.element("Cors", "");
    if (const std::string version = context.store.setting(defaultVersion); !version.empty())
        xml.element(defaultVersion, version);
    for (const char *feature : {"DeleteRetentionPolicy", "StaticWebsite"}) {
        xml.open(feature);
        xml.element("Enabled", "false");
        xml.close(feature);
    }
    xml.close("StorageServiceProperties");
    Response response;
    response.contentType = "application/xml";
    response.body = xml.document();
    return response;
}

Response setServiceProperties(const OperationContext &context)
{
    const auto root = parseXml(receiveDocument(context.request, propertiesBodyLimit));
    if (!root || root->name != "StorageServiceProperties")
        throw invalidXml();
    for (const XmlElement &section : root->children) {
        if (section.name == defaultVersion) {
            if (!Auth::isStorageVersion(section.text))
                throw BlobError(400, "InvalidXmlNodeValue",
                                "The value for one of the XML nodes is not in the correct format.",
                                {{"XmlNodeName", section.name}, {"XmlNodeValue", section.text}});
            continue;
        }
        requireKnown(section);
        // Logs, metrics, CORS and the like are not kept here; saying that they are off is fine.
        if (switchedOn(section))
            throw BlobError(501, "NotImplemented",
                            "The blob service on this computer does not offer \"" + section.name
                                + "\". Use a storage account on Azure for it.");
    }
    if (root->child(defaultVersion))
        context.store.setSetting(defaultVersion, root->textOf(defaultVersion));
    Response response;
    response.status = 202;
    return response;
}

Response getAccountInformation(const OperationContext &)
{
    Response response;
    response.headers.add("x-ms-sku-name", "Standard_LRS");
    response.headers.add("x-ms-account-kind", "StorageV2");
    response.headers.add("x-ms-is-hns-enabled", "false");
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
