// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/engine.h"

#include "core/localservice/batch/apierror.h"

// The task that a job begins with, and that may end it.
namespace Batchdesk::LocalService {

void Engine::putManager(Job &job)
{
    Json spec = job.spec.at("jobManagerTask");
    for (const auto *name : {"killJobOnCompletion", "runExclusive", "allowLowPriorityNode"})
        spec.erase(name);
    Task &task = putTask(job, std::move(spec));
    task.manager = true;
    readManager(job, task);
}

void Engine::readManager(const Job &job, Task &task)
{
    if (!task.manager)
        return;
    const Json &spec = job.spec.at("jobManagerTask");
    task.exclusive = spec.value("runExclusive", true);
    task.dedicatedOnly = !spec.value("allowLowPriorityNode", true);
}

bool Engine::endsJob(const Job &job, const Task &task)
{
    const bool going = job.state == JobState::Terminating || job.state == JobState::Completed
        || job.state == JobState::Deleting;
    return task.manager && !going
        && job.spec.at("jobManagerTask").value("killJobOnCompletion", true);
}

Task *Engine::waitingManager(Job &job)
{
    const auto spec = job.spec.find("jobManagerTask");
    if (spec == job.spec.end())
        return nullptr;
    const auto at = job.tasks.find(spec->at("id").get_ref<const std::string &>());
    if (at == job.tasks.end() || !at->second.manager || at->second.state != TaskState::Active)
        return nullptr;
    return &at->second;
}

} // namespace Batchdesk::LocalService
