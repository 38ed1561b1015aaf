// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/encode.h"
#include "core/localservice/batch/encodeparts.h"

#include <array>

// Nodes as the REST API shows them.
namespace Batchdesk::LocalService {

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

} // namespace Batchdesk::LocalService
