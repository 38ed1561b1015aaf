// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/xml.h"

namespace Batchdesk::LocalService::Blobs {

Response getServiceProperties(const OperationContext &)
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
    xml.open("DeleteRetentionPolicy");
    xml.element("Enabled", "false");
    xml.close("DeleteRetentionPolicy");
    xml.close("StorageServiceProperties");
    Response response;
    response.contentType = "application/xml";
    response.body = xml.document();
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
