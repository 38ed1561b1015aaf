// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/property/world.h"

#include "core/localservice/http/requesthead.h"

#include <algorithm>

#include <stdlib.h>

namespace Batchdesk::LocalService::Property {

namespace {

// More than the pools of a sequence can ask for: what happens at the limit has unit tests.
constexpr int maxNodes = 32;

std::string unsettledPool(const Snapshot &now, const std::string &id, const Json &pool,
                          const PatientNodes &patient)
{
    if (!isState(pool, "active"))
        return "pool " + id + " is " + pool["state"].get<std::string>();
    int staying = 0;
    bool waits = false;
    for (const auto &[nodeId, node] : now.nodes.at(id)) {
        const std::string state = node["state"];
        const auto tasks = now.tasksOn(nodeId);
        int slots = 0;
        for (const auto &key : tasks)
            slots += now.task(key)->at("requiredSlots").get<int>();
        if (node["runningTasksCount"] != tasks.size() || node["runningTaskSlotsCount"] != slots)
            return "node " + nodeId + " counts other tasks than it has";
        const bool leaving = state == "leavingpool";
        waits = waits || leaving;
        staying += leaving ? 0 : 1;
        const std::string right = !tasks.empty()   ? "running"
            : node["schedulingState"] == "enabled" ? "idle"
                                                   : "offline";
        // For what it was told to let end, and for releases, which a node that boots has over.
        const bool waiting = (!tasks.empty() && patient.contains({nodeId, state}))
            || (now.hasReleaseOn(nodeId) && (leaving || patient.contains({nodeId, releasing})));
        if (!waiting && state != right)
            return "node " + nodeId + " is " + state;
    }
    const std::string allocation = pool["allocationState"];
    if (allocation != "steady" && !waits)
        return "pool " + id + " is " + allocation;
    if (allocation == "steady" && (waits || staying != pool["targetDedicatedNodes"]))
        if (!pool.contains("resizeErrors"))
            return "pool " + id + " has not the nodes it is to have";
    return {};
}

// True when the task could be put on a node this moment.
bool couldRun(const Snapshot &now, const TaskKey &key, const Json &task)
{
    const Json &job = now.jobs.at(key.first);
    const auto nodes = now.nodes.find(job["poolInfo"]["poolId"].get<std::string>());
    if (!isState(task, "active") || !isState(job, "active") || nodes == now.nodes.end()
        || !dependenciesMet(now, key))
        return false;
    const auto running = std::count_if(now.tasks.begin(), now.tasks.end(), [&](const auto &item) {
        return item.first.first == key.first && isRunning(item.second);
    });
    if (job["maxParallelTasks"] != -1 && running >= job["maxParallelTasks"])
        return false;
    const int slots = now.pools.at(nodes->first)["taskSlotsPerNode"];
    return std::any_of(nodes->second.begin(), nodes->second.end(), [&](const auto &item) {
        const Json &node = item.second;
        return node["schedulingState"] == "enabled"
            && (isState(node, "idle") || isState(node, "running"))
            && node["runningTaskSlotsCount"].template get<int>() + task["requiredSlots"].get<int>()
            <= slots;
    });
}

std::string unsettledCounts(const Snapshot &now, const std::string &id)
{
    std::map<std::string, int> tasks, slots;
    for (const auto &[key, task] : now.tasks) {
        if (key.first != id)
            continue;
        const std::string state = isRunning(task) ? "running" : task["state"].get<std::string>();
        std::vector<std::string> names{state};
        if (state == "completed")
            names.push_back(task["executionInfo"]["result"] == "success" ? "succeeded" : "failed");
        for (const auto &name : names) {
            ++tasks[name];
            slots[name] += task["requiredSlots"].get<int>();
        }
    }
    for (const char *name : {"active", "running", "completed", "succeeded", "failed"}) {
        if (now.counts.at(id)["taskCounts"][name] != tasks[name]
            || now.counts.at(id)["taskSlotCounts"][name] != slots[name])
            return "job " + id + " counts other tasks as " + name + " than it has";
    }
    return {};
}

std::string unsettledJob(const Snapshot &now, const std::string &id, const Json &job)
{
    bool running = false, open = false;
    for (const auto &[key, task] : now.tasks) {
        running = running || (key.first == id && isRunning(task));
        open = open || (key.first == id && !isState(task, "completed"));
    }
    const std::string state = job["state"];
    const bool ending = state == "terminating" || state == "deleting";
    if (state == "enabling" || (state == "disabling" && !running) || ending != now.hasReleaseOf(id))
        return "job " + id + " is " + state;
    if ((ending || state == "disabled" || state == "completed") && running)
        return "job " + id + " is " + state + " and has a task that runs";
    if (state == "active" && !open && job["onAllTasksComplete"] == "terminatejob")
        return "job " + id + " has no task to wait for";
    return unsettledCounts(now, id);
}

} // namespace

const Json *Snapshot::task(const TaskKey &key) const
{
    const auto at = tasks.find(key);
    return at == tasks.end() ? nullptr : &at->second;
}

const Json *Snapshot::job(const std::string &id) const
{
    const auto at = jobs.find(id);
    return at == jobs.end() ? nullptr : &at->second;
}

std::set<TaskKey> Snapshot::tasksOn(const std::string &nodeId) const
{
    std::set<TaskKey> keys;
    for (const auto &[key, task] : tasks) {
        if (isRunning(task) && task["nodeInfo"]["nodeId"] == nodeId)
            keys.insert(key);
    }
    return keys;
}

bool Snapshot::hasReleaseOf(const std::string &jobId) const
{
    return std::any_of(releases.begin(), releases.end(),
                       [&](const HeldRelease &release) { return release.job == jobId; });
}

bool Snapshot::hasReleaseOn(const std::string &nodeId) const
{
    return std::any_of(releases.begin(), releases.end(),
                       [&](const HeldRelease &release) { return release.node == nodeId; });
}

std::vector<std::string> Snapshot::nodesInOrder(const std::string &poolId) const
{
    std::vector<std::string> ids;
    if (const auto at = nodes.find(poolId); at != nodes.end()) {
        for (const auto &[id, node] : at->second)
            ids.push_back(id);
    }
    std::stable_sort(ids.begin(), ids.end(),
                     [this](const auto &a, const auto &b) { return tasksOn(a) > tasksOn(b); });
    return ids;
}

bool isState(const Json &resource, std::string_view state)
{
    return resource.at("state") == state;
}

bool isRunning(const Json &task)
{
    return isState(task, "running") || isState(task, "preparing");
}

namespace {

// As exitOptions say it, or else by success.
bool satisfies(const Json &task)
{
    if (!isState(task, "completed"))
        return false;
    const Json &end = task["executionInfo"];
    const Json conditions = task.value("exitConditions", Json::object());
    const bool good = end["result"] == "success";
    Json options = good ? Json::object() : conditions.value("default", Json::object());
    for (const auto &item : conditions.value("exitCodes", Json::array())) {
        if (end.contains("exitCode") && item["code"] == end["exitCode"])
            options = item["exitOptions"];
    }
    return options.value("dependencyAction", good ? "satisfy" : "block") == "satisfy";
}

} // namespace

bool dependenciesMet(const Snapshot &now, const TaskKey &key)
{
    const Json dependencies = now.task(key)->value("dependsOn", Json::object());
    const auto met = [&](const std::string &id) {
        const Json *parent = now.task({key.first, id});
        return parent && satisfies(*parent);
    };
    const auto numberMet = [&](std::int64_t number) {
        return std::any_of(now.tasks.begin(), now.tasks.end(), [&](const auto &item) {
            return item.first.first == key.first && std::stoll(item.first.second) == number
                && satisfies(item.second);
        });
    };
    for (const auto &id : dependencies.value("taskIds", Json::array())) {
        if (!met(id))
            return false;
    }
    for (const auto &range : dependencies.value("taskIdRanges", Json::array())) {
        for (auto id = range["start"].get<std::int64_t>(); id <= range["end"]; ++id) {
            if (!numberMet(id))
                return false;
        }
    }
    return true;
}

std::string unsettled(const Snapshot &now, const PatientNodes &patient)
{
    std::string why;
    for (const auto &[id, pool] : now.pools) {
        if (!(why = unsettledPool(now, id, pool, patient)).empty())
            return why;
    }
    for (const auto &[id, job] : now.jobs) {
        if (!(why = unsettledJob(now, id, job)).empty())
            return why;
    }
    for (const auto &[key, task] : now.tasks) {
        if (isState(task, "preparing"))
            return "task " + key.second + " is preparing";
        if (couldRun(now, key, task))
            return "task " + key.first + '/' + key.second + " could run and does not";
    }
    return {};
}

World::World()
{
    std::string pattern =
        (std::filesystem::temp_directory_path() / "batchdesk-property-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder");
    m_folder = pattern;
    open();
}

World::~World()
{
    m_service.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void World::open()
{
    BatchServiceOptions options;
    options.stateDirectory = m_folder / "batch";
    options.account = "localacct";
    options.endpoint = "http://127.0.0.1:9";
    options.maxNodes = maxNodes;
    options.runner = m_runner;
    options.clock = m_clock;
    m_service = std::make_unique<BatchService>(options);
}

void World::restart()
{
    m_service.reset();
    open();
}

Answer World::ask(const std::string &method, const std::string &path, const Json &body,
                  const std::string &ifMatch)
{
    std::string bytes =
        method + ' ' + path + "?api-version=2025-06-01 HTTP/1.1\r\nHost: 127.0.0.1:9";
    if (!ifMatch.empty())
        bytes += "\r\nIf-Match: " + ifMatch;
    Request request = std::get<Http::RequestHead>(Http::parseRequestHead(bytes)).request;
    request.readBody = [text = body.is_null() ? std::string() : body.dump()](const auto &consumer) {
        return text.empty() || consumer(text.data(), text.size());
    };
    const Response response = m_service->handle(request);
    Answer answer{response.status, {}, Json::parse(response.body, nullptr, false)};
    if (response.status >= 400)
        answer.code = answer.body.value("code", "");
    return answer;
}

std::optional<Snapshot> World::look()
{
    bool changed = false;
    const auto list = [&](const std::string &path) {
        Resources found;
        const Answer answer = ask("GET", path);
        changed = changed || answer.status != 200;
        if (answer.status == 200) {
            for (const auto &item : answer.body["value"])
                found[item["id"]] = item;
        }
        return found;
    };
    Snapshot now;
    now.pools = list("/pools");
    for (const auto &[id, pool] : now.pools)
        now.nodes[id] = list("/pools/" + id + "/nodes");
    now.jobs = list("/jobs");
    for (const auto &[id, job] : now.jobs) {
        for (auto &[taskId, task] : list("/jobs/" + id + "/tasks"))
            now.tasks[{id, taskId}] = std::move(task);
        const Answer counts = ask("GET", "/jobs/" + id + "/taskcounts");
        changed = changed || counts.status != 200;
        now.counts[id] = counts.body;
        if (job.contains("jobReleaseTask")) {
            const Answer uses = ask("GET", "/jobs/" + id + "/jobpreparationandreleasetaskstatus");
            changed = changed || uses.status != 200;
            for (const auto &use : uses.body.value("value", Json::array()))
                now.prepared.insert({id, use["nodeId"]});
        }
    }
    now.releases = m_runner->releases();
    if (changed)
        return std::nullopt;
    return now;
}

} // namespace Batchdesk::LocalService::Property
