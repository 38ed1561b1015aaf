// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/jobcodec.h"

#include "core/batch/commoncodec.h"
#include "core/batch/jsonfields.h"
#include "core/batch/poolcodec.h"

namespace Batchdesk::Batch {
namespace {

// Names that both directions, or several bodies, use.
constexpr QLatin1String Id("id");
constexpr QLatin1String DisplayName("displayName");
constexpr QLatin1String PoolId("poolId");
constexpr QLatin1String PoolInfo("poolInfo");
constexpr QLatin1String Metadata("metadata");
constexpr QLatin1String Constraints("constraints");
constexpr QLatin1String Priority("priority");
constexpr QLatin1String MaxParallelTasks("maxParallelTasks");
constexpr QLatin1String Preemption("allowTaskPreemption");
constexpr QLatin1String Dependencies("usesTaskDependencies");
constexpr QLatin1String State("state");
constexpr QLatin1String StartTime("startTime");
constexpr QLatin1String EndTime("endTime");
constexpr QLatin1String OnTaskFailure("onTaskFailure");
constexpr QLatin1String OnAllTasksComplete("onAllTasksComplete");
constexpr QLatin1String TerminateJob("terminatejob");
constexpr QLatin1String TerminateReason("terminateReason");
constexpr QLatin1String CommandLine("commandLine");
constexpr QLatin1String ResourceFiles("resourceFiles");
constexpr QLatin1String EnvironmentSettings("environmentSettings");
constexpr QLatin1String Identity("userIdentity");

// Those of a job, of which a retention time is no part.
QJsonObject jobConstraints(std::optional<std::chrono::seconds> maxWallClockTime,
                           std::optional<int> maxTaskRetryCount)
{
    return toJson(TaskConstraints{maxWallClockTime, {}, maxTaskRetryCount});
}

// What all tasks that a job brings along have in common.
template <typename Task>
QJsonObject commandBody(const Task &task)
{
    QJsonObject object;
    putText(object, Id, task.id);
    object.insert(CommandLine, task.commandLine);
    putList(object, ResourceFiles, task.resourceFiles);
    putList(object, EnvironmentSettings, task.environmentSettings);
    object.insert(Identity, toJson(task.userIdentity));
    return object;
}

QJsonObject preparationBody(const JobPreparationTask &task)
{
    QJsonObject object = commandBody(task);
    object.insert(Constraints, jobConstraints(task.maxWallClockTime, task.maxTaskRetryCount));
    object.insert(QLatin1String("waitForSuccess"), task.waitForSuccess);
    object.insert(QLatin1String("rerunOnNodeRebootAfterSuccess"),
                  task.rerunOnNodeRebootAfterSuccess);
    return object;
}

QJsonObject managerBody(const JobManagerTask &task)
{
    QJsonObject object = commandBody(task);
    putList(object, QLatin1String("outputFiles"), task.outputFiles);
    if (const QJsonObject limits = toJson(task.constraints); !limits.isEmpty())
        object.insert(Constraints, limits);
    object.insert(QLatin1String("requiredSlots"), task.requiredSlots);
    object.insert(QLatin1String("runExclusive"), task.runExclusive);
    object.insert(QLatin1String("killJobOnCompletion"), task.killJobOnCompletion);
    return object;
}

QJsonObject autoPoolBody(const AutoPool &pool)
{
    QJsonObject object;
    putText(object, QLatin1String("autoPoolIdPrefix"), pool.idPrefix);
    object.insert(QLatin1String("poolLifetimeOption"),
                  pool.forSchedule ? QLatin1String("jobschedule") : QLatin1String("job"));
    object.insert(QLatin1String("keepAlive"), pool.keepAlive);
    object.insert(QLatin1String("pool"), poolBody(pool.pool));
    return object;
}

QJsonObject poolInfo(const JobSpec &job)
{
    if (job.autoPool)
        return {{QLatin1String("autoPoolSpecification"), autoPoolBody(*job.autoPool)}};
    return {{PoolId, job.poolId}};
}

// Job - Add and what schedules make jobs of differ in the id and in when the end is told.
QJsonObject commonBody(const JobSpec &job)
{
    QJsonObject object;
    putText(object, DisplayName, job.displayName);
    object.insert(PoolInfo, poolInfo(job));
    object.insert(Priority, job.priority);
    object.insert(MaxParallelTasks, job.maxParallelTasks);
    if (job.allowTaskPreemption)
        object.insert(Preemption, true);
    object.insert(Constraints, jobConstraints(job.maxWallClockTime, job.maxTaskRetryCount));
    if (job.usesTaskDependencies)
        object.insert(Dependencies, true);
    if (job.performExitOptions)
        object.insert(OnTaskFailure, QLatin1String("performexitoptionsjobaction"));
    if (job.managerTask)
        object.insert(QLatin1String("jobManagerTask"), managerBody(*job.managerTask));
    if (job.preparationTask)
        object.insert(QLatin1String("jobPreparationTask"), preparationBody(*job.preparationTask));
    if (job.releaseTask)
        object.insert(QLatin1String("jobReleaseTask"), commandBody(*job.releaseTask));
    putList(object, QLatin1String("commonEnvironmentSettings"), job.commonEnvironmentSettings);
    putList(object, Metadata, job.metadata);
    return object;
}

// What Job - Patch and Job - Update have in common.
template <typename Change>
QJsonObject changeBody(const Change &change)
{
    QJsonObject object;
    putOptional(object, Priority, change.priority);
    putOptional(object, MaxParallelTasks, change.maxParallelTasks);
    putOptional(object, Preemption, change.allowTaskPreemption);
    if (change.constraints)
        object.insert(Constraints,
                      jobConstraints(change.constraints->maxWallClockTime,
                                     change.constraints->maxTaskRetryCount));
    if (change.terminateWhenAllTasksComplete)
        object.insert(OnAllTasksComplete, TerminateJob);
    return object;
}

JobTaskRun taskRunFromJson(const QJsonObject &object)
{
    return {
        .state = textField(object, State),
        .startTime = timeField(object, StartTime),
        .endTime = timeField(object, EndTime),
        .exitCode = optionalIntField(object, QLatin1String("exitCode")),
        .failureInfo = optionalObject(object, QLatin1String("failureInfo"), failureInfoFromJson),
        .result = textField(object, QLatin1String("result")),
        .retryCount = intField(object, QLatin1String("retryCount")),
        .taskRootDirectory = textField(object, QLatin1String("taskRootDirectory")),
    };
}

} // namespace

QJsonObject toJson(const JobSpec &job)
{
    QJsonObject object = commonBody(job);
    object.insert(Id, job.id);
    return object;
}

QJsonObject jobSpecification(const JobSpec &job)
{
    QJsonObject object = commonBody(job);
    if (job.terminateWhenAllTasksComplete)
        object.insert(OnAllTasksComplete, TerminateJob);
    return object;
}

QJsonObject toJson(const JobPatch &patch)
{
    QJsonObject object = changeBody(patch);
    if (patch.poolId)
        object.insert(PoolInfo, QJsonObject{{PoolId, *patch.poolId}});
    if (patch.metadata)
        object.insert(Metadata, toArray(*patch.metadata));
    return object;
}

QJsonObject toJson(const JobUpdate &update)
{
    QJsonObject object = changeBody(update);
    object.insert(PoolInfo, QJsonObject{{PoolId, update.poolId}});
    putList(object, Metadata, update.metadata);
    return object;
}

QLatin1String wireName(DisableTasks option)
{
    switch (option) {
    case DisableTasks::Terminate:
        return QLatin1String("terminate");
    case DisableTasks::Wait:
        return QLatin1String("wait");
    case DisableTasks::Requeue:
        break;
    }
    return QLatin1String("requeue");
}

QJsonObject terminateBody(const QString &reason)
{
    return {{TerminateReason, reason}};
}

Job jobFromJson(const QJsonObject &object)
{
    const QJsonObject execution = object.value(QLatin1String("executionInfo")).toObject();
    // A job of an automatic pool has its pool's id only here.
    const QString runningOn = textField(execution, PoolId);
    return {
        .id = textField(object, Id),
        .displayName = textField(object, DisplayName),
        .state = textField(object, State),
        .previousState = textField(object, QLatin1String("previousState")),
        .poolId =
            runningOn.isEmpty() ? textField(object.value(PoolInfo).toObject(), PoolId) : runningOn,
        .creationTime = timeField(object, QLatin1String("creationTime")),
        .stateTransitionTime = timeField(object, QLatin1String("stateTransitionTime")),
        .startTime = timeField(execution, StartTime),
        .endTime = timeField(execution, EndTime),
        .terminateReason = textField(execution, TerminateReason),
        .schedulingError =
            optionalObject(execution, QLatin1String("schedulingError"), failureInfoFromJson),
        .priority = intField(object, Priority),
        .maxParallelTasks = intField(object, MaxParallelTasks, -1),
        .allowTaskPreemption = boolField(object, Preemption),
        .constraints = taskConstraintsFromJson(object.value(Constraints).toObject()),
        .usesTaskDependencies = boolField(object, Dependencies),
        .onAllTasksComplete = textField(object, OnAllTasksComplete),
        .onTaskFailure = textField(object, OnTaskFailure),
        .metadata = listField(object, Metadata, nameValueFromJson),
        .stamp = stampFromJson(object),
    };
}

TaskCounts taskCountsFromJson(const QJsonObject &object)
{
    const QJsonObject counts = object.value(QLatin1String("taskCounts")).toObject();
    return {
        .active = intField(counts, QLatin1String("active")),
        .running = intField(counts, QLatin1String("running")),
        .completed = intField(counts, QLatin1String("completed")),
        .succeeded = intField(counts, QLatin1String("succeeded")),
        .failed = intField(counts, QLatin1String("failed")),
    };
}

PreparationStatus preparationStatusFromJson(const QJsonObject &object)
{
    return {
        .poolId = textField(object, PoolId),
        .nodeId = textField(object, QLatin1String("nodeId")),
        .preparation = optionalObject(object, QLatin1String("jobPreparationTaskExecutionInfo"),
                                      taskRunFromJson),
        .release =
            optionalObject(object, QLatin1String("jobReleaseTaskExecutionInfo"), taskRunFromJson),
    };
}

} // namespace Batchdesk::Batch
