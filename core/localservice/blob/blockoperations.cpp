// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/blockrequest.h"
#include "core/localservice/blob/conditions.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/blob/limits.h"
#include "core/localservice/blob/receivedbody.h"
#include "core/localservice/blob/xml.h"

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::size_t blockIdLimit = 64;
constexpr std::size_t listedBlocksLimit = 50'000;
constexpr std::size_t listBodyLimit = 8 * 1024 * 1024;

BlobError invalidBlockList()
{
    return {400, "InvalidBlockList", "The specified block list is invalid."};
}

//! \brief Throws \a error for what cannot be the id of a block.
void requireBlockId(const std::string &id, const BlobError &error)
{
    const auto bytes = Auth::fromBase64(id);
    if (!bytes || bytes->empty() || bytes->size() > blockIdLimit)
        throw error;
}

std::vector<BlockReference> referencesOf(const std::string &document)
{
    const auto children = parseFlatXml(document, "BlockList");
    if (!children)
        throw invalidXml();
    if (children->size() > listedBlocksLimit)
        throw BlobError(400, "BlockListTooLong",
                        "The block list may not contain more than 50,000 blocks.");
    std::vector<BlockReference> references;
    for (const auto &[name, id] : *children) {
        using From = BlockReference::From;
        if (name != "Latest" && name != "Uncommitted" && name != "Committed")
            throw invalidXml();
        requireBlockId(id, invalidBlockList());
        references.push_back({name == "Latest"            ? From::Latest
                                  : name == "Uncommitted" ? From::Uncommitted
                                                          : From::Committed,
                              id});
    }
    return references;
}

void writeBlocks(XmlWriter &xml, const char *element, const std::vector<Block> &blocks)
{
    xml.open(element);
    for (const Block &block : blocks) {
        xml.open("Block");
        xml.element("Name", block.id);
        xml.element("Size", std::to_string(block.size));
        xml.close("Block");
    }
    xml.close(element);
}

} // namespace

std::string blockIdOf(const Request &request)
{
    const auto blockId = request.query.find("blockid");
    if (!blockId)
        throw BlobError(400, "MissingRequiredQueryParameter",
                        "A query parameter that's mandatory for this request is not specified.",
                        {{"QueryParameterName", "blockid"}});
    const auto bytes = Auth::fromBase64(*blockId);
    if (!bytes || bytes->empty())
        throw invalidQueryParameter("blockid", *blockId, "Not a valid base64 string.");
    if (bytes->size() > blockIdLimit)
        throw BlobError(400, "OutOfRangeInput", "One of the request inputs is out of range.");
    return *blockId;
}

Precondition blockPrecondition(const OperationContext &context)
{
    // What is there is not touched before the blocks are committed; that asks for the conditions.
    Conditions(context.request).refuseAll();
    return [lease = context.request.headers.find("x-ms-lease-id"),
            now = context.now](const BlobRecord *existing) {
        (existing ? existing->lease : Lease()).checkChange(Leased::Blob, lease, now);
    };
}

Response putBlock(const OperationContext &context)
{
    const Request &request = context.request;
    const std::string blockId = blockIdOf(request);
    const Precondition precondition = blockPrecondition(context);
    context.store.checkPut(context.target.container, context.target.blob, precondition);
    const auto content = context.store.newContent();
    const BodyDigest digest =
        receiveBody(request, *content, "Content-MD5", blockLimit(context.version));
    context.store.putBlock(context.target.container, context.target.blob, blockId, *content,
                           precondition);
    Response response;
    response.status = 201;
    addChecksum(response, request, digest);
    response.headers.add("x-ms-request-server-encrypted", "true");
    return response;
}

Response putBlockList(const OperationContext &context)
{
    const Request &request = context.request;
    BlobDescription description{describedProperties(request), metadataOf(request), {}};
    if (description.properties.contentType.empty())
        description.properties.contentType = "application/octet-stream";
    BodyDigest digest;
    const auto references = referencesOf(receiveDocument(request, listBodyLimit, &digest));
    const BlobRecord blob =
        context.store.putBlockList(context.target.container, context.target.blob, references,
                                   description, writePrecondition(context));
    Response response = changedBlob(201, blob);
    addChecksum(response, request, digest);
    return response;
}

Response getBlockList(const OperationContext &context)
{
    const std::string type = context.request.query.value("blocklisttype", "committed");
    if (type != "committed" && type != "uncommitted" && type != "all")
        throw invalidQueryParameter("blocklisttype", type,
                                    "It must be committed, uncommitted or all.");
    const BlockLists lists = context.store.blockLists(context.address());
    lists.blob.lease.checkRead(Leased::Blob, context.request.headers.find("x-ms-lease-id"),
                               context.now);
    XmlWriter xml;
    xml.open("BlockList");
    if (type != "uncommitted")
        writeBlocks(xml, "CommittedBlocks", lists.committed);
    if (type != "committed")
        writeBlocks(xml, "UncommittedBlocks", lists.uncommitted);
    xml.close("BlockList");
    Response response;
    if (lists.blob.committed)
        addVersion(response, lists.blob.etag, lists.blob.lastModified);
    response.headers.add("x-ms-blob-content-length", std::to_string(lists.blob.length));
    response.contentType = "application/xml";
    response.body = xml.document();
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
