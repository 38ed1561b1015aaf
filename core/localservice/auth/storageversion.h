// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace Batchdesk::LocalService::Auth {

//! \brief What requests that name no version are taken to be of.
constexpr std::string_view defaultStorageVersion = "2021-12-02";

//! \brief True for the versions of the Storage services from 2015-02-21 on, the first that signs as
//! it is done today. Versions are dates and compare as text.
bool isStorageVersion(std::string_view version);

} // namespace Batchdesk::LocalService::Auth
