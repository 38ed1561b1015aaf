// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/blob/range.h"

#include "core/localservice/blob/bloberror.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace Batchdesk::LocalService::Blobs {

namespace {

std::optional<std::uint64_t> takeNumber(std::string_view &text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

} // namespace

std::optional<Range> requestedRange(const Request &request, std::uint64_t size,
                                    std::initializer_list<const char *> names)
{
    const auto *const given = std::find_if(names.begin(), names.end(), [&](const char *name) {
        return request.headers.find(name).has_value();
    });
    if (given == names.end())
        return std::nullopt;
    const char *const name = *given;
    const auto value = request.headers.find(name);
    std::string_view text = *value;
    constexpr std::string_view unit = "bytes=";
    if (!text.starts_with(unit))
        throw invalidHeader(name, *value);
    text.remove_prefix(unit.size());
    const auto first = takeNumber(text);
    if (!first || !text.starts_with('-'))
        throw invalidHeader(name, *value);
    text.remove_prefix(1);
    std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
    if (!text.empty()) {
        const auto number = takeNumber(text);
        if (!number || !text.empty() || *number < *first)
            throw invalidHeader(name, *value);
        last = *number;
    }
    if (*first >= size) {
        BlobError error(416, "InvalidRange",
                        "The range specified is invalid for the current size of the resource.");
        error.headers.add("Content-Range", "bytes */" + std::to_string(size));
        throw error;
    }
    return Range{*first, std::min(last, size - 1) - *first + 1};
}

} // namespace Batchdesk::LocalService::Blobs
