// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/property/rules.h"

#include <algorithm>

namespace Batchdesk::LocalService::Property {

namespace {

using Kind = Operation::Kind;

//! \brief Works out one operation on one state.
class Rules
{
public:
    Rules(const Snapshot &before, const Operation &operation)
        : m_before(before)
        , m_do(operation)
    {
    }

    Expectation work()
    {
        if (m_do.kind == Kind::Restart)
            restart();
        else if (m_do.kind <= Kind::DeletePool)
            poolOperation();
        else if (m_do.kind <= Kind::EnableScheduling)
            nodeOperation();
        else if (m_do.kind <= Kind::DeleteJob)
            jobOperation();
        else if (m_do.kind == Kind::EndReleases)
            m_expect.releasesEndOf = m_do.jobId();
        else
            taskOperation();
        if (m_expect.refusals.empty())
            cascade();
        return m_expect;
    }

private:
    void refuse(int status, const char *code) { m_expect.refusals.emplace_back(status, code); }
    void request(const char *method, const std::string &path, int success, Json body = {})
    {
        m_expect.method = method;
        m_expect.path = path;
        m_expect.success = success;
        m_expect.body = std::move(body);
    }
    //! \brief If-Match, for what exists and takes it.
    void condition(const Json &resource)
    {
        if (m_do.condition == Operation::Condition::Current)
            m_expect.ifMatch = resource["eTag"];
        if (m_do.condition == Operation::Condition::Stale) {
            m_expect.ifMatch = "0x1";
            refuse(412, "ConditionNotMet");
        }
    }
    //! \brief For what a job that ends or has ended does not take.
    void refuseClosed(const Json &job)
    {
        if (isState(job, "terminating"))
            refuse(409, "JobBeingTerminated");
        else if (isState(job, "deleting"))
            refuse(409, "JobBeingDeleted");
        else if (isState(job, "completed"))
            refuse(409, "JobCompleted");
    }
    void giveFate(const TaskKey &key, unsigned fate) { m_expect.fates[key] = fate; }
    //! \brief Takes a task from its node.
    void dispose(const TaskKey &key, const std::string &how, unsigned orElse = 0)
    {
        if (how == "requeue")
            giveFate(key, Requeued | orElse);
        else if (how == "terminate")
            giveFate(key, Ended | orElse);
    }
    template <typename Each>
    void forRunning(const std::string &job, Each each)
    {
        for (const auto &[key, task] : m_before.tasks) {
            if (key.first == job && isRunning(task))
                each(key);
        }
    }
    void noteWait(const std::string &nodeId, const char *state, const std::string &how)
    {
        (how == "taskcompletion" ? m_expect.patient : m_expect.impatient).insert({nodeId, state});
    }
    std::string stateOf(const std::string &job) const
    {
        const auto at = m_expect.jobStates.find(job);
        return at != m_expect.jobStates.end() ? at->second
                                              : m_before.jobs.at(job)["state"].get<std::string>();
    }

    //! \brief Of several tasks of a job that end at once the first decides what becomes of the job.
    bool endsAtOnce() const
    {
        std::map<std::string, int> running;
        for (const auto &[key, task] : m_before.tasks) {
            if (isRunning(task) && m_before.jobs.at(key.first)["onTaskFailure"] != "noaction"
                && ++running[key.first] > 1)
                return true;
        }
        return false;
    }
    std::string disposal(bool uncertain) const
    {
        const std::string given = m_do.disposal();
        return given == "terminate" && (uncertain || endsAtOnce()) ? "requeue" : given;
    }
    //! \brief Which nodes go is the service's choice, unless all do.
    std::string resizeDisposal() const { return disposal(m_do.number > 0); }
    //! \brief The release of a job that ends begins before or after its node boots.
    std::string nodeDisposal(const std::string &nodeId) const
    {
        return disposal(m_do.kind == Kind::RebootNode
                        && std::any_of(m_before.prepared.begin(), m_before.prepared.end(),
                                       [&](const auto &item) { return item.second == nodeId; }));
    }

    void poolOperation();
    void addPool(const Json *pool);
    void takeNodes(const Json &pool);
    void nodeOperation();
    void jobOperation();
    void addJob(const Json *job);
    void changeJob(const Json &job);
    void taskOperation();
    void addTask(const Json &job, const Json *task);
    void changeTask(const Json &job, const Json &task);
    void endTask(const Json *task);
    void restart();

