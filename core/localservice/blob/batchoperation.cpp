// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/bloboperations.h"
#include "core/localservice/blob/receivedbody.h"
#include "core/localservice/http/percentcode.h"
#include "core/localservice/http/requesthead.h"

//! \file Blob Batch: up to 256 requests to delete blobs in one multipart body.

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::size_t bodyLimit = 4 * 1024 * 1024;
constexpr std::size_t partLimit = 256;

BlobError invalidInput(const std::string &message)
{
    return {400, "InvalidInput", message};
}

//! \brief The boundary that Content-Type names.
std::string boundaryOf(const Request &request)
{
    const std::string type = request.headers.value("Content-Type");
    constexpr std::string_view parameter = "boundary=";
    const auto at = Http::lowerCased(type).find(parameter);
    if (!Http::lowerCased(type).starts_with("multipart/mixed") || at == std::string::npos)
        throw invalidHeader("Content-Type", type);
    std::string boundary = type.substr(at + parameter.size());
    boundary = boundary.substr(0, boundary.find(';'));
    if (boundary.size() > 1 && boundary.front() == '"' && boundary.back() == '"')
        boundary = boundary.substr(1, boundary.size() - 2);
    if (boundary.empty())
        throw invalidHeader("Content-Type", type);
    return boundary;
}

//! \brief Line ends as HTTP has them; some clients write the body with bare line feeds.
std::string withHttpLineEnds(const std::string &text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'))
            result += '\r';
        result += text[i];
    }
    return result;
}

std::vector<std::string> partsOf(const std::string &body, const std::string &boundary)
{
    const std::string line = "--" + boundary;
    std::vector<std::string> parts;
    auto at = body.find(line);
    while (at != std::string::npos) {
        at += line.size();
        if (body.compare(at, 2, "--") == 0)
            return parts;
        const auto next = body.find(line, at);
        if (next == std::string::npos)
            break;
        parts.push_back(body.substr(at, next - at));
        if (parts.size() > partLimit)
            throw invalidInput("A batch has 256 requests at most.");
        at = next;
    }
    throw invalidInput("The batch does not end with its boundary.");
}

//! \brief A request inside a batch, and the Content-ID that its answer carries.
struct Part
{
    std::string id;
    Request request;
};

std::string contentIdOf(std::string_view mimeHead)
{
    const auto parsed = Http::parseRequestHead(
        "GET / HTTP/1.1" + std::string(mimeHead.empty() ? "" : "\r\n") + std::string(mimeHead));
    const auto *head = std::get_if<Http::RequestHead>(&parsed);
    if (!head
        || !Http::equalsIgnoringCase(head->request.headers.value("Content-Type"),
                                     "application/http"))
        throw invalidInput("A part of the batch is not of the type application/http.");
    return head->request.headers.value("Content-ID");
}

Part partOf(const std::string &text, const OperationContext &context)
{
    constexpr std::string_view emptyLine = "\r\n\r\n";
    const auto mimeBegin = text.find_first_not_of("\r\n");
    const auto mimeEnd = text.find(emptyLine, mimeBegin);
    if (mimeBegin == std::string::npos || mimeEnd == std::string::npos)
        throw invalidInput("A part of the batch holds no request.");
    Part part;
    part.id = contentIdOf(std::string_view(text).substr(mimeBegin, mimeEnd - mimeBegin));
    const auto begin = text.find_first_not_of("\r\n", mimeEnd);
    if (begin == std::string::npos)
        throw invalidInput("A part of the batch holds no request.");
    const auto parsed = Http::parseRequestHead(
        std::string_view(text).substr(begin, text.find(emptyLine, begin) - begin));
    const auto *head = std::get_if<Http::RequestHead>(&parsed);
    if (!head)
        throw invalidInput("A part of the batch holds no request.");
    part.request = head->request;
    part.request.remoteAddress = context.request.remoteAddress;
    part.request.readBody = [](const auto &) { return true; };
    auto &segments = part.request.segments;
    // Clients leave the account out of the path even where the batch itself has it there. The
    // signature is over what was sent, which rawPath keeps.
    if (segments.empty() || segments.front() != context.account.name)
        segments.insert(segments.begin(), context.account.name);
    return part;
}

//! \brief What the batch may not hold is answered in the place of the request's own answer.
Response answerTo(const Part &part, const OperationContext &context)
{
    const std::string comp = part.request.query.value("comp");
    const bool allowed = part.request.method == "DELETE"
        ? comp.empty()
        : part.request.method == "PUT" && comp == "tier";
    const Target target = targetOf(part.request);
    if (!allowed || target.blob.empty())
        throw invalidInput("A batch may hold requests to delete blobs and to set their tier.");
    if (!context.target.container.empty() && target.container != context.target.container)
        throw invalidInput("A batch on a container may hold requests on its blobs alone.");
    return context.handle(part.request);
}

std::string writtenOut(const Response &response)
{
    std::string text = "HTTP/1.1 " + std::to_string(response.status) + ' '
        + (response.status < 300 ? "Accepted" : response.errorCode) + "\r\n";
    for (const auto &[name, value] : response.headers.all())
        text += name + ": " + value + "\r\n";
    if (!response.body.empty())
        text += "Content-Type: " + response.contentType
            + "\r\nContent-Length: " + std::to_string(response.body.size()) + "\r\n";
    return text + "\r\n" + response.body + "\r\n";
}

} // namespace

Response submitBatch(const OperationContext &context)
{
    const std::string boundary = boundaryOf(context.request);
    const std::string body = withHttpLineEnds(receiveDocument(context.request, bodyLimit));
    std::vector<Part> parts;
    for (const std::string &text : partsOf(body, boundary))
        parts.push_back(partOf(text, context));
    if (parts.empty())
        throw invalidInput("The batch holds no request.");
    const std::string own = "batchresponse_" + Auth::randomGuid();
    Response response;
    response.status = 202;
    response.contentType = "multipart/mixed; boundary=" + own;
    for (const Part &part : parts) {
        response.body += "--" + own + "\r\nContent-Type: application/http\r\n";
        if (!part.id.empty())
            response.body += "Content-ID: " + part.id + "\r\n";
        response.body += "\r\n" + writtenOut(answerTo(part, context));
    }
    response.body += "--" + own + "--\r\n";
    return response;
}

} // namespace Batchdesk::LocalService::Blobs
