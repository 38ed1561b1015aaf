// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/watch.h"

#include "core/monitor/poolhealth.h"
#include "core/monitor/taskpoll.h"
#include "core/net/awaitoutcome.h"
#include "core/net/pause.h"
#include "core/run/cleanup.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr qint64 patienceMs =
    6LL * 60 * 60 * 1000;              // a laptop that sleeps through lunch loses no run
constexpr qint64 logTailBytes = 2'000; // enough for the last lines of a node's log

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Watch)
};

QString lastLines(const QByteArray &log, int count)
{
    QStringList lines = QString::fromUtf8(log).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return lines.mid(qMax(0, lines.size() - count)).join(QLatin1Char('\n'));
}

//! What is asked for beside the tasks, so that a run that cannot go on says so instead of waiting.
struct Lookout
{
    QSet<QString> told;      //!< Troubles that the log has already.
    int polls = 0;           //!< Looks at the tasks so far.
    int quietPolls = 0;      //!< Those in a row without any change.
    QDateTime offlineSince;  //!< Invalid while the service answers.
    bool listedAnew = false; //!< Every task was asked for once more after the job had ended.
};

//! True when asking again later may well succeed: what runs, runs on.
bool isTransient(const Error &error)
{
    return error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout
        || error.kind == Error::Kind::Throttled || error.httpStatus >= 500;
}

//! True when the failed look may be followed by another; tells so once.
bool goesOnWithout(const RunState &run, Lookout &lookout, const Error &error)
{
    if (!isTransient(error))
        return false;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!lookout.offlineSince.isValid()) {
        lookout.offlineSince = now;
        run.say(
            RunEvent::Level::Warning,
            Texts::tr(
                "The service does not answer; what runs there runs on, and is looked for again. %1")
                .arg(error.caption()));
    }
    return lookout.offlineSince.msecsTo(now) < patienceMs;
}

void tellFailures(const RunState &run, const QList<Batch::Task> &changed)
{
    for (const Batch::Task &task : changed) {
        if (!task.isCompleted() || task.succeeded())
            continue;
        const QString how = task.exitCode ? Texts::tr("exit code %1").arg(*task.exitCode)
                                          : Texts::tr("it never started");
        const QString why = task.failureInfo ? task.failureInfo->message : QString();
        run.say(RunEvent::Level::Warning,
                Texts::tr("Task %1 failed: %2. %3").arg(task.id, how, why).trimmed());
    }
}

} // namespace

//! The last lines of a log on a node; empty when it cannot be read.
static QCoro::Task<QString> logTail(RunStatePtr run, NodeTrouble trouble)
{
    if (trouble.logFile.isEmpty())
        co_return QString();
    const auto log = co_await awaitOutcome(
        run->services.batch->nodeFile(run->plan.pool.id, trouble.nodeId, trouble.logFile));
    if (!log)
        co_return QString();
    co_return lastLines(log->right(logTailBytes), 5);
}

static QCoro::Task<Outcome<void>> lookAtNodes(RunStatePtr run, std::shared_ptr<Lookout> lookout)
{
    const auto health =
        co_await pollHealth(run->services.batch, run->plan.pool.id, run->plan.job.id);
    if (!health) {
        // The pool was just made, or the network hiccups: the tasks' own poll decides.
        if (health.error().kind != Error::Kind::NotFound)
            co_return Outcome<void>();
        Error error = health.error();
        error.message = Texts::tr("The pool of this run is gone: somebody deleted it");
        co_return error;
    }
    if (run->onNodes)
        run->onNodes(health->nodes);
    const HealthReport report = judgeHealth(*health);
    QString reason;
    for (const NodeTrouble &trouble : report.troubles) {
        if (reason.isEmpty())
            reason = trouble.message;
        if (lookout->told.contains(trouble.message))
            continue;
        lookout->told.insert(trouble.message);
        const QString tail = co_await logTail(run, trouble);
        run->say(RunEvent::Level::Warning,
                 tail.isEmpty() ? trouble.message
                                : Texts::tr("%1. Its last lines: %2").arg(trouble.message, tail));
        if (!tail.isEmpty() && reason == trouble.message)
            reason = Texts::tr("%1. Its last lines: %2").arg(trouble.message, tail);
    }
    if (!report.blocked)
        co_return Outcome<void>();
    Error error;
    error.kind = Error::Kind::Conflict;
    error.code = QStringLiteral("NoUsableNode");
    error.message = Texts::tr("No node is left on which the tasks could run. %1").arg(reason);
    error.advice = Texts::tr("Mend the cause, and start the run again.");
    co_return error;
}

