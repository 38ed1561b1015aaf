// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/model.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <stdexcept>

namespace Batchdesk::LocalService {

namespace {

// The position is the enumerator's value.
constexpr std::array<std::string_view, 2> poolStates{"active", "deleting"};
constexpr std::array<std::string_view, 3> allocationStates{"steady", "resizing", "stopping"};
constexpr std::array<std::string_view, 13> nodeStates{
    "creating",  "starting", "waitingforstarttask", "idle",      "running",      "starttaskfailed",
    "rebooting", "offline",  "leavingpool",         "reimaging", "deallocating", "deallocated",
    "unusable"};
constexpr std::array<std::string_view, 7> jobStates{
    "active", "disabling", "disabled", "enabling", "terminating", "completed", "deleting"};
constexpr std::array<std::string_view, 5> jobScheduleStates{"active", "completed", "disabled",
                                                            "terminating", "deleting"};
constexpr std::array<std::string_view, 4> taskStates{"active", "preparing", "running", "completed"};
constexpr std::array<std::string_view, 4> disposals{"requeue", "terminate", "taskcompletion",
                                                    "retaineddata"};

template <typename Enum, std::size_t Count>
Enum enumOf(const std::array<std::string_view, Count> &names, std::string_view name)
{
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end())
        throw std::invalid_argument("unknown state " + std::string(name));
    return static_cast<Enum>(at - names.begin());
}

} // namespace

bool IdLess::operator()(std::string_view a, std::string_view b) const
{
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [](unsigned char x, unsigned char y) { return std::tolower(x) < std::tolower(y); });
}

std::string_view wireName(PoolState state)
{
    return poolStates[std::size_t(state)];
}
std::string_view wireName(AllocationState state)
{
    return allocationStates[std::size_t(state)];
}
std::string_view wireName(NodeState state)
{
    return nodeStates[std::size_t(state)];
}
std::string_view wireName(JobState state)
{
    return jobStates[std::size_t(state)];
}
std::string_view wireName(JobScheduleState state)
{
    return jobScheduleStates[std::size_t(state)];
}
std::string_view wireName(TaskState state)
{
    return taskStates[std::size_t(state)];
}
std::string_view wireName(Disposal disposal)
{
    return disposals[std::size_t(disposal)];
}

PoolState poolStateOf(std::string_view name)
{
    return enumOf<PoolState>(poolStates, name);
}
AllocationState allocationStateOf(std::string_view name)
{
    return enumOf<AllocationState>(allocationStates, name);
}
NodeState nodeStateOf(std::string_view name)
{
    return enumOf<NodeState>(nodeStates, name);
}
JobState jobStateOf(std::string_view name)
{
    return enumOf<JobState>(jobStates, name);
}
JobScheduleState jobScheduleStateOf(std::string_view name)
{
    return enumOf<JobScheduleState>(jobScheduleStates, name);
}
TaskState taskStateOf(std::string_view name)
{
    return enumOf<TaskState>(taskStates, name);
}

Disposal disposalOf(std::string_view name)
{
    if (name == "wait") // as jobs say it
        return Disposal::TaskCompletion;
    return enumOf<Disposal>(disposals, name);
}

std::string Job::poolId() const
{
    if (!autoPoolId.empty())
        return autoPoolId;
    const auto info = spec.find("poolInfo");
    return info == spec.end() ? std::string() : info->value("poolId", std::string());
}

const Json *Job::autoPool() const
{
    const auto info = spec.find("poolInfo");
    if (info == spec.end())
        return nullptr;
    const auto specification = info->find("autoPoolSpecification");
    return specification == info->end() ? nullptr : &*specification;
}

std::string JobSchedule::recentJobId() const
{
    return jobsMade == 0 ? std::string() : id + ":job-" + std::to_string(jobsMade);
}

int Pool::nodeCount(bool dedicated) const
{
    return int(std::count_if(nodes.begin(), nodes.end(),
                             [&](const auto &n) { return n.second.dedicated == dedicated; }));
}

int Model::nodeCount() const
{
    int count = 0;
    for (const auto &[id, pool] : pools)
        count += int(pool.nodes.size());
    return count;
}

const Json *userAccount(const Pool &pool, const std::string &name)
{
    const auto accounts = pool.spec.find("userAccounts");
    if (accounts == pool.spec.end())
        return nullptr;
    const auto at = std::find_if(accounts->begin(), accounts->end(), [&](const Json &account) {
        return account.value("name", std::string()) == name;
    });
    return at == accounts->end() ? nullptr : &*at;
}

std::optional<std::int64_t> numericId(std::string_view id)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size() || number < 0)
        return std::nullopt;
    return number;
}

} // namespace Batchdesk::LocalService
