// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/property/comparison.h"

namespace Batchdesk::LocalService::Property {

namespace {

using Kind = Operation::Kind;

//! \brief Compares the state before and after one operation.
class Comparison
{
public:
    Comparison(const Snapshot &before, const Snapshot &now, const Operation &operation,
               const Expectation &expected, const OnceMet &onceMet)
        : m_before(before)
        , m_now(now)
        , m_done(operation)
        , m_expected(expected)
        , m_onceMet(onceMet)
    {
    }

    std::string work() const
    {
        for (const auto part : {&Comparison::pools, &Comparison::jobs, &Comparison::releases,
                                &Comparison::tasks, &Comparison::node}) {
            if (auto why = (this->*part)(); !why.empty())
                return why;
        }
        return {};
    }

private:
    std::string revision(const std::string &name, const Json &before, const Json &now) const
    {
        const bool same =
            before["eTag"] == now["eTag"] && before["lastModified"] == now["lastModified"];
        if (same == m_expected.touched.contains(name))
            return name + (same ? " has its old ETag" : " has a new ETag");
        return {};
    }
    std::string pools() const;
    std::string poolNodes(const std::string &id) const;
    std::string jobs() const;
    std::string releases() const;
    std::string node() const;
    std::string tasks() const;
    std::string task(const TaskKey &key, const Json &before) const;
    bool fits(unsigned fate, const TaskKey &key, const Json &before, const Json &now) const;
    bool stayed(const TaskKey &key, const Json &before, const Json &now) const;
    bool mayHaveStarted(const TaskKey &key) const;

