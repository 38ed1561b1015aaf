// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/jobschedulecodec.h"

#include "core/batch/commoncodec.h"
#include "core/batch/jobcodec.h"
#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {
namespace {

// Names that both directions, or several bodies, use.
constexpr QLatin1String Id("id");
constexpr QLatin1String DisplayName("displayName");
constexpr QLatin1String ScheduleName("schedule");
constexpr QLatin1String JobSpecification("jobSpecification");
constexpr QLatin1String Metadata("metadata");
constexpr QLatin1String DoNotRunUntil("doNotRunUntil");
constexpr QLatin1String DoNotRunAfter("doNotRunAfter");
constexpr QLatin1String StartWindow("startWindow");
constexpr QLatin1String RecurrenceInterval("recurrenceInterval");

QJsonObject toJson(const Schedule &schedule)
{
    QJsonObject object;
    putTime(object, DoNotRunUntil, schedule.doNotRunUntil);
    putTime(object, DoNotRunAfter, schedule.doNotRunAfter);
    putDuration(object, StartWindow, schedule.startWindow);
    putDuration(object, RecurrenceInterval, schedule.recurrenceInterval);
    return object;
}

Schedule scheduleFromJson(const QJsonObject &object)
{
    return {
        .doNotRunUntil = timeField(object, DoNotRunUntil),
        .doNotRunAfter = timeField(object, DoNotRunAfter),
        .startWindow = durationField(object, StartWindow),
        .recurrenceInterval = durationField(object, RecurrenceInterval),
    };
}

} // namespace

QJsonObject toJson(const JobScheduleSpec &spec)
{
    QJsonObject object{{Id, spec.id},
                       {ScheduleName, toJson(spec.schedule)},
                       {JobSpecification, jobSpecification(spec.job)}};
    putText(object, DisplayName, spec.displayName);
    putList(object, Metadata, spec.metadata);
    return object;
}

QJsonObject toJson(const JobSchedulePatch &patch)
{
    QJsonObject object;
    if (patch.schedule)
        object.insert(ScheduleName, toJson(*patch.schedule));
    if (patch.job)
        object.insert(JobSpecification, jobSpecification(*patch.job));
    if (patch.metadata)
        object.insert(Metadata, toArray(*patch.metadata));
    return object;
}

QJsonObject toJson(const JobScheduleUpdate &update)
{
    QJsonObject object{{ScheduleName, toJson(update.schedule)},
                       {JobSpecification, jobSpecification(update.job)}};
    putList(object, Metadata, update.metadata);
    return object;
}

JobSchedule jobScheduleFromJson(const QJsonObject &object)
{
    const QJsonObject execution = object.value(QLatin1String("executionInfo")).toObject();
    const QJsonObject job = object.value(JobSpecification).toObject();
    return {
        .id = textField(object, Id),
        .displayName = textField(object, DisplayName),
        .state = textField(object, QLatin1String("state")),
        .previousState = textField(object, QLatin1String("previousState")),
        .creationTime = timeField(object, QLatin1String("creationTime")),
        .stateTransitionTime = timeField(object, QLatin1String("stateTransitionTime")),
        .schedule = scheduleFromJson(object.value(ScheduleName).toObject()),
        .poolId =
            textField(job.value(QLatin1String("poolInfo")).toObject(), QLatin1String("poolId")),
        .nextRunTime = timeField(execution, QLatin1String("nextRunTime")),
        .recentJobId = textField(execution.value(QLatin1String("recentJob")).toObject(), Id),
        .endTime = timeField(execution, QLatin1String("endTime")),
        .metadata = listField(object, Metadata, nameValueFromJson),
        .stamp = stampFromJson(object),
    };
}

} // namespace Batchdesk::Batch
