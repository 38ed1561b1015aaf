// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/nodecodec.h"

#include "core/batch/commoncodec.h"
#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {
namespace {

// Names that both directions use.
constexpr QLatin1String StartTime("startTime");
constexpr QLatin1String EndTime("endTime");

StartTaskInfo startTaskInfoFromJson(const QJsonObject &object)
{
    return {
        .state = textField(object, QLatin1String("state")),
        .exitCode = optionalIntField(object, QLatin1String("exitCode")),
        .failureInfo = optionalObject(object, QLatin1String("failureInfo"), failureInfoFromJson),
        .result = textField(object, QLatin1String("result")),
        .retryCount = intField(object, QLatin1String("retryCount")),
        .startTime = timeField(object, StartTime),
        .endTime = timeField(object, EndTime),
    };
}

ResizeError nodeErrorFromJson(const QJsonObject &object)
{
    return {
        .code = textField(object, QLatin1String("code")),
        .message = textField(object, QLatin1String("message")),
        .values = listField(object, QLatin1String("errorDetails"), nameValueFromJson),
    };
}

RecentTask recentTaskFromJson(const QJsonObject &object)
{
    return {
        .jobId = textField(object, QLatin1String("jobId")),
        .taskId = textField(object, QLatin1String("taskId")),
        .state = textField(object, QLatin1String("taskState")),
    };
}

InboundEndpoint endpointFromJson(const QJsonObject &object)
{
    return {
        .name = textField(object, QLatin1String("name")),
        .protocol = textField(object, QLatin1String("protocol")),
        .publicIpAddress = textField(object, QLatin1String("publicIPAddress")),
        .publicFqdn = textField(object, QLatin1String("publicFQDN")),
        .frontendPort = intField(object, QLatin1String("frontendPort")),
        .backendPort = intField(object, QLatin1String("backendPort")),
    };
}

} // namespace

QJsonObject toJson(const NodeUserAccess &access)
{
    QJsonObject object;
    putText(object, QLatin1String("password"), QString::fromUtf8(access.password.reveal()));
    putText(object, QLatin1String("sshPublicKey"), access.sshPublicKey);
    putTime(object, QLatin1String("expiryTime"), access.expiryTime);
    return object;
}

QJsonObject toJson(const NodeUser &user)
{
    QJsonObject object = toJson(user.access);
    object.insert(QLatin1String("name"), user.name);
    object.insert(QLatin1String("isAdmin"), user.isAdmin);
    return object;
}

QJsonObject toJson(const ServiceLogRequest &request)
{
    QJsonObject object{{QLatin1String("containerUrl"), request.containerUrl}};
    putTime(object, StartTime, request.startTime);
    putTime(object, EndTime, request.endTime);
    return object;
}

Node nodeFromJson(const QJsonObject &object)
{
    const QJsonObject ports = object.value(QLatin1String("endpointConfiguration")).toObject();
    const QJsonObject agent = object.value(QLatin1String("nodeAgentInfo")).toObject();
    return {
        .id = textField(object, QLatin1String("id")),
        .state = textField(object, QLatin1String("state")),
        .schedulingState = textField(object, QLatin1String("schedulingState")),
        .stateTransitionTime = timeField(object, QLatin1String("stateTransitionTime")),
        .allocationTime = timeField(object, QLatin1String("allocationTime")),
        .lastBootTime = timeField(object, QLatin1String("lastBootTime")),
        .ipAddress = textField(object, QLatin1String("ipAddress")),
        .affinityId = textField(object, QLatin1String("affinityId")),
        .vmSize = textField(object, QLatin1String("vmSize")),
        .isDedicated = boolField(object, QLatin1String("isDedicated"), true),
        .totalTasksRun = intField(object, QLatin1String("totalTasksRun")),
        .totalTasksSucceeded = intField(object, QLatin1String("totalTasksSucceeded")),
        .runningTasksCount = intField(object, QLatin1String("runningTasksCount")),
        .runningTaskSlotsCount = intField(object, QLatin1String("runningTaskSlotsCount")),
        .startTaskInfo =
            optionalObject(object, QLatin1String("startTaskInfo"), startTaskInfoFromJson),
        .recentTasks = listField(object, QLatin1String("recentTasks"), recentTaskFromJson),
        .errors = listField(object, QLatin1String("errors"), nodeErrorFromJson),
        .endpoints = listField(ports, QLatin1String("inboundEndpoints"), endpointFromJson),
        .agentVersion = textField(agent, QLatin1String("version")),
    };
}

RemoteLogin remoteLoginFromJson(const QJsonObject &object)
{
    return {
        .ipAddress = textField(object, QLatin1String("remoteLoginIPAddress")),
        .port = intField(object, QLatin1String("remoteLoginPort")),
    };
}

ServiceLogUpload serviceLogUploadFromJson(const QJsonObject &object)
{
    return {
        .virtualDirectoryName = textField(object, QLatin1String("virtualDirectoryName")),
        .numberOfFilesUploaded = intField(object, QLatin1String("numberOfFilesUploaded")),
    };
}

} // namespace Batchdesk::Batch
