// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/headers.h"
#include "core/localservice/blob/xml.h"

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::uint64_t blockLimit = 4000ull * 1024 * 1024;
constexpr std::size_t listedBlocksLimit = 50'000;
constexpr std::size_t listBodyLimit = 16 * 1024 * 1024;

std::vector<BlockReference> referencesOf(const Request &request)
{
    const auto body = request.body(listBodyLimit);
    if (!body)
        throw BlobError(413, "RequestBodyTooLarge",
                        "The request body is too large and exceeds the maximum permissible limit.");
    if (const std::string expected = md5Header(request, "Content-MD5"); !expected.empty()) {
        Auth::Md5 md5;
        md5.add(body->data(), body->size());
        if (md5.result() != expected)
            throw BlobError(400, "Md5Mismatch",
                            "The MD5 value specified in the request did not match with the MD5 "
                            "value calculated by "
                            "the server.");
    }
    const auto children = parseFlatXml(*body, "BlockList");
    if (!children)
        throw BlobError(400, "InvalidXmlDocument", "XML specified is not syntactically valid.");
    if (children->size() > listedBlocksLimit)
        throw BlobError(400, "BlockListTooLong",
                        "The block list may not contain more than 50,000 blocks.");
    std::vector<BlockReference> references;
    for (const auto &[name, id] : *children) {
        using From = BlockReference::From;
        if (name != "Latest" && name != "Uncommitted" && name != "Committed")
            throw BlobError(400, "InvalidXmlDocument", "XML specified is not syntactically valid.");
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

Response putBlock(const OperationContext &context)
{
    const Request &request = context.request;
    const std::string blockId = request.query.value("blockid");
    const auto idBytes = Auth::fromBase64(blockId);
    if (!idBytes || idBytes->empty())
        throw invalidQueryParameter("blockid", blockId, "Not a valid base64 string.");
    if (idBytes->size() > 64)
        throw BlobError(400, "OutOfRangeInput", "One of the request inputs is out of range.");
    context.store.container(context.target.container);
    const auto content = context.store.newContent();
    const std::string md5 = receiveBody(request, *content, "Content-MD5", blockLimit);
    context.store.putBlock(context.target.container, context.target.blob, blockId, *content);
    Response response;
    response.status = 201;
    if (request.headers.find("Content-MD5"))
        response.headers.add("Content-MD5", Auth::toBase64(md5));
    else if (const auto crc = request.headers.find("x-ms-content-crc64"))
        response.headers.add("x-ms-content-crc64", *crc);
    response.headers.add("x-ms-request-server-encrypted", "true");
    return response;
}

Response putBlockList(const OperationContext &context)
{
    const Request &request = context.request;
    BlobDescription description{describedProperties(request), metadataOf(request)};
    if (description.properties.contentType.empty())
        description.properties.contentType = "application/octet-stream";
    const BlobRecord blob =
        context.store.putBlockList(context.target.container, context.target.blob,
                                   referencesOf(request), description, writePrecondition(context));
    Response response;
    response.status = 201;
    addVersion(response, blob.etag, blob.lastModified);
    response.headers.add("x-ms-request-server-encrypted", "true");
    return response;
}

Response getBlockList(const OperationContext &context)
{
    const std::string type = context.request.query.value("blocklisttype", "committed");
    if (type != "committed" && type != "uncommitted" && type != "all")
        throw invalidQueryParameter("blocklisttype", type,
                                    "It must be committed, uncommitted or all.");
    const BlockLists lists =
        context.store.blockLists(context.target.container, context.target.blob);
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
