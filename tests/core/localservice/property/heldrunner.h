// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/taskrunner.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace Batchdesk::LocalService::Property {

//! \brief The release of a job on a node.
struct HeldRelease
{
    std::string job;
    std::string pool;
    std::string node;
    auto operator<=>(const HeldRelease &) const = default;
};

//! \brief Runs nothing: holds each task until it is told how that ends, and each release until it
//! may. Start tasks and preparations succeed at once. Watches what only the runner sees at one
//! moment: no task twice, no node beyond its slots.
class HeldRunner final : public TaskRunner
{
public:
    ExecutionResult run(const Execution &execution, std::stop_token stop,
                        const std::function<void()> &started) override;
    std::optional<FailureInfo> upload(const TaskDirectory &,
                                      const std::vector<OutputFileSpec> &) override
    {
        return std::nullopt;
    }

    //! \brief What a task that takes \a slots has as its command line.
    static std::string commandLine(int slots);
    static std::string releaseLine() { return "release"; }
    //! \brief How many slots the nodes of a pool have from now on.
    void setSlots(const std::string &poolId, int slots);
    //! \brief The task ("job/task") exits so; false when it does not run.
    bool end(const std::string &task, int exitCode);
    bool isRunning(const std::string &task) const;
    std::size_t runningCount() const;
    std::set<HeldRelease> releases() const;
    void endReleasesOf(const std::string &jobId);
    void endReleasesIn(const std::string &poolId);
    //! \brief What was seen and must not be.
    std::vector<std::string> violations() const;

private:
    ExecutionResult release(const Execution &execution, const std::stop_token &stop);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::string, int> m_slots; //!< By pool.
    std::map<std::string, int> m_used;  //!< By node.
    std::set<std::string> m_running;
    std::set<HeldRelease> m_releases;
    std::map<std::string, int> m_ends; //!< Exit codes that were not taken yet.
    std::vector<std::string> m_violations;
};

} // namespace Batchdesk::LocalService::Property
