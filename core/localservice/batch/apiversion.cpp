// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/apiversion.h"

#include <algorithm>
#include <array>

namespace Batchdesk::LocalService {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 12> names{
    "2019-06-01.9.0",  "2019-08-01.10.0", "2020-03-01.11.0", "2020-09-01.12.0",
    "2021-06-01.14.0", "2022-01-01.15.0", "2022-10-01.16.0", "2023-05-01.17.0",
    "2023-11-01.18.0", "2024-02-01.19.0", "2024-07-01.20.0", "2025-06-01",
};
static_assert(names.size() == std::size_t(newestApiVersion) + 1);

} // namespace

std::optional<ApiVersion> parseApiVersion(std::string_view text)
{
    const auto at = std::find(names.begin(), names.end(), text);
    if (at == names.end())
        return std::nullopt;
    return ApiVersion(at - names.begin());
}

std::string_view wireName(ApiVersion version)
{
    return names.at(std::size_t(version));
}

} // namespace Batchdesk::LocalService
