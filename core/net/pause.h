// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"

#include <QCoroTask>

#include <chrono>

namespace Batchdesk {

//! \brief Waits without blocking; comes back early when \a cancel is asked for (within 100 ms).
QCoro::Task<> pause(std::chrono::milliseconds duration, CancelToken cancel);

} // namespace Batchdesk
