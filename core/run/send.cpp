// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/awaitoutcome.h"
#include "core/run/applicationarchive.h"
#include "core/run/ensure.h"
#include "core/transfer/upload.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Send)
};

UploadRequest requestFor(const Plan &plan, const PlannedTask &task)
{
    const BlobPlace place = plan.inputPlace(task);
    return {plan.inputFolder + QLatin1Char('/') + task.input.path, place.container, place.name, {}};
}

//! What went wrong with many files, as one error that names the first ones.
Error failureOf(const TransferSummary &summary)
{
    if (summary.failures.isEmpty())
        return Error::cancelled();
    Error error = summary.failures.first().error;
    if (error.place.isEmpty())
        error.place = summary.failures.first().name;
    if (summary.failures.size() > 1)
        error.message += Texts::tr(" (and %1 more files)").arg(summary.failures.size() - 1);
    return error;
}

} // namespace

static QCoro::Task<Outcome<void>> sendScripts(RunStatePtr run)
{
    for (const PlannedScript &script : run->plan.scripts) {
        Blob::BlobHeaders headers;
        headers.contentMd5 = QCryptographicHash::hash(script.content, QCryptographicHash::Md5);
        const auto sent = co_await awaitOutcome(run->services.blob->putBlob(
            script.place.container, script.place.name, HttpBody(script.content), headers));
        if (!sent)
            co_return sent.error();
    }
    co_return Outcome<void>();
}

static QCoro::Task<Outcome<void>> sendArchive(RunStatePtr run)
{
    const Plan &plan = run->plan;
    const QString archive = run->folder.archivePath();
    QFuture<Outcome<void>> zipping = QtConcurrent::run(
        [folder = plan.applicationFolder, files = plan.applicationFiles, archive,
         cancel = run->cancel] { return writeApplicationArchive(folder, files, archive, cancel); });
    const auto zipped = co_await awaitOutcome(zipping);
    if (!zipped)
        co_return zipped.error();
    UploadRequest request{archive, plan.archive.container, plan.archive.name, {}};
    request.headers.contentType = QStringLiteral("application/zip");
    const auto sent = co_await uploadFile(run->services.blob, request, {}, run->cancel);
    QFile::remove(archive);
    co_return sent ? Outcome<void>() : Outcome<void>(sent.error());
}

//! In one request from memory: the secret is never a file here.
static QCoro::Task<Outcome<void>> sendSecret(RunStatePtr run)
{
    const PlannedClone &clone = *run->plan.clone;
    if (!clone.needsSecret())
        co_return Outcome<void>();
    if (!run->services.repository)
        co_return Error::invalidInput(Texts::tr("The key or token \"%1\" was not given to the run")
                                          .arg(clone.source.credential));
    const QByteArray &secret = run->services.repository->secret.reveal();
    Blob::BlobHeaders headers;
    headers.contentMd5 = QCryptographicHash::hash(secret, QCryptographicHash::Md5);
    const auto sent = co_await awaitOutcome(run->services.blob->putBlob(
        clone.secret.container, clone.secret.name, HttpBody(secret), headers));
    co_return sent ? Outcome<void>() : Outcome<void>(sent.error());
}

QCoro::Task<Outcome<void>> ensureApplication(RunStatePtr run)
{
    const QString step = QStringLiteral("application");
    const QString container = run->plan.applicationContainer;
    if (run->journal->done(step, container))
        co_return Outcome<void>();
    if (const auto written = run->journal->write(step, container, JournalEntry::Phase::Begin);
        !written)
        co_return written.error();
    Outcome<void> sent;
    if (run->plan.clone)
        sent = co_await sendSecret(run);
    else
        sent = co_await sendArchive(run);
    if (!sent)
        co_return sent.error();
    const auto scripts = co_await sendScripts(run);
    if (!scripts)
        co_return scripts.error();
    co_return run->journal->write(step, container, JournalEntry::Phase::Done);
}

//! Sizes of the input blobs that an interrupted attempt left behind.
static QCoro::Task<Outcome<QHash<QString, qint64>>> sentBefore(RunStatePtr run)
{
    QHash<QString, qint64> sizes;
    Blob::BlobQuery query;
    do {
        const auto page =
            co_await awaitOutcome(run->services.blob->blobs(run->plan.inputContainer, query));
        if (!page)
            co_return page.error();
        for (const Blob::BlobItem &blob : page->blobs)
            sizes.insert(blob.name, blob.size);
        query.marker = page->nextMarker;
    } while (!query.marker.isEmpty());
    co_return sizes;
}

QCoro::Task<Outcome<void>> ensureInputs(RunStatePtr run)
{
    const Plan &plan = run->plan;
    const QString step = QStringLiteral("inputs");
    if (run->journal->done(step, plan.inputContainer))
        co_return Outcome<void>();
    QHash<QString, qint64> there;
    if (run->journal->begun(step, plan.inputContainer)) {
        auto listed = co_await sentBefore(run);
        if (!listed)
            co_return listed.error();
        there = *listed;
    }
    if (const auto written =
            run->journal->write(step, plan.inputContainer, JournalEntry::Phase::Begin);
        !written)
        co_return written.error();
    QList<UploadRequest> requests;
    for (const PlannedTask &task : plan.tasks) {
        const auto size = there.constFind(plan.inputPlace(task).name);
        if (size == there.constEnd() || *size != task.input.size)
            requests << requestFor(plan, task);
    }
    // Only a pointer to the run is caught: the flow that awaits this holds it.
    RunState *state = run.get();
    const qint64 alreadyThere = plan.tasks.size() - requests.size();
    const TransferSummary sent = co_await uploadMany(
        run->services.blob, requests, {}, run->cancel,
        [state, alreadyThere](const TransferProgress &now) {
            state->progress.transfer = {now.filesDone + alreadyThere, now.filesTotal + alreadyThere,
                                        now.bytesDone, now.bytesTotal};
            state->report();
        });
    if (!sent.ok())
        co_return failureOf(sent);
    co_return run->journal->write(step, plan.inputContainer, JournalEntry::Phase::Done);
}

} // namespace Batchdesk
