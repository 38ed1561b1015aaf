// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/pause.h"

#include <QCoroTimer>

#include <QTimer>

#include <algorithm>

namespace Batchdesk {

QCoro::Task<> pause(std::chrono::milliseconds duration, CancelToken cancel)
{
    // In slices rather than with a signal: the token is a plain flag that any thread may set.
    constexpr std::chrono::milliseconds slice{100};
    while (duration.count() > 0 && !cancel.isCancelled()) {
        QTimer timer;
        timer.setSingleShot(true);
        timer.start(std::min(duration, slice));
        co_await timer;
        duration -= slice;
    }
}

} // namespace Batchdesk
