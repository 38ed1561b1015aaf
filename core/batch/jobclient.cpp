// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchclient_p.h"
#include "core/batch/jobcodec.h"

namespace Batchdesk::Batch {
namespace {

QStringList jobPath(const QString &jobId, const QStringList &rest = {})
{
    return QStringList{QStringLiteral("jobs"), jobId} + rest;
}

} // namespace

QFuture<Outcome<void>> BatchClient::addJob(const JobSpec &job)
{
    return d->create({.operation = QStringLiteral("Job - Add"),
                      .verb = "POST",
                      .path = {QStringLiteral("jobs")},
                      .body = compact(toJson(job))},
                     QLatin1String("JobExists"));
}

QFuture<Outcome<Job>> BatchClient::job(const QString &jobId)
{
    return d->get(QStringLiteral("Job - Get"), jobPath(jobId), jobFromJson);
}

QFuture<Outcome<Page<Job>>> BatchClient::jobs(const ListQuery &query)
{
    return d->list(QStringLiteral("Job - List"), {QStringLiteral("jobs")}, query, jobFromJson);
}

QFuture<Outcome<Page<Job>>> BatchClient::jobsOfSchedule(const QString &scheduleId,
                                                        const ListQuery &query)
{
    return d->list(QStringLiteral("Job - List From Job Schedule"),
                   {QStringLiteral("jobschedules"), scheduleId, QStringLiteral("jobs")}, query,
                   jobFromJson);
}

QFuture<Outcome<void>> BatchClient::patchJob(const QString &jobId, const JobPatch &patch,
                                             const QString &ifMatch)
{
    return d->carryOut({.operation = QStringLiteral("Job - Patch"),
                        .verb = "PATCH",
                        .path = jobPath(jobId),
                        .expected = {200},
                        .body = compact(toJson(patch)),
                        .ifMatch = ifMatch});
}

QFuture<Outcome<void>> BatchClient::terminateJobWhenTasksComplete(const QString &jobId)
{
    JobPatch patch;
    patch.terminateWhenAllTasksComplete = true;
    return patchJob(jobId, patch);
}

QFuture<Outcome<void>> BatchClient::updateJob(const QString &jobId, const JobUpdate &update,
                                              const QString &ifMatch)
{
    return d->carryOut({.operation = QStringLiteral("Job - Update"),
                        .verb = "PUT",
                        .path = jobPath(jobId),
                        .expected = {200},
                        .body = compact(toJson(update)),
                        .ifMatch = ifMatch});
}

QFuture<Outcome<void>> BatchClient::disableJob(const QString &jobId, DisableTasks tasks)
{
    return d->carryOut({.operation = QStringLiteral("Job - Disable"),
                        .verb = "POST",
                        .path = jobPath(jobId, {QStringLiteral("disable")}),
                        .expected = {202},
                        .body = compact({{QLatin1String("disableTasks"), wireName(tasks)}})});
}

QFuture<Outcome<void>> BatchClient::enableJob(const QString &jobId)
{
    return d->carryOut({.operation = QStringLiteral("Job - Enable"),
                        .verb = "POST",
                        .path = jobPath(jobId, {QStringLiteral("enable")}),
                        .expected = {202}});
}

QFuture<Outcome<void>> BatchClient::terminateJob(const QString &jobId, const QString &reason,
                                                 bool force)
{
    BatchCall call = endingCall(QStringLiteral("Job - Terminate"), "POST",
                                jobPath(jobId, {QStringLiteral("terminate")}), force);
    if (!reason.isEmpty())
        call.body = compact(terminateBody(reason));
    return d->carryOut(call);
}

QFuture<Outcome<void>> BatchClient::deleteJob(const QString &jobId, bool force)
{
    return d->carryOut(endingCall(QStringLiteral("Job - Delete"), "DELETE", jobPath(jobId), force));
}

QFuture<Outcome<TaskCounts>> BatchClient::taskCounts(const QString &jobId)
{
    return d->get(QStringLiteral("Job - Get Task Counts"),
                  jobPath(jobId, {QStringLiteral("taskcounts")}), taskCountsFromJson);
}

QFuture<Outcome<Page<PreparationStatus>>> BatchClient::preparationStatus(const QString &jobId,
                                                                         const ListQuery &query)
{
    return d->list(QStringLiteral("Job - List Preparation And Release Task Status"),
                   jobPath(jobId, {QStringLiteral("jobpreparationandreleasetaskstatus")}), query,
                   preparationStatusFromJson);
}

} // namespace Batchdesk::Batch
