// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/cleanup.h"

#include "core/net/awaitoutcome.h"
#include "core/net/pause.h"
#include "core/run/ownership.h"

#include <QCoreApplication>
#include <QFuture>

#include <algorithm>
#include <functional>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CleanUp)
};

constexpr auto notOfThisRun = "NotOfThisRun";

//! One thing to be removed, and how to ask whether it is gone.
struct Removal
{
    QString kind; //!< Also its name in the journal: "job", "pool", "container".
    QString id;
    QString label; //!< "job forecast-1"
    std::function<QFuture<Outcome<void>>()> remove;
    std::function<QFuture<Outcome<QString>>()> owner; //!< Its stamp, or NotFound.
};

template <typename T>
QFuture<Outcome<QString>> stampOf(QFuture<Outcome<T>> found, const QString &key)
{
    return found.then([key](const Outcome<T> &thing) -> Outcome<QString> {
        if (!thing)
            return thing.error();
        if constexpr (std::is_same_v<T, Blob::ContainerItem>) {
            return thing->metadata.value(key);
        } else {
            for (const Batch::NameValue &entry : thing->metadata) {
                if (entry.name == key)
                    return entry.value;
            }
            return QString();
        }
    });
}

Removal jobRemoval(const RunStatePtr &run)
{
    const QString id = run->plan.job.id;
    auto batch = run->services.batch;
    return {QStringLiteral("job"), id, Texts::tr("job %1").arg(id),
            [batch, id] { return batch->deleteJob(id); },
            [batch, id] { return stampOf(batch->job(id), stampKey()); }};
}

Removal poolRemoval(const RunStatePtr &run)
{
    const QString id = run->plan.pool.id;
    auto batch = run->services.batch;
    return {QStringLiteral("pool"), id, Texts::tr("pool %1").arg(id),
            [batch, id] { return batch->deletePool(id); },
            [batch, id] { return stampOf(batch->pool(id), stampKey()); }};
}

Removal containerRemoval(const RunStatePtr &run, const QString &id)
{
    auto blob = run->services.blob;
    return {QStringLiteral("container"), id, Texts::tr("container %1").arg(id),
            [blob, id] { return blob->deleteContainer(id); },
            [blob, id] { return stampOf(blob->containerProperties(id), containerStampKey()); }};
}

bool isGone(const Error &error)
{
    return error.kind == Error::Kind::NotFound
        || error.code == QLatin1String("ContainerBeingDeleted");
}

} // namespace

CleanUpScope CleanUpScope::fromPlan(const Plan &plan, bool resultsAtHome)
{
    using Containers = Settings::CleanUp::Containers;
    CleanUpScope scope;
    scope.job = plan.cleanUp.job;
    scope.pool = plan.cleanUp.pool;
    scope.inputs = plan.cleanUp.containers != Containers::Keep;
    scope.outputs = plan.cleanUp.containers == Containers::All && resultsAtHome;
    return scope;
}

CleanUpScope CleanUpScope::everything()
{
    return {true, true, true, true};
}

Outcome<RunStatePtr> openForCleanUp(RunFolder folder)
{
    if (const auto locked = folder.lock(); !locked)
        return locked.error();
    const auto record = folder.record();
    if (!record)
        return record.error();
    const PlanResult planned = record->plan();
    if (!planned.ok())
        return planned.errors.first();
    const auto journal = Journal::open(folder.journalPath());
    if (!journal)
        return journal.error();
    auto run = std::make_shared<RunState>();
    run->plan = planned.plan;
    run->stamp = stampText(record->stamp);
    run->journal = *journal;
    run->folder = folder;
    if (const auto ended = folder.summary()) {
        run->summary = *ended; // how it ended stays true, whatever is removed now
    } else {
        run->summary = folder.outcome().value_or(RunSummary{});
        run->summary.ending = RunSummary::Ending::Stopped;
        run->summary.notRun =
            int(planned.plan.tasks.size()) - run->summary.succeeded - run->summary.failed;
    }
    run->summary.runId = planned.plan.runId;
    run->summary.tasksTotal = int(planned.plan.tasks.size());
    run->summary.deleted.clear();
    run->summary.kept.clear();
    run->summary.errors.clear();
    return run;
}

