// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/poolcodec.h"

#include "core/batch/commoncodec.h"
#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {
namespace {

// Names that both directions, or several bodies, use.
constexpr QLatin1String Id("id");
constexpr QLatin1String DisplayName("displayName");
constexpr QLatin1String VmSize("vmSize");
constexpr QLatin1String VmConfiguration("virtualMachineConfiguration");
constexpr QLatin1String Image("imageReference");
constexpr QLatin1String NodeAgent("nodeAgentSKUId");
constexpr QLatin1String TargetDedicated("targetDedicatedNodes");
constexpr QLatin1String TargetLowPriority("targetLowPriorityNodes");
constexpr QLatin1String ResizeTimeout("resizeTimeout");
constexpr QLatin1String EnableAutoScale("enableAutoScale");
constexpr QLatin1String Formula("autoScaleFormula");
constexpr QLatin1String EvaluationInterval("autoScaleEvaluationInterval");
constexpr QLatin1String Slots("taskSlotsPerNode");
constexpr QLatin1String SchedulingPolicy("taskSchedulingPolicy");
constexpr QLatin1String FillType("nodeFillType");
constexpr QLatin1String InterNode("enableInterNodeCommunication");
constexpr QLatin1String StartTaskName("startTask");
constexpr QLatin1String Packages("applicationPackageReferences");
constexpr QLatin1String Metadata("metadata");
constexpr QLatin1String Publisher("publisher");
constexpr QLatin1String Offer("offer");
constexpr QLatin1String Sku("sku");
constexpr QLatin1String Version("version");
constexpr QLatin1String CommandLine("commandLine");
constexpr QLatin1String ResourceFiles("resourceFiles");
constexpr QLatin1String EnvironmentSettings("environmentSettings");
constexpr QLatin1String Identity("userIdentity");
constexpr QLatin1String MaxTaskRetryCount("maxTaskRetryCount");
constexpr QLatin1String WaitForSuccess("waitForSuccess");
constexpr QLatin1String DeallocationOption("nodeDeallocationOption");

QJsonObject toJson(const StartTask &task)
{
    QJsonObject object;
    object.insert(CommandLine, task.commandLine);
    putList(object, ResourceFiles, task.resourceFiles);
    putList(object, EnvironmentSettings, task.environmentSettings);
    object.insert(Identity, Batch::toJson(task.userIdentity));
    object.insert(MaxTaskRetryCount, task.maxTaskRetryCount);
    object.insert(WaitForSuccess, task.waitForSuccess);
    return object;
}

StartTask startTaskFromJson(const QJsonObject &object)
{
    return {
        .commandLine = textField(object, CommandLine),
        .resourceFiles = listField(object, ResourceFiles, resourceFileFromJson),
        .environmentSettings = listField(object, EnvironmentSettings, nameValueFromJson),
        .userIdentity = userIdentityFromJson(object.value(Identity).toObject()),
        .maxTaskRetryCount = intField(object, MaxTaskRetryCount),
        .waitForSuccess = boolField(object, WaitForSuccess, true),
    };
}

QJsonObject schedulingPolicy(bool packTasks)
{
    return {{FillType, packTasks ? QLatin1String("pack") : QLatin1String("spread")}};
}

bool packsTasks(const QJsonObject &pool)
{
    const QString fill = textField(pool.value(SchedulingPolicy).toObject(), FillType);
    return fill.compare(QLatin1String("pack"), Qt::CaseInsensitive) == 0;
}

ResizeError resizeErrorFromJson(const QJsonObject &object)
{
    return {
        .code = textField(object, QLatin1String("code")),
        .message = textField(object, QLatin1String("message")),
        .values = listField(object, QLatin1String("values"), nameValueFromJson),
    };
}

std::optional<AutoScale> autoScaleOf(const QJsonObject &pool)
{
    if (!boolField(pool, EnableAutoScale))
        return std::nullopt;
    return AutoScale{textField(pool, Formula), durationField(pool, EvaluationInterval)};
}

QList<QPair<QString, int>> countsFromJson(const QJsonObject &object)
{
    QList<QPair<QString, int>> counts;
    for (auto it = object.begin(); it != object.end(); ++it)
        counts.append({it.key(), intField(object, QLatin1String(it.key().toLatin1()))});
    return counts;
}

} // namespace

