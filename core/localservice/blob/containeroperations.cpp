// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/blob/xml.h"

namespace Batchdesk::LocalService::Blobs {

namespace {

std::function<void(const ContainerRecord &)> containerPrecondition(const Request &request)
{
    return [conditions = Conditions(request)](const ContainerRecord &container) {
        const Conditions::Version version{container.etag, container.lastModified};
        conditions.checkWrite(&version);
    };
}

} // namespace

Response createContainer(const OperationContext &context)
{
    // Everything here needs a signature; a container that promised otherwise would surprise on
    // Azure.
    if (context.request.headers.find("x-ms-blob-public-access"))
        throw BlobError(409, "PublicAccessNotPermitted",
                        "Public access is not permitted on this storage account.");
    const ContainerRecord container =
        context.store.createContainer(context.target.container, metadataOf(context.request));
    Response response;
    response.status = 201;
    addVersion(response, container.etag, container.lastModified);
    return response;
}

Response getContainerProperties(const OperationContext &context)
{
    const ContainerRecord container = context.store.container(context.target.container);
    Response response;
    addVersion(response, container.etag, container.lastModified);
    addMetadata(response, container.metadata);
    response.headers.add("x-ms-lease-status", "unlocked");
    response.headers.add("x-ms-lease-state", "available");
    response.headers.add("x-ms-has-immutability-policy", "false");
    response.headers.add("x-ms-has-legal-hold", "false");
    return response;
}

Response setContainerMetadata(const OperationContext &context)
{
    const ContainerRecord container =
        context.store.setContainerMetadata(context.target.container, metadataOf(context.request),
                                           containerPrecondition(context.request));
    Response response;
    addVersion(response, container.etag, container.lastModified);
    return response;
}

Response getContainerAcl(const OperationContext &context)
{
    const ContainerRecord container = context.store.container(context.target.container);
    XmlWriter xml;
    xml.element("SignedIdentifiers", "");
    Response response;
    addVersion(response, container.etag, container.lastModified);
    response.contentType = "application/xml";
    response.body = xml.document();
    return response;
}

Response deleteContainer(const OperationContext &context)
{
    context.store.deleteContainer(context.target.container, containerPrecondition(context.request));
    Response response;
    response.status = 202;
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