//! Waits until the service no longer knows it: only then has the cost stopped.
static QCoro::Task<Outcome<void>> waitUntilGone(Removal removal)
{
    std::chrono::milliseconds wait{100};
    std::chrono::milliseconds waited{0};
    constexpr std::chrono::minutes limit{20};
    while (waited < limit) {
        const auto owner = co_await awaitOutcome(removal.owner());
        if (!owner)
            co_return isGone(owner.error()) ? Outcome<void>() : Outcome<void>(owner.error());
        co_await pause(wait, CancelToken());
        waited += wait;
        wait = std::min(wait * 2, std::chrono::milliseconds(5'000));
    }
    Error error;
    error.kind = Error::Kind::Timeout;
    error.message = Texts::tr("%1 is still being deleted after 20 minutes").arg(removal.label);
    co_return error;
}

//! Asks for it, again and again while the thing is busy changing (being resized, created,
//! terminated).
static QCoro::Task<Outcome<void>> requestRemoval(Removal removal)
{
    constexpr int tries = 60;
    for (int i = 1;; ++i) {
        const auto removed = co_await awaitOutcome(removal.remove());
        if (removed || isGone(removed.error())
            || removed.error().code.endsWith(QLatin1String("BeingDeleted")))
            co_return Outcome<void>();
        if (i == tries || !removed.error().code.contains(QLatin1String("Being")))
            co_return removed.error();
        co_await pause(std::chrono::seconds(5), CancelToken());
    }
}

static QCoro::Task<Outcome<void>> removeThing(RunStatePtr run, Removal removal)
{
    const auto owner = co_await awaitOutcome(removal.owner());
    if (!owner) {
        if (!isGone(owner.error()))
            co_return owner.error();
    } else {
        if (*owner != run->stamp) {
            Error error;
            error.kind = Error::Kind::Conflict;
            error.code = QLatin1String(notOfThisRun);
            error.message = Texts::tr("%1 is not of this run").arg(removal.label);
            co_return error;
        }
        // A journal that cannot be written must not keep a pool alive.
        (void)run->journal->write(QStringLiteral("delete ") + removal.kind, removal.id,
                                  JournalEntry::Phase::Begin);
        const auto removed = co_await requestRemoval(removal);
        if (!removed)
            co_return removed.error();
        const auto gone = co_await waitUntilGone(removal);
        if (!gone)
            co_return gone.error();
    }
    (void)run->journal->write(QStringLiteral("delete ") + removal.kind, removal.id,
                              JournalEntry::Phase::Done);
    co_return Outcome<void>();
}

static QCoro::Task<> settle(RunStatePtr run, Removal removal, bool wanted, QString whyKept)
{
    if (!run->journal->mayExist(removal.kind, removal.id))
        co_return; // never made, or gone already
    if (!wanted) {
        run->summary.kept << KeptThing{removal.label, whyKept};
        co_return;
    }
    const auto removed = co_await removeThing(run, removal);
    if (removed) {
        run->summary.deleted << removal.label;
        run->say(Texts::tr("Deleted %1").arg(removal.label));
        co_return;
    }
    if (removed.error().code == QLatin1String(notOfThisRun))
        co_return; // a foreign thing of that name was there before us
    run->summary.kept << KeptThing{removal.label, removed.error().caption()};
    run->summary.errors << removed.error();
    run->say(RunEvent::Level::Problem,
             Texts::tr("Could not delete %1: %2").arg(removal.label, removed.error().caption()));
}

static QString secretContainer(const Plan &plan)
{
    return plan.clone ? plan.clone->secret.container : QString();
}

QCoro::Task<> forgetSecret(RunStatePtr run)
{
    const QString container = secretContainer(run->plan);
    if (container.isEmpty() || !run->journal->mayExist(QStringLiteral("container"), container))
        co_return;
    const Removal removal = containerRemoval(run, container);
    const auto removed = co_await removeThing(run, removal);
    if (!removed)
        co_return;
    run->summary.deleted << removal.label;
    run->say(Texts::tr("Deleted %1").arg(removal.label));
}

QDateTime secretEnd(const RunState &run)
{
    if (secretContainer(run.plan).isEmpty())
        return {};
    for (const JournalEntry &entry : run.journal->entries()) {
        if (entry.step == QLatin1String("job") && entry.subject == run.plan.job.id)
            return entry.time.addSecs(secretLifetime(run.plan).count());
    }
    return {};
}

QCoro::Task<> cleanUp(RunStatePtr run, CleanUpScope scope)
{
    const Plan &plan = run->plan;
    const QString asked = Texts::tr("the settings say to keep it");
    co_await settle(run, jobRemoval(run), scope.job, asked);
    co_await settle(run, poolRemoval(run), scope.pool,
                    Texts::tr("%1; it costs money while it has nodes").arg(asked));
    // A secret stays nowhere, whatever the settings say.
    if (const QString secret = secretContainer(plan); !secret.isEmpty())
        co_await settle(run, containerRemoval(run, secret), true, {});
    co_await settle(run, containerRemoval(run, plan.applicationContainer), scope.inputs, asked);
    co_await settle(run, containerRemoval(run, plan.inputContainer), scope.inputs, asked);
    if (plan.ownsOutputContainer)
        co_await settle(run, containerRemoval(run, plan.outputContainer), scope.outputs,
                        Texts::tr("it holds the results"));
}

} // namespace Batchdesk
