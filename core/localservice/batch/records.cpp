// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/records.h"

namespace Batchdesk::LocalService {

namespace {

Json timeRecord(Time time)
{
    return time.time_since_epoch().count();
}
Time timeOf(const Json &record)
{
    return Time(Time::duration(record.get<Time::rep>()));
}

void putTime(Json &record, const char *name, const std::optional<Time> &time)
{
    if (time)
        record[name] = timeRecord(*time);
}

std::optional<Time> takeTime(const Json &record, const char *name)
{
    const auto at = record.find(name);
    return at == record.end() ? std::nullopt : std::optional(timeOf(*at));
}

Json toRecord(const Revision &revision)
{
    return {{"eTag", revision.eTag},
            {"lastModified", timeRecord(revision.lastModified)},
            {"creationTime", timeRecord(revision.creationTime)}};
}

Revision revisionOf(const Json &record)
{
    return {record.at("eTag"), timeOf(record.at("lastModified")),
            timeOf(record.at("creationTime"))};
}

Json toRecord(const FailureInfo &failure)
{
    Json record{{"category", failure.category},
                {"code", failure.code},
                {"message", failure.message},
                {"details", Json::array()}};
    for (const auto &[name, value] : failure.details)
        record["details"].push_back(Json::array({name, value}));
    return record;
}

FailureInfo failureOf(const Json &record)
{
    FailureInfo failure{record.at("category"), record.at("code"), record.at("message"), {}};
    for (const auto &detail : record.at("details"))
        failure.details.emplace_back(detail.at(0), detail.at(1));
    return failure;
}

Json toRecord(const ExecutionInfo &info)
{
    Json record = Json::object();
    putTime(record, "start", info.startTime);
    putTime(record, "end", info.endTime);
    if (info.exitCode)
        record["exitCode"] = *info.exitCode;
    if (info.failure)
        record["failure"] = toRecord(*info.failure);
    if (info.retryCount)
        record["retries"] = info.retryCount;
    putTime(record, "lastRetry", info.lastRetryTime);
    if (info.requeueCount)
        record["requeues"] = info.requeueCount;
    putTime(record, "lastRequeue", info.lastRequeueTime);
    if (info.usage != ProcessUsage())
        record["usage"] = {info.usage.userTime.count(), info.usage.kernelTime.count(),
                           info.usage.readBlocks, info.usage.writtenBlocks};
    return record;
}

ExecutionInfo executionOf(const Json &record)
{
    ExecutionInfo info;
    info.startTime = takeTime(record, "start");
    info.endTime = takeTime(record, "end");
    if (record.contains("exitCode"))
        info.exitCode = record["exitCode"].get<int>();
    if (record.contains("failure"))
        info.failure = failureOf(record["failure"]);
    info.retryCount = record.value("retries", 0);
    info.lastRetryTime = takeTime(record, "lastRetry");
    info.requeueCount = record.value("requeues", 0);
    info.lastRequeueTime = takeTime(record, "lastRequeue");
    if (const auto usage = record.find("usage"); usage != record.end())
        info.usage = {std::chrono::microseconds(usage->at(0).get<std::int64_t>()),
                      std::chrono::microseconds(usage->at(1).get<std::int64_t>()), usage->at(2),
                      usage->at(3)};
    return info;
}

Json toRecord(const AutoScaleRun &run)
{
    Json record{{"time", timeRecord(run.timestamp)}, {"results", run.results}};
    if (run.error)
        record["error"] = {{"code", run.error->code},
                           {"message", run.error->message},
                           {"detail", run.error->detail}};
    return record;
}

AutoScaleRun autoScaleRunOf(const Json &record)
{
    AutoScaleRun run{timeOf(record.at("time")), record.at("results"), std::nullopt};
    if (record.contains("error")) {
        const Json &error = record["error"];
        run.error = AutoScaleRun::Error{error.at("code"), error.at("message"), error.at("detail")};
    }
    return run;
}

} // namespace

Json toRecord(const Pool &pool)
{
    Json errors = Json::array();
    for (const auto &error : pool.resizeErrors)
        errors.push_back({{"code", error.code}, {"message", error.message}});
    Json record{{"id", pool.id},
                {"spec", pool.spec},
                {"revision", toRecord(pool.revision)},
                {"state", wireName(pool.state)},
                {"stateTime", timeRecord(pool.stateTransitionTime)},
                {"allocation", wireName(pool.allocationState)},
                {"allocationTime", timeRecord(pool.allocationStateTransitionTime)},
                {"dedicated", pool.targetDedicated},
                {"lowPriority", pool.targetLowPriority},
                {"deallocation", wireName(pool.deallocation)},
                {"resizeErrors", std::move(errors)}};
    if (pool.autoScales()) {
        record["nextAutoScale"] = timeRecord(pool.nextAutoScale);
        if (pool.autoScaleRun)
            record["autoScaleRun"] = toRecord(*pool.autoScaleRun);
    }
    putTime(record, "autoScaleEnabled", pool.autoScaleEnabled);
    if (pool.coreTimeOfGone != Duration::zero())
        record["coreTime"] = pool.coreTimeOfGone.count();
    return record;
}

Pool poolFromRecord(const Json &record)
{
    Pool pool;
    pool.id = record.at("id");
    pool.spec = record.at("spec");
    pool.revision = revisionOf(record.at("revision"));
    pool.state = poolStateOf(record.at("state").get<std::string>());
    pool.stateTransitionTime = timeOf(record.at("stateTime"));
    pool.allocationState = allocationStateOf(record.at("allocation").get<std::string>());
    pool.allocationStateTransitionTime = timeOf(record.at("allocationTime"));
    pool.targetDedicated = record.at("dedicated");
    pool.targetLowPriority = record.at("lowPriority");
    pool.deallocation = disposalOf(record.at("deallocation").get<std::string>());
    for (const auto &error : record.at("resizeErrors"))
        pool.resizeErrors.push_back({error.at("code"), error.at("message")});
    if (pool.autoScales()) {
        pool.nextAutoScale = timeOf(record.at("nextAutoScale"));
        if (record.contains("autoScaleRun"))
            pool.autoScaleRun = autoScaleRunOf(record["autoScaleRun"]);
    }
    pool.autoScaleEnabled = takeTime(record, "autoScaleEnabled");
    pool.coreTimeOfGone = Duration(record.value("coreTime", Duration::rep(0)));
    return pool;
}

Json toRecord(const Node &node)
{
    Json record{{"id", node.id},
                {"pool", node.poolId},
                {"sequence", node.sequence},
                {"state", wireName(node.state)},
                {"stateTime", timeRecord(node.stateTransitionTime)},
                {"allocated", timeRecord(node.allocationTime)},
                {"dedicated", node.dedicated},
                {"enabled", node.schedulingEnabled},
                {"leaving", node.leaving},
                {"run", node.totalTasksRun},
                {"succeeded", node.totalTasksSucceeded}};
    putTime(record, "booted", node.lastBootTime);
    if (node.startTask)
        record["startTask"] = toRecord(*node.startTask);
    if (node.keepingData)
        record["keepingData"] = true;
    if (node.stayingState)
        record["staying"] = wireName(*node.stayingState);
    if (node.fault)
        record["fault"] = toRecord(*node.fault);
    for (const auto &[name, user] : node.users)
        record["users"][name] = {{"admin", user.isAdmin},
                                 {"expiry", timeRecord(user.expiryTime)},
                                 {"password", user.hasPassword},
                                 {"key", user.hasPublicKey}};
    for (const auto &task : node.recentTasks)
        record["recent"].push_back(Json::array({task.jobId, task.taskId}));
    return record;
}

Node nodeFromRecord(const Json &record)
{
    Node node;
    node.id = record.at("id");
    node.poolId = record.at("pool");
    node.sequence = record.at("sequence");
    node.state = nodeStateOf(record.at("state").get<std::string>());
    node.stateTransitionTime = timeOf(record.at("stateTime"));
    node.allocationTime = timeOf(record.at("allocated"));
    node.lastBootTime = takeTime(record, "booted");
    node.dedicated = record.at("dedicated");
    node.schedulingEnabled = record.at("enabled");
    node.leaving = record.at("leaving");
    node.totalTasksRun = record.at("run");
    node.totalTasksSucceeded = record.at("succeeded");
    if (record.contains("startTask"))
        node.startTask = executionOf(record["startTask"]);
    node.keepingData = record.value("keepingData", false);
    if (record.contains("staying"))
        node.stayingState = nodeStateOf(record["staying"].get<std::string>());
    if (record.contains("fault"))
        node.fault = failureOf(record["fault"]);
    const Json users = record.value("users", Json::object());
    for (const auto &[name, user] : users.items())
        node.users.emplace(name,
                           NodeUser{user.at("admin"), timeOf(user.at("expiry")),
                                    user.at("password"), user.at("key")});
    for (const auto &task : record.value("recent", Json::array()))
        node.recentTasks.push_back({task.at(0), task.at(1)});
    return node;
}

Json toRecord(const Job &job)
{
    Json record{{"id", job.id},
                {"sequence", job.sequence},
                {"spec", job.spec},
                {"revision", toRecord(job.revision)},
                {"state", wireName(job.state)},
                {"stateTime", timeRecord(job.stateTransitionTime)},
                {"start", timeRecord(job.startTime)},
                {"reason", job.terminateReason},
                {"disableTasks", wireName(job.disableTasks)},
                {"releaseWanted", job.releaseWanted}};
    if (job.previousState) {
        record["previous"] = wireName(*job.previousState);
        record["previousTime"] = timeRecord(job.previousStateTransitionTime);
    }
    putTime(record, "end", job.endTime);
    if (job.schedulingError)
        record["schedulingError"] = toRecord(*job.schedulingError);
    if (!job.scheduleId.empty())
        record["schedule"] = job.scheduleId;
    if (!job.autoPoolId.empty())
        record["autoPool"] = job.autoPoolId;
    Json uses = Json::object();
    for (const auto &[nodeId, use] : job.nodeUses) {
        Json item{{"pool", use.poolId},
                  {"preparation", toRecord(use.preparation)},
                  {"current", use.current}};
        if (use.release)
            item["release"] = toRecord(*use.release);
        uses[nodeId] = std::move(item);
    }
    record["nodeUses"] = std::move(uses);
    return record;
}

Job jobFromRecord(const Json &record)
{
    Job job;
    job.id = record.at("id");
    job.sequence = record.at("sequence");
    job.spec = record.at("spec");
    job.revision = revisionOf(record.at("revision"));
    job.state = jobStateOf(record.at("state").get<std::string>());
    job.stateTransitionTime = timeOf(record.at("stateTime"));
    job.startTime = timeOf(record.at("start"));
    job.endTime = takeTime(record, "end");
    job.terminateReason = record.at("reason");
    job.disableTasks = disposalOf(record.at("disableTasks").get<std::string>());
    job.releaseWanted = record.at("releaseWanted");
    if (record.contains("previous")) {
        job.previousState = jobStateOf(record["previous"].get<std::string>());
        job.previousStateTransitionTime = timeOf(record.at("previousTime"));
    }
    if (record.contains("schedulingError"))
        job.schedulingError = failureOf(record["schedulingError"]);
    job.scheduleId = record.value("schedule", std::string());
    job.autoPoolId = record.value("autoPool", std::string());
    for (const auto &[nodeId, item] : record.at("nodeUses").items()) {
        NodeUse use;
        use.poolId = item.at("pool");
        use.preparation = executionOf(item.at("preparation"));
        use.current = item.at("current");
        if (item.contains("release"))
            use.release = executionOf(item["release"]);
        job.nodeUses.emplace(nodeId, std::move(use));
    }
    return job;
}

Json toRecord(const JobSchedule &schedule)
{
    const Recurrence &recurrence = schedule.recurrence;
    Json record{{"id", schedule.id},
                {"spec", schedule.spec},
                {"revision", toRecord(schedule.revision)},
                {"state", wireName(schedule.state)},
                {"stateTime", timeRecord(schedule.stateTransitionTime)},
                {"first", timeRecord(recurrence.first)},
                {"interval", recurrence.interval.count()},
                {"window", recurrence.window.count()},
                {"made", schedule.jobsMade},
                {"autoPool", schedule.autoPoolId}};
    if (schedule.previousState) {
        record["previous"] = wireName(*schedule.previousState);
        record["previousTime"] = timeRecord(schedule.previousStateTransitionTime);
    }
    putTime(record, "notAfter", recurrence.notAfter);
    putTime(record, "lastDue", schedule.lastDue);
    putTime(record, "end", schedule.endTime);
    return record;
}

JobSchedule jobScheduleFromRecord(const Json &record)
{
    JobSchedule schedule;
    schedule.id = record.at("id");
    schedule.spec = record.at("spec");
    schedule.revision = revisionOf(record.at("revision"));
    schedule.state = jobScheduleStateOf(record.at("state").get<std::string>());
    schedule.stateTransitionTime = timeOf(record.at("stateTime"));
    schedule.recurrence = {
        timeOf(record.at("first")), Duration(record.at("interval").get<Duration::rep>()),
        Duration(record.at("window").get<Duration::rep>()), takeTime(record, "notAfter")};
    schedule.jobsMade = record.at("made");
    schedule.autoPoolId = record.at("autoPool");
    if (record.contains("previous")) {
        schedule.previousState = jobScheduleStateOf(record["previous"].get<std::string>());
        schedule.previousStateTransitionTime = timeOf(record.at("previousTime"));
    }
    schedule.lastDue = takeTime(record, "lastDue");
    schedule.endTime = takeTime(record, "end");
    return schedule;
}

Json toRecord(const Task &task)
{
    Json record{{"id", task.id},
                {"sequence", task.sequence},
                {"revision", toRecord(task.revision)},
                {"state", wireName(task.state)},
                {"stateTime", timeRecord(task.stateTransitionTime)},
                {"execution", toRecord(task.execution)}};
    if (task.previousState) {
        record["previous"] = wireName(*task.previousState);
        record["previousTime"] = timeRecord(task.previousStateTransitionTime);
    }
    if (!task.nodeId.empty()) {
        record["pool"] = task.poolId;
        record["node"] = task.nodeId;
    }
    if (task.satisfies)
        record["satisfies"] = true;
    if (task.ending)
        record["ending"] = true;
    if (task.deleting)
        record["deleting"] = true;
    if (task.manager)
        record["manager"] = true;
    if (task.cleaned)
        record["cleaned"] = true;
    return record;
}

Task taskFromRecord(const Json &record, std::string spec)
{
    Task task;
    task.id = record.at("id");
    task.sequence = record.at("sequence");
    task.revision = revisionOf(record.at("revision"));
    task.state = taskStateOf(record.at("state").get<std::string>());
    task.stateTransitionTime = timeOf(record.at("stateTime"));
    task.execution = executionOf(record.at("execution"));
    if (record.contains("previous")) {
        task.previousState = taskStateOf(record["previous"].get<std::string>());
        task.previousStateTransitionTime = timeOf(record.at("previousTime"));
    }
    task.poolId = record.value("pool", std::string());
    task.nodeId = record.value("node", std::string());
    task.satisfies = record.value("satisfies", false);
    task.ending = record.value("ending", false);
    task.deleting = record.value("deleting", false);
    task.manager = record.value("manager", false);
    task.cleaned = record.value("cleaned", false);
    readSpec(task, Json::parse(spec));
    task.spec = std::move(spec);
    return task;
}

void readSpec(Task &task, const Json &spec)
{
    task.requiredSlots = spec.value("requiredSlots", 1);
    const Json &constraints = spec.at("constraints");
    task.maxRetries = constraints.value("maxTaskRetryCount", 0);
    task.retention = parseIsoDuration(constraints.value("retentionTime", std::string()))
                         .value_or(std::chrono::days(7));
    if (spec.contains("affinityInfo"))
        task.affinityId = spec["affinityInfo"].at("affinityId");
    task.dependsOn.clear();
    task.dependsOnRanges.clear();
    if (!spec.contains("dependsOn"))
        return;
    const Json &parents = spec["dependsOn"];
    if (parents.contains("taskIds"))
        task.dependsOn = parents["taskIds"].get<std::vector<std::string>>();
    if (parents.contains("taskIdRanges")) {
        for (const auto &range : parents["taskIdRanges"])
            task.dependsOnRanges.emplace_back(range.at("start"), range.at("end"));
    }
}

} // namespace Batchdesk::LocalService
