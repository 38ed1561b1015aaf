// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

namespace Batchdesk {

//! \brief A stamp of now, with a random salt: what makes a run a new one. Thread-safe.
RunStamp freshStamp();

} // namespace Batchdesk
