// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/bloberror.h"
#include "core/localservice/blob/operation.h"
#include "core/localservice/blob/xml.h"

#include <algorithm>

namespace Batchdesk::LocalService::Blobs {

namespace {

void requireContainerName(const std::string &name)
{
    if (name == "$root" || name == "$web" || name == "$logs")
        return;
    if (name.size() < 3 || name.size() > 63)
        throw BlobError(400, "OutOfRangeInput",
                        "The specified resource name length is not within the permissible limits.");
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (!std::all_of(name.begin(), name.end(), allowed) || name.front() == '-' || name.back() == '-'
        || name.find("--") != std::string::npos)
        throw BlobError(400, "InvalidResourceName",
                        "The specified resource name contains invalid characters.");
}

void requireBlobName(const std::string &name)
{
    if (!isUtf8(name) || name.find('\0') != std::string::npos
        || std::count(name.begin(), name.end(), '/') > 253)
        throw BlobError(400, "InvalidUri",
                        "The requested URI does not represent any resource on the server.");
    const auto characters = std::count_if(name.begin(), name.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    if (characters > 1024)
        throw BlobError(400, "OutOfRangeInput", "One of the request inputs is out of range.");
}

} // namespace

Target targetOf(const Request &request)
{
    Target target;
    const auto &segments = request.segments;
    if (!segments.empty())
        target.account = segments[0];
    if (segments.size() > 1)
        target.container = segments[1];
    for (std::size_t i = 2; i < segments.size(); ++i)
        target.blob += (i == 2 ? "" : "/") + segments[i];
    std::replace(target.blob.begin(), target.blob.end(), '\\', '/');
    if (!target.container.empty())
        requireContainerName(target.container);
    requireBlobName(target.blob);
    return target;
}

} // namespace Batchdesk::LocalService::Blobs
