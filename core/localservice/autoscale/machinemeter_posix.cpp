// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/machinemeter_posix.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

namespace Batchdesk::LocalService::Autoscale {

namespace {

constexpr double kibibytesPerMegabyte = 1024;
constexpr double bytesPerGigabyte = 1024.0 * 1024 * 1024;
constexpr double bytesPerSector = 512; // in /proc/diskstats, whatever the disk's own are

// Partitions and mapped devices repeat what their disks count, and loops and memory are no disks.
bool isDisk(const std::string &name)
{
    if (name.starts_with("sd") || name.starts_with("vd") || name.starts_with("xvd")
        || name.starts_with("hd"))
        return !std::isdigit(static_cast<unsigned char>(name.back()));
    return (name.starts_with("nvme") || name.starts_with("mmcblk"))
        && name.find('p') == std::string::npos;
}

} // namespace

std::unique_ptr<MachineMeter> makeMachineMeter(const std::filesystem::path &nodes)
{
    return std::make_unique<ProcMachineMeter>("/proc", nodes);
}

ProcMachineMeter::ProcMachineMeter(std::filesystem::path proc, std::filesystem::path nodes)
    : m_proc(std::move(proc))
    , m_nodes(std::move(nodes))
{
}

Readings ProcMachineMeter::read(ServiceClock::Time now)
{
    Readings readings;
    readMemory(readings);
    readDiskSpace(readings);
    const auto growth = m_growth.growth(counters(), now);
    const auto set = [&](Metric metric, const char *name) {
        if (const auto at = growth.find(name); at != growth.end())
            readings.set(metric, at->second);
    };
    set(Metric::DiskReadOps, "disk reads");
    set(Metric::DiskWriteOps, "disk writes");
    set(Metric::DiskReadBytes, "disk bytes read");
    set(Metric::DiskWriteBytes, "disk bytes written");
    set(Metric::NetworkInBytes, "network in");
    set(Metric::NetworkOutBytes, "network out");
    const auto all = growth.find("processor time");
    const auto busy = growth.find("processor time in use");
    if (all != growth.end() && busy != growth.end() && all->second > 0)
        readings.set(Metric::CpuPercent, std::min(1.0, busy->second / all->second));
    return readings;
}

void ProcMachineMeter::readMemory(Readings &readings) const
{
    std::ifstream file(m_proc / "meminfo");
    std::map<std::string, double> values;
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream words(line);
        std::string name;
        double kibibytes = 0;
        if (words >> name >> kibibytes)
            values[name] = kibibytes;
    }
    if (values.contains("MemTotal:") && values.contains("MemAvailable:"))
        readings.set(Metric::MemoryBytes,
                     (values["MemTotal:"] - values["MemAvailable:"]) / kibibytesPerMegabyte);
}

void ProcMachineMeter::readDiskSpace(Readings &readings) const
{
    std::error_code error;
    const auto space = std::filesystem::space(m_nodes, error);
    if (!error)
        readings.set(Metric::DiskBytes, double(space.capacity - space.free) / bytesPerGigabyte);
}

GrowthMeter::Counters ProcMachineMeter::counters() const
{
    GrowthMeter::Counters counters;
    countProcessors(counters);
    countDisks(counters);
    countNetwork(counters);
    return counters;
}

void ProcMachineMeter::countProcessors(GrowthMeter::Counters &counters) const
{
    // "cpu user nice system idle iowait irq softirq steal ..."
    std::ifstream file(m_proc / "stat");
    std::string name;
    double user = 0, nice = 0, system = 0, idle = 0, waiting = 0, irq = 0, softIrq = 0, stolen = 0;
    if (!(file >> name >> user >> nice >> system >> idle >> waiting >> irq >> softIrq >> stolen)
        || name != "cpu")
        return;
    const double busy = user + nice + system + irq + softIrq + stolen;
    counters["processor time in use"] = busy;
    counters["processor time"] = busy + idle + waiting;
}

void ProcMachineMeter::countDisks(GrowthMeter::Counters &counters) const
{
    // "major minor name reads merged sectors ms writes merged sectors ..."
    std::ifstream file(m_proc / "diskstats");
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream words(line);
        int major = 0, minor = 0;
        std::string name;
        double reads = 0, readsMerged = 0, sectorsRead = 0, readTime = 0;
        double writes = 0, writesMerged = 0, sectorsWritten = 0;
        if (!(words >> major >> minor >> name >> reads >> readsMerged >> sectorsRead >> readTime
              >> writes >> writesMerged >> sectorsWritten)
            || !isDisk(name))
            continue;
        counters["disk reads"] += reads;
        counters["disk writes"] += writes;
        counters["disk bytes read"] += sectorsRead * bytesPerSector;
        counters["disk bytes written"] += sectorsWritten * bytesPerSector;
    }
}

void ProcMachineMeter::countNetwork(GrowthMeter::Counters &counters) const
{
    // " eth0: bytes packets errs drop fifo frame compressed multicast bytes ..."
    std::ifstream file(m_proc / "net/dev");
    std::string line;
    while (std::getline(file, line)) {
        const auto colon = line.find(':');
        if (colon == std::string::npos)
            continue;
        std::string name = line.substr(0, colon);
        name.erase(0, name.find_first_not_of(' '));
        std::istringstream words(line.substr(colon + 1));
        double in = 0, skipped = 0, out = 0;
        words >> in;
        for (int i = 0; i < 7; ++i)
            words >> skipped;
        if (!(words >> out) || name == "lo")
            continue;
        counters["network in"] += in;
        counters["network out"] += out;
    }
}

} // namespace Batchdesk::LocalService::Autoscale
