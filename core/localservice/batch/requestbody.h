// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/model.h"

#include <string>

namespace Batchdesk::LocalService {

//! \brief Parses a body, which must be one JSON object, not absurdly deep or wide and without a
//! property given twice; an empty body is {} when \a optional. Throws ApiError InvalidRequestBody.
Json parseBody(const std::string &text, bool optional = false);

} // namespace Batchdesk::LocalService