QJsonObject toJson(const ImageReference &image)
{
    QJsonObject object;
    putText(object, Publisher, image.publisher);
    putText(object, Offer, image.offer);
    putText(object, Sku, image.sku);
    putText(object, Version, image.version);
    return object;
}

QJsonObject poolBody(const PoolSpec &pool)
{
    QJsonObject object;
    putText(object, DisplayName, pool.displayName);
    object.insert(VmSize, pool.vmSize);
    object.insert(VmConfiguration,
                  QJsonObject{{Image, toJson(pool.image)}, {NodeAgent, pool.nodeAgentSkuId}});
    if (pool.autoScale) {
        object.insert(EnableAutoScale, true);
        object.insert(Formula, pool.autoScale->formula);
        putDuration(object, EvaluationInterval, pool.autoScale->evaluationInterval);
    } else {
        object.insert(TargetDedicated, pool.targetDedicatedNodes);
        object.insert(TargetLowPriority, pool.targetLowPriorityNodes);
    }
    object.insert(Slots, pool.taskSlotsPerNode);
    if (pool.packTasks)
        object.insert(SchedulingPolicy, schedulingPolicy(true));
    if (pool.enableInterNodeCommunication)
        object.insert(InterNode, true);
    putDuration(object, ResizeTimeout, pool.resizeTimeout);
    if (pool.startTask)
        object.insert(StartTaskName, toJson(*pool.startTask));
    putList(object, Packages, pool.applicationPackages);
    putList(object, Metadata, pool.metadata);
    return object;
}

QJsonObject toJson(const PoolSpec &pool)
{
    QJsonObject object = poolBody(pool);
    object.insert(Id, pool.id);
    return object;
}

QJsonObject toJson(const PoolPatch &patch)
{
    QJsonObject object;
    if (patch.startTask)
        object.insert(StartTaskName, toJson(*patch.startTask));
    if (patch.applicationPackages)
        object.insert(Packages, toArray(*patch.applicationPackages));
    if (patch.metadata)
        object.insert(Metadata, toArray(*patch.metadata));
    putOptional(object, DisplayName, patch.displayName);
    putOptional(object, VmSize, patch.vmSize);
    putOptional(object, Slots, patch.taskSlotsPerNode);
    if (patch.packTasks)
        object.insert(SchedulingPolicy, schedulingPolicy(*patch.packTasks));
    putOptional(object, InterNode, patch.enableInterNodeCommunication);
    return object;
}

QJsonObject toJson(const PoolProperties &properties)
{
    QJsonObject object{{Packages, toArray(properties.applicationPackages)},
                       {Metadata, toArray(properties.metadata)}};
    if (properties.startTask)
        object.insert(StartTaskName, toJson(*properties.startTask));
    return object;
}

QJsonObject toJson(const PoolResize &resize)
{
    QJsonObject object;
    putOptional(object, TargetDedicated, resize.dedicatedNodes);
    putOptional(object, TargetLowPriority, resize.lowPriorityNodes);
    putDuration(object, ResizeTimeout, resize.timeout);
    object.insert(DeallocationOption, wireName(resize.runningTasks));
    return object;
}

QJsonObject toJson(const NodeRemoval &removal)
{
    QJsonObject object{{QLatin1String("nodeList"), QJsonArray::fromStringList(removal.nodeIds)},
                       {DeallocationOption, wireName(removal.runningTasks)}};
    putDuration(object, ResizeTimeout, removal.timeout);
    return object;
}

