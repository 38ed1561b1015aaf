// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfeed.h"
#include "core/run/runfollower.h"
#include "core/run/runvalues.h"
#include "ui/models/roles.h"

#include <QString>

namespace Batchdesk {

//! \brief A state as people read it: a word, and how good the news is.
struct StateLook
{
    QString word;
    Tone tone = Tone::Neutral;

    bool operator==(const StateLook &) const = default;
};

StateLook lookOf(const RunTask &task);
StateLook lookOf(const RunNode &node);
StateLook lookOf(StepState state);
StateLook lookOf(RunSummary::Ending ending);
//! \brief Of a run as a whole: what it is doing, or how it ended.
StateLook lookOfRun(RunFollower::Life life, const RunProgress &progress,
                    const std::optional<RunSummary> &summary);

//! \brief "3 s", "4 min 12 s", "2 h 05 min"; empty below zero.
QString durationText(qint64 milliseconds);
//! \brief "just now", "5 minutes ago", "yesterday, 14:03"; the exact time belongs in a tool tip.
QString relativeTime(const QDateTime &time, const QDateTime &now);
//! \brief The exact local time for tool tips.
QString exactTime(const QDateTime &time);

} // namespace Batchdesk
