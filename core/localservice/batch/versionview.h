// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/apiversion.h"
#include "core/localservice/batch/model.h"

#include <string_view>

namespace Batchdesk::LocalService {

//! \brief An item of the answer set \a set ("pools", "nodes", ...) as \a version knows it: without
//! younger properties, under older names, with states that its clients can read.
Json inVersion(std::string_view set, Json item, ApiVersion version);

} // namespace Batchdesk::LocalService