static QCoro::Task<Outcome<void>> lookAtJob(RunStatePtr run, std::shared_ptr<Lookout> lookout)
{
    const auto job = co_await awaitOutcome(run->services.batch->job(run->plan.job.id));
    if (!job)
        co_return isTransient(job.error()) ? Outcome<void>() : Outcome<void>(job.error());
    if (job->state != QLatin1String("completed") && job->state != QLatin1String("terminating")
        && job->state != QLatin1String("deleting")) {
        co_return Outcome<void>();
    }
    if (!lookout->listedAnew) {
        // The last tasks may have ended between the two looks: only a fresh listing tells.
        lookout->listedAnew = true;
        *run->tasks = TaskSnapshot();
        co_return Outcome<void>();
    }
    Error error;
    error.kind = Error::Kind::Conflict;
    error.code = QStringLiteral("JobEndedEarly");
    error.message = job->terminateReason == QLatin1String("MaxWallClockTimeExpiry")
        ? Texts::tr("The job's time limit was reached before all tasks had run")
        : Texts::tr("The job was ended before all tasks had run (reason: %1)")
              .arg(job->terminateReason);
    error.advice =
        Texts::tr("Raise job.maxWallClockTime in the settings, or find out who ended it.");
    co_return error;
}

//! Decides when there is reason to look beyond the tasks: at once when nothing runs, else every few
//! looks.
static QCoro::Task<Outcome<void>> lookAround(RunStatePtr run, std::shared_ptr<Lookout> lookout,
                                             bool changed)
{
    lookout->quietPolls = changed ? 0 : lookout->quietPolls + 1;
    const bool nothingRuns = run->progress.tasks.running == 0;
    if (!nothingRuns && lookout->polls++ % 6 != 0)
        co_return Outcome<void>();
    const auto nodes = co_await lookAtNodes(run, lookout);
    if (!nodes || lookout->quietPolls < 3)
        co_return nodes;
    co_return co_await lookAtJob(run, lookout);
}

QCoro::Task<Outcome<void>> watchTasks(RunStatePtr run)
{
    auto lookout = std::make_shared<Lookout>();
    auto wait = run->services.shortestPoll;
    const QDateTime secretEnds = secretEnd(*run);
    while (true) {
        if (run->cancel.isCancelled())
            co_return Error::cancelled();
        if (secretEnds.isValid() && secretEnds < QDateTime::currentDateTimeUtc())
            co_await forgetSecret(run);
        const auto changes = co_await pollTasks(run->services.batch, run->plan.job.id, run->tasks);
        if (!changes) {
            if (!goesOnWithout(*run, *lookout, changes.error()))
                co_return changes.error();
            co_await pause(run->services.longestPoll, run->cancel);
            continue;
        }
        if (lookout->offlineSince.isValid()) {
            lookout->offlineSince = {};
            run->say(Texts::tr("The service answers again"));
        }
        run->progress.tasks = changes->counts;
        run->progress.tasksAsOf = changes->asOf;
        if (run->onTasks)
            run->onTasks(changes->changed);
        tellFailures(*run, changes->changed);
        run->report();
        if (changes->counts.completed >= run->plan.tasks.size()) {
            // All is through; what went wrong on a node on the way is still worth telling.
            (void)co_await lookAtNodes(run, lookout);
            co_return Outcome<void>();
        }
        const bool changed = !changes->changed.isEmpty();
        const auto around = co_await lookAround(run, lookout, changed);
        if (!around)
            co_return around.error();
        wait = changed ? run->services.shortestPoll
                       : std::min(wait * 3 / 2, run->services.longestPoll);
        co_await pause(wait, run->cancel);
    }
}

} // namespace Batchdesk
