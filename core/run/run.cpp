// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/run.h"

#include "core/run/cleanup.h"
#include "core/run/collect.h"
#include "core/run/ensure.h"
#include "core/run/ownership.h"
#include "core/run/repository.h"
#include "core/run/watch.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QPointer>

#include <algorithm>

namespace Batchdesk {

namespace {

using Step = QCoro::Task<Outcome<void>> (*)(RunStatePtr);

struct StepOfPlan
{
    RunStep step;
    Step carryOut;
};

//! What makes the plan true, in order.
constexpr std::array<StepOfPlan, 6> makingSteps{{
    {RunStep::Containers, ensureContainers},
    {RunStep::Archive, ensureApplication},
    {RunStep::Uploads, ensureInputs},
    {RunStep::Pool, ensurePool},
    {RunStep::Job, ensureJob},
    {RunStep::Tasks, ensureTasks},
}};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Run)
};

//! True for what the user can mend in the settings or the files; the rest can only be tried again.
bool isOfTheRequest(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::InvalidInput:
    case Error::Kind::NotFound:
    case Error::Kind::AlreadyExists:
    case Error::Kind::Io:
    case Error::Kind::Unauthenticated:
    case Error::Kind::Forbidden:
        return true;
    case Error::Kind::Service:
        return error.httpStatus >= 400 && error.httpStatus < 500;
    default:
        return false;
    }
}

RunSummary::Ending endingFor(const Error &error, bool tasksBegun)
{
    if (error.isCancelled())
        return RunSummary::Ending::Stopped;
    if (error.code == QLatin1String("NoUsableNode") || error.code == QLatin1String("JobEndedEarly"))
        return RunSummary::Ending::TasksFailed;
    return isOfTheRequest(error) && !tasksBegun ? RunSummary::Ending::Refused
                                                : RunSummary::Ending::Broken;
}

void countTasks(RunState &run)
{
    RunSummary &summary = run.summary;
    summary.failures.clear();
    summary.tasksTotal = int(run.plan.tasks.size());
    summary.succeeded = run.progress.tasks.succeeded;
    summary.failed = run.progress.tasks.failed;
    summary.notRun = summary.tasksTotal - summary.succeeded - summary.failed;
    for (const PlannedTask &planned : run.plan.tasks) {
        const auto found = run.tasks->tasks().constFind(planned.id);
        if (found == run.tasks->tasks().constEnd() || !found->isCompleted() || found->succeeded())
            continue;
        summary.failures << FailedTask{planned.id, planned.input.path, found->exitCode,
                                       found->failureInfo ? found->failureInfo->message
                                                          : QString()};
    }
}

void fail(RunState &run, const Error &error)
{
    run.summary.ending =
        endingFor(error, run.journal->begun(QStringLiteral("tasks"), run.plan.job.id));
    if (!error.isCancelled()) {
        run.summary.errors << error;
        run.say(RunEvent::Level::Problem, error.caption());
    }
}

bool cleansUpAfter(const RunState &run)
{
    switch (run.summary.ending) {
    case RunSummary::Ending::Stopped:
        return !run.keepOnCancel;
    case RunSummary::Ending::Broken:
        // What exists is what a resumed run goes on with; the summary names it. Once the tasks are
        // through, nothing of pool and job is needed any more.
        return run.progress.state(RunStep::Watch) == StepState::Done;
    default:
        return true;
    }
}

void nameWhatExists(RunState &run)
{
    const auto keep = [&run](const QString &kind, const QString &id, const QString &label) {
        if (run.journal->mayExist(kind, id))
            run.summary.kept << KeptThing{label, Texts::tr("the run can be resumed")};
    };
    keep(QStringLiteral("job"), run.plan.job.id, Texts::tr("job %1").arg(run.plan.job.id));
    keep(QStringLiteral("pool"), run.plan.pool.id, Texts::tr("pool %1").arg(run.plan.pool.id));
    for (const QString &container : run.plan.containers())
        keep(QStringLiteral("container"), container, Texts::tr("container %1").arg(container));
}

} // namespace

