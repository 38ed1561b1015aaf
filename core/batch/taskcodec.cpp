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
constexpr QLatin1String Start("start");
constexpr QLatin1String End("end");
constexpr QLatin1String Constraints("constraints");
constexpr QLatin1String RequiredSlots("requiredSlots");

QJsonObject toJson(const ExitOptions &options)
{
    using Job = ExitOptions::JobAction;
    using Dependency = ExitOptions::DependencyAction;
    QJsonObject object;
    if (options.jobAction)
        object.insert(QLatin1String("jobAction"),
                      options.jobAction == Job::Terminate     ? QLatin1String("terminate")
                          : options.jobAction == Job::Disable ? QLatin1String("disable")
                                                              : QLatin1String("none"));
    if (options.dependencyAction)
        object.insert(QLatin1String("dependencyAction"),
                      options.dependencyAction == Dependency::Satisfy ? QLatin1String("satisfy")
                                                                      : QLatin1String("block"));
    return object;
}

QJsonObject toJson(const ExitConditions &conditions)
{
    QJsonArray codes;
    QJsonArray ranges;
    for (const ExitCodes &each : conditions.exitCodes) {
        QJsonObject object{{QLatin1String("exitOptions"), toJson(each.options)}};
        if (each.first == each.last) {
            object.insert(QLatin1String("code"), each.first);
            codes.append(object);
        } else {
            object.insert(Start, each.first);
            object.insert(End, each.last);
            ranges.append(object);
        }
    }
    QJsonObject object;
    if (!codes.isEmpty())
        object.insert(QLatin1String("exitCodes"), codes);
    if (!ranges.isEmpty())
        object.insert(QLatin1String("exitCodeRanges"), ranges);
    if (conditions.preProcessingError)
        object.insert(QLatin1String("preProcessingError"), toJson(*conditions.preProcessingError));
    if (conditions.fileUploadError)
        object.insert(QLatin1String("fileUploadError"), toJson(*conditions.fileUploadError));
    if (conditions.otherwise)
        object.insert(QLatin1String("default"), toJson(*conditions.otherwise));
    return object;
}

QJsonObject toJson(const TaskDependencies &dependencies)
{
    QJsonObject object;
    if (!dependencies.taskIds.isEmpty())
        object.insert(QLatin1String("taskIds"), QJsonArray::fromStringList(dependencies.taskIds));
    QJsonArray ranges;
    for (const TaskIdRange &range : dependencies.ranges)
        ranges.append(QJsonObject{{Start, range.start}, {End, range.end}});
    if (!ranges.isEmpty())
        object.insert(QLatin1String("taskIdRanges"), ranges);
    return object;
}

QJsonObject toJson(const MultiInstance &settings)
{
    QJsonObject object{
        {QLatin1String("numberOfInstances"), settings.numberOfInstances},
        {QLatin1String("coordinationCommandLine"), settings.coordinationCommandLine}};
    QJsonArray files;
    for (const ResourceFile &file : settings.commonResourceFiles)
        files.append(Batch::toJson(file));
    if (!files.isEmpty())
        object.insert(QLatin1String("commonResourceFiles"), files);
    return object;
}

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
    const TaskConstraints limits{task.maxWallClockTime, task.retentionTime, task.maxTaskRetryCount};
    if (const QJsonObject constraints = toJson(limits); !constraints.isEmpty())
        object.insert(Constraints, constraints);
    object.insert(RequiredSlots, task.requiredSlots);
    if (!task.affinityId.isEmpty())
        object.insert(QLatin1String("affinityInfo"),
                      QJsonObject{{QLatin1String("affinityId"), task.affinityId}});
    if (task.exitConditions)
        object.insert(QLatin1String("exitConditions"), toJson(*task.exitConditions));
    if (task.dependsOn)
        object.insert(QLatin1String("dependsOn"), toJson(*task.dependsOn));
    if (task.multiInstance)
        object.insert(QLatin1String("multiInstanceSettings"), toJson(*task.multiInstance));
    putList(object, QLatin1String("applicationPackageReferences"), task.applicationPackages);
    return object;
}

QJsonObject taskUpdateBody(const TaskConstraints &constraints)
{
    return {{Constraints, toJson(constraints)}};
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
        .previousState = textField(object, QLatin1String("previousState")),
        .commandLine = textField(object, CommandLine),
        .constraints = taskConstraintsFromJson(object.value(Constraints).toObject()),
        .requiredSlots = intField(object, RequiredSlots, 1),
        .startTime = timeField(execution, QLatin1String("startTime")),
        .endTime = timeField(execution, QLatin1String("endTime")),
        .exitCode = optionalIntField(execution, QLatin1String("exitCode")),
        .failureInfo = optionalObject(execution, QLatin1String("failureInfo"), failureInfoFromJson),
        .result = textField(execution, QLatin1String("result")),
        .retryCount = intField(execution, QLatin1String("retryCount")),
        .requeueCount = intField(execution, QLatin1String("requeueCount")),
        .nodeId = textField(node, QLatin1String("nodeId")),
        .poolId = textField(node, QLatin1String("poolId")),
        .taskRootDirectory = textField(node, QLatin1String("taskRootDirectory")),
        .stamp = stampFromJson(object),
    };
}

Subtask subtaskFromJson(const QJsonObject &object)
{
    const QJsonObject node = object.value(QLatin1String("nodeInfo")).toObject();
    return {
        .id = intField(object, Id),
        .state = textField(object, QLatin1String("state")),
        .nodeId = textField(node, QLatin1String("nodeId")),
        .startTime = timeField(object, QLatin1String("startTime")),
        .endTime = timeField(object, QLatin1String("endTime")),
        .exitCode = optionalIntField(object, QLatin1String("exitCode")),
        .failureInfo = optionalObject(object, QLatin1String("failureInfo"), failureInfoFromJson),
        .result = textField(object, QLatin1String("result")),
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
