// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/collect.h"

#include "core/net/awaitoutcome.h"
#include "core/transfer/download.h"

#include <QCoreApplication>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

//! What could not be brought home, as one error that names the first file and where the rest can be
//! found.
Error failureOf(const TransferSummary &summary, const QString &container)
{
    if (summary.failures.isEmpty())
        return Error::cancelled();
    Error error = summary.failures.first().error;
    if (error.place.isEmpty())
        error.place = summary.failures.first().name;
    if (summary.failures.size() > 1)
        error.message += Texts::tr(" (and %1 more files)").arg(summary.failures.size() - 1);
    const QString where =
        Texts::tr("All results are still in container %1; resume the run to bring them home.")
            .arg(container);
    error.advice = error.advice.isEmpty() ? where : error.advice + QLatin1Char(' ') + where;
    return error;
}

} // namespace

static QCoro::Task<Outcome<QList<Blob::BlobItem>>> listResults(RunStatePtr run)
{
    QList<Blob::BlobItem> results;
    Blob::BlobQuery query;
    query.prefix = run->plan.outputPrefix;
    do {
        const auto page =
            co_await awaitOutcome(run->services.blob->blobs(run->plan.outputContainer, query));
        if (!page)
            co_return page.error();
        results += page->blobs;
        query.marker = page->nextMarker;
    } while (!query.marker.isEmpty());
    co_return results;
}

QCoro::Task<Outcome<void>> collectOutputs(RunStatePtr run)
{
    const auto results = co_await listResults(run);
    if (!results)
        co_return results.error();
    DownloadManyRequest request;
    request.container = run->plan.outputContainer;
    request.blobs = *results;
    request.folder = run->plan.downloadFolder;
    request.stripPrefix = run->plan.outputPrefix;
    DownloadOptions options;
    options.conflict = ConflictPolicy::Replace; // the folder is this run's own: what is there is an
                                                // earlier attempt's
    // Only a pointer to the run is caught: the flow that awaits this holds it.
    RunState *state = run.get();
    const TransferSummary brought = co_await downloadMany(
        run->services.blob, request, options, run->cancel, [state](const TransferProgress &now) {
            state->progress.transfer = {now.filesDone, now.filesTotal, now.bytesDone,
                                        now.bytesTotal};
            state->report();
        });
    run->summary.resultsFolder = brought.filesDone > 0 ? run->plan.downloadFolder : QString();
    run->summary.filesBroughtHome = brought.filesDone;
    if (!brought.ok())
        co_return failureOf(brought, run->plan.outputContainer);
    co_return Outcome<void>();
}

} // namespace Batchdesk
