// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/poolmetrics.h"

#include <gtest/gtest.h>

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Autoscale::Metric;
using Batchdesk::LocalService::Autoscale::samplePeriod;

namespace {

class CountingMeter final : public Autoscale::MachineMeter
{
public:
    Autoscale::Readings read(Time) override
    {
        Autoscale::Readings readings;
        readings.set(Metric::CpuPercent, ++m_reads / 10.0);
        return readings;
    }
    int reads() const { return m_reads; }

private:
    int m_reads = 0;
};

class PoolSamples : public ::testing::Test
{
protected:
    Pool &addPool(const std::string &id, bool scales = true)
    {
        Pool &pool = m_model.pools[id];
        pool.id = id;
        pool.spec = {{"enableAutoScale", scales}, {"taskSlotsPerNode", 4}};
        return pool;
    }

    Job &addJob(const std::string &id, const std::string &poolId)
    {
        Job &job = m_model.jobs[id];
        job.id = id;
        job.spec = {{"poolInfo", {{"poolId", poolId}}}};
        return job;
    }

    std::optional<Time> sampleAfter(std::chrono::seconds passed)
    {
        m_now += passed;
        return m_metrics.sample(m_model, m_now);
    }

    std::size_t count(const std::string &poolId) const
    {
        return m_metrics.history(poolId).count(Metric::ActiveTasks);
    }

    std::shared_ptr<CountingMeter> m_meter = std::make_shared<CountingMeter>();
    Model m_model;
    PoolMetrics m_metrics{m_meter};
    Time m_now{std::chrono::seconds(1767323045)};
};

} // namespace

TEST_F(PoolSamples, AreTakenOfPoolsThatScaleOnly)
{
    addPool("fixed", false);
    EXPECT_EQ(sampleAfter(samplePeriod), std::nullopt);
    addPool("leaving").state = PoolState::Deleting;
    EXPECT_EQ(sampleAfter(samplePeriod), std::nullopt);
    EXPECT_EQ(m_meter->reads(), 0);
    addPool("p");
    const auto next = sampleAfter(samplePeriod);
    EXPECT_EQ(next, m_now + samplePeriod);
    EXPECT_EQ(count("p"), 1u);
    EXPECT_EQ(count("fixed"), 0u);
    EXPECT_EQ(count("leaving"), 0u);
    EXPECT_EQ(m_meter->reads(), 1);
    m_model.pools.at("p").spec["enableAutoScale"] = false;
    EXPECT_EQ(sampleAfter(samplePeriod), std::nullopt);
    EXPECT_EQ(count("p"), 0u);
}

TEST_F(PoolSamples, AreTakenEveryThirtySeconds)
{
    addPool("p");
    const Time first = m_now;
    EXPECT_EQ(sampleAfter(std::chrono::seconds(0)), first + samplePeriod);
    EXPECT_EQ(sampleAfter(std::chrono::seconds(29)), first + samplePeriod);
    EXPECT_EQ(count("p"), 1u);
    // A little late does not put off the next one.
    EXPECT_EQ(sampleAfter(std::chrono::seconds(3)), first + samplePeriod * 2);
    EXPECT_EQ(count("p"), 2u);
    // After a long sleep, none is made up.
    const auto next = sampleAfter(samplePeriod * 10);
    EXPECT_EQ(next, m_now + samplePeriod);
    EXPECT_EQ(count("p"), 3u);
    // A new pool has its first at once, without measuring the machine anew.
    const int reads = m_meter->reads();
    addPool("q");
    sampleAfter(std::chrono::seconds(1));
    EXPECT_EQ(count("q"), 1u);
    EXPECT_EQ(count("p"), 3u);
    EXPECT_EQ(m_meter->reads(), reads);
    EXPECT_EQ(m_metrics.history("q").newest(Metric::CpuPercent, 1),
              std::vector<double>{reads / 10.0});
}

TEST_F(PoolSamples, BeginAnewWhenTheClockWasSetBack)
{
    addPool("p");
    sampleAfter(std::chrono::seconds(0));
    const auto next = sampleAfter(-std::chrono::hours(2));
    EXPECT_EQ(next, m_now + samplePeriod);
    EXPECT_EQ(count("p"), 1u);
    EXPECT_EQ(m_metrics.history("p").newestTime(), m_now);
}

TEST_F(PoolSamples, CountTasksAndNodesOfThePool)
{
    Pool &pool = addPool("P");
    Task ready, other;
    Job &job = addJob("j", "p"); // ids do without case
    job.counts = {5, 2, 3, 1};
    job.ready[1][1] = &ready;
    job.ready[2][2] = &other;
    Job &disabled = addJob("disabled", "p");
    disabled.state = JobState::Disabled;
    disabled.counts = {1, 1, 0, 0};
    disabled.ready[1][1] = &ready;
    addJob("elsewhere", "q").counts = {9, 9, 9, 9};
    const auto addNode = [&](const char *id, NodeState state, bool dedicated) {
        Node &node = pool.nodes[id];
        node.state = state;
        node.dedicated = dedicated;
        if (state != NodeState::Creating)
            node.lastBootTime = m_now - std::chrono::seconds(90);
    };
    addNode("a", NodeState::Idle, true);
    addNode("b", NodeState::Running, true);
    addNode("c", NodeState::StartTaskFailed, true);
    addNode("d", NodeState::Creating, false);
    const auto present = m_metrics.present(m_model, pool, m_now);
    EXPECT_EQ(present.get(Metric::ActiveTasks), 2);
    EXPECT_EQ(present.get(Metric::RunningTasks), 3);
    EXPECT_EQ(present.get(Metric::PendingTasks), 5);
    EXPECT_EQ(present.get(Metric::SucceededTasks), 3);
    EXPECT_EQ(present.get(Metric::FailedTasks), 1);
    EXPECT_EQ(present.get(Metric::CurrentDedicatedNodes), 3);
    EXPECT_EQ(present.get(Metric::CurrentLowPriorityNodes), 1);
    EXPECT_EQ(present.get(Metric::PreemptedNodeCount), 0);
    EXPECT_EQ(present.get(Metric::SampleNodeCount), 3);
    EXPECT_EQ(present.get(Metric::UsableNodeCount), 2);
    EXPECT_EQ(present.get(Metric::WallClockSeconds), 270);
    EXPECT_EQ(present.get(Metric::TaskSlotsPerNode), 4);
    EXPECT_EQ(present.get(Metric::CpuPercent), std::nullopt);
}

TEST_F(PoolSamples, WithoutAMeterTheMachineIsUnknown)
{
    PoolMetrics metrics(nullptr);
    addPool("p");
    metrics.sample(m_model, m_now);
    EXPECT_EQ(metrics.history("p").count(Metric::CpuPercent), 0u);
    EXPECT_EQ(metrics.history("p").count(Metric::ActiveTasks), 1u);
}
