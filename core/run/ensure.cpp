// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/ensure.h"

#include "core/net/awaitoutcome.h"
#include "core/net/pause.h"
#include "core/run/ownership.h"

#include <QCoreApplication>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Ensure)
};

Error foreign(const QString &what, const QString &name, const QString &place)
{
    Error error;
    error.kind = Error::Kind::AlreadyExists;
    error.message =
        Texts::tr("There is already a %1 called %2, and it is not of this run").arg(what, name);
    error.place = place;
    error.advice =
        Texts::tr("Use another name such as %1-2, or remove the existing one first.").arg(name);
    return error;
}

bool isAbsent(const Error &error)
{
    return error.kind == Error::Kind::NotFound;
}

//! Writes that a request was definitely refused, so that nothing of it is looked for later.
void noteRefusal(const RunState &run, const QString &kind, const QString &id, const Error &error)
{
    if (error.httpStatus >= 400 && error.httpStatus < 500)
        (void)run.journal->write(kind, id, JournalEntry::Phase::Failed);
}

//! True for what AddX answers when the id is taken, by whichever state of the thing.
bool isTaken(const Error &error)
{
    return error.isExists() || error.code == QLatin1String("JobCompleted");
}

Batch::PoolSpec stampedPool(const RunState &run)
{
    Batch::PoolSpec pool = poolSpec(run.plan, *run.services.links);
    pool.metadata << Batch::NameValue{stampKey(), run.stamp};
    return pool;
}

Batch::JobSpec stampedJob(const RunState &run)
{
    Batch::JobSpec job = jobSpec(run.plan, *run.services.links);
    job.metadata << Batch::NameValue{stampKey(), run.stamp};
    // The user name stands with the token, not in the settings.
    const auto &repository = run.services.repository;
    if (repository && repository->credential.kind == Git::Credential::Kind::Token)
        job.preparationTask->environmentSettings
            << Batch::NameValue{QStringLiteral("BATCHDESK_GIT_USER"), repository->credential.user};
    job.terminateWhenAllTasksComplete =
        false; // a job without tasks would end at once; see ensureTasks()
    return job;
}

} // namespace

QCoro::Task<QList<Error>> checkNames(RunStatePtr run)
{
    QList<Error> problems;
    const auto pool = co_await awaitOutcome(run->services.firstContact->pool(run->plan.pool.id));
    if (pool && !carriesStamp(pool->metadata, run->stamp))
        problems << foreign(Texts::tr("pool"), run->plan.pool.id, QStringLiteral("$.pool.id"));
    else if (!pool && !isAbsent(pool.error()))
        problems << pool.error();

    // When the service does not answer at all, asking it thrice more only makes the user wait.
    if (!problems.isEmpty() && problems.first().kind != Error::Kind::AlreadyExists)
        co_return problems;

    const auto job = co_await awaitOutcome(run->services.batch->job(run->plan.job.id));
    if (job && !carriesStamp(job->metadata, run->stamp))
        problems << foreign(Texts::tr("job"), run->plan.job.id, QStringLiteral("$.job.id"));
    else if (!job && !isAbsent(job.error()))
        problems << job.error();

    for (const QString &container : run->plan.containers()) {
        if (container == run->plan.outputContainer && !run->plan.ownsOutputContainer)
            continue;
        const auto found =
            co_await awaitOutcome(run->services.blob->containerProperties(container));
        if (found && !carriesStamp(found->metadata, run->stamp))
            problems << foreign(Texts::tr("container"), container, QStringLiteral("$.job.id"));
        else if (!found && !isAbsent(found.error()))
            problems << found.error();
        if (!found && found.error().kind == Error::Kind::Network)
            break;
    }
    co_return problems;
}

