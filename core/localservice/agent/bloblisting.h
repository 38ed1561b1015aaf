// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief One page of List Blobs, as far as fetching them needs it.
struct BlobListing
{
    std::vector<std::string> names; //!< Plain bytes, in the order of the page.
    std::string nextMarker;         //!< Empty on the last page.
};

//! \brief Reads the XML of List Blobs. Nothing when it is not well-formed or not such a list.
std::optional<BlobListing> parseBlobListing(std::string_view xml);

} // namespace Batchdesk::LocalService
