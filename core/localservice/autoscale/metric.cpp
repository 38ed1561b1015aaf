// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/metric.h"

#include <algorithm>

namespace Batchdesk::LocalService::Autoscale {

namespace {

// The position is the enumerator's value.
constexpr std::array<std::string_view, metricCount> names{
    "$CPUPercent",         "$WallClockSeconds",      "$MemoryBytes",
    "$DiskBytes",          "$DiskReadBytes",         "$DiskWriteBytes",
    "$DiskReadOps",        "$DiskWriteOps",          "$NetworkInBytes",
    "$NetworkOutBytes",    "$SampleNodeCount",       "$ActiveTasks",
    "$RunningTasks",       "$PendingTasks",          "$SucceededTasks",
    "$FailedTasks",        "$CurrentDedicatedNodes", "$CurrentLowPriorityNodes",
    "$PreemptedNodeCount", "$UsableNodeCount",       "$TaskSlotsPerNode"};

} // namespace

std::string_view nameOf(Metric metric)
{
    return names[std::size_t(metric)];
}

std::optional<Metric> metricNamed(std::string_view name)
{
    // From before there were low-priority nodes; old formulas still use it.
    if (name == "$CurrentDedicated")
        return Metric::CurrentDedicatedNodes;
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? std::nullopt : std::optional(Metric(at - names.begin()));
}

} // namespace Batchdesk::LocalService::Autoscale