static QCoro::Task<Outcome<void>> ensureContainer(RunStatePtr run, QString container)
{
    const bool shared = container == run->plan.outputContainer && !run->plan.ownsOutputContainer;
    if (const auto written =
            run->journal->write(QStringLiteral("container"), container, JournalEntry::Phase::Begin);
        !written) {
        co_return written.error();
    }
    const QMap<QString, QString> metadata{{containerStampKey(), run->stamp}};
    // A container that was just deleted keeps its name for seconds to minutes.
    for (int waits = 0; waits < 60 && !run->cancel.isCancelled(); ++waits) {
        const auto made =
            co_await awaitOutcome(run->services.blob->createContainer(container, metadata));
        if (!made && made.error().code == QLatin1String("ContainerBeingDeleted")) {
            if (waits == 0)
                run->say(Texts::tr("Container %1 is still being deleted; waiting for its name")
                             .arg(container));
            co_await pause(std::chrono::seconds(5), run->cancel);
            continue;
        }
        if (!made && !isTaken(made.error()))
            co_return made.error();
        if (!made && !shared) {
            const auto found =
                co_await awaitOutcome(run->services.blob->containerProperties(container));
            if (!found)
                co_return found.error();
            if (!carriesStamp(found->metadata, run->stamp))
                co_return foreign(Texts::tr("container"), container, QStringLiteral("$.job.id"));
        }
        co_return run->journal->write(QStringLiteral("container"), container,
                                      JournalEntry::Phase::Done);
    }
    if (run->cancel.isCancelled())
        co_return Error::cancelled();
    Error error = foreign(Texts::tr("container"), container, QStringLiteral("$.job.id"));
    error.message =
        Texts::tr("Container %1 is still being deleted after five minutes").arg(container);
    co_return error;
}

QCoro::Task<Outcome<void>> ensureContainers(RunStatePtr run)
{
    for (const QString &container : run->plan.containers()) {
        const auto made = co_await ensureContainer(run, container);
        if (!made)
            co_return made;
        if (run->cancel.isCancelled())
            co_return Error::cancelled();
    }
    co_return Outcome<void>();
}

QCoro::Task<Outcome<void>> ensurePool(RunStatePtr run)
{
    const QString id = run->plan.pool.id;
    if (const auto written =
            run->journal->write(QStringLiteral("pool"), id, JournalEntry::Phase::Begin);
        !written)
        co_return written.error();
    const auto made = co_await awaitOutcome(run->services.batch->addPool(stampedPool(*run)));
    if (!made) {
        if (!isTaken(made.error())) {
            noteRefusal(*run, QStringLiteral("pool"), id, made.error());
            co_return made.error();
        }
        const auto found = co_await awaitOutcome(run->services.batch->pool(id));
        if (!found)
            co_return found.error();
        if (!carriesStamp(found->metadata, run->stamp)) {
            (void)run->journal->write(QStringLiteral("pool"), id, JournalEntry::Phase::Failed);
            co_return foreign(Texts::tr("pool"), id, QStringLiteral("$.pool.id"));
        }
    }
    co_return run->journal->write(QStringLiteral("pool"), id, JournalEntry::Phase::Done);
}

QCoro::Task<Outcome<void>> ensureJob(RunStatePtr run)
{
    const QString id = run->plan.job.id;
    if (const auto written =
            run->journal->write(QStringLiteral("job"), id, JournalEntry::Phase::Begin);
        !written)
        co_return written.error();
    const auto made = co_await awaitOutcome(run->services.batch->addJob(stampedJob(*run)));
    if (!made) {
        if (!isTaken(made.error())) {
            noteRefusal(*run, QStringLiteral("job"), id, made.error());
            co_return made.error();
        }
        const auto found = co_await awaitOutcome(run->services.batch->job(id));
        if (!found)
            co_return found.error();
        if (!carriesStamp(found->metadata, run->stamp)) {
            (void)run->journal->write(QStringLiteral("job"), id, JournalEntry::Phase::Failed);
            co_return foreign(Texts::tr("job"), id, QStringLiteral("$.job.id"));
        }
    } else if (const auto written =
                   run->journal->write(QStringLiteral("tasks"), id, JournalEntry::Phase::Begin);
               !written) {
        co_return written.error(); // a fresh job has none, whatever an earlier attempt wrote
    }
    co_return run->journal->write(QStringLiteral("job"), id, JournalEntry::Phase::Done);
}

