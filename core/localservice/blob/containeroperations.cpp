// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/blob/receivedbody.h"
#include "core/localservice/blob/xml.h"
#include "core/localservice/http/httpdate.h"

#include <algorithm>

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::size_t policyLimit = 5;
constexpr std::size_t policyIdLimit = 64;
constexpr std::size_t aclBodyLimit = 64 * 1024;

//! \brief Containers know conditions on time alone.
BlobStore::ContainerPrecondition containerPrecondition(const OperationContext &context,
                                                       bool leaseNeeded)
{
    const Conditions conditions(context.request);
    conditions.refuseETags();
    return [conditions, leaseNeeded, lease = context.request.headers.find("x-ms-lease-id"),
            now = context.now](const ContainerRecord &container) {
        if (leaseNeeded)
            container.lease.checkChange(Leased::Container, lease, now);
        else
            container.lease.checkRead(Leased::Container, lease, now);
        const Conditions::Version version{container.etag, container.lastModified};
        conditions.checkWrite(&version);
    };
}

// Everything here needs a signature; a container that promised otherwise would surprise on Azure.
void refusePublicAccess(const Request &request)
{
    if (request.headers.find("x-ms-blob-public-access"))
        throw BlobError(409, "PublicAccessNotPermitted",
                        "Public access is not permitted on this storage account.");
}

ContainerRecord readContainer(const OperationContext &context)
{
    ContainerRecord container = context.store.container(context.target.container);
    container.lease.checkRead(Leased::Container, context.request.headers.find("x-ms-lease-id"),
                              context.now);
    return container;
}

BlobError invalidNode(const std::string &name, const std::string &value)
{
    return {400,
            "InvalidXmlNodeValue",
            "The value for one of the XML nodes is not in the correct format.",
            {{"XmlNodeName", name}, {"XmlNodeValue", value}}};
}

Auth::AccessPolicy policyOf(const XmlElement &identifier)
{
    const XmlElement *terms = identifier.child("AccessPolicy");
    Auth::AccessPolicy policy;
    policy.id = identifier.textOf("Id");
    if (policy.id.empty() || policy.id.size() > policyIdLimit)
        throw invalidNode("Id", policy.id);
    if (!terms)
        return policy;
    policy.start = terms->textOf("Start");
    policy.expiry = terms->textOf("Expiry");
    policy.permissions = terms->textOf("Permission");
    for (const std::string &time : {policy.start, policy.expiry}) {
        if (!time.empty() && !Http::parseIsoTime(time))
            throw invalidNode("AccessPolicy", time);
    }
    if (policy.permissions.find_first_not_of("racwdxyltfmei") != std::string::npos)
        throw invalidNode("Permission", policy.permissions);
    return policy;
}

std::vector<Auth::AccessPolicy> policiesOf(const std::string &document)
{
    std::vector<Auth::AccessPolicy> policies;
    if (document.empty())
        return policies;
    const auto root = parseXml(document);
    if (!root || root->name != "SignedIdentifiers" || !root->text.empty())
        throw invalidXml();
    if (root->children.size() > policyLimit)
        throw BlobError(400, "InvalidXmlDocument",
                        "XML specified is not valid: a container has five stored access policies "
                        "at most.");
    for (const XmlElement &identifier : root->children) {
        if (identifier.name != "SignedIdentifier")
            throw invalidXml();
        policies.push_back(policyOf(identifier));
        const std::string &id = policies.back().id;
        if (std::any_of(policies.begin(), policies.end() - 1,
                        [&](const Auth::AccessPolicy &other) { return other.id == id; }))
            throw invalidNode("Id", id);
    }
    return policies;
}

} // namespace

Response createContainer(const OperationContext &context)
{
    refusePublicAccess(context.request);
    const ContainerRecord container =
        context.store.createContainer(context.target.container, metadataOf(context.request));
    Response response;
    response.status = 201;
    addVersion(response, container.etag, container.lastModified);
    return response;
}

Response getContainerProperties(const OperationContext &context)
{
    const ContainerRecord container = readContainer(context);
    Response response;
    addVersion(response, container.etag, container.lastModified);
    addMetadata(response, container.metadata);
    addLease(response, container.lease, context.now);
    response.headers.add("x-ms-has-immutability-policy", "false");
    response.headers.add("x-ms-has-legal-hold", "false");
    return response;
}

Response setContainerMetadata(const OperationContext &context)
{
    const ContainerRecord container =
        context.store.setContainerMetadata(context.target.container, metadataOf(context.request),
                                           containerPrecondition(context, false));
    Response response;
    addVersion(response, container.etag, container.lastModified);
    return response;
}

Response getContainerAcl(const OperationContext &context)
{
    const ContainerRecord container = readContainer(context);
    XmlWriter xml;
    xml.open("SignedIdentifiers");
    for (const Auth::AccessPolicy &policy : container.policies) {
        xml.open("SignedIdentifier");
        xml.element("Id", policy.id);
        xml.open("AccessPolicy");
        for (const auto &[name, value] :
             {std::pair{"Start", &policy.start}, std::pair{"Expiry", &policy.expiry},
              std::pair{"Permission", &policy.permissions}}) {
            if (!value->empty())
                xml.element(name, *value);
        }
        xml.close("AccessPolicy");
        xml.close("SignedIdentifier");
    }
    xml.close("SignedIdentifiers");
    Response response;
    addVersion(response, container.etag, container.lastModified);
    response.contentType = "application/xml";
    response.body = xml.document();
    return response;
}

Response setContainerAcl(const OperationContext &context)
{
    refusePublicAccess(context.request);
    const auto policies = policiesOf(receiveDocument(context.request, aclBodyLimit));
    const ContainerRecord container = context.store.setContainerPolicies(
        context.target.container, policies, containerPrecondition(context, false));
    Response response;
    addVersion(response, container.etag, container.lastModified);
    return response;
}

Response deleteContainer(const OperationContext &context)
{
    context.store.deleteContainer(context.target.container, containerPrecondition(context, true));
    Response response;
    response.status = 202;
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
