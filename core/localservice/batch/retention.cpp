// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

// How long the folders of completed tasks are kept on their nodes.
namespace Batchdesk::LocalService {

void Engine::keepFolder(Task &task)
{
    Node *node = findNode(task.poolId, task.nodeId);
    if (!node || !task.execution.startTime || !task.execution.endTime || task.cleaned)
        return; // there is none, or none any more
    const Time end = *task.execution.endTime;
    task.retainedUntil = task.retention >= Time::max() - end ? Time::max() : end + task.retention;
    m_retained.emplace(*task.retainedUntil, &task);
    ++node->retainedFolders;
}

void Engine::forgetFolder(Task &task)
{
    if (!task.retainedUntil)
        return;
    m_retained.erase({*task.retainedUntil, &task});
    task.retainedUntil.reset();
    if (Node *node = findNode(task.poolId, task.nodeId))
        --node->retainedFolders;
}

void Engine::cleanFolders()
{
    while (!m_retained.empty() && m_retained.begin()->first <= now()) {
        Task &task = *m_retained.begin()->second;
        if (findNode(task.poolId, task.nodeId)) {
            m_trash.take(nodeDirectory(m_options.around, task.poolId, task.nodeId)
                         / taskRootDirectory(task.jobId, task.id));
            task.cleaned = true;
            m_dirtyTasks.try_emplace(&task, false);
        }
        forgetFolder(task);
    }
    if (!m_retained.empty() && m_retained.begin()->first != Time::max())
        noteDeadline(m_retained.begin()->first);
}

} // namespace Batchdesk::LocalService