static QCoro::Task<Outcome<void>> carryOutStep(RunStatePtr run, RunStep step, Step carryOut)
{
    if (run->cancel.isCancelled())
        co_return Error::cancelled();
    run->setStep(step, StepState::Running);
    run->say(stepTitle(step));
    const auto done = co_await carryOut(run);
    run->setStep(step, done ? StepState::Done : StepState::Failed);
    co_return done;
}

static QCoro::Task<Outcome<void>> checkStep(RunStatePtr run)
{
    const QList<Error> problems = co_await checkNames(run);
    for (qsizetype i = 1; i < problems.size(); ++i) {
        run->summary.errors << problems.at(i);
        run->say(RunEvent::Level::Problem, problems.at(i).caption());
    }
    if (!problems.isEmpty())
        co_return problems.first();
    co_return co_await checkRepository(run);
}

static QCoro::Task<Outcome<void>> watchStep(RunStatePtr run)
{
    const QString job = run->plan.job.id;
    const auto watched = co_await watchTasks(run);
    if (!watched)
        co_return watched;
    countTasks(*run);
    if (const auto saved = run->folder.saveOutcome(run->summary); !saved)
        co_return saved;
    co_return run->journal->write(QStringLiteral("watch"), job, JournalEntry::Phase::Done);
}

//! The tasks were through when the run broke: takes their outcome from the folder, the job may be
//! gone.
static QCoro::Task<Outcome<void>> recallStep(RunStatePtr run)
{
    const auto outcome = run->folder.outcome();
    if (!outcome)
        co_return co_await watchStep(run);
    run->summary = *outcome;
    run->progress.tasks.succeeded = outcome->succeeded;
    run->progress.tasks.failed = outcome->failed;
    run->progress.tasks.completed = outcome->succeeded + outcome->failed;
    co_return Outcome<void>();
}

//! Brings the results home once; a run that broke later does not ask again for what may be deleted.
static QCoro::Task<Outcome<void>> collectStep(RunStatePtr run)
{
    const QString container = run->plan.outputContainer;
    if (run->journal->done(QStringLiteral("collect"), container))
        co_return Outcome<void>();
    const auto collected = co_await collectOutputs(run);
    if (!collected)
        co_return collected;
    if (const auto saved = run->folder.saveOutcome(run->summary); !saved)
        co_return saved;
    co_return run->journal->write(QStringLiteral("collect"), container, JournalEntry::Phase::Done);
}

//! Everything up to the results at home.
static QCoro::Task<Outcome<void>> makeTrue(RunStatePtr run)
{
    // A resumed run whose tasks were all through when it broke has nothing to make again.
    const bool tasksThrough = run->journal->done(QStringLiteral("watch"), run->plan.job.id);
    if (!tasksThrough) {
        if (const auto checked = co_await carryOutStep(run, RunStep::Check, checkStep); !checked)
            co_return checked;
        for (const StepOfPlan &step : makingSteps) {
            const auto made = co_await carryOutStep(run, step.step, step.carryOut);
            if (!made)
                co_return made;
        }
    }
    const auto watched =
        co_await carryOutStep(run, RunStep::Watch, tasksThrough ? recallStep : watchStep);
    if (!watched && endingFor(watched.error(), true) != RunSummary::Ending::TasksFailed)
        co_return watched;
    co_await forgetSecret(run);
    // What succeeded comes home also when the rest could not run.
    const auto collected = co_await carryOutStep(run, RunStep::Collect, collectStep);
    co_return watched ? collected : watched;
}

