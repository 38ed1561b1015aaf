// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace Batchdesk::LocalService {

//! \brief The published versions of the Batch API, oldest first, so that they can be compared.
enum class ApiVersion {
    V2019_06,
    V2019_08,
    V2020_03,
    V2020_09,
    V2021_06,
    V2022_01,
    V2022_10,
    V2023_05,
    V2023_11,
    V2024_02,
    V2024_07,
    V2025_06
};

inline constexpr ApiVersion oldestApiVersion = ApiVersion::V2019_06;
inline constexpr ApiVersion newestApiVersion = ApiVersion::V2025_06;

//! \brief The version that an api-version parameter names; nothing for an unknown one.
std::optional<ApiVersion> parseApiVersion(std::string_view text);
//! \brief The version as the api-version parameter has it.
std::string_view wireName(ApiVersion version);

} // namespace Batchdesk::LocalService
