// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace Batchdesk {

//! \brief How fast a run gets on, and how long it may still take. Each is missing while nothing
//! meaningful can be said.
struct RunEstimate
{
    std::optional<double> tasksPerMinute;
    std::optional<std::chrono::milliseconds> remaining;

    bool operator==(const RunEstimate &) const = default;
};

//! \brief How many of the latest ends an estimate looks at; more would not notice a change of pace.
constexpr int estimateWindow = 100;

//! \brief Judges by the latest \a ends of tasks (UTC, in any order) at the time \a now. A run that
//! stalls gets slower from one look to the next, since the time since the last end counts too.
//! \param tasksLeft tasks that have not ended yet.
RunEstimate estimateRun(QList<QDateTime> ends, int tasksLeft, const QDateTime &now);

} // namespace Batchdesk