//! True when the job ended by itself because all its tasks had: an earlier attempt had added them
//! all, and died before it could write so.
static QCoro::Task<bool> endedWithAllTasks(RunStatePtr run)
{
    const auto job = co_await awaitOutcome(run->services.batch->job(run->plan.job.id));
    co_return job &&carriesStamp(job->metadata, run->stamp)
        && job->terminateReason == QLatin1String("AllTasksComplete");
}

//! Adds one request's worth of tasks; asks again for those that the service could not take yet.
static QCoro::Task<Outcome<void>> addTasks(RunStatePtr run, QList<Batch::TaskSpec> tasks)
{
    std::chrono::milliseconds wait{1'000};
    for (int tries = 0; !tasks.isEmpty(); ++tries) {
        const auto results =
            co_await awaitOutcome(run->services.batch->addTasks(run->plan.job.id, tasks));
        if (!results)
            co_return results.error();
        QList<Batch::TaskSpec> again;
        for (qsizetype i = 0; i < results->size(); ++i) {
            const Batch::TaskAddResult &result = results->at(i);
            // The job is ours, so a task of that id is the one an earlier, interrupted attempt
            // added.
            if (result.added || (result.error && result.error->isExists()))
                continue;
            if (!result.retryable || tries >= 5) {
                Error error = result.error.value_or(Error{});
                error.place = Texts::tr("task %1").arg(result.taskId);
                co_return error;
            }
            again << tasks.at(i);
        }
        tasks = again;
        if (!tasks.isEmpty())
            co_await pause(wait, run->cancel);
        if (run->cancel.isCancelled())
            co_return Error::cancelled();
        wait *= 2;
    }
    co_return Outcome<void>();
}

QCoro::Task<Outcome<void>> ensureTasks(RunStatePtr run)
{
    const QString jobId = run->plan.job.id;
    if (run->journal->done(QStringLiteral("tasks"), jobId))
        co_return Outcome<void>(); // and the job may have ended with its last task since
    if (const auto written =
            run->journal->write(QStringLiteral("tasks"), jobId, JournalEntry::Phase::Begin);
        !written)
        co_return written.error();
    // Links are made slice by slice: a hundred thousand signed tasks at once would only fill
    // memory.
    constexpr qsizetype sliceSize = 100;
    const qsizetype total = run->plan.tasks.size();
    for (qsizetype from = 0; from < total; from += sliceSize) {
        QList<Batch::TaskSpec> slice;
        for (qsizetype i = from; i < qMin(from + sliceSize, total); ++i)
            slice << taskSpec(run->plan, run->plan.tasks.at(i), *run->services.links);
        const auto pieces = Batch::BatchClient::splitForAdding(slice);
        if (!pieces)
            co_return pieces.error();
        for (const QList<Batch::TaskSpec> &piece : *pieces) {
            const auto added = co_await addTasks(run, piece);
            if (!added && added.error().code == QLatin1String("JobCompleted")
                && co_await endedWithAllTasks(run))
                co_return run->journal->write(QStringLiteral("tasks"), jobId,
                                              JournalEntry::Phase::Done);
            if (!added)
                co_return added.error();
        }
        run->progress.transfer.filesDone = qMin(from + sliceSize, total);
        run->report();
        if (run->cancel.isCancelled())
            co_return Error::cancelled();
    }
    if (run->plan.job.terminateWhenAllTasksComplete) {
        const auto patched =
            co_await awaitOutcome(run->services.batch->terminateJobWhenTasksComplete(jobId));
        if (!patched
            && !(patched.error().code == QLatin1String("JobCompleted")
                 && co_await endedWithAllTasks(run)))
            co_return patched.error();
    }
    co_return run->journal->write(QStringLiteral("tasks"), jobId, JournalEntry::Phase::Done);
}

} // namespace Batchdesk
