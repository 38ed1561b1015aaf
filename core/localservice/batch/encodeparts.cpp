// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encodeparts.h"

namespace Batchdesk::LocalService {

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

Json encodeFailure(const FailureInfo &failure)
{
    Json json{{"category", failure.category}, {"code", failure.code}, {"message", failure.message}};
    if (!failure.details.empty()) {
        json["details"] = Json::array();
        for (const auto &[name, value] : failure.details)
            json["details"].push_back({{"name", name}, {"value", value}});
    }
    return json;
}

Json encodeExecution(const ExecutionInfo &info)
{
    Json json = Json::object();
    addTime(json, "startTime", info.startTime);
    addTime(json, "endTime", info.endTime);
    if (info.exitCode)
        json["exitCode"] = *info.exitCode;
    if (info.failure)
        json["failureInfo"] = encodeFailure(*info.failure);
    if (info.endTime)
        json["result"] = info.succeeded() ? "success" : "failure";
    json["retryCount"] = info.retryCount;
    addTime(json, "lastRetryTime", info.lastRetryTime);
    return json;
}

Json encodeTaskExecution(const ExecutionInfo &info)
{
    Json json = encodeExecution(info);
    json["requeueCount"] = info.requeueCount;
    addTime(json, "lastRequeueTime", info.lastRequeueTime);
    return json;
}

Json encodeHelper(const ExecutionInfo &info)
{
    Json json = encodeExecution(info);
    json["state"] = info.endTime ? "completed" : "running";
    return json;
}

FilterValue timeValue(const std::optional<Time> &time)
{
    return time ? FilterValue(*time) : FilterValue();
}

FilterValue textValue(std::string_view text)
{
    return std::string(text);
}

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

} // namespace Batchdesk::LocalService
