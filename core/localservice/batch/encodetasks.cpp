// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/encodeparts.h"
#include "core/localservice/batch/execution.h"

// Tasks as the REST API shows them.
namespace Batchdesk::LocalService {

Json encode(const std::string &base, const Job &job, const Task &task)
{
    Json json = Json::parse(task.spec);
    json["url"] = taskUrl(base, job.id, task.id);
    addRevision(json, task.revision);
    json["state"] = wireName(task.state);
    json["stateTransitionTime"] = isoTime(task.stateTransitionTime);
    if (task.previousState) {
        json["previousState"] = wireName(*task.previousState);
        json["previousStateTransitionTime"] = isoTime(task.previousStateTransitionTime);
    }
    json["executionInfo"] = encodeTaskExecution(task.execution);
    if (!task.nodeId.empty()) {
        const auto url = nodeUrl(base, task.poolId, task.nodeId);
        const auto directory = taskRootDirectory(job.id, task.id);
        json["nodeInfo"] = {{"affinityId", "TVM:" + task.nodeId},
                            {"nodeUrl", url},
                            {"poolId", task.poolId},
                            {"nodeId", task.nodeId},
                            {"taskRootDirectory", directory},
                            {"taskRootDirectoryUrl", url + "/files/" + directory}};
    }
    return json;
}

Json encodeTaskStatistics(const std::string &base, const Job &job, const Task &task, Time now)
{
    constexpr double blocksOfGiB = double(1 << 30) / 512;
    const ExecutionInfo &run = task.execution;
    const Time end = run.endTime.value_or(now);
    return {{"url", taskUrl(base, job.id, task.id)},
            {"startTime", isoTime(*run.startTime)},
            {"lastUpdateTime", isoTime(end)},
            {"userCPUTime", isoDuration(run.usage.userTime)},
            {"kernelCPUTime", isoDuration(run.usage.kernelTime)},
            {"wallClockTime", isoDuration(end - *run.startTime)},
            {"readIOps", std::to_string(run.usage.readBlocks)},
            {"writeIOps", std::to_string(run.usage.writtenBlocks)},
            {"readIOGiB", double(run.usage.readBlocks) / blocksOfGiB},
            {"writeIOGiB", double(run.usage.writtenBlocks) / blocksOfGiB},
            {"waitTime", isoDuration(*run.startTime - task.revision.creationTime)}};
}

FieldReader fieldsOf(const Task &task)
{
    return [&task](std::string_view name) -> FilterValue {
        constexpr std::string_view execution = "executionInfo/";
        if (name == "id")
            return task.id;
        if (name == "state")
            return textValue(wireName(task.state));
        if (name == "stateTransitionTime")
            return task.stateTransitionTime;
        if (name.starts_with(execution))
            return executionValue(task.execution, name.substr(execution.size()));
        return revisionValue(task.revision, name);
    };
}

} // namespace Batchdesk::LocalService
