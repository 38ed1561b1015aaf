// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/blob/contentfiles.h"
#include "core/localservice/http/message.h"

#include <string>

namespace Batchdesk::LocalService::Blobs {

//! \brief The checksums of a body, as bytes.
struct BodyDigest
{
    std::string md5;
    std::string crc64; //!< Only where the sender gave no MD5.
};

//! \brief Throws BlobError (411, 413) unless Content-Length is there and at most \a limit.
std::uint64_t contentLength(const Request &request, std::uint64_t limit);

//! \brief The whole body of a document of at most \a limit bytes, checked as receiveBody() does.
std::string receiveDocument(const Request &request, std::size_t limit,
                            BodyDigest *digest = nullptr);

//! \brief Streams the body into \a content and checks it against Content-MD5 (or \a md5HeaderName,
//! which goes before it) and x-ms-content-crc64; throws BlobError.
BodyDigest receiveBody(const Request &request, ContentWriter &content, const char *md5HeaderName,
                       std::uint64_t limit);

//! \brief The checksum by which the sender wanted the body checked: Content-MD5 when it was sent,
//! else x-ms-content-crc64.
void addChecksum(Response &response, const Request &request, const BodyDigest &digest);

} // namespace Batchdesk::LocalService::Blobs
