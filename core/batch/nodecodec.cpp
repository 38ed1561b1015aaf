// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/nodecodec.h"

#include "core/batch/commoncodec.h"
#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {
namespace {

StartTaskInfo startTaskInfoFromJson(const QJsonObject &object)
{
    return {
        .state = textField(object, QLatin1String("state")),
        .exitCode = optionalIntField(object, QLatin1String("exitCode")),
        .failureInfo = optionalFailureInfo(object, QLatin1String("failureInfo")),
        .result = textField(object, QLatin1String("result")),
        .retryCount = intField(object, QLatin1String("retryCount")),
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

} // namespace

Node nodeFromJson(const QJsonObject &object)
{
    const QJsonValue startTask = object.value(QLatin1String("startTaskInfo"));
    return {
        .id = textField(object, QLatin1String("id")),
        .state = textField(object, QLatin1String("state")),
        .schedulingState = textField(object, QLatin1String("schedulingState")),
        .stateTransitionTime = timeField(object, QLatin1String("stateTransitionTime")),
        .allocationTime = timeField(object, QLatin1String("allocationTime")),
        .lastBootTime = timeField(object, QLatin1String("lastBootTime")),
        .ipAddress = textField(object, QLatin1String("ipAddress")),
        .vmSize = textField(object, QLatin1String("vmSize")),
        .isDedicated = boolField(object, QLatin1String("isDedicated"), true),
        .totalTasksRun = intField(object, QLatin1String("totalTasksRun")),
        .totalTasksSucceeded = intField(object, QLatin1String("totalTasksSucceeded")),
        .runningTasksCount = intField(object, QLatin1String("runningTasksCount")),
        .runningTaskSlotsCount = intField(object, QLatin1String("runningTaskSlotsCount")),
        .startTaskInfo = startTask.isObject()
            ? std::optional(startTaskInfoFromJson(startTask.toObject()))
            : std::nullopt,
        .errors = listField(object, QLatin1String("errors"), nodeErrorFromJson),
    };
}

} // namespace Batchdesk::Batch
