// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string_view>

namespace Batchdesk::LocalService::Autoscale {

//! \brief What formulas can ask about a pool; in brackets what it means on this computer.
enum class Metric {
    CpuPercent, //!< Share of the processors in use since the last sample, 0 to 1 (of the computer).
    WallClockSeconds, //!< Seconds since their boot, over all nodes.
    MemoryBytes,      //!< Megabytes in use (of the computer).
    DiskBytes,        //!< Gigabytes in use (of the file system with the nodes).
    DiskReadBytes,    //!< Since the last sample, as all that follow up to NetworkOutBytes (of the
                      //!< computer).
    DiskWriteBytes,
    DiskReadOps,
    DiskWriteOps,
    NetworkInBytes,
    NetworkOutBytes,
    SampleNodeCount, //!< Nodes that were up for the sample.
    ActiveTasks,     //!< Ready to run: their dependencies are met.
    RunningTasks,
    PendingTasks, //!< Active and running.
    SucceededTasks,
    FailedTasks,
    CurrentDedicatedNodes,
    CurrentLowPriorityNodes,
    PreemptedNodeCount,
    UsableNodeCount, //!< Nodes that run tasks or could.
    TaskSlotsPerNode
};
inline constexpr std::size_t metricCount = std::size_t(Metric::TaskSlotsPerNode) + 1;

//! \brief "$CPUPercent".
std::string_view nameOf(Metric metric);
//! \brief The metric of that name, its old names included; nothing for others.
std::optional<Metric> metricNamed(std::string_view name);

//! \brief The metrics at one moment. What was not measured is missing.
class Readings
{
public:
    Readings() { m_values.fill(std::numeric_limits<double>::quiet_NaN()); }
    void set(Metric metric, double value) { m_values[std::size_t(metric)] = value; }
    std::optional<double> get(Metric metric) const
    {
        const double value = m_values[std::size_t(metric)];
        return value == value ? std::optional(value) : std::nullopt;
    }

private:
    std::array<double, metricCount> m_values;
};

} // namespace Batchdesk::LocalService::Autoscale
