// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/jobcodec.h"

#include "core/batch/commoncodec.h"
#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {
namespace {

// Names that both directions, or several bodies, use.
constexpr QLatin1String Id("id");
constexpr QLatin1String DisplayName("displayName");
constexpr QLatin1String PoolId("poolId");
constexpr QLatin1String PoolInfo("poolInfo");
constexpr QLatin1String Metadata("metadata");
constexpr QLatin1String OnAllTasksComplete("onAllTasksComplete");
constexpr QLatin1String TerminateReason("terminateReason");
constexpr QLatin1String CommandLine("commandLine");
constexpr QLatin1String ResourceFiles("resourceFiles");
constexpr QLatin1String EnvironmentSettings("environmentSettings");
constexpr QLatin1String Identity("userIdentity");

QJsonObject constraints(std::optional<std::chrono::seconds> maxWallClockTime, int maxTaskRetryCount)
{
    QJsonObject object;
    putDuration(object, QLatin1String("maxWallClockTime"), maxWallClockTime);
    object.insert(QLatin1String("maxTaskRetryCount"), maxTaskRetryCount);
    return object;
}

// What the preparation and the release task have in common.
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
    object.insert(QLatin1String("constraints"),
                  constraints(task.maxWallClockTime, task.maxTaskRetryCount));
    object.insert(QLatin1String("waitForSuccess"), task.waitForSuccess);
    object.insert(QLatin1String("rerunOnNodeRebootAfterSuccess"),
                  task.rerunOnNodeRebootAfterSuccess);
    return object;
}

} // namespace

QJsonObject toJson(const JobSpec &job)
{
    QJsonObject object;
    object.insert(Id, job.id);
    putText(object, DisplayName, job.displayName);
    object.insert(PoolInfo, QJsonObject{{PoolId, job.poolId}});
    object.insert(QLatin1String("priority"), job.priority);
    object.insert(QLatin1String("maxParallelTasks"), job.maxParallelTasks);
    object.insert(QLatin1String("constraints"),
                  constraints(job.maxWallClockTime, job.maxTaskRetryCount));
    if (job.preparationTask)
        object.insert(QLatin1String("jobPreparationTask"), preparationBody(*job.preparationTask));
    if (job.releaseTask)
        object.insert(QLatin1String("jobReleaseTask"), commandBody(*job.releaseTask));
    putList(object, QLatin1String("commonEnvironmentSettings"), job.commonEnvironmentSettings);
    putList(object, Metadata, job.metadata);
    return object;
}

QJsonObject terminateWhenTasksCompleteBody()
{
    return {{OnAllTasksComplete, QLatin1String("terminatejob")}};
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
        .state = textField(object, QLatin1String("state")),
        .poolId =
            runningOn.isEmpty() ? textField(object.value(PoolInfo).toObject(), PoolId) : runningOn,
        .creationTime = timeField(object, QLatin1String("creationTime")),
        .stateTransitionTime = timeField(object, QLatin1String("stateTransitionTime")),
        .startTime = timeField(execution, QLatin1String("startTime")),
        .endTime = timeField(execution, QLatin1String("endTime")),
        .terminateReason = textField(execution, TerminateReason),
        .schedulingError = optionalFailureInfo(execution, QLatin1String("schedulingError")),
        .onAllTasksComplete = textField(object, OnAllTasksComplete),
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
    const QJsonObject run =
        object.value(QLatin1String("jobPreparationTaskExecutionInfo")).toObject();
    return {
        .poolId = textField(object, PoolId),
        .nodeId = textField(object, QLatin1String("nodeId")),
        .state = textField(run, QLatin1String("state")),
        .exitCode = optionalIntField(run, QLatin1String("exitCode")),
        .failureInfo = optionalFailureInfo(run, QLatin1String("failureInfo")),
        .result = textField(run, QLatin1String("result")),
        .taskRootDirectory = textField(run, QLatin1String("taskRootDirectory")),
    };
}

} // namespace Batchdesk::Batch