    const Snapshot &m_before;
    const Snapshot &m_now;
    const Operation &m_done;
    const Expectation &m_expected;
    const OnceMet &m_onceMet;
};

std::string Comparison::pools() const
{
    std::set<std::string> wanted;
    for (const auto &[id, pool] : m_before.pools)
        wanted.insert(id);
    for (const auto &[id, added] : m_expected.pools) {
        if (added)
            wanted.insert(id);
        else
            wanted.erase(id);
    }
    for (const auto &[id, pool] : m_now.pools) {
        if (wanted.erase(id) == 0)
            return "pool " + id + " ought to be gone";
        const auto before = m_before.pools.find(id);
        if (before == m_before.pools.end())
            continue;
        if (auto why = revision("pools/" + id, before->second, pool); !why.empty())
            return why;
        if (auto why = poolNodes(id); !why.empty())
            return why;
    }
    return wanted.empty() ? std::string() : "pool " + *wanted.begin() + " is missing";
}

std::string Comparison::poolNodes(const std::string &id) const
{
    const bool changed = m_expected.touched.contains("pools/" + id);
    int target = m_before.pools.at(id)["targetDedicatedNodes"];
    if (changed && m_done.kind == Kind::ResizePool)
        target = m_done.number;
    if (changed && m_done.kind == Kind::RemoveNode)
        target = std::max(0, target - 1);
    if (m_now.pools.at(id)["targetDedicatedNodes"] != target)
        return "pool " + id + " has another target than " + std::to_string(target);
    if (changed)
        return {};
    const Resources &before = m_before.nodes.at(id);
    const Resources &now = m_now.nodes.at(id);
    for (const auto &[nodeId, node] : before) {
        if (!now.contains(nodeId) && !isState(node, "leavingpool"))
            return "node " + nodeId + " is gone";
    }
    for (const auto &[nodeId, node] : now) {
        if (!before.contains(nodeId))
            return "node " + nodeId + " came by itself";
    }
    return {};
}

// What the state comes to once the releases have ended.
std::string destination(const Json &job)
{
    const std::string state = job["state"];
    return state == "terminating" ? "completed" : state == "deleting" ? "" : state;
}

bool isOpen(const Json &job)
{
    return destination(job) != "completed" && destination(job) != "";
}

std::string Comparison::jobs() const
{
    std::map<std::string, std::string> wanted;
    for (const auto &[id, job] : m_before.jobs)
        wanted[id] = destination(job);
    for (const auto &[id, state] : m_expected.jobStates)
        wanted[id] = state;
    for (const auto &[id, job] : m_now.jobs) {
        const auto at = wanted.find(id);
        if (at == wanted.end())
            return "job " + id + " came by itself";
        if (at->second.empty() && m_before.job(id) && isState(*m_before.job(id), "completed"))
            return "job " + id + " ought to be gone";
        if (destination(job) != at->second)
            return "job " + id + " is " + job["state"].get<std::string>() + " and ought to be "
                + at->second;
        wanted.erase(at);
        if (const Json *before = m_before.job(id)) {
            if (auto why = revision("jobs/" + id, *before, job); !why.empty())
                return why;
            if (isState(*before, "completed") && *before != job)
                return "job " + id + " changed after its end";
        }
    }
    std::erase_if(wanted, [](const auto &item) { return item.second.empty(); });
    return wanted.empty() ? std::string() : "job " + wanted.begin()->first + " is missing";
}

// They run on each node that was prepared and stays, once the job ends, and until they end.
std::string Comparison::releases() const
{
    for (const auto &[poolId, nodes] : m_now.nodes) {
        for (const auto &[nodeId, node] : nodes) {
            for (const auto &[id, job] : m_before.jobs) {
                const HeldRelease release{id, poolId, nodeId};
                const bool runs = m_now.releases.contains(release);
                if (id == m_expected.releasesEndOf) {
                    if (runs)
                        return "the release of job " + id + " runs still";
                    continue;
                }
                const Json *now = m_now.job(id);
                const bool ended = isOpen(job) && (!now || !isOpen(*now));
                const bool due = m_before.releases.contains(release)
                    || (ended && m_before.prepared.contains({id, nodeId}));
                if (due && !runs && !isState(node, "leavingpool"))
                    return "the release of job " + id + " does not run on node " + nodeId;
            }
        }
    }
    return {};
}

std::string Comparison::node() const
{
    if (m_expected.path.find("/nodes/") == std::string::npos)
        return {};
    const std::string id =
        m_expected.path.substr(m_expected.path.find("/nodes/") + 7,
                               m_expected.path.rfind('/') - m_expected.path.find("/nodes/") - 7);
    const auto at = m_now.nodes.at(m_done.poolId()).find(id);
    if (at == m_now.nodes.at(m_done.poolId()).end())
        return {};
    const Json &now = at->second;
    const Json &before = m_before.nodes.at(m_done.poolId()).at(id);
    if (m_done.kind == Kind::RebootNode && !isState(now, "rebooting")
        && now["lastBootTime"] == before["lastBootTime"])
        return "node " + id + " did not boot";
    if (m_done.kind == Kind::DisableScheduling && now["schedulingState"] != "disabled")
        return "node " + id + " takes tasks still";
    if (m_done.kind == Kind::EnableScheduling && now["schedulingState"] != "enabled")
        return "node " + id + " takes no tasks still";
    return {};
}

std::string Comparison::tasks() const
{
    for (const auto &[key, before] : m_before.tasks) {
        if (auto why = task(key, before); !why.empty())
            return why;
    }
    for (const auto &[key, now] : m_now.tasks) {
        if (!m_before.tasks.contains(key) && !m_expected.addedTasks.contains(key))
            return "task " + key.first + '/' + key.second + " came by itself";
    }
    for (const auto &key : m_expected.addedTasks) {
        const Json *now = m_now.task(key);
        if (!now
            || (!isState(*now, "active") && !(isState(*now, "running") && mayHaveStarted(key))))
            return "task " + key.first + '/' + key.second + " ought to wait or to run";
    }
    return {};
}

std::string Comparison::task(const TaskKey &key, const Json &before) const
{
    const std::string name = "jobs/" + key.first + "/tasks/" + key.second;
    const unsigned fates = m_expected.fateOf(key);
    const Json *now = m_now.task(key);
    if (!now)
        return (fates & Gone) != 0 ? std::string() : name + " is gone";
    bool good = false;
    for (unsigned fate = Stays; fate <= Reactivated; fate *= 2)
        good = good || ((fates & fate) != 0 && fits(fate, key, before, *now));
    if (!good)
        return name + " became " + now->dump() + " with the fates " + std::to_string(fates);
    return revision(name, before, *now);
}

bool Comparison::mayHaveStarted(const TaskKey &key) const
{
    const Json *job = m_now.job(key.first);
    return job && isState(*job, "active")
        && (m_onceMet.contains(key) || dependenciesMet(m_now, key)
            || (m_before.task(key) && dependenciesMet(m_before, key)));
}

bool Comparison::stayed(const TaskKey &key, const Json &before, const Json &now) const
{
    if (isState(before, "completed"))
        return before == now;
    const Json &then = before["executionInfo"];
    const Json &info = now["executionInfo"];
    if (isState(before, "running"))
        return isState(now, "running") && then == info && before["nodeInfo"] == now["nodeInfo"];
    return then["retryCount"] == info["retryCount"] && then["requeueCount"] == info["requeueCount"]
        && (isState(now, "active") || (isState(now, "running") && mayHaveStarted(key)));
}

bool Comparison::fits(unsigned fate, const TaskKey &key, const Json &before, const Json &now) const
{
    const Json &then = before["executionInfo"];
    const Json &info = now["executionInfo"];
    const bool waitsOrRuns =
        isState(now, "active") || (isState(now, "running") && mayHaveStarted(key));
    switch (fate) {
    case Stays:
        return stayed(key, before, now);
    case Requeued:
        return waitsOrRuns && info["requeueCount"] == then["requeueCount"].get<int>() + 1
            && info["retryCount"] == then["retryCount"];
    case Ended:
        return isState(now, "completed") && info["result"] == "failure"
            && info["failureInfo"]["code"] == "TaskEnded"
            && (!isState(before, "active") || !now.contains("nodeInfo"));
    case Succeeded:
        return isState(now, "completed") && info["result"] == "success" && info["exitCode"] == 0
            && now["previousState"] == "running" && now["nodeInfo"] == before["nodeInfo"];
    case Failed:
        return isState(now, "completed") && info["result"] == "failure"
            && info["exitCode"] == m_expected.exitCode
            && info["failureInfo"]["code"] == "FailureExitCode";
    case Retried:
        return isState(now, "running") && info["retryCount"] == then["retryCount"].get<int>() + 1
            && info["requeueCount"] == then["requeueCount"];
    case Reactivated:
        return waitsOrRuns && info["retryCount"] == 0 && !info.contains("exitCode")
            && !info.contains("result");
    default:
        return false;
    }
}

} // namespace

std::string difference(const Snapshot &before, const Snapshot &now, const Operation &operation,
                       const Expectation &expected, const OnceMet &onceMet)
{
    return Comparison(before, now, operation, expected, onceMet).work();
}

} // namespace Batchdesk::LocalService::Property
