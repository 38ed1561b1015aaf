// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/poolmetrics.h"

#include <algorithm>
#include <utility>

namespace Batchdesk::LocalService {

namespace {

using Autoscale::Metric;
using Autoscale::Readings;
using Autoscale::samplePeriod;

int readyTasks(const Job &job)
{
    if (job.state != JobState::Active && job.state != JobState::Enabling)
        return 0; // they wait for the job, not for a node
    int count = 0;
    for (const auto &[slots, tasks] : job.ready)
        count += int(tasks.size());
    return count;
}

void addTasks(Readings &readings, const Model &model, const Pool &pool)
{
    int active = 0, running = 0, succeeded = 0, failed = 0;
    for (const auto &[id, job] : model.jobs) {
        const auto at = model.pools.find(job.poolId());
        if (at == model.pools.end() || &at->second != &pool)
            continue;
        active += readyTasks(job);
        running += job.counts.running;
        succeeded += job.counts.succeeded;
        failed += job.counts.failed;
    }
    readings.set(Metric::ActiveTasks, active);
    readings.set(Metric::RunningTasks, running);
    readings.set(Metric::PendingTasks, active + running);
    readings.set(Metric::SucceededTasks, succeeded);
    readings.set(Metric::FailedTasks, failed);
}

void addNodes(Readings &readings, const Pool &pool, Time now)
{
    int up = 0, usable = 0;
    double seconds = 0;
    for (const auto &[id, node] : pool.nodes) {
        if (node.state == NodeState::Idle || node.state == NodeState::Running)
            ++usable;
        if (!node.lastBootTime)
            continue;
        ++up;
        seconds += std::chrono::duration<double>(now - *node.lastBootTime).count();
    }
    readings.set(Metric::WallClockSeconds, seconds);
    readings.set(Metric::SampleNodeCount, up);
    readings.set(Metric::CurrentDedicatedNodes, pool.nodeCount(true));
    readings.set(Metric::CurrentLowPriorityNodes, pool.nodeCount(false));
    readings.set(Metric::PreemptedNodeCount, 0); // nobody takes a node of this computer away
    readings.set(Metric::UsableNodeCount, usable);
    readings.set(Metric::TaskSlotsPerNode, pool.slotsPerNode());
}

bool needsSamples(const Pool &pool)
{
    return pool.state == PoolState::Active && pool.autoScales();
}

} // namespace

PoolMetrics::PoolMetrics(std::shared_ptr<Autoscale::MachineMeter> meter)
    : m_meter(std::move(meter))
{
}

std::optional<Time> PoolMetrics::sample(const Model &model, Time now)
{
    std::erase_if(m_histories, [&](const auto &item) {
        const auto pool = model.pools.find(item.first);
        return pool == model.pools.end() || !needsSamples(pool->second);
    });
    const bool any = std::any_of(model.pools.begin(), model.pools.end(),
                                 [](const auto &item) { return needsSamples(item.second); });
    if (!any) {
        m_next.reset();
        return m_next;
    }
    // A clock that was set back must not leave the formulas without samples for as long.
    const bool due = !m_next || now >= *m_next || *m_next > now + samplePeriod;
    if (due) {
        m_machine = m_meter ? m_meter->read(now) : Readings();
        // Steady steps, unless some were slept through.
        m_next = m_next && *m_next <= now && *m_next + samplePeriod > now ? *m_next + samplePeriod
                                                                          : now + samplePeriod;
    }
    for (const auto &[id, pool] : model.pools) {
        if (needsSamples(pool) && (due || !m_histories.contains(pool.id)))
            add(model, pool, now);
    }
    return m_next;
}

void PoolMetrics::add(const Model &model, const Pool &pool, Time now)
{
    auto &history = m_histories[pool.id];
    if (const auto newest = history.newestTime(); newest && *newest > now)
        history = {}; // of a time that has not come yet
    history.add(now, present(model, pool, now));
}

const Autoscale::SampleHistory &PoolMetrics::history(const std::string &poolId) const
{
    static const Autoscale::SampleHistory none;
    const auto at = m_histories.find(poolId);
    return at == m_histories.end() ? none : at->second;
}

Readings PoolMetrics::present(const Model &model, const Pool &pool, Time now) const
{
    Readings readings = m_machine;
    addTasks(readings, model, pool);
    addNodes(readings, pool, now);
    return readings;
}

} // namespace Batchdesk::LocalService
