// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/batch/poolcodec.h"

#include "core/batch/commoncodec.h"
#include "core/batch/jsonfields.h"

namespace Batchdesk::Batch {
namespace {

// Names that both directions use.
constexpr QLatin1String Id("id");
constexpr QLatin1String DisplayName("displayName");
constexpr QLatin1String VmSize("vmSize");
constexpr QLatin1String VmConfiguration("virtualMachineConfiguration");
constexpr QLatin1String Image("imageReference");
constexpr QLatin1String NodeAgent("nodeAgentSKUId");
constexpr QLatin1String TargetDedicated("targetDedicatedNodes");
constexpr QLatin1String TargetLowPriority("targetLowPriorityNodes");
constexpr QLatin1String Slots("taskSlotsPerNode");
constexpr QLatin1String Metadata("metadata");
constexpr QLatin1String Publisher("publisher");
constexpr QLatin1String Offer("offer");
constexpr QLatin1String Sku("sku");
constexpr QLatin1String Version("version");

QJsonObject startTaskBody(const StartTask &task)
{
    QJsonObject object;
    object.insert(QLatin1String("commandLine"), task.commandLine);
    putList(object, QLatin1String("resourceFiles"), task.resourceFiles);
    putList(object, QLatin1String("environmentSettings"), task.environmentSettings);
    object.insert(QLatin1String("userIdentity"), toJson(task.userIdentity));
    object.insert(QLatin1String("maxTaskRetryCount"), task.maxTaskRetryCount);
    object.insert(QLatin1String("waitForSuccess"), task.waitForSuccess);
    return object;
}

ResizeError resizeErrorFromJson(const QJsonObject &object)
{
    return {
        .code = textField(object, QLatin1String("code")),
        .message = textField(object, QLatin1String("message")),
        .values = listField(object, QLatin1String("values"), nameValueFromJson),
    };
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

QJsonObject toJson(const PoolSpec &pool)
{
    QJsonObject object = resizeBody(pool.targetDedicatedNodes, pool.targetLowPriorityNodes);
    object.insert(Id, pool.id);
    putText(object, DisplayName, pool.displayName);
    object.insert(VmSize, pool.vmSize);
    object.insert(VmConfiguration,
                  QJsonObject{{Image, toJson(pool.image)}, {NodeAgent, pool.nodeAgentSkuId}});
    object.insert(Slots, pool.taskSlotsPerNode);
    if (pool.packTasks)
        object.insert(QLatin1String("taskSchedulingPolicy"),
                      QJsonObject{{QLatin1String("nodeFillType"), QLatin1String("pack")}});
    putDuration(object, QLatin1String("resizeTimeout"), pool.resizeTimeout);
    if (pool.startTask)
        object.insert(QLatin1String("startTask"), startTaskBody(*pool.startTask));
    putList(object, Metadata, pool.metadata);
    return object;
}

QJsonObject resizeBody(int dedicated, int lowPriority)
{
    return {{TargetDedicated, dedicated}, {TargetLowPriority, lowPriority}};
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
        .taskSlotsPerNode = intField(object, Slots, 1),
        .enableAutoScale = boolField(object, QLatin1String("enableAutoScale")),
        .resizeErrors = listField(object, QLatin1String("resizeErrors"), resizeErrorFromJson),
        .metadata = listField(object, Metadata, nameValueFromJson),
        .stamp = stampFromJson(object),
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

} // namespace Batchdesk::Batch
