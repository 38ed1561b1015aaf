// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/statistics.h"

namespace Batchdesk::LocalService {

void JobStatistics::add(const Job &job)
{
    m_succeeded += job.counts.succeeded;
    m_failed += job.counts.failed;
    for (const auto &[id, task] : job.tasks) {
        const ExecutionInfo &run = task.execution;
        if (task.deleting)
            continue;
        m_retries += run.retryCount;
        if (!run.startTime)
            continue;
        m_wait += *run.startTime - task.revision.creationTime;
        if (run.endTime)
            m_wallClock += *run.endTime - *run.startTime;
    }
}

Json JobStatistics::json(const std::string &url, Time since, Time now) const
{
    return {{"url", url},
            {"startTime", isoTime(since)},
            {"lastUpdateTime", isoTime(now)},
            {"userCPUTime", isoDuration(Duration::zero())},
            {"kernelCPUTime", isoDuration(Duration::zero())},
            {"wallClockTime", isoDuration(m_wallClock)},
            {"readIOps", "0"},
            {"writeIOps", "0"},
            {"readIOGiB", 0.0},
            {"writeIOGiB", 0.0},
            {"numSucceededTasks", std::to_string(m_succeeded)},
            {"numFailedTasks", std::to_string(m_failed)},
            {"numTaskRetries", std::to_string(m_retries)},
            {"waitTime", isoDuration(m_wait)}};
}

} // namespace Batchdesk::LocalService
