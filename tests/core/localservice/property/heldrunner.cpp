// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/property/heldrunner.h"

namespace Batchdesk::LocalService::Property {

namespace {

const std::string prefix = "hold ";

std::string valueOf(const Execution &execution, const char *name)
{
    const auto at = execution.environment.find(name);
    return at == execution.environment.end() ? std::string() : at->second;
}

} // namespace

std::string HeldRunner::commandLine(int slots)
{
    return prefix + std::to_string(slots);
}

ExecutionResult HeldRunner::run(const Execution &execution, std::stop_token stop,
                                const std::function<void()> &started)
{
    started();
    if (execution.commandLine == releaseLine())
        return release(execution, stop);
    ExecutionResult result;
    if (!execution.commandLine.starts_with(prefix)) {
        result.exitCode = 0;
        return result;
    }
    const int slots = std::stoi(execution.commandLine.substr(prefix.size()));
    const std::string task =
        valueOf(execution, "AZ_BATCH_JOB_ID") + '/' + valueOf(execution, "AZ_BATCH_TASK_ID");
    const std::string node = valueOf(execution, "AZ_BATCH_NODE_ID");

    std::unique_lock lock(m_mutex);
    if (!m_running.insert(task).second)
        m_violations.push_back("The task " + task + " runs twice at once.");
    if ((m_used[node] += slots) > m_slots[valueOf(execution, "AZ_BATCH_POOL_ID")])
        m_violations.push_back("The node " + node + " runs more than its slots.");
    const bool told = m_changed.wait(lock, stop, [&] { return m_ends.contains(task); });
    m_running.erase(task);
    m_used[node] -= slots;
    if (!told) {
        result.ended = true;
        result.exitCode = 137;
        return result;
    }
    result.exitCode = m_ends[task];
    m_ends.erase(task);
    if (*result.exitCode != 0) {
        result.failure = FailureInfo{"UserError", "FailureExitCode", "It failed.", {}};
        result.retryable = true;
    }
    return result;
}

ExecutionResult HeldRunner::release(const Execution &execution, const std::stop_token &stop)
{
    const HeldRelease self{valueOf(execution, "AZ_BATCH_JOB_ID"),
                           valueOf(execution, "AZ_BATCH_POOL_ID"),
                           valueOf(execution, "AZ_BATCH_NODE_ID")};
    std::unique_lock lock(m_mutex);
    if (!m_releases.insert(self).second)
        m_violations.push_back("The release of " + self.job + " runs twice at once on a node.");
    ExecutionResult result;
    result.ended = !m_changed.wait(lock, stop, [&] { return !m_releases.contains(self); });
    result.exitCode = result.ended ? 137 : 0;
    m_releases.erase(self);
    return result;
}

void HeldRunner::setSlots(const std::string &poolId, int slots)
{
    const std::lock_guard lock(m_mutex);
    m_slots[poolId] = slots;
}

bool HeldRunner::end(const std::string &task, int exitCode)
{
    const std::lock_guard lock(m_mutex);
    if (!m_running.contains(task))
        return false;
    m_ends[task] = exitCode;
    m_changed.notify_all();
    return true;
}

bool HeldRunner::isRunning(const std::string &task) const
{
    const std::lock_guard lock(m_mutex);
    return m_running.contains(task) && !m_ends.contains(task);
}

std::size_t HeldRunner::runningCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_running.size();
}

std::set<HeldRelease> HeldRunner::releases() const
{
    const std::lock_guard lock(m_mutex);
    return m_releases;
}

void HeldRunner::endReleasesOf(const std::string &jobId)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_releases, [&](const HeldRelease &item) { return item.job == jobId; });
    m_changed.notify_all();
}

void HeldRunner::endReleasesIn(const std::string &poolId)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_releases, [&](const HeldRelease &item) { return item.pool == poolId; });
    m_changed.notify_all();
}

std::vector<std::string> HeldRunner::violations() const
{
    const std::lock_guard lock(m_mutex);
    return m_violations;
}

} // namespace Batchdesk::LocalService::Property
