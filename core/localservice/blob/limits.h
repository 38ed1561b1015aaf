// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

//! \file How much one request may bring, by the version of the service that it is written for.
namespace Batchdesk::LocalService::Blobs {

constexpr std::uint64_t mebibyte = 1024 * 1024;
constexpr std::uint64_t synchronousCopyLimit = 256 * mebibyte;

//! \brief The content of Put Blob.
constexpr std::uint64_t putBlobLimit(std::string_view version)
{
    return (version >= "2019-12-12" ? 5000 : version >= "2016-05-31" ? 256 : 64) * mebibyte;
}

//! \brief The content of Put Block.
constexpr std::uint64_t blockLimit(std::string_view version)
{
    return (version >= "2019-12-12" ? 4000 : version >= "2016-05-31" ? 100 : 4) * mebibyte;
}

} // namespace Batchdesk::LocalService::Blobs