QJsonObject toJson(const AutoScale &autoScale)
{
    QJsonObject object;
    putText(object, Formula, autoScale.formula);
    putDuration(object, EvaluationInterval, autoScale.evaluationInterval);
    return object;
}

Pool poolFromJson(const QJsonObject &object)
{
    const QJsonObject vm = object.value(VmConfiguration).toObject();
    return {
        .id = textField(object, Id),
        .displayName = textField(object, DisplayName),
        .state = textField(object, QLatin1String("state")),
        .allocationState = textField(object, QLatin1String("allocationState")),
        .creationTime = timeField(object, QLatin1String("creationTime")),
        .stateTransitionTime = timeField(object, QLatin1String("stateTransitionTime")),
        .allocationStateTransitionTime =
            timeField(object, QLatin1String("allocationStateTransitionTime")),
        .vmSize = textField(object, VmSize),
        .image = imageReferenceFromJson(vm.value(Image).toObject()),
        .nodeAgentSkuId = textField(vm, NodeAgent),
        .currentDedicatedNodes = intField(object, QLatin1String("currentDedicatedNodes")),
        .currentLowPriorityNodes = intField(object, QLatin1String("currentLowPriorityNodes")),
        .targetDedicatedNodes = intField(object, TargetDedicated),
        .targetLowPriorityNodes = intField(object, TargetLowPriority),
        .resizeTimeout = durationField(object, ResizeTimeout),
        .taskSlotsPerNode = intField(object, Slots, 1),
        .packTasks = packsTasks(object),
        .enableInterNodeCommunication = boolField(object, InterNode),
        .autoScale = autoScaleOf(object),
        .autoScaleRun = optionalObject(object, QLatin1String("autoScaleRun"), autoScaleRunFromJson),
        .resizeErrors = listField(object, QLatin1String("resizeErrors"), resizeErrorFromJson),
        .startTask = optionalObject(object, StartTaskName, startTaskFromJson),
        .applicationPackages = listField(object, Packages, applicationPackageFromJson),
        .metadata = listField(object, Metadata, nameValueFromJson),
        .stamp = stampFromJson(object),
    };
}

AutoScaleRun autoScaleRunFromJson(const QJsonObject &object)
{
    return {
        .timestamp = timeField(object, QLatin1String("timestamp")),
        .results = textField(object, QLatin1String("results")),
        .error = optionalObject(object, QLatin1String("error"), resizeErrorFromJson),
    };
}

ImageReference imageReferenceFromJson(const QJsonObject &object)
{
    return {
        .publisher = textField(object, Publisher),
        .offer = textField(object, Offer),
        .sku = textField(object, Sku),
        .version = textField(object, Version),
    };
}

NodeCounts nodeCountsFromJson(const QJsonObject &object)
{
    return {
        .poolId = textField(object, QLatin1String("poolId")),
        .dedicated = countsFromJson(object.value(QLatin1String("dedicated")).toObject()),
        .lowPriority = countsFromJson(object.value(QLatin1String("lowPriority")).toObject()),
    };
}

SupportedImage supportedImageFromJson(const QJsonObject &object)
{
    SupportedImage image;
    image.image = imageReferenceFromJson(object.value(Image).toObject());
    image.nodeAgentSkuId = textField(object, NodeAgent);
    image.osType = textField(object, QLatin1String("osType"));
    image.verificationType = textField(object, QLatin1String("verificationType"));
    for (const QJsonValue capability : object.value(QLatin1String("capabilities")).toArray())
        image.capabilities.append(capability.toString());
    return image;
}

PoolUsage poolUsageFromJson(const QJsonObject &object)
{
    return {
        .poolId = textField(object, QLatin1String("poolId")),
        .startTime = timeField(object, QLatin1String("startTime")),
        .endTime = timeField(object, QLatin1String("endTime")),
        .vmSize = textField(object, VmSize),
        .totalCoreHours = object.value(QLatin1String("totalCoreHours")).toDouble(),
    };
}

} // namespace Batchdesk::Batch
