// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/batchclient_p.h"
#include "core/batch/jobschedulecodec.h"

namespace Batchdesk::Batch {
namespace {

QStringList schedulePath(const QString &scheduleId, const QStringList &rest = {})
{
    return QStringList{QStringLiteral("jobschedules"), scheduleId} + rest;
}

} // namespace

QFuture<Outcome<void>> BatchClient::addJobSchedule(const JobScheduleSpec &schedule)
{
    return d->create({.operation = QStringLiteral("Job Schedule - Add"),
                      .verb = "POST",
                      .path = {QStringLiteral("jobschedules")},
                      .body = compact(toJson(schedule))},
                     QLatin1String("JobScheduleExists"));
}

QFuture<Outcome<bool>> BatchClient::jobScheduleExists(const QString &scheduleId)
{
    return d->exists(QStringLiteral("Job Schedule - Exists"), schedulePath(scheduleId));
}

QFuture<Outcome<JobSchedule>> BatchClient::jobSchedule(const QString &scheduleId)
{
    return d->get(QStringLiteral("Job Schedule - Get"), schedulePath(scheduleId),
                  jobScheduleFromJson);
}

QFuture<Outcome<Page<JobSchedule>>> BatchClient::jobSchedules(const ListQuery &query)
{
    return d->list(QStringLiteral("Job Schedule - List"), {QStringLiteral("jobschedules")}, query,
                   jobScheduleFromJson);
}

QFuture<Outcome<void>> BatchClient::patchJobSchedule(const QString &scheduleId,
                                                     const JobSchedulePatch &patch,
                                                     const QString &ifMatch)
{
    return d->carryOut({.operation = QStringLiteral("Job Schedule - Patch"),
                        .verb = "PATCH",
                        .path = schedulePath(scheduleId),
                        .expected = {200},
                        .body = compact(toJson(patch)),
                        .ifMatch = ifMatch});
}

QFuture<Outcome<void>> BatchClient::updateJobSchedule(const QString &scheduleId,
                                                      const JobScheduleUpdate &update,
                                                      const QString &ifMatch)
{
    return d->carryOut({.operation = QStringLiteral("Job Schedule - Update"),
                        .verb = "PUT",
                        .path = schedulePath(scheduleId),
                        .expected = {200},
                        .body = compact(toJson(update)),
                        .ifMatch = ifMatch});
}

QFuture<Outcome<void>> BatchClient::disableJobSchedule(const QString &scheduleId)
{
    return d->carryOut({.operation = QStringLiteral("Job Schedule - Disable"),
                        .verb = "POST",
                        .path = schedulePath(scheduleId, {QStringLiteral("disable")}),
                        .expected = {204}});
}

QFuture<Outcome<void>> BatchClient::enableJobSchedule(const QString &scheduleId)
{
    return d->carryOut({.operation = QStringLiteral("Job Schedule - Enable"),
                        .verb = "POST",
                        .path = schedulePath(scheduleId, {QStringLiteral("enable")}),
                        .expected = {204}});
}

QFuture<Outcome<void>> BatchClient::terminateJobSchedule(const QString &scheduleId, bool force)
{
    return d->carryOut(endingCall(QStringLiteral("Job Schedule - Terminate"), "POST",
                                  schedulePath(scheduleId, {QStringLiteral("terminate")}), force));
}

QFuture<Outcome<void>> BatchClient::deleteJobSchedule(const QString &scheduleId, bool force)
{
    return d->carryOut(endingCall(QStringLiteral("Job Schedule - Delete"), "DELETE",
                                  schedulePath(scheduleId), force));
}

} // namespace Batchdesk::Batch
