// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"

#include "core/localservice/batch/execution.h"

#include <array>

namespace Batchdesk::LocalService {

namespace {

void addRevision(Json &json, const Revision &revision)
{
    json["eTag"] = revision.eTag;
    json["lastModified"] = isoTime(revision.lastModified);
    json["creationTime"] = isoTime(revision.creationTime);
}

void addTime(Json &json, const char *name, const std::optional<Time> &time)
{
    if (time)
        json[name] = isoTime(*time);
}

Json encode(const FailureInfo &failure)
{
    Json json{{"category", failure.category}, {"code", failure.code}, {"message", failure.message}};
    if (!failure.details.empty()) {
        json["details"] = Json::array();
        for (const auto &[name, value] : failure.details)
            json["details"].push_back({{"name", name}, {"value", value}});
    }
    return json;
}

// What all four kinds of execution show.
Json encode(const ExecutionInfo &info)
{
    Json json = Json::object();
    addTime(json, "startTime", info.startTime);
    addTime(json, "endTime", info.endTime);
    if (info.exitCode)
        json["exitCode"] = *info.exitCode;
    if (info.failure)
        json["failureInfo"] = encode(*info.failure);
    if (info.endTime)
        json["result"] = info.succeeded() ? "success" : "failure";
    json["retryCount"] = info.retryCount;
    addTime(json, "lastRetryTime", info.lastRetryTime);
    return json;
}

Json encodeHelper(const ExecutionInfo &info)
{
    Json json = encode(info);
    json["state"] = info.endTime ? "completed" : "running";
    return json;
}

Json encodeCounts(const TaskCounts &counts)
{
    return {{"active", counts.active},
            {"running", counts.running},
            {"completed", counts.succeeded + counts.failed},
            {"succeeded", counts.succeeded},
            {"failed", counts.failed}};
}

FilterValue timeValue(const std::optional<Time> &time)
{
    return time ? FilterValue(*time) : FilterValue();
}

FilterValue textValue(std::string_view text)
{
    return std::string(text);
}

// Fields that start tasks and tasks share.
FilterValue executionValue(const ExecutionInfo &info, std::string_view name)
{
    if (name == "startTime")
        return timeValue(info.startTime);
    if (name == "endTime")
        return timeValue(info.endTime);
    if (name == "exitCode" && info.exitCode)
        return std::int64_t(*info.exitCode);
    if (name == "result" && info.endTime)
        return textValue(info.succeeded() ? "success" : "failure");
    if (name == "state")
        return textValue(info.endTime ? "completed" : "running");
    return {};
}

FilterValue revisionValue(const Revision &revision, std::string_view name)
{
    if (name == "creationTime")
        return revision.creationTime;
    if (name == "lastModified")
        return revision.lastModified;
    return {};
}

} // namespace

std::string poolUrl(const std::string &base, const Pool &pool)
{
    return base + "/pools/" + pool.id;
}
std::string jobUrl(const std::string &base, const std::string &jobId)
{
    return base + "/jobs/" + jobId;
}
std::string taskUrl(const std::string &base, const std::string &jobId, const std::string &taskId)
{
    return jobUrl(base, jobId) + "/tasks/" + taskId;
}
std::string nodeUrl(const std::string &base, const std::string &poolId, const std::string &nodeId)
{
    return base + "/pools/" + poolId + "/nodes/" + nodeId;
}

Json encode(const std::string &base, const Pool &pool)
{
    Json json = pool.spec;
    json["url"] = poolUrl(base, pool);
    addRevision(json, pool.revision);
    json["state"] = wireName(pool.state);
    json["stateTransitionTime"] = isoTime(pool.stateTransitionTime);
    json["allocationState"] = wireName(pool.allocationState);
    json["allocationStateTransitionTime"] = isoTime(pool.allocationStateTransitionTime);
    json["currentDedicatedNodes"] = pool.nodeCount(true);
    json["currentLowPriorityNodes"] = pool.nodeCount(false);
    json["targetDedicatedNodes"] = pool.targetDedicated;
    json["targetLowPriorityNodes"] = pool.targetLowPriority;
    json["enableAutoScale"] = false;
    if (!pool.resizeErrors.empty()) {
        json["resizeErrors"] = Json::array();
        for (const auto &error : pool.resizeErrors)
            json["resizeErrors"].push_back({{"code", error.code}, {"message", error.message}});
    }
    return json;
}

Json encode(const std::string &base, const Pool &pool, const Node &node)
{
    int runningTasks = 0;
    for (const Task *task : node.tasks)
        runningTasks += task->deleting ? 0 : 1;
    Json json{{"id", node.id},
              {"url", nodeUrl(base, pool.id, node.id)},
              {"state", wireName(node.state)},
              {"schedulingState", node.schedulingEnabled ? "enabled" : "disabled"},
              {"stateTransitionTime", isoTime(node.stateTransitionTime)},
              {"allocationTime", isoTime(node.allocationTime)},
              {"ipAddress", "127.0.0.1"},
              {"affinityId", "TVM:" + node.id},
              {"vmSize", pool.spec.value("vmSize", std::string())},
              {"totalTasksRun", node.totalTasksRun},
              {"totalTasksSucceeded", node.totalTasksSucceeded},
              {"runningTasksCount", runningTasks},
              {"runningTaskSlotsCount", node.usedSlots},
              {"isDedicated", node.dedicated}};
    addTime(json, "lastBootTime", node.lastBootTime);
    if (pool.spec.contains("startTask"))
        json["startTask"] = pool.spec["startTask"];
    if (node.startTask)
        json["startTaskInfo"] = encodeHelper(*node.startTask);
    if (node.state == NodeState::StartTaskFailed) {
        json["errors"] = Json::array();
        json["errors"].push_back({{"code", "StartTaskFailure"},
                                  {"message", "The start task of the node did not succeed."}});
    }
    if (node.lastBootTime)
        json["nodeAgentInfo"] = {{"version", BATCHDESK_VERSION},
                                 {"lastUpdateTime", isoTime(*node.lastBootTime)}};
    return json;
}

Json encode(const std::string &base, const Job &job)
{
    Json json = job.spec;
    json["url"] = jobUrl(base, job.id);
    addRevision(json, job.revision);
    json["state"] = wireName(job.state);
    json["stateTransitionTime"] = isoTime(job.stateTransitionTime);
    if (job.previousState) {
        json["previousState"] = wireName(*job.previousState);
        json["previousStateTransitionTime"] = isoTime(job.previousStateTransitionTime);
    }
    Json execution{{"startTime", isoTime(job.startTime)}, {"poolId", job.poolId()}};
    addTime(execution, "endTime", job.endTime);
    if (!job.terminateReason.empty())
        execution["terminateReason"] = job.terminateReason;
    json["executionInfo"] = std::move(execution);
    return json;
}

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
    Json execution = encode(task.execution);
    execution["requeueCount"] = task.execution.requeueCount;
    addTime(execution, "lastRequeueTime", task.execution.lastRequeueTime);
    json["executionInfo"] = std::move(execution);
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

Json encodeUse(const std::string &base, const Job &job, const std::string &nodeId,
               const NodeUse &use)
{
    const auto url = nodeUrl(base, use.poolId, nodeId);
    const auto helper = [&](const ExecutionInfo &info, const char *name) {
        Json json = encodeHelper(info);
        const auto directory = taskRootDirectory(job.id, job.spec[name].at("id"));
        json["taskRootDirectory"] = directory;
        json["taskRootDirectoryUrl"] = url + "/files/" + directory;
        return json;
    };
    Json json{{"poolId", use.poolId}, {"nodeId", nodeId}, {"nodeUrl", url}};
    json["jobPreparationTaskExecutionInfo"] = helper(use.preparation, "jobPreparationTask");
    if (use.release) {
        Json release = helper(*use.release, "jobReleaseTask");
        release.erase("retryCount");
        json["jobReleaseTaskExecutionInfo"] = std::move(release);
    }
    return json;
}

Json encodeNodeCounts(const Pool &pool)
{
    static constexpr std::array names{"creating",
                                      "idle",
                                      "offline",
                                      "preempted",
                                      "rebooting",
                                      "reimaging",
                                      "running",
                                      "starting",
                                      "startTaskFailed",
                                      "leavingPool",
                                      "unknown",
                                      "unusable",
                                      "waitingForStartTask",
                                      "deallocated",
                                      "deallocating",
                                      "upgradingOS",
                                      "total"};
    static const std::map<NodeState, const char *> nameOf{
        {NodeState::Creating, "creating"},
        {NodeState::Starting, "starting"},
        {NodeState::WaitingForStartTask, "waitingForStartTask"},
        {NodeState::Idle, "idle"},
        {NodeState::Running, "running"},
        {NodeState::StartTaskFailed, "startTaskFailed"},
        {NodeState::Rebooting, "rebooting"},
        {NodeState::Offline, "offline"},
        {NodeState::LeavingPool, "leavingPool"},
    };
    const auto count = [&](bool dedicated) {
        Json json = Json::object();
        for (const char *name : names)
            json[name] = 0;
        for (const auto &[id, node] : pool.nodes) {
            if (node.dedicated != dedicated)
                continue;
            const char *name = nameOf.at(node.state);
            json[name] = json[name].get<int>() + 1;
            json["total"] = json["total"].get<int>() + 1;
        }
        return json;
    };
    return {{"poolId", pool.id}, {"dedicated", count(true)}, {"lowPriority", count(false)}};
}

Json encodeTaskCounts(const Job &job)
{
    return {{"taskCounts", encodeCounts(job.counts)},
            {"taskSlotCounts", encodeCounts(job.slotCounts)}};
}

FieldReader fieldsOf(const Pool &pool)
{
    return [&pool](std::string_view name) -> FilterValue {
        if (name == "id")
            return pool.id;
        if (name == "state")
            return textValue(wireName(pool.state));
        if (name == "stateTransitionTime")
            return pool.stateTransitionTime;
        if (name == "allocationState")
            return textValue(wireName(pool.allocationState));
        if (name == "allocationStateTransitionTime")
            return pool.allocationStateTransitionTime;
        if (name == "enableAutoScale")
            return false;
        if (name == "enableInterNodeCommunication")
            return pool.spec.value("enableInterNodeCommunication", false);
        if (name == "vmSize")
            return pool.spec.value("vmSize", std::string());
        return revisionValue(pool.revision, name);
    };
}

FieldReader fieldsOf(const Node &node)
{
    return [&node](std::string_view name) -> FilterValue {
        constexpr std::string_view startTask = "startTaskInfo/";
        if (name == "id")
            return node.id;
        if (name == "state")
            return textValue(wireName(node.state));
        if (name == "stateTransitionTime")
            return node.stateTransitionTime;
        if (name == "lastBootTime")
            return timeValue(node.lastBootTime);
        if (name == "allocationTime")
            return node.allocationTime;
        if (name.starts_with(startTask) && node.startTask)
            return executionValue(*node.startTask, name.substr(startTask.size()));
        return {};
    };
}

FieldReader fieldsOf(const Job &job)
{
    return [&job](std::string_view name) -> FilterValue {
        if (name == "id")
            return job.id;
        if (name == "state")
            return textValue(wireName(job.state));
        if (name == "stateTransitionTime")
            return job.stateTransitionTime;
        if (name == "executionInfo/startTime")
            return job.startTime;
        if (name == "executionInfo/endTime")
            return timeValue(job.endTime);
        if (name == "executionInfo/poolId")
            return job.poolId();
        return revisionValue(job.revision, name);
    };
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
