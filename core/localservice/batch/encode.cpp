// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"

#include "core/localservice/batch/encodeparts.h"
#include "core/localservice/batch/execution.h"

namespace Batchdesk::LocalService {

namespace {

Json encodeCounts(const TaskCounts &counts)
{
    return {{"active", counts.active},
            {"running", counts.running},
            {"completed", counts.succeeded + counts.failed},
            {"succeeded", counts.succeeded},
            {"failed", counts.failed}};
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
    json["enableAutoScale"] = pool.autoScales();
    if (pool.autoScaleRun)
        json["autoScaleRun"] = encode(*pool.autoScaleRun);
    if (!pool.resizeErrors.empty()) {
        json["resizeErrors"] = Json::array();
        for (const auto &error : pool.resizeErrors)
            json["resizeErrors"].push_back({{"code", error.code}, {"message", error.message}});
    }
    return json;
}

Json encode(const AutoScaleRun &run)
{
    Json json{{"timestamp", isoTime(run.timestamp)}, {"results", run.results}};
    if (run.error) {
        Json values = Json::array();
        values.push_back({{"name", "Message"}, {"value", run.error->detail}});
        json["error"] = {{"code", run.error->code},
                         {"message", run.error->message},
                         {"values", std::move(values)}};
    }
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
    Json execution{{"startTime", isoTime(job.startTime)}};
    if (const auto poolId = job.poolId(); !poolId.empty())
        execution["poolId"] = poolId;
    addTime(execution, "endTime", job.endTime);
    if (job.schedulingError)
        execution["schedulingError"] = encodeFailure(*job.schedulingError);
    if (!job.terminateReason.empty())
        execution["terminateReason"] = job.terminateReason;
    json["executionInfo"] = std::move(execution);
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
            return pool.autoScales();
        if (name == "enableInterNodeCommunication")
            return pool.spec.value("enableInterNodeCommunication", false);
        if (name == "vmSize")
            return pool.spec.value("vmSize", std::string());
        return revisionValue(pool.revision, name);
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

} // namespace Batchdesk::LocalService
