// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/blobtypes.h"

#include <algorithm>

namespace Batchdesk::LocalService::Blobs {

void BlobProperties::fillFrom(const BlobProperties &other)
{
    for (const auto field : {&BlobProperties::contentType, &BlobProperties::contentEncoding,
                             &BlobProperties::contentLanguage, &BlobProperties::contentDisposition,
                             &BlobProperties::cacheControl, &BlobProperties::contentMd5}) {
        if ((this->*field).empty())
            this->*field = other.*field;
    }
}

void BlobContent::add(std::shared_ptr<const ContentFile> file, std::uint64_t length)
{
    m_parts.push_back({std::move(file), m_length, length});
    m_length += length;
}

bool BlobContent::read(std::uint64_t offset, std::uint64_t length,
                       const std::function<bool(const char *, std::size_t)> &sink) const
{
    auto part =
        std::upper_bound(m_parts.begin(), m_parts.end(), offset,
                         [](std::uint64_t at, const Part &p) { return at < p.begin + p.length; });
    for (; length > 0; ++part) {
        if (part == m_parts.end())
            return false;
        const std::uint64_t inside = offset - part->begin;
        const std::uint64_t count = std::min(length, part->length - inside);
        if (!part->file->read(inside, count, sink))
            return false;
        offset += count;
        length -= count;
    }
    return true;
}

} // namespace Batchdesk::LocalService::Blobs
