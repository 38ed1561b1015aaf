// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/records.h"
#include "core/localservice/batch/shape.h"

#include <algorithm>

// Tasks.
namespace Batchdesk::LocalService {

namespace {

bool sameId(const std::string &a, const std::string &b)
{
    return !IdLess()(a, b) && !IdLess()(b, a);
}

// Refuses actions that would never happen, wherever they stand: the user ought to know.
void checkExitOptions(const Job &job, const Json &conditions)
{
    const bool jobActions = job.spec["onTaskFailure"] != "noaction";
    const bool dependencies = job.spec.value("usesTaskDependencies", false);
    const Json flat = conditions.flatten();
    for (const auto &value : flat.items()) {
        if (!jobActions && value.key().ends_with("/jobAction"))
            throw ApiError::property(
                "exitConditions.jobAction", value.value().get<std::string>(),
                "The job's onTaskFailure must be performexitoptionsjobaction.");
        if (!dependencies && value.key().ends_with("/dependencyAction"))
            throw ApiError::property("exitConditions.dependencyAction",
                                     value.value().get<std::string>(),
                                     "The job's usesTaskDependencies must be true.");
    }
}

// The options that fit how the task ended; an empty object when the user named none.
Json exitOptions(const Json &conditions, const ExecutionInfo &end)
{
    if (end.failure && end.failure->code.starts_with("FileUpload")
        && conditions.contains("fileUploadError"))
        return conditions["fileUploadError"];
    // One that a user ended before it began has no exit code either, but nothing went wrong.
    const bool ended = end.failure && end.failure->code == "TaskEnded";
    if (!end.exitCode && !ended && conditions.contains("preProcessingError"))
        return conditions["preProcessingError"];
    if (end.exitCode) {
        for (const auto &item : conditions.value("exitCodes", Json::array())) {
            if (item["code"] == *end.exitCode)
                return item["exitOptions"];
        }
        for (const auto &item : conditions.value("exitCodeRanges", Json::array())) {
            if (item["start"] <= *end.exitCode && item["end"] >= *end.exitCode)
                return item["exitOptions"];
        }
    }
    return end.succeeded() ? Json::object() : conditions.value("default", Json::object());
}

} // namespace

Revision Engine::addTask(const std::string &jobId, Json spec)
{
    return change([&] {
        Job &owner = job(jobId);
        requireOpen(owner);
        return insertTask(owner, std::move(spec)).revision;
    });
}

std::vector<TaskAddition> Engine::addTasks(const std::string &jobId, const std::vector<Json> &given,
                                           ApiVersion version)
{
    return change([&] {
        Job &owner = job(jobId);
        requireOpen(owner);
        std::vector<TaskAddition> additions;
        for (const auto &item : given) {
            TaskAddition addition;
            if (item.is_object() && item.contains("id") && item["id"].is_string())
                addition.taskId = item["id"];
            try {
                Json spec = conform(item, taskShape(), version);
                checkTask(spec);
                addition.revision = insertTask(owner, std::move(spec)).revision;
            } catch (const ApiError &error) {
                addition.error = std::make_shared<ApiError>(error);
            }
            additions.push_back(std::move(addition));
        }
        return additions;
    });
}

Task &Engine::insertTask(Job &job, Json spec)
{
    const std::string id = spec.at("id");
    if (job.tasks.contains(id))
        throw ApiError("TaskExists");
    if (job.hasPreparation() && sameId(id, job.spec["jobPreparationTask"]["id"]))
        throw ApiError("TaskIdSameAsJobPreparationTask");
    if (job.hasRelease() && sameId(id, job.spec["jobReleaseTask"]["id"]))
        throw ApiError("TaskIdSameAsJobReleaseTask");
    if (spec.contains("dependsOn") && !job.spec.value("usesTaskDependencies", false))
        throw ApiError("TaskDependenciesNotSpecifiedOnJob");
    if (spec.contains("exitConditions"))
        checkExitOptions(job, spec["exitConditions"]);
    requirePackages(m_options.around, spec);
    const auto pool = m_model.pools.find(job.poolId());
    const int slots = spec.value("requiredSlots", 1);
    if (pool != m_model.pools.end() && slots > pool->second.slotsPerNode())
        throw ApiError::property("requiredSlots", std::to_string(slots),
                                 "The nodes of the pool have fewer task slots.");
    const auto account = spec.value(Json::json_pointer("/userIdentity/username"), std::string());
    if (pool != m_model.pools.end() && !account.empty() && !userAccount(pool->second, account))
        throw ApiError::property("userIdentity.username", account,
                                 "The pool has no user account of this name.");
    return putTask(job, std::move(spec));
}

Task &Engine::putTask(Job &job, Json spec)
{
    if (!spec["constraints"].contains("maxTaskRetryCount"))
        spec["constraints"]["maxTaskRetryCount"] =
            job.spec["constraints"].value("maxTaskRetryCount", 0);

    Task task;
    task.sequence = ++m_sequence;
    task.jobId = job.id;
    task.id = spec.at("id");
    readSpec(task, spec);
    task.spec = spec.dump();
    task.revision = newRevision();
    task.stateTransitionTime = now();
    Task &added = job.tasks.emplace(task.id, std::move(task)).first->second;
    account(job, added, 1);
    index(job, added);
    enqueue(job, added);
    m_dirtyTasks[&added] = true;
    observe("task", added.id, wireName(added.state));
    return added;
}

Revision Engine::updateTask(const std::string &jobId, const std::string &taskId,
                            const Json &constraints, const Precondition &when)
{
    return change([&] {
        Job &owner = job(jobId);
        Task &target = task(owner, taskId);
        when.require(target.revision);
        if (target.state == TaskState::Completed)
            throw ApiError("TaskCompleted");
        Json spec = Json::parse(target.spec);
        spec["constraints"] = constraints;
        if (!constraints.contains("maxTaskRetryCount"))
            spec["constraints"]["maxTaskRetryCount"] = 0;
        readSpec(target, spec);
        target.spec = spec.dump();
        touch(target.revision);
        m_dirtyTasks[&target] = true;
        return target.revision;
    });
}

void Engine::deleteTask(const std::string &jobId, const std::string &taskId,
                        const Precondition &when)
{
    change([&] {
        Job &owner = job(jobId);
        Task &target = task(owner, taskId);
        when.require(target.revision);
        if (target.activity == 0) {
            eraseTask(owner, target);
            return;
        }
        // Its process is still there: out of sight at once, gone when the process is.
        account(owner, target, -1);
        target.deleting = true;
        m_dirtyTasks.try_emplace(&target, false);
        stop(target.activity, Disposal::Terminate);
    });
}

Revision Engine::terminateTask(const std::string &jobId, const std::string &taskId,
                               const Precondition &when)
{
    return change([&] {
        Job &owner = job(jobId);
        Task &target = task(owner, taskId);
        when.require(target.revision);
        if (target.state == TaskState::Completed)
            throw ApiError("TaskCompleted");
        touch(target.revision);
        m_dirtyTasks.try_emplace(&target, false);
        if (target.state == TaskState::Active)
            endByUser(owner, target);
        else
            dispose(owner, target, Disposal::Terminate);
        return target.revision;
    });
}

Revision Engine::reactivateTask(const std::string &jobId, const std::string &taskId,
                                const Precondition &when)
{
    return change([&] {
        Job &owner = job(jobId);
        Task &target = task(owner, taskId);
        when.require(target.revision);
        requireOpen(owner);
        if (target.state != TaskState::Completed)
            throw ApiError("TaskNotCompleted");
        if (target.execution.succeeded())
            throw ApiError("TaskSucceeded");
        account(owner, target, -1);
        forgetFolder(target);
        withdraw(owner, target);
        target.execution = {};
        target.cleaned = false;
        account(owner, target, 1);
        touch(target.revision);
        requeue(owner, target, false);
        return target.revision;
    });
}

void Engine::dispose(Job &job, Task &task, Disposal disposal)
{
    if (task.activity != 0) {
        if (disposal == Disposal::Terminate) {
            task.ending = true;
            m_dirtyTasks.try_emplace(&task, false);
        }
        stop(task.activity, disposal);
    } else if (task.state == TaskState::Preparing) {
        if (disposal == Disposal::Terminate)
            endByUser(job, task);
        else
            requeue(job, task, true);
    }
}

void Engine::endByUser(Job &job, Task &task)
{
    ExecutionResult result;
    result.ended = true;
    record(task.execution, result, now());
    complete(job, task);
}

void Engine::complete(Job &job, Task &task)
{
    const Json conditions = Json::parse(task.spec).value("exitConditions", Json::object());
    const bool good = task.execution.succeeded();
    const Json options = exitOptions(conditions, task.execution);
    task.satisfies = options.value("dependencyAction", good ? "satisfy" : "block") == "satisfy";
    dequeue(job, task);
    task.ending = false;
    setState(job, task, TaskState::Completed);
    releaseNode(task);
    keepFolder(task);
    if (task.satisfies)
        wakeDependents(job, task);
    if (endsJob(job, task)) {
        beginTerminate(job, "JMComplete");
        return;
    }
    if (job.state != JobState::Active || job.spec["onTaskFailure"] == "noaction")
        return;
    const std::string action = options.value("jobAction", good ? "none" : "terminate");
    if (action == "terminate")
        beginTerminate(job, "TaskFailed");
    else if (action == "disable")
        beginDisable(job, Disposal::Requeue);
}

void Engine::requeue(Job &job, Task &task, bool counted)
{
    releaseNode(task);
    task.poolId.clear();
    task.nodeId.clear();
    task.execution.startTime.reset();
    if (counted) {
        ++task.execution.requeueCount;
        task.execution.lastRequeueTime = now();
    }
    setState(job, task, TaskState::Active);
    enqueue(job, task);
}

void Engine::releaseNode(Task &task)
{
    Node *node = findNode(task.poolId, task.nodeId);
    if (!node || node->tasks.erase(&task) == 0)
        return;
    node->usedSlots -= task.requiredSlots;
    settle(*node);
}

void Engine::eraseTask(Job &job, Task &task)
{
    dequeue(job, task);
    account(job, task, -1);
    releaseNode(task);
    forgetFolder(task);
    if (!task.nodeId.empty())
        m_trash.take(nodeDirectory(m_options.around, task.poolId, task.nodeId)
                     / taskRootDirectory(job.id, task.id));
    withdraw(job, task);
    job.rangeDependents.erase(task.id);
    m_dirtyTasks.erase(&task);
    m_removals.push_back([sequence = task.sequence](Store &store) { store.removeTask(sequence); });
    job.tasks.erase(std::string(task.id));
}

void Engine::enqueue(Job &job, Task &task)
{
    if (task.state == TaskState::Active && !task.deleting && dependenciesMet(job, task))
        job.ready[task.requiredSlots][task.sequence] = &task;
}

void Engine::dequeue(Job &job, Task &task)
{
    const auto at = job.ready.find(task.requiredSlots);
    if (at == job.ready.end())
        return;
    at->second.erase(task.sequence);
    if (at->second.empty())
        job.ready.erase(at);
}

bool Engine::dependenciesMet(const Job &job, const Task &task) const
{
    const auto parentMet = [&](const std::string &id) {
        const auto parent = job.tasks.find(id);
        return parent != job.tasks.end() && !parent->second.deleting && parent->second.satisfies;
    };
    const auto rangeMet = [&](const std::pair<std::int64_t, std::int64_t> &range) {
        return job.satisfiedNumbers.containsAll(range.first, range.second);
    };
    return std::all_of(task.dependsOn.begin(), task.dependsOn.end(), parentMet)
        && std::all_of(task.dependsOnRanges.begin(), task.dependsOnRanges.end(), rangeMet);
}

void Engine::wakeDependents(Job &job, const Task &task)
{
    const auto number = numericId(task.id);
    if (number)
        job.satisfiedNumbers.insert(*number);
    const auto wake = [&](const std::string &id) {
        if (const auto child = job.tasks.find(id); child != job.tasks.end())
            enqueue(job, child->second);
    };
    if (const auto at = job.dependents.find(task.id); at != job.dependents.end())
        std::for_each(at->second.begin(), at->second.end(), wake);
    if (number)
        std::for_each(job.rangeDependents.begin(), job.rangeDependents.end(), wake);
}

void Engine::withdraw(Job &job, Task &task)
{
    const auto number = numericId(task.id);
    if (task.satisfies && number)
        job.satisfiedNumbers.erase(*number);
    task.satisfies = false;
}

void Engine::index(Job &job, const Task &task)
{
    for (const auto &parent : task.dependsOn)
        job.dependents[parent].push_back(task.id);
    if (!task.dependsOnRanges.empty())
        job.rangeDependents.insert(task.id);
}

void Engine::account(Job &job, const Task &task, int sign)
{
    if (task.deleting)
        return;
    const auto add = [&](TaskCounts &counts, int amount) {
        switch (task.state) {
        case TaskState::Active:
            counts.active += amount;
            break;
        case TaskState::Preparing:
        case TaskState::Running:
            counts.running += amount;
            break;
        case TaskState::Completed:
            (task.execution.succeeded() ? counts.succeeded : counts.failed) += amount;
            break;
        }
    };
    add(job.counts, sign);
    add(job.slotCounts, sign * task.requiredSlots);
}

} // namespace Batchdesk::LocalService