    void cascade();
    void actOnFailure(const TaskKey &key, unsigned fate);
    void settleJob(const std::string &id, const Json &job);

    const Snapshot &m_before;
    const Operation &m_do;
    Expectation m_expect;
};

void Rules::poolOperation()
{
    const auto at = m_before.pools.find(m_do.poolId());
    const Json *pool = at == m_before.pools.end() ? nullptr : &at->second;
    const std::string path = "/pools/" + m_do.poolId();
    switch (m_do.kind) {
    case Kind::AddPool:
        addPool(pool);
        return;
    case Kind::ResizePool:
        request(
            "POST", path + "/resize", 202,
            {{"targetDedicatedNodes", m_do.number}, {"nodeDeallocationOption", resizeDisposal()}});
        break;
    case Kind::StopResize:
        request("POST", path + "/stopresize", 202);
        break;
    case Kind::RemoveNode: {
        const auto nodes = m_before.nodesInOrder(m_do.poolId());
        const std::string id =
            nodes.empty() ? "nobody" : nodes[std::size_t(m_do.number) % nodes.size()];
        request("POST", path + "/removenodes", 202,
                {{"nodeList", {id}}, {"nodeDeallocationOption", nodeDisposal(id)}});
        if (pool && nodes.empty())
            refuse(404, "NodeNotFound");
        break;
    }
    default:
        request("DELETE", path, 202);
    }
    if (!pool) {
        refuse(404, "PoolNotFound");
        return;
    }
    condition(*pool);
    const std::string allocation = pool->at("allocationState");
    if (m_do.kind == Kind::StopResize) {
        if (allocation != "resizing")
            refuse(409, "OperationInvalidForCurrentState");
    } else if (m_do.kind != Kind::DeletePool && allocation != "steady") {
        refuse(409, "PoolBeingResized");
    }
    m_expect.touched.insert("pools/" + m_do.poolId());
    takeNodes(*pool);
}

void Rules::addPool(const Json *pool)
{
    request("POST", "/pools", 201,
            {{"id", m_do.poolId()},
             {"vmSize", "standard_d2s_v3"},
             {"targetDedicatedNodes", m_do.number},
             {"taskSlotsPerNode", 1 + m_do.variant % 3},
             {"taskSchedulingPolicy", {{"nodeFillType", m_do.variant > 2 ? "pack" : "spread"}}},
             {"virtualMachineConfiguration",
              {{"imageReference",
                {{"publisher", "canonical"}, {"offer", "ubuntu-24_04-lts"}, {"sku", "server"}}},
               {"nodeAgentSKUId", "batch.node.ubuntu 24.04"}}}});
    if (m_do.variant == 5)
        m_expect.body["startTask"] = {{"commandLine", "start"}};
    if (pool)
        refuse(409, "PoolExists");
    m_expect.pools[m_do.poolId()] = true;
}

void Rules::takeNodes(const Json &pool)
{
    const auto &nodes = m_before.nodes.at(m_do.poolId());
    const auto clear = [&](const std::string &nodeId, const std::string &how, unsigned orElse) {
        noteWait(nodeId, "leavingpool", how);
        for (const auto &key : m_before.tasksOn(nodeId))
            dispose(key, how, orElse);
    };
    if (m_do.kind == Kind::DeletePool) {
        m_expect.pools[m_do.poolId()] = false;
        m_expect.releasesEndIn = m_do.poolId();
        for (const auto &[id, node] : nodes)
            clear(id, "requeue", 0);
    } else if (m_do.kind == Kind::RemoveNode) {
        clear(m_expect.body["nodeList"][0], disposal(false), 0);
    } else if (m_do.kind == Kind::ResizePool && m_do.number < pool["targetDedicatedNodes"]) {
        for (const auto &[id, node] : nodes)
            clear(id, resizeDisposal(), m_do.number == 0 ? 0U : unsigned(Stays));
    }
}

void Rules::nodeOperation()
{
    const auto nodes = m_before.nodesInOrder(m_do.poolId());
    const std::string id =
        nodes.empty() ? "nobody" : nodes[std::size_t(m_do.number) % nodes.size()];
    const std::string path = "/pools/" + m_do.poolId() + "/nodes/" + id;
    const char *option =
        m_do.kind == Kind::RebootNode ? "nodeRebootOption" : "nodeDisableSchedulingOption";
    request("POST",
            path
                + (m_do.kind == Kind::RebootNode              ? "/reboot"
                       : m_do.kind == Kind::DisableScheduling ? "/disablescheduling"
                                                              : "/enablescheduling"),
            m_do.kind == Kind::RebootNode ? 202 : 200);
    if (m_do.kind != Kind::EnableScheduling)
        m_expect.body = {{option, nodeDisposal(id)}};
    if (!m_before.pools.contains(m_do.poolId())) {
        refuse(404, "PoolNotFound");
        return;
    }
    if (nodes.empty()) {
        refuse(404, "NodeNotFound");
        return;
    }
    const Json &node = m_before.nodes.at(m_do.poolId()).at(id);
    if (m_do.kind == Kind::RebootNode) {
        noteWait(id, "rebooting", nodeDisposal(id));
        (m_before.hasReleaseOn(id) ? m_expect.patient : m_expect.impatient).insert({id, releasing});
    }
    if (isState(node, "leavingpool") || isState(node, "rebooting")) {
        refuse(409, "OperationInvalidForCurrentState");
        refuse(409, "NodeBeingRebooted");
    } else if (m_do.kind != Kind::RebootNode
               && (node["schedulingState"] == "enabled") == (m_do.kind == Kind::EnableScheduling)) {
        refuse(409, "NodeAlreadyInTargetSchedulingState");
    }
    if (m_do.kind != Kind::EnableScheduling) {
        for (const auto &key : m_before.tasksOn(id))
            dispose(key, nodeDisposal(id));
    }
}

void Rules::jobOperation()
{
    const Json *job = m_before.job(m_do.jobId());
    if (m_do.kind == Kind::AddJob) {
        addJob(job);
        return;
    }
    const std::string path = "/jobs/" + m_do.jobId();
    constexpr std::array disableTasks{"requeue", "terminate", "wait"};
    switch (m_do.kind) {
    case Kind::PatchJob:
        request("PATCH", path, 200);
        if (m_do.variant % 3 == 0)
            m_expect.body = {{"onAllTasksComplete", "terminatejob"}};
        else
            m_expect.body = {{"priority", m_do.number}};
        break;
    case Kind::DisableJob:
        request("POST", path + "/disable", 202,
                {{"disableTasks", disableTasks[std::size_t(m_do.variant) % 3]}});
        break;
    case Kind::EnableJob:
        request("POST", path + "/enable", 202);
        break;
    case Kind::TerminateJob:
        request("POST", path + "/terminate", 202);
        break;
    default:
        request("DELETE", path, 202);
    }
    if (!job) {
        refuse(404, "JobNotFound");
        return;
    }
    condition(*job);
    changeJob(*job);
}

void Rules::addJob(const Json *job)
{
    request("POST", "/jobs", 201,
            {{"id", m_do.jobId()},
             {"poolInfo", {{"poolId", m_do.poolId()}}},
             {"priority", m_do.number},
             {"usesTaskDependencies", m_do.variant % 2 == 0}});
    if (m_do.variant >= 3)
        m_expect.body["onTaskFailure"] = "performexitoptionsjobaction";
    if (m_do.variant == 4)
        m_expect.body.update({{"jobPreparationTask", {{"commandLine", "prepare"}}},
                              {"jobReleaseTask", {{"commandLine", HeldRunner::releaseLine()}}}});
    if (m_do.variant == 5)
        m_expect.body["maxParallelTasks"] = 1;
    if (job)
        refuse(409,
               isState(*job, "completed")      ? "JobCompleted"
                   : isState(*job, "deleting") ? "JobBeingDeleted"
                                               : "JobExists");
    m_expect.jobStates[m_do.jobId()] = "active";
}

void Rules::changeJob(const Json &job)
{
    const std::string id = m_do.jobId();
    if (m_do.kind != Kind::DeleteJob) {
        refuseClosed(job);
        m_expect.touched.insert("jobs/" + id);
    }
    switch (m_do.kind) {
    case Kind::DisableJob:
        m_expect.jobStates[id] = "disabled";
        forRunning(id, [&](const TaskKey &key) {
            dispose(key, m_do.disposal());
            if (m_do.disposal() == "taskcompletion")
                m_expect.jobStates[id] = "disabling";
        });
        return;
    case Kind::EnableJob:
        if (isState(job, "active") || isState(job, "disabling"))
            refuse(409, "OperationInvalidForCurrentState");
        m_expect.jobStates[id] = "active";
        return;
    case Kind::TerminateJob:
        m_expect.jobStates[id] = "completed";
        forRunning(id, [&](const TaskKey &key) { giveFate(key, Ended); });
        return;
    case Kind::DeleteJob:
        if (isState(job, "deleting"))
            refuseClosed(job);
        m_expect.jobStates[id] = "";
        // While the releases run the tasks are there still.
        for (const auto &[key, task] : m_before.tasks) {
            if (key.first == id)
                giveFate(key, Gone | (isRunning(task) ? Ended : Stays));
        }
        return;
    default:
        return;
    }
}

void Rules::taskOperation()
{
    const Json *job = m_before.job(m_do.jobId());
    const TaskKey key{m_do.jobId(), m_do.taskId()};
    const Json *task = m_before.task(key);
    const std::string tasks = "/jobs/" + m_do.jobId() + "/tasks";
    const std::string path = tasks + '/' + m_do.taskId();
    switch (m_do.kind) {
    case Kind::EndTask:
        endTask(task);
        return;
    case Kind::AddTask:
        request("POST", tasks, 201);
        break;
    case Kind::UpdateTask:
        request("PUT", path, 200, {{"constraints", {{"maxTaskRetryCount", m_do.number}}}});
        break;
    case Kind::TerminateTask:
        request("POST", path + "/terminate", 204);
        break;
    case Kind::ReactivateTask:
        request("POST", path + "/reactivate", 204);
        break;
    default:
        request("DELETE", path, 200);
    }
    if (!job) {
        refuse(404, "JobNotFound");
        if (m_do.kind != Kind::AddTask)
            return;
        m_expect.body = {{"id", m_do.taskId()}, {"commandLine", "nothing"}};
    } else if (m_do.kind == Kind::AddTask) {
        addTask(*job, task);
    } else if (!task) {
        refuse(404, "TaskNotFound");
    } else {
        condition(*task);
        changeTask(*job, *task);
    }
}

void Rules::addTask(const Json &job, const Json *task)
{
    const int slots = 1 + m_do.number % 2;
    Json body{{"id", m_do.taskId()},
              {"commandLine", HeldRunner::commandLine(slots)},
              {"requiredSlots", slots},
              {"constraints", {{"maxTaskRetryCount", m_do.number / 2}}}};
    bool jobAction = false;
    switch (m_do.variant) {
    case 1:
        body["dependsOn"] = {{"taskIds", {std::to_string(m_do.number + 1)}}};
        break;
    case 2:
    case 5:
        body["dependsOn"] = {
            {"taskIdRanges", {{{"start", 1 + m_do.number / 3}, {"end", 1 + m_do.number / 2}}}}};
        break;
    case 3:
        body["exitConditions"] = {{"default", {{"dependencyAction", "satisfy"}}}};
        break;
    case 4:
        body["exitConditions"] = {
            {"default", {{"jobAction", "disable"}}},
            {"exitCodes",
             {{{"code", 2},
               {"exitOptions", {{"jobAction", "none"}, {"dependencyAction", "satisfy"}}}}}}};
        jobAction = true;
        break;
    default:
        break;
    }
    m_expect.body = body;
    m_expect.addedTasks.insert({m_do.jobId(), m_do.taskId()});
    refuseClosed(job);
    if (task)
        refuse(409, "TaskExists");
    if (body.contains("dependsOn") && job["usesTaskDependencies"] == false)
        refuse(400, "TaskDependenciesNotSpecifiedOnJob");
    if (jobAction && job["onTaskFailure"] == "noaction")
        refuse(400, "InvalidPropertyValue");
    if (body.contains("exitConditions") && job["usesTaskDependencies"] == false)
        refuse(400, "InvalidPropertyValue");
    const auto pool = m_before.pools.find(job["poolInfo"]["poolId"].get<std::string>());
    if (pool != m_before.pools.end() && slots > pool->second["taskSlotsPerNode"])
        refuse(400, "InvalidPropertyValue");
}

void Rules::changeTask(const Json &job, const Json &task)
{
    const TaskKey key{m_do.jobId(), m_do.taskId()};
    const bool completed = isState(task, "completed");
    m_expect.touched.insert("jobs/" + key.first + "/tasks/" + key.second);
    switch (m_do.kind) {
    case Kind::DeleteTask:
        giveFate(key, Gone);
        return;
    case Kind::ReactivateTask:
        refuseClosed(job);
        if (!completed)
            refuse(409, "TaskNotCompleted");
        else if (task["executionInfo"]["result"] == "success")
            refuse(409, "TaskSucceeded");
        giveFate(key, Reactivated);
        return;
    case Kind::TerminateTask:
        giveFate(key, Ended);
        break;
    default:
        break;
    }
    if (completed)
        refuse(409, "TaskCompleted");
}

void Rules::endTask(const Json *task)
{
    if (!task || !isRunning(*task))
        return;
    m_expect.exitCode = m_do.number;
    const int retries = task->at("constraints")["maxTaskRetryCount"];
    const bool again =
        m_do.number != 0 && task->at("executionInfo")["retryCount"].get<int>() < retries;
    giveFate({m_do.jobId(), m_do.taskId()},
             m_do.number == 0 ? Succeeded
                 : again      ? Retried
                              : Failed);
}

void Rules::restart()
{
    for (const auto &[key, task] : m_before.tasks) {
        if (isRunning(task))
            giveFate(key, Requeued);
    }
}

void Rules::actOnFailure(const TaskKey &key, unsigned fate)
{
    const Json &job = m_before.jobs.at(key.first);
    if (stateOf(key.first) != "active" || job["onTaskFailure"] == "noaction")
        return;
    const Json conditions = m_before.task(key)->value("exitConditions", Json::object());
    Json options = conditions.value("default", Json::object());
    for (const auto &item : conditions.value("exitCodes", Json::array())) {
        if (fate == Failed && item["code"] == m_expect.exitCode)
            options = item["exitOptions"];
    }
    const std::string action = options.value("jobAction", "terminate");
    if (action == "none")
        return;
    m_expect.jobStates[key.first] = action == "terminate" ? "completed" : "disabled";
    forRunning(key.first, [&](const TaskKey &other) {
        const unsigned present = m_expect.fateOf(other);
        if (other == key)
            return;
        const unsigned wanted = action == "terminate" ? Ended : Requeued;
        // Of two ends that were wished for, either may win.
        giveFate(other, present == Stays ? wanted : present | wanted);
    });
}

void Rules::settleJob(const std::string &id, const Json &job)
{
    bool running = false, open = m_do.kind == Kind::AddTask && m_do.jobId() == id;
    for (const auto &[key, task] : m_before.tasks) {
        if (key.first != id)
            continue;
        const unsigned fate = m_expect.fateOf(key);
        const bool ends = (fate & (Ended | Gone | Succeeded | Failed)) != 0;
        const bool stays = fate == Stays;
        running = running || (isRunning(task) && stays) || fate == Retried;
        open = open || (!isState(task, "completed") && !ends) || fate == Reactivated;
    }
    std::string state = stateOf(id);
    if (state == "disabling" && !running)
        m_expect.jobStates[id] = state = "disabled";
    const bool ends = job["onAllTasksComplete"] == "terminatejob"
        || (m_do.kind == Kind::PatchJob && m_do.jobId() == id
            && m_expect.body.contains("onAllTasksComplete"));
    if (state == "active" && ends && !open)
        m_expect.jobStates[id] = "completed";
}

void Rules::cascade()
{
    const auto direct = m_expect.fates;
    for (const auto &[key, fate] : direct) {
        if (fate == Ended || fate == Failed)
            actOnFailure(key, fate);
    }
    for (const auto &[id, job] : m_before.jobs) {
        if (stateOf(id) != "")
            settleJob(id, job);
    }
    for (const auto &[key, task] : m_before.tasks) {
        if (isState(m_before.jobs.at(key.first), "deleting"))
            giveFate(key, m_expect.fateOf(key) | Gone);
    }
}

} // namespace

unsigned Expectation::fateOf(const TaskKey &key) const
{
    const auto at = fates.find(key);
    return at == fates.end() ? unsigned(Stays) : at->second;
}

Operation aimed(const Snapshot &before, Operation operation)
{
    std::vector<int> targets;
    for (int number = 1; number <= 6; ++number) {
        const Json *task = before.task({operation.jobId(), Operation::taskId(number)});
        const bool fits = !task               ? false
            : operation.kind == Kind::EndTask ? isRunning(*task)
            : operation.kind == Kind::ReactivateTask
            ? isState(*task, "completed") && (*task)["executionInfo"]["result"] == "failure"
            : false;
        if (fits)
            targets.push_back(number);
    }
    if (!targets.empty())
        operation.task = targets[std::size_t(operation.task) % targets.size()];
    return operation;
}

Expectation expectationOf(const Snapshot &before, const Operation &operation)
{
    return Rules(before, operation).work();
}

} // namespace Batchdesk::LocalService::Property
