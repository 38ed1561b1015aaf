// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/encodeparts.h"
#include "core/localservice/batch/nodestate.h"

#include <algorithm>
#include <utility>

// Nodes as the REST API shows them.
namespace Batchdesk::LocalService {

namespace {

// Each state with its name in node counts, and the version that brought it.
struct CountName
{
    const char *name;
    NodeState state;
    ApiVersion since = oldestApiVersion;
};

const std::vector<CountName> countNames{
    {"creating", NodeState::Creating},
    {"idle", NodeState::Idle},
    {"offline", NodeState::Offline},
    {"rebooting", NodeState::Rebooting},
    {"reimaging", NodeState::Reimaging},
    {"running", NodeState::Running},
    {"starting", NodeState::Starting},
    {"startTaskFailed", NodeState::StartTaskFailed},
    {"leavingPool", NodeState::LeavingPool},
    {"unusable", NodeState::Unusable},
    {"waitingForStartTask", NodeState::WaitingForStartTask},
    {"deallocated", NodeState::Deallocated, ApiVersion::V2024_07},
    {"deallocating", NodeState::Deallocating, ApiVersion::V2024_07},
};

// Programs that listen on a node listen on this computer: the port outside is the port inside.
Json encodeEndpoints(const Pool &pool)
{
    Json endpoints = Json::array();
    const Json network = pool.spec.value("networkConfiguration", Json::object());
    const Json configuration = network.value("endpointConfiguration", Json::object());
    for (const auto &inbound : configuration.value("inboundNATPools", Json::array())) {
        endpoints.push_back({{"name", inbound.value("name", std::string()) + ".0"},
                             {"protocol", inbound.value("protocol", "tcp")},
                             {"publicIPAddress", "127.0.0.1"},
                             {"publicFQDN", "localhost"},
                             {"frontendPort", inbound.value("backendPort", 0)},
                             {"backendPort", inbound.value("backendPort", 0)}});
    }
    return {{"inboundEndpoints", std::move(endpoints)}};
}

Json encodeMachine(const Pool &pool)
{
    Json image = pool.spec.value("virtualMachineConfiguration", Json::object())
                     .value("imageReference", Json::object());
    if (image.contains("version"))
        image["exactVersion"] = image["version"];
    return {{"imageReference", std::move(image)}};
}

Json encodeErrors(const Node &node)
{
    Json errors = Json::array();
    if (node.state == NodeState::StartTaskFailed)
        errors.push_back({{"code", "StartTaskFailure"},
                          {"message", "The start task of the node did not succeed."}});
    if (node.fault) {
        Json details = Json::array();
        for (const auto &[name, value] : node.fault->details)
            details.push_back({{"name", name}, {"value", value}});
        errors.push_back({{"code", node.fault->code},
                          {"message", node.fault->message},
                          {"errorDetails", std::move(details)}});
    }
    return errors;
}

Json encodeRecentTasks(const std::string &base, const Model &model, const Node &node)
{
    Json tasks = Json::array();
    for (const auto &[jobId, taskId] : node.recentTasks) {
        const auto job = model.jobs.find(jobId);
        if (job == model.jobs.end())
            continue;
        const auto task = job->second.tasks.find(taskId);
        // What it has done elsewhere since is no news of this node.
        if (task == job->second.tasks.end() || task->second.deleting
            || task->second.nodeId != node.id)
            continue;
        tasks.push_back({{"taskUrl", taskUrl(base, jobId, taskId)},
                         {"jobId", jobId},
                         {"taskId", taskId},
                         {"taskState", wireName(task->second.state)},
                         {"executionInfo", encodeTaskExecution(task->second.execution)}});
    }
    return tasks;
}

} // namespace

Json encode(const std::string &base, const Model &model, const Pool &pool, const Node &node,
            ApiVersion version)
{
    const auto runningTasks = std::count_if(node.tasks.begin(), node.tasks.end(),
                                            [](const Task *task) { return !task->deleting; });
    Json json{{"id", node.id},
              {"url", nodeUrl(base, pool.id, node.id)},
              {"state", shownState(node, version)},
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
              {"isDedicated", node.dedicated},
              {"endpointConfiguration", encodeEndpoints(pool)},
              {"virtualMachineInfo", encodeMachine(pool)}};
    addTime(json, "lastBootTime", node.lastBootTime);
    if (pool.spec.contains("startTask"))
        json["startTask"] = pool.spec["startTask"];
    if (node.startTask)
        json["startTaskInfo"] = encodeHelper(*node.startTask);
    if (Json recent = encodeRecentTasks(base, model, node); !recent.empty())
        json["recentTasks"] = std::move(recent);
    if (Json errors = encodeErrors(node); !errors.empty())
        json["errors"] = std::move(errors);
    if (node.lastBootTime)
        json["nodeAgentInfo"] = {{"version", BATCHDESK_VERSION},
                                 {"lastUpdateTime", isoTime(*node.lastBootTime)}};
    return json;
}

Json encodeNodeCounts(const Pool &pool, ApiVersion version)
{
    const auto count = [&](bool dedicated) {
        Json json = Json::object();
        int total = 0;
        for (const auto &[name, state, since] : countNames) {
            if (version < since)
                continue;
            const auto wanted = wireName(state);
            const auto number =
                std::count_if(pool.nodes.begin(), pool.nodes.end(), [&](const auto &item) {
                    return item.second.dedicated == dedicated
                        && shownState(item.second, version) == wanted;
                });
            json[name] = number;
            total += int(number);
        }
        // States in which no node of this computer ever is.
        json["preempted"] = 0;
        json["unknown"] = 0;
        if (version >= ApiVersion::V2024_02)
            json["upgradingOS"] = 0;
        json["total"] = total;
        return json;
    };
    return {{"poolId", pool.id}, {"dedicated", count(true)}, {"lowPriority", count(false)}};
}

FieldReader fieldsOf(const Node &node, ApiVersion version)
{
    return [&node, version](std::string_view name) -> FilterValue {
        constexpr std::string_view startTask = "startTaskInfo/";
        if (name == "id")
            return node.id;
        if (name == "state")
            return textValue(shownState(node, version));
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

} // namespace Batchdesk::LocalService
