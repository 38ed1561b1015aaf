// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/batchservice.h"
#include "core/localservice/batch/engine.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>

namespace Batchdesk::LocalService::Testing {

//! \brief A clock that stands still until it is turned.
class ManualClock final : public ServiceClock
{
public:
    Time now() const override;
    void turn(std::chrono::microseconds by);

private:
    mutable std::mutex m_mutex;
    Time m_now{std::chrono::seconds(1767323045)};
};

//! \brief A runner that carries nothing out: the test says how each execution ends.
class ScriptedRunner final : public TaskRunner
{
public:
    ExecutionResult run(const Execution &execution, std::stop_token stop,
                        const std::function<void()> &started) override;
    std::optional<FailureInfo> upload(const TaskDirectory &directory,
                                      const std::vector<OutputFileSpec> &outputs) override;

    //! \brief Ends the next (or present) execution with this command line so.
    void script(const std::string &commandLine, ExecutionResult result);
    //! \brief Every execution without a script ends so at once.
    void endAllWith(ExecutionResult result);
    //! \brief Waits until this command line was started \a times times in all.
    bool waitForStart(const std::string &commandLine, int times = 1);
    int startsOf(const std::string &commandLine) const;
    Execution lastExecution(const std::string &commandLine) const;
    //! \brief Every upload ends so; without, it succeeds.
    void failUploads(const FailureInfo &failure);
    //! \brief The text of each file that the last upload was given, by name, and where to.
    std::map<std::string, std::string> uploadedFiles() const;
    OutputFileSpec lastUpload() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::string, std::deque<ExecutionResult>> m_scripts;
    std::optional<ExecutionResult> m_always;
    std::vector<Execution> m_executions;
    std::optional<FailureInfo> m_uploadFailure;
    std::map<std::string, std::string> m_uploaded;
    OutputFileSpec m_lastUpload;
};

ExecutionResult exited(int code);
ExecutionResult failedWith(const std::string &code);

//! \brief A folder that is gone afterwards.
class Folder
{
public:
    Folder();
    ~Folder();
    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

//! \brief A service on a folder of its own, and short ways to ask it things.
class Bench : public ::testing::Test
{
protected:
    Bench();
    void open(int maxNodes = 4);
    void close();

    Response send(const std::string &method, const std::string &path, const Json &body = {},
                  const std::vector<std::pair<std::string, std::string>> &headers = {});
    Json get(const std::string &path); //!< Must be 200.
    int status(const std::string &method, const std::string &path, const Json &body = {});
    std::string code(const std::string &method, const std::string &path, const Json &body = {});

    void addPool(const std::string &id, int nodes, Json more = Json::object());
    void addJob(const std::string &id, const std::string &poolId, Json more = Json::object());
    //! \brief A task whose command line is its id.
    void addTask(const std::string &jobId, const std::string &id, Json more = Json::object());
    //! \brief \a schedule is its times; \a job what its jobs have beside the pool "p".
    void addSchedule(const std::string &id, const Json &schedule, Json job = Json::object());

    //! \brief Turns the clock, and returns when the engine has looked at everything since.
    void pass(std::chrono::microseconds by);

    //! \brief Asks until the property (a JSON pointer) has the value. The service tells of changes
    //! by answering; there is nothing else to wait on from outside.
    bool becomes(const std::string &path, const std::string &pointer, const Json &value);
    bool taskBecomes(const std::string &task, const std::string &state);
    bool nodesBecome(const std::string &poolId, const std::string &state, std::size_t count);
    bool vanishes(const std::string &path);
    std::vector<std::string> nodeIds(const std::string &poolId);

    Folder m_folder;
    int m_maxActiveJobs = 1000;
    std::shared_ptr<ScriptedRunner> m_runner;
    std::shared_ptr<ManualClock> m_clock;
    std::unique_ptr<BatchService> m_service;
};

} // namespace Batchdesk::LocalService::Testing
