// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/recurrence.h"

#include <algorithm>

namespace Batchdesk::LocalService {

namespace {

// Never beyond the last time there is.
Time later(Time time, Duration by)
{
    return time.time_since_epoch() > Duration::zero()
            && by > Time::max().time_since_epoch() - time.time_since_epoch()
        ? Time::max()
        : time + by;
}

} // namespace

std::optional<Opportunity> nextOpportunity(const Recurrence &recurrence,
                                           const std::optional<Time> &lastUsed, Time now)
{
    const bool once = recurrence.interval == unlimitedDuration;
    const Duration window = std::min(recurrence.window, recurrence.interval);
    Time due = recurrence.first;
    const Time from = lastUsed ? std::max(now, *lastUsed) : now;
    if (!once && from > due)
        due += (from - due) / recurrence.interval * recurrence.interval;
    const auto over = [&](Time time) {
        return (lastUsed && *lastUsed >= time) || now >= later(time, window);
    };
    while (over(due)) {
        if (once)
            return std::nullopt;
        due = later(due, recurrence.interval);
    }
    if (recurrence.notAfter && (due > *recurrence.notAfter || now > *recurrence.notAfter))
        return std::nullopt;
    return Opportunity{due, later(due, window)};
}

} // namespace Batchdesk::LocalService