static QCoro::Task<> tidy(RunStatePtr run, bool resultsAtHome)
{
    if (!cleansUpAfter(*run)) {
        run->setStep(RunStep::CleanUp, StepState::Skipped);
        nameWhatExists(*run);
        co_return;
    }
    const bool nothingWorthKeeping = run->summary.ending == RunSummary::Ending::Refused;
    const CleanUpScope scope = nothingWorthKeeping
        ? CleanUpScope::everything()
        : CleanUpScope::fromPlan(run->plan, resultsAtHome);
    run->setStep(RunStep::CleanUp, StepState::Running);
    run->say(stepTitle(RunStep::CleanUp));
    const qsizetype errorsBefore = run->summary.errors.size();
    co_await cleanUp(run, scope);
    const bool allGone = run->summary.errors.size() == errorsBefore;
    run->setStep(RunStep::CleanUp, allGone ? StepState::Done : StepState::Failed);
    if (!allGone && run->summary.ending != RunSummary::Ending::Stopped)
        run->summary.ending = RunSummary::Ending::Broken;
}

static QCoro::Task<> carryOut(RunStatePtr run, QPointer<Run> owner)
{
    run->summary.runId = run->plan.runId;
    run->progress.startedAt = QDateTime::currentDateTimeUtc();
    const auto made = co_await makeTrue(run);
    if (run->progress.state(RunStep::Watch) != StepState::Done)
        countTasks(*run);
    if (!made)
        fail(*run, made.error());
    else if (run->summary.succeeded < run->summary.tasksTotal)
        run->summary.ending = RunSummary::Ending::TasksFailed;
    co_await tidy(run, made.ok());

    run->summary.elapsedMs = run->progress.startedAt.msecsTo(QDateTime::currentDateTimeUtc());
    // Without a summary on disk a run counts as broken off, and can be resumed.
    const bool keptByWish = run->summary.ending == RunSummary::Ending::Stopped && run->keepOnCancel;
    if (run->summary.ending != RunSummary::Ending::Broken && !keptByWish) {
        if (const auto saved = run->folder.saveSummary(run->summary); !saved)
            run->say(RunEvent::Level::Warning, saved.error().caption());
    }
    if (owner)
        Q_EMIT owner->finished(run->summary);
}

Run::Run(const Plan &plan, const RunStamp &stamp, const RunServices &services,
         const RunFolder &folder, QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<RunState>())
{
    m_state->plan = plan;
    m_state->stamp = stampText(stamp);
    m_state->services = services;
    m_state->folder = folder;
    m_state->progress.runId = plan.runId;
    m_state->progress.tasksTotal = int(plan.tasks.size());
    const QPointer<Run> self(this);
    m_state->onProgress = [self](const RunProgress &progress) {
        if (self)
            Q_EMIT self->progressed(progress);
    };
    m_state->onEvent = [self](const RunEvent &event) {
        if (self)
            Q_EMIT self->happened(event);
    };
    m_state->onTasks = [self](const QList<Batch::Task> &tasks) {
        if (self)
            Q_EMIT self->tasksChanged(tasks);
    };
    m_state->onNodes = [self](const QList<Batch::Node> &nodes) {
        if (self)
            Q_EMIT self->nodesSeen(nodes);
    };
}

Run::~Run()
{
    // The coroutine holds the state and runs on to its next look at the token.
    m_state->keepOnCancel = true;
    m_state->cancel.cancel();
}

void Run::start()
{
    auto journal = Journal::open(m_state->folder.journalPath());
    if (!journal) {
        m_state->summary.runId = m_state->plan.runId;
        m_state->summary.ending = RunSummary::Ending::Broken;
        m_state->summary.errors << journal.error();
        const RunSummary summary = m_state->summary;
        QMetaObject::invokeMethod(
            this, [this, summary] { Q_EMIT finished(summary); }, Qt::QueuedConnection);
        return;
    }
    m_state->journal = *journal;
    carryOut(m_state, this);
}

void Run::stop(bool keepEverything)
{
    m_state->keepOnCancel = keepEverything;
    m_state->cancel.cancel();
}

const RunProgress &Run::progress() const
{
    return m_state->progress;
}

} // namespace Batchdesk
