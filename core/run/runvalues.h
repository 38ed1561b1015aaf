// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/batch/job.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>
#include <optional>

//! \brief What a run tells about itself, as values for window and terminal alike.
namespace Batchdesk {

//! \brief The steps of a run, in order.
enum class RunStep {
    Check,
    Containers,
    Archive,
    Uploads,
    Pool,
    Job,
    Tasks,
    Watch,
    Collect,
    CleanUp
};
constexpr int runStepCount = 10;

enum class StepState { Waiting, Running, Done, Failed, Skipped };

//! \brief A step's name for people, translated.
QString stepTitle(RunStep step);

//! \brief Files and bytes of the transfer that is going on.
struct TransferCounts
{
    qint64 filesDone = 0;
    qint64 filesTotal = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;

    bool operator==(const TransferCounts &) const = default;
};

//! \brief When a step began and ended; UTC, invalid where it has not.
struct StepTimes
{
    QDateTime begunAt;
    QDateTime endedAt;

    bool operator==(const StepTimes &) const = default;
};

//! \brief Where a run stands.
struct RunProgress
{
    QString runId;
    RunStep step = RunStep::Check; //!< The latest one that was begun.
    std::array<StepState, runStepCount> steps{};
    std::array<StepTimes, runStepCount> stepTimes{};
    TransferCounts transfer; //!< Of Uploads or Collect.
    int tasksTotal = 0;
    Batch::TaskCounts tasks;
    QDateTime tasksAsOf; //!< When the counts were read; UTC. Invalid before the first answer.
    QDateTime startedAt; //!< UTC

    StepState state(RunStep of) const { return steps[std::size_t(of)]; }
    const StepTimes &times(RunStep of) const { return stepTimes[std::size_t(of)]; }
    bool operator==(const RunProgress &) const = default;
};

//! \brief Something that happened, for the log.
struct RunEvent
{
    enum class Level { Info, Warning, Problem };

    QDateTime time; //!< UTC
    Level level = Level::Info;
    QString text; //!< One line, no secret.
};

//! \brief A thing that still exists after the run, and why.
struct KeptThing
{
    QString what; //!< "pool forecast-1"
    QString why;

    bool operator==(const KeptThing &) const = default;
};

//! \brief A task that did not succeed.
struct FailedTask
{
    QString id;
    QString input; //!< Relative path of its input file.
    std::optional<int> exitCode;
    QString message; //!< The service's own text.

    bool operator==(const FailedTask &) const = default;
};

//! \brief How a run ended.
struct RunSummary
{
    enum class Ending {
        Succeeded,   //!< Every task succeeded and every result is here.
        TasksFailed, //!< Some tasks failed, or could not run at all.
        Refused,     //!< The request was wrong: nothing was created, or it was removed again.
        Broken,      //!< The service, the network or the disk failed; it can be resumed.
        Stopped,     //!< On request.
    };

    QString runId;
    Ending ending = Ending::Succeeded;
    int tasksTotal = 0;
    int succeeded = 0;
    int failed = 0;
    int notRun = 0; //!< Neither succeeded nor failed when the run ended.
    qint64 elapsedMs = 0;
    QString resultsFolder; //!< Empty when nothing was brought home.
    qint64 filesBroughtHome = 0;
    QList<QString> deleted; //!< "job forecast-1", …
    QList<KeptThing> kept;
    QList<FailedTask> failures;
    QList<Error> errors; //!< Why it is not Succeeded, beside failed tasks.

    bool operator==(const RunSummary &) const = default;
};

//! \brief The exit code of the terminal program: 0 all succeeded, 1 some tasks failed, 2 the
//! request was wrong, 3 service, network or disk failed, 130 stopped.
int exitCodeOf(const RunSummary &summary);

} // namespace Batchdesk
