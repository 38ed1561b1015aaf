// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runestimate.h"

#include <algorithm>

namespace Batchdesk {

namespace {

//! Fewer ends, or ends within less time, say more about chance than about pace.
constexpr int fewestEnds = 5;
constexpr qint64 shortestSpanMs = 5'000;

} // namespace

RunEstimate estimateRun(QList<QDateTime> ends, int tasksLeft, const QDateTime &now)
{
    ends.removeIf([](const QDateTime &end) { return !end.isValid(); });
    std::sort(ends.begin(), ends.end());
    if (ends.size() > estimateWindow)
        ends = ends.last(estimateWindow);
    if (ends.size() < fewestEnds)
        return {};
    const qint64 spanMs = ends.first().msecsTo(std::max(now, ends.last()));
    if (spanMs < shortestSpanMs)
        return {};
    // The first end opens the span: it is not part of what was done within it.
    const double perMs = double(ends.size() - 1) / double(spanMs);
    RunEstimate estimate;
    estimate.tasksPerMinute = perMs * 60'000;
    if (tasksLeft > 0)
        estimate.remaining = std::chrono::milliseconds(qint64(double(tasksLeft) / perMs));
    return estimate;
}

} // namespace Batchdesk
