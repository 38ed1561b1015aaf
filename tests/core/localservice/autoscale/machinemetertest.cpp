// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/machinemeter_posix.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

using namespace Batchdesk::LocalService;
using namespace Batchdesk::LocalService::Autoscale;

namespace {

std::filesystem::path newFolder()
{
    std::string pattern =
        (std::filesystem::temp_directory_path() / "batchdesk-meter-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder");
    return pattern;
}

class MachineMeters : public ::testing::Test
{
protected:
    MachineMeters() { std::filesystem::create_directory(m_proc / "net"); }
    ~MachineMeters() override { std::filesystem::remove_all(m_proc); }

    void write(const std::string &name, const std::string &text) const
    {
        std::ofstream(m_proc / name) << text;
    }

    Readings readAfter(std::chrono::seconds passed)
    {
        m_now += passed;
        return m_meter.read(m_now);
    }

    const std::filesystem::path m_proc = newFolder();
    ProcMachineMeter m_meter{m_proc, m_proc};
    ServiceClock::Time m_now{std::chrono::seconds(1767323045)};
};

} // namespace

TEST_F(MachineMeters, ReadsWhatIsAndWhatGrew)
{
    write(
        "meminfo",
        "MemTotal:       8192 kB\nMemFree:  100 kB\nMemAvailable:   2048 kB\nHugePages_Total: 0\n");
    write("stat", "cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1 2 3\n");
    write("diskstats",
          " 8 0 sda 10 0 100 0 20 0 200 0 0 0 0\n 8 1 sda1 10 0 100 0 20 0 200 0 0 0 0\n"
          " 259 0 nvme0n1 1 0 1 0 1 0 1 0 0 0 0\n 259 1 nvme0n1p1 9 0 9 0 9 0 9 0 0 0 0\n"
          " 7 0 loop0 9 0 9 0 9 0 9 0 0 0 0\n");
    write("net/dev",
          "Inter-|   Receive  |  Transmit\n face |bytes packets|bytes packets\n"
          "    lo: 900 1 0 0 0 0 0 0 900 1 0 0 0 0 0 0\n"
          "  eth0: 1000 1 0 0 0 0 0 0 2000 1 0 0 0 0 0 0\n");
    const Readings first = m_meter.read(m_now);
    EXPECT_EQ(first.get(Metric::MemoryBytes), 6);
    EXPECT_GT(first.get(Metric::DiskBytes), 0);
    EXPECT_EQ(first.get(Metric::CpuPercent), std::nullopt);
    EXPECT_EQ(first.get(Metric::NetworkInBytes), std::nullopt);

    write("stat", "cpu  150 0 150 1000 200 0 0 0 0 0\n");
    write("diskstats",
          " 8 0 sda 14 0 110 0 25 0 220 0 0 0 0\n 259 0 nvme0n1 1 0 1 0 1 0 1 0 0 0 0\n");
    write("net/dev", "  eth0: 1500 1 0 0 0 0 0 0 2700 1 0 0 0 0 0 0\n");
    const Readings second = readAfter(samplePeriod);
    EXPECT_EQ(second.get(Metric::CpuPercent), 0.2);
    EXPECT_EQ(second.get(Metric::DiskReadOps), 4);
    EXPECT_EQ(second.get(Metric::DiskWriteOps), 5);
    EXPECT_EQ(second.get(Metric::DiskReadBytes), 10 * 512);
    EXPECT_EQ(second.get(Metric::DiskWriteBytes), 20 * 512);
    EXPECT_EQ(second.get(Metric::NetworkInBytes), 500);
    EXPECT_EQ(second.get(Metric::NetworkOutBytes), 700);
}

TEST_F(MachineMeters, GrowthOverLongTimesOrBackwardsIsNotTold)
{
    write("net/dev", "  eth0: 1000 1 0 0 0 0 0 0 2000 1 0 0 0 0 0 0\n");
    m_meter.read(m_now);
    EXPECT_EQ(readAfter(samplePeriod * 3).get(Metric::NetworkInBytes), std::nullopt);
    EXPECT_EQ(readAfter(samplePeriod * 2).get(Metric::NetworkInBytes), 0);
    EXPECT_EQ(readAfter(std::chrono::seconds(-1)).get(Metric::NetworkInBytes), std::nullopt);
    write("net/dev", "  eth0: 10 1 0 0 0 0 0 0 3000 1 0 0 0 0 0 0\n");
    const Readings shrunk = readAfter(samplePeriod);
    EXPECT_EQ(shrunk.get(Metric::NetworkInBytes), std::nullopt);
    EXPECT_EQ(shrunk.get(Metric::NetworkOutBytes), 1000);
}

TEST_F(MachineMeters, NothingIsMeasuredWithoutFilesOrFromNonsense)
{
    ProcMachineMeter meter(m_proc / "none", m_proc / "none");
    for (int i = 0; i < 2; ++i) {
        write("stat", "processor one\n");
        write("meminfo", "MemTotal: many kB\n");
        write("diskstats", "eight zero sda\n");
        write("net/dev", "eth0: few\n");
        const Readings nonsense = readAfter(samplePeriod);
        const Readings nothing = meter.read(m_now);
        for (std::size_t metric = 0; metric < metricCount; ++metric) {
            EXPECT_EQ(nothing.get(Metric(metric)), std::nullopt) << metric;
            if (Metric(metric) != Metric::DiskBytes) { // of the real file system
                EXPECT_EQ(nonsense.get(Metric(metric)), std::nullopt) << metric;
            }
        }
    }
}

TEST_F(MachineMeters, OfThisComputerReadsSomething)
{
    const auto meter = makeMachineMeter(m_proc);
    EXPECT_GT(meter->read(m_now).get(Metric::MemoryBytes), 0);
    // Some time is counted to some processor meanwhile; how it was spent is this computer's affair.
    const auto share = meter->read(m_now + samplePeriod).get(Metric::CpuPercent);
    EXPECT_TRUE(!share || (*share >= 0 && *share <= 1));
}
