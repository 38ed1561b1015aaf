// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/headers.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/xml.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"

#include <algorithm>

namespace Batchdesk::LocalService::Blobs {

namespace {

constexpr std::string_view metadataPrefix = "x-ms-meta-";
constexpr std::size_t metadataLimit = 8 * 1024;

bool isIdentifier(std::string_view name)
{
    const auto inside = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || c == '_';
    };
    return !name.empty() && !(name.front() >= '0' && name.front() <= '9')
        && std::all_of(name.begin(), name.end(), inside);
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string property(const Request &request, const char *name)
{
    std::string value = request.headers.value(name);
    if (!isUtf8(value))
        throw invalidHeader(name, {});
    return value;
}

std::string propertyOr(const Request &request, std::string value, const char *name)
{
    return value.empty() ? property(request, name) : value;
}

} // namespace

Metadata metadataOf(const Request &request)
{
    Metadata metadata;
    std::size_t size = 0;
    for (const auto &[name, value] : request.headers.all()) {
        if (!Http::lowerCased(name).starts_with(metadataPrefix))
            continue;
        std::string key = name.substr(metadataPrefix.size());
        if (key.empty())
            throw BlobError(400, "EmptyMetadataKey",
                            "The key for one of the metadata key-value pairs is empty.");
        if (!isIdentifier(key) || !isAscii(value))
            throw BlobError(
                400, "InvalidMetadata",
                "The metadata specified is invalid. It has characters that are not permitted.");
        size += key.size() + value.size();
        const auto same = std::find_if(metadata.begin(), metadata.end(), [&](const auto &entry) {
            return Http::equalsIgnoringCase(entry.first, key);
        });
        if (same == metadata.end())
            metadata.emplace_back(std::move(key), value);
        else
            same->second += ',' + value;
    }
    if (size > metadataLimit)
        throw BlobError(400, "MetadataTooLarge",
                        "The size of the specified metadata exceeds the limits.");
    return metadata;
}

BlobProperties describedProperties(const Request &request)
{
    BlobProperties properties;
    properties.contentType = property(request, "x-ms-blob-content-type");
    properties.contentEncoding = property(request, "x-ms-blob-content-encoding");
    properties.contentLanguage = property(request, "x-ms-blob-content-language");
    properties.contentDisposition = property(request, "x-ms-blob-content-disposition");
    properties.cacheControl = property(request, "x-ms-blob-cache-control");
    md5Header(request, "x-ms-blob-content-md5");
    properties.contentMd5 = property(request, "x-ms-blob-content-md5");
    return properties;
}

BlobProperties uploadedProperties(const Request &request)
{
    BlobProperties properties = describedProperties(request);
    properties.contentType = propertyOr(request, properties.contentType, "Content-Type");
    properties.contentEncoding =
        propertyOr(request, properties.contentEncoding, "Content-Encoding");
    properties.contentLanguage =
        propertyOr(request, properties.contentLanguage, "Content-Language");
    properties.cacheControl = propertyOr(request, properties.cacheControl, "Cache-Control");
    return properties;
}

std::string md5Header(const Request &request, const char *name)
{
    const std::string value = request.headers.value(name);
    if (value.empty())
        return {};
    const auto bytes = Auth::fromBase64(value);
    if (bytes && bytes->size() == 16)
        return *bytes;
    // Only the standard header has a code of its own.
    if (!Http::equalsIgnoringCase(name, "Content-MD5"))
        throw invalidHeader(name, value);
    throw BlobError(
        400, "InvalidMd5",
        "The MD5 value specified in the request is invalid. The MD5 value must be 128 bits and "
        "Base64-encoded.");
}

void requireBlockBlob(const Request &request)
{
    const std::string type = request.headers.value("x-ms-blob-type");
    if (type.empty())
        throw missingHeader("x-ms-blob-type");
    if (type == "AppendBlob" || type == "PageBlob")
        throw BlobError(400, "BlobTypeNotSupported",
                        (type == "PageBlob" ? "Page" : "Append")
                            + std::string(" blob is not supported for this account type."));
    if (type != "BlockBlob")
        throw invalidHeader("x-ms-blob-type", type);
}

void addVersion(Response &response, const std::string &etag, ServiceClock::Time lastModified)
{
    response.headers.add("ETag", '"' + etag + '"');
    response.headers.add("Last-Modified", Http::formatHttpDate(lastModified));
}

void addMetadata(Response &response, const Metadata &metadata)
{
    for (const auto &[name, value] : metadata)
        response.headers.add(std::string(metadataPrefix) + name, value);
}

} // namespace Batchdesk::LocalService::Blobs
