// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/nodestate.h"

// What an engine does with the state that an earlier one left behind.
namespace Batchdesk::LocalService {

void Engine::recover()
{
    for (auto &[id, pool] : m_model.pools) {
        for (auto &[nodeId, node] : pool.nodes) {
            m_sequence = std::max(m_sequence, node.sequence);
            // Its processes are gone, as after a power cut on a real node.
            const bool asleep = node.state == NodeState::Creating
                || node.state == NodeState::Deallocated
                || (node.state == NodeState::Starting && !node.lastBootTime);
            if (!isCeasing(node) && !asleep)
                setState(node, NodeState::Rebooting);
        }
    }
    for (auto &[id, job] : m_model.jobs)
        recoverJob(job);
    for (auto &[id, pool] : m_model.pools) {
        for (auto &[nodeId, node] : pool.nodes)
            invalidatePreparations(node, false);
    }
}

void Engine::recoverJob(Job &job)
{
    m_sequence = std::max(m_sequence, job.sequence);
    if (job.state != JobState::Completed)
        m_liveJobs.insert(&job);
    for (auto &[nodeId, use] : job.nodeUses) {
        if (use.release && !use.release->endTime) {
            use.release.reset();
            m_dirtyJobs.insert(&job);
        }
    }
    std::vector<Task *> doomed;
    for (auto &[id, task] : job.tasks) {
        m_sequence = std::max(m_sequence, task.sequence);
        account(job, task, 1);
        if (task.deleting)
            doomed.push_back(&task);
        else if (task.state == TaskState::Completed && task.satisfies && numericId(task.id))
            job.satisfiedNumbers.insert(*numericId(task.id));
        if (task.state == TaskState::Completed)
            keepFolder(task);
        index(job, task);
        readManager(job, task);
    }
    for (Task *task : doomed)
        eraseTask(job, *task);
    // After all are indexed, for a dependent may stand before its parent.
    for (auto &[id, task] : job.tasks) {
        const bool wasRunning =
            task.state == TaskState::Preparing || task.state == TaskState::Running;
        if (wasRunning && (task.ending || job.state == JobState::Terminating))
            endByUser(job, task); // the end was promised before the service was killed
        else if (wasRunning)
            requeue(job, task, true);
        else if (task.state == TaskState::Active)
            enqueue(job, task);
    }
}

} // namespace Batchdesk::LocalService
