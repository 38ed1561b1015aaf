// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/http/message.h"

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace Batchdesk::LocalService::Blobs {

//! \brief A part of a blob, in bytes.
struct Range
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

//! \brief The range that x-ms-range, or else Range, asks of a blob of \a size bytes, clipped to it;
//! nothing when there is no such header. Throws BlobError: 416 InvalidRange beyond the end, and 400
//! InvalidHeaderValue for suffix and multiple ranges, which the service does not know.
//! \param names of the headers that may hold it, the first goes before the others.
std::optional<Range> requestedRange(const Request &request, std::uint64_t size,
                                    std::initializer_list<const char *> names = {"x-ms-range",
                                                                                 "Range"});

} // namespace Batchdesk::LocalService::Blobs
