// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/http/requesthead.h"

#include "core/localservice/http/percentcode.h"

#include <algorithm>
#include <charconv>

namespace Batchdesk::LocalService::Http {

namespace {

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

//! \brief Cuts the next line off \a rest.
std::string_view takeLine(std::string_view &rest)
{
    const auto end = rest.find("\r\n");
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
    return line;
}

bool splitPath(Request &request)
{
    std::string_view rest = request.rawPath;
    rest.remove_prefix(1);
    if (rest.empty())
        return true;
    for (;;) {
        const auto slash = rest.find('/');
        auto segment = percentDecode(rest.substr(0, slash));
        if (!segment)
            return false;
        request.segments.push_back(std::move(*segment));
        if (slash == std::string_view::npos)
            return true;
        rest.remove_prefix(slash + 1);
    }
}

bool splitQuery(Request &request)
{
    std::string_view rest = request.rawQuery;
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (pair.empty())
            continue;
        const auto equals = pair.find('=');
        auto name = percentDecode(pair.substr(0, equals), true);
        auto value = equals == std::string_view::npos
            ? std::string()
            : percentDecode(pair.substr(equals + 1), true);
        if (!name || !value)
            return false;
        request.query.add(std::move(*name), std::move(*value));
    }
    return true;
}

std::optional<HeadError> parseRequestLine(std::string_view line, RequestHead &head)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return HeadError{400, "The request line is not HTTP."};
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return HeadError{505, "Only HTTP/1.1 is spoken here."};
    if (!isToken(method) || target.empty() || target.front() != '/'
        || target.find(' ') != std::string_view::npos)
        return HeadError{400, "The request line is not HTTP."};

    Request &request = head.request;
    head.keepAlive = version == "HTTP/1.1";
    request.method = method;
    const std::string_view resource = target.substr(0, target.find('#'));
    const auto question = resource.find('?');
    request.rawPath = resource.substr(0, question);
    if (question != std::string_view::npos)
        request.rawQuery = resource.substr(question + 1);
    if (!splitPath(request) || !splitQuery(request))
        return HeadError{400,
                         "The URL has a percent sign without two hexadecimal digits after it."};
    return std::nullopt;
}

std::optional<HeadError> parseHeaders(std::string_view rest, FieldList &headers)
{
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest);
        const auto colon = line.find(':');
        // A name followed by a space, or a line begun by one, is how requests are smuggled.
        if (colon == std::string_view::npos || !isToken(line.substr(0, colon))
            || line.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
            return HeadError{400, "A header line is not HTTP."};
        headers.add(std::string(line.substr(0, colon)),
                    std::string(trimmed(line.substr(colon + 1))));
    }
    return std::nullopt;
}

std::optional<HeadError> readFraming(const FieldList &headers, BodyFraming &framing)
{
    std::optional<std::string> length;
    for (const auto &[name, value] : headers.all()) {
        if (equalsIgnoringCase(name, "Transfer-Encoding")) {
            if (framing.chunked || !equalsIgnoringCase(value, "chunked"))
                return HeadError{501, "Transfer-Encoding may only be chunked."};
            framing.chunked = true;
        } else if (equalsIgnoringCase(name, "Content-Length")) {
            const auto [end, error] =
                std::from_chars(value.data(), value.data() + value.size(), framing.length);
            if (error != std::errc() || end != value.data() + value.size()
                || (length && *length != value))
                return HeadError{400, "Content-Length is not one number."};
            length = value;
        }
    }
    if (framing.chunked && length)
        return HeadError{400, "Content-Length and Transfer-Encoding contradict each other."};
    return std::nullopt;
}

} // namespace

std::variant<RequestHead, HeadError> parseRequestHead(std::string_view bytes)
{
    RequestHead head;
    if (auto error = parseRequestLine(takeLine(bytes), head))
        return *error;
    FieldList &headers = head.request.headers;
    if (auto error = parseHeaders(bytes, headers))
        return *error;
    if (auto error = readFraming(headers, head.framing))
        return *error;
    if (const auto connection = headers.find("Connection")) {
        if (equalsIgnoringCase(*connection, "close"))
            head.keepAlive = false;
        else if (equalsIgnoringCase(*connection, "keep-alive"))
            head.keepAlive = true;
    }
    head.expectsContinue = equalsIgnoringCase(headers.value("Expect"), "100-continue");
    return head;
}

bool hostIsLoopback(const Request &request, std::uint16_t port)
{
    int hosts = 0;
    bool known = false;
    const std::string suffix = ":" + std::to_string(port);
    for (const auto &[name, value] : request.headers.all()) {
        if (!equalsIgnoringCase(name, "Host"))
            continue;
        ++hosts;
        for (const char *own : {"127.0.0.1", "localhost", "[::1]"})
            known = known || equalsIgnoringCase(value, own + suffix);
    }
    return hosts == 1 && known;
}

} // namespace Batchdesk::LocalService::Http
