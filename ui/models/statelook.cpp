// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/models/statelook.h"

#include <QCoreApplication>
#include <QLocale>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(StateLook)
};

} // namespace

StateLook lookOf(const RunTask &task)
{
    if (task.succeeded())
        return {Texts::tr("Done"), Tone::Good};
    if (task.isCompleted())
        return {Texts::tr("Failed"), Tone::Bad};
    if (task.state == QLatin1String("running"))
        return {Texts::tr("Running"), Tone::Busy};
    if (task.state == QLatin1String("preparing"))
        return {Texts::tr("Preparing"), Tone::Busy};
    return {Texts::tr("Waiting"), Tone::Neutral};
}

StateLook lookOf(const RunNode &node)
{
    if (!node.trouble.isEmpty())
        return {Texts::tr("Unusable"), Tone::Bad};
    if (node.state == QLatin1String("running"))
        return {Texts::tr("Working"), Tone::Busy};
    if (node.state == QLatin1String("idle"))
        return {Texts::tr("Idle"), Tone::Good};
    if (node.state == QLatin1String("waitingforstarttask"))
        return {Texts::tr("Start task"), Tone::Busy};
    if (node.state == QLatin1String("starting") || node.state == QLatin1String("creating"))
        return {Texts::tr("Starting"), Tone::Busy};
    if (node.state == QLatin1String("leavingpool"))
        return {Texts::tr("Leaving"), Tone::Quiet};
    if (node.state == QLatin1String("preempted"))
        return {Texts::tr("Taken away"), Tone::Warning};
    if (node.state == QLatin1String("offline") || node.state == QLatin1String("unknown"))
        return {Texts::tr("Out of reach"), Tone::Warning};
    return {node.state, Tone::Neutral};
}

StateLook lookOf(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return {Texts::tr("Waiting"), Tone::Neutral};
    case StepState::Running:
        return {Texts::tr("Going on"), Tone::Busy};
    case StepState::Done:
        return {Texts::tr("Done"), Tone::Good};
    case StepState::Failed:
        return {Texts::tr("Failed"), Tone::Bad};
    case StepState::Skipped:
        return {Texts::tr("Skipped"), Tone::Quiet};
    }
    return {};
}

StateLook lookOf(RunSummary::Ending ending)
{
    switch (ending) {
    case RunSummary::Ending::Succeeded:
        return {Texts::tr("Succeeded"), Tone::Good};
    case RunSummary::Ending::TasksFailed:
        return {Texts::tr("Tasks failed"), Tone::Bad};
    case RunSummary::Ending::Refused:
        return {Texts::tr("Refused"), Tone::Bad};
    case RunSummary::Ending::Broken:
        return {Texts::tr("Broken off"), Tone::Warning};
    case RunSummary::Ending::Stopped:
        return {Texts::tr("Stopped"), Tone::Quiet};
    }
    return {};
}

StateLook lookOfRun(RunFollower::Life life, const RunProgress &progress,
                    const std::optional<RunSummary> &summary)
{
    if (summary)
        return lookOf(summary->ending);
    switch (life) {
    case RunFollower::Life::BrokenOff:
        return {Texts::tr("Broken off"), Tone::Warning};
    case RunFollower::Life::Unknown:
        return {Texts::tr("Looking"), Tone::Neutral};
    case RunFollower::Life::Going:
    case RunFollower::Life::Ended:
        break;
    }
    switch (progress.step) {
    case RunStep::Watch:
        return {Texts::tr("Running"), Tone::Busy};
    case RunStep::Collect:
        return {Texts::tr("Collecting"), Tone::Busy};
    case RunStep::CleanUp:
        return {Texts::tr("Cleaning up"), Tone::Busy};
    default:
        return {Texts::tr("Starting"), Tone::Busy};
    }
}

QString durationText(qint64 milliseconds)
{
    if (milliseconds < 0)
        return {};
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 60)
        return Texts::tr("%1 s").arg(seconds);
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return Texts::tr("%1 min %2 s").arg(minutes).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return Texts::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 seconds = time.secsTo(now);
    if (seconds < 60)
        return Texts::tr("just now");
    if (seconds < 3600)
        return Texts::tr("%n minute(s) ago", nullptr, int(seconds / 60));
    const QDateTime local = time.toLocalTime();
    const QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return Texts::tr("today, %1").arg(clock);
    if (days == 1)
        return Texts::tr("yesterday, %1").arg(clock);
    return QLocale().toString(local.date(), QLocale::ShortFormat);
}

QString exactTime(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::LongFormat) : QString();
}

} // namespace Batchdesk
