// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/taskcodec.h"

#include "core/batch/commoncodec.h"
#include "core/batch/errorcodec.h"
#include "core/batch/jsonfields.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>

namespace Batchdesk::Batch {
namespace {

// Names that both directions use.
constexpr QLatin1String Id("id");
constexpr QLatin1String DisplayName("displayName");
constexpr QLatin1String CommandLine("commandLine");
constexpr QLatin1String Value("value");

TaskAddResult addResultFromJson(const QJsonObject &object, const QString &taskId, bool repeated)
{
    const QString status = textField(object, QLatin1String("status"));
    TaskAddResult result;
    result.taskId = taskId;
    result.added = status == QLatin1String("success");
    if (result.added)
        return result;
    result.retryable = status == QLatin1String("servererror");
    result.error = errorFromJson(object.value(QLatin1String("error")).toObject());
    result.error->place = taskId;
    if (result.error->code.isEmpty())
        result.error->message = QCoreApplication::translate(
            "Batch", "The service did not say whether it added the task");
    if (repeated && result.error->code == QLatin1String("TaskExists")) {
        result.added = true;
        result.error.reset();
    }
    return result;
}

} // namespace

QJsonObject toJson(const TaskSpec &task)
{
    QJsonObject object;
    object.insert(Id, task.id);
    putText(object, DisplayName, task.displayName);
    object.insert(CommandLine, task.commandLine);
    putList(object, QLatin1String("resourceFiles"), task.resourceFiles);
    putList(object, QLatin1String("outputFiles"), task.outputFiles);
    putList(object, QLatin1String("environmentSettings"), task.environmentSettings);
    object.insert(QLatin1String("userIdentity"), toJson(task.userIdentity));
    QJsonObject constraints;
    putDuration(constraints, QLatin1String("maxWallClockTime"), task.maxWallClockTime);
    putDuration(constraints, QLatin1String("retentionTime"), task.retentionTime);
    if (task.maxTaskRetryCount)
        constraints.insert(QLatin1String("maxTaskRetryCount"), *task.maxTaskRetryCount);
    if (!constraints.isEmpty())
        object.insert(QLatin1String("constraints"), constraints);
    object.insert(QLatin1String("requiredSlots"), task.requiredSlots);
    return object;
}

QByteArray addCollectionBody(const QList<TaskSpec> &tasks)
{
    QJsonObject body;
    putList(body, Value, tasks);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Task taskFromJson(const QJsonObject &object)
{
    const QJsonObject execution = object.value(QLatin1String("executionInfo")).toObject();
    const QJsonObject node = object.value(QLatin1String("nodeInfo")).toObject();
    return {
        .id = textField(object, Id),
        .displayName = textField(object, DisplayName),
        .state = textField(object, QLatin1String("state")),
        .creationTime = timeField(object, QLatin1String("creationTime")),
        .stateTransitionTime = timeField(object, QLatin1String("stateTransitionTime")),
        .commandLine = textField(object, CommandLine),
        .startTime = timeField(execution, QLatin1String("startTime")),
        .endTime = timeField(execution, QLatin1String("endTime")),
        .exitCode = optionalIntField(execution, QLatin1String("exitCode")),
        .failureInfo = optionalFailureInfo(execution, QLatin1String("failureInfo")),
        .result = textField(execution, QLatin1String("result")),
        .retryCount = intField(execution, QLatin1String("retryCount")),
        .requeueCount = intField(execution, QLatin1String("requeueCount")),
        .nodeId = textField(node, QLatin1String("nodeId")),
        .poolId = textField(node, QLatin1String("poolId")),
    };
}

QList<TaskAddResult> addResultsFromJson(const QJsonObject &object, const QList<TaskSpec> &tasks,
                                        bool repeated)
{
    QHash<QString, QJsonObject> answers;
    for (const QJsonValue item : object.value(Value).toArray()) {
        const QJsonObject answer = item.toObject();
        answers.insert(textField(answer, QLatin1String("taskId")), answer);
    }
    QList<TaskAddResult> results;
    results.reserve(tasks.size());
    for (const TaskSpec &task : tasks)
        results.append(addResultFromJson(answers.value(task.id), task.id, repeated));
    return results;
}

} // namespace Batchdesk::Batch
