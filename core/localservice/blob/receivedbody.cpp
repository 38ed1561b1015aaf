// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/receivedbody.h"

#include "core/localservice/auth/digest.h"
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/crc64.h"
#include "core/localservice/blob/headers.h"

#include <charconv>

namespace Batchdesk::LocalService::Blobs {

namespace {

//! \brief What the sender says the checksums are, as bytes; empty where nothing was said.
struct Expected
{
    std::string md5;
    std::string crc64;
};

Expected expectedOf(const Request &request, const char *md5HeaderName)
{
    Expected expected;
    expected.md5 = md5Header(request, md5HeaderName);
    if (expected.md5.empty())
        expected.md5 = md5Header(request, "Content-MD5");
    const std::string text = request.headers.value("x-ms-content-crc64");
    if (text.empty())
        return expected;
    const auto bytes = Auth::fromBase64(text);
    if (!bytes || bytes->size() != 8)
        throw BlobError(400, "InvalidCrc64",
                        "The CRC64 value specified in the request is invalid. The CRC64 value must "
                        "be 64 bits and Base64-encoded.");
    if (request.headers.find("Content-MD5"))
        throw BlobError(400, "BothCrc64AndMd5HeaderPresent",
                        "Both x-ms-content-crc64 header and Content-MD5 header are present.");
    if (!expected.md5.empty())
        throw BlobError(400, "BothCrc64AndMsMd5HeaderPresent",
                        "Both x-ms-content-crc64 header and x-ms-blob-content-md5 header are "
                        "present.");
    expected.crc64 = *bytes;
    return expected;
}

void compare(const Expected &expected, const BodyDigest &digest)
{
    if (!expected.md5.empty() && expected.md5 != digest.md5)
        throw BlobError(400, "Md5Mismatch",
                        "The MD5 value specified in the request did not match with the MD5 value "
                        "calculated by the server.",
                        {{"UserSpecifiedMd5", Auth::toBase64(expected.md5)},
                         {"ServerCalculatedMd5", Auth::toBase64(digest.md5)}});
    if (!expected.crc64.empty() && expected.crc64 != digest.crc64)
        throw BlobError(400, "Crc64Mismatch",
                        "The CRC64 value specified in the request did not match with the CRC64 "
                        "value calculated by the server.",
                        {{"UserSpecifiedCrc", Auth::toBase64(expected.crc64)},
                         {"ServerCalculatedCrc", Auth::toBase64(digest.crc64)}});
}

BodyDigest receive(const Request &request, const char *md5HeaderName, std::uint64_t limit,
                   const std::function<void(const char *, std::size_t)> &sink)
{
    const std::uint64_t length = contentLength(request, limit);
    const Expected expected = expectedOf(request, md5HeaderName);
    Auth::Md5 md5;
    Crc64 crc;
    // Who sent an MD5 gets no other checksum.
    const bool crcWanted = expected.md5.empty();
    std::uint64_t received = 0;
    const bool complete = request.readBody([&](const char *data, std::size_t size) {
        md5.add(data, size);
        if (crcWanted)
            crc.add(data, size);
        sink(data, size);
        received += size;
        return true;
    });
    if (!complete || received != length)
        throw BlobError(400, "InvalidInput",
                        "The request body ended before Content-Length bytes had come.");
    BodyDigest digest{md5.result(), crc.result()};
    compare(expected, digest);
    return digest;
}

} // namespace

std::uint64_t contentLength(const Request &request, std::uint64_t limit)
{
    const std::string text = request.headers.value("Content-Length");
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size())
        throw BlobError(411, "MissingContentLengthHeader",
                        "The Content-Length header was not specified.");
    if (length > limit)
        throw BlobError(413, "RequestBodyTooLarge",
                        "The request body is too large and exceeds the maximum permissible limit.",
                        {{"MaxLimit", std::to_string(limit)}});
    return length;
}

std::string receiveDocument(const Request &request, std::size_t limit, BodyDigest *digest)
{
    std::string document;
    const BodyDigest found =
        receive(request, "Content-MD5", limit,
                [&](const char *data, std::size_t size) { document.append(data, size); });
    if (digest)
        *digest = found;
    return document;
}

BodyDigest receiveBody(const Request &request, ContentWriter &content, const char *md5HeaderName,
                       std::uint64_t limit)
{
    return receive(request, md5HeaderName, limit,
                   [&](const char *data, std::size_t size) { content.write(data, size); });
}

void addChecksum(Response &response, const Request &request, const BodyDigest &digest)
{
    if (request.headers.find("Content-MD5"))
        response.headers.add("Content-MD5", Auth::toBase64(digest.md5));
    else
        response.headers.add("x-ms-content-crc64", Auth::toBase64(digest.crc64));
}

} // namespace Batchdesk::LocalService::Blobs
