// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/processtaskrunner.h"

#include "core/localservice/agent/commandline.h"
#include "core/localservice/agent/outputuploader.h"
#include "core/localservice/agent/process.h"
#include "core/localservice/agent/resourcefetcher.h"
#include "core/localservice/agent/session.h"
#include "core/localservice/agent/taskdirectory.h"
#include "core/localservice/agent/unpacker.h"

#include <atomic>
#include <random>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {

namespace {

constexpr const char *systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
constexpr const char *recordExtension = ".process";
constexpr const char *markName = "BATCHDESK_EXECUTION";

FailureInfo userError(const std::string &code, const std::string &message,
                      const std::string &detail)
{
    return {"UserError", code, message, {{"Message", detail}}};
}

FailureInfo exitCodeFailure()
{
    FailureInfo failure =
        userError("FailureExitCode", "The task exited with an exit code representing a failure",
                  "The task process exited with an unexpected exit code");
    failure.details.emplace_back("AdditionalErrorCode", "FailureExitCode");
    return failure;
}

//! \brief "90 seconds", or milliseconds where seconds would not say it.
std::string durationText(std::chrono::milliseconds duration)
{
    if (duration.count() % 1000 != 0)
        return std::to_string(duration.count()) + " milliseconds";
    const auto seconds = duration.count() / 1000;
    return std::to_string(seconds) + (seconds == 1 ? " second" : " seconds");
}

//! \brief The environment as on a node. Built from nothing: ours may hold credentials.
std::map<std::string, std::string> nodeEnvironment(const Execution &execution,
                                                   const fs::path &workingDirectory)
{
    std::map<std::string, std::string> environment = execution.environment;
    const auto user = environment.find("AZ_BATCH_TASK_USER");
    environment.emplace("USER", user == environment.end() ? "_azbatch" : user->second);
    environment.emplace("HOME", workingDirectory.string());
    environment.emplace("PWD", workingDirectory.string());
    environment.emplace("SHLVL", "1");
    // Without it Python and others read and write names as ASCII.
    environment.emplace("LANG", "C.UTF-8");
    environment.emplace("PATH",
                        std::string(systemPath) + ':' + execution.sharedDirectory.string() + ':'
                            + workingDirectory.string());
    return environment;
}

class ProcessTaskRunner final : public TaskRunner
{
public:
    ProcessTaskRunner(fs::path pidDirectory,
                      std::function<std::string(const std::string &)> rewriteUrl)
        : m_pidDirectory(std::move(pidDirectory))
        , m_rewriteUrl(std::move(rewriteUrl))
    {
        std::random_device random;
        m_recordPrefix = std::to_string(random()) + '-' + std::to_string(random()) + '-';
        fs::create_directories(m_pidDirectory);
        fs::permissions(m_pidDirectory, fs::perms::owner_all);
    }

    ExecutionResult run(const Execution &execution, std::stop_token stop,
                        const std::function<void()> &started) override;
    std::optional<FailureInfo> upload(const TaskDirectory &directory,
                                      const std::vector<OutputFileSpec> &outputs) override
    {
        return OutputUploader(directory, {}, m_rewriteUrl, {}).upload(outputs, true);
    }

private:
    std::optional<ExecutionResult> prepare(const Execution &execution,
                                           const TaskDirectory &directory,
                                           const std::stop_token &stop) const;
    ProcessEnd runCommand(const Execution &execution, const TaskDirectory &directory,
                          const std::stop_token &stop, const std::function<void()> &started);

    fs::path m_pidDirectory;
    std::string m_recordPrefix;
    std::atomic<unsigned long long> m_nextRecord{0};
    std::function<std::string(const std::string &)> m_rewriteUrl;
};

ExecutionResult failed(FailureInfo failure)
{
    ExecutionResult result;
    result.failure = std::move(failure);
    return result;
}

ExecutionResult ended(std::optional<int> exitCode)
{
    ExecutionResult result;
    result.exitCode = exitCode;
    result.failure = userError("TaskEnded", "Task was ended by user request",
                               "The task was ended before it completed");
    result.ended = true;
    return result;
}

ExecutionResult resultOf(const ProcessEnd &end, const Execution &execution)
{
    ExecutionResult result;
    result.exitCode = end.exitCode;
    result.usage = end.usage;
    switch (end.cause) {
    case ProcessEnd::Cause::ProgramNotFound:
        return failed(userError("CommandProgramNotFound",
                                "The specified command program is not found", end.message));
    case ProcessEnd::Cause::LaunchFailed:
        return failed(
            userError("CommandLaunchFailed", "The command could not be started", end.message));
    case ProcessEnd::Cause::Stopped:
        result = ended(end.exitCode);
        result.usage = end.usage;
        return result;
    case ProcessEnd::Cause::TimeExpired:
        result.failure = userError("TaskEnded",
                                   "The task was ended because it ran longer than its limit of "
                                       + durationText(*execution.maxWallClockTime),
                                   "The maximum wall-clock time was reached");
        return result;
    case ProcessEnd::Cause::Exited:
        break;
    }
    if (end.exitCode != 0) {
        result.failure = exitCodeFailure();
        result.retryable = true;
    }
    return result;
}

std::optional<ExecutionResult> ProcessTaskRunner::prepare(const Execution &execution,
                                                          const TaskDirectory &directory,
                                                          const std::stop_token &stop) const
{
    try {
        directory.prepare();
    } catch (const fs::filesystem_error &error) {
        const bool full = error.code() == std::errc::no_space_on_device;
        return failed(userError(full ? "DiskFull" : "ResourceDirectoryCreateFailed",
                                "The task's folder could not be made", error.what()));
    }
    if (execution.elevated) {
        TaskDirectory::appendLine(
            directory.standardError(),
            "This command asked for administrator rights; on this computer it "
            "runs as the current user.");
    }
    Unpacker unpacker(stop);
    for (const PackageSpec &package : execution.packages) {
        auto failure = unpacker.unpack(package);
        if (stop.stop_requested())
            return ended({});
        if (failure)
            return failed(std::move(*failure));
    }
    ResourceFetcher fetcher(directory.workingDirectory(), m_rewriteUrl, stop);
    auto failure = fetcher.fetch(execution.resourceFiles);
    if (stop.stop_requested())
        return ended({});
    if (failure)
        return failed(std::move(*failure));
    return {};
}

ProcessEnd ProcessTaskRunner::runCommand(const Execution &execution, const TaskDirectory &directory,
                                         const std::stop_token &stop,
                                         const std::function<void()> &started)
{
    ProcessSpec spec;
    try {
        spec.words = splitCommandLine(execution.commandLine);
    } catch (const CommandLineError &error) {
        return {ProcessEnd::Cause::LaunchFailed, {}, error.what()};
    }
    spec.environment = nodeEnvironment(execution, directory.workingDirectory());
    spec.workingDirectory = directory.workingDirectory();
    spec.standardOutput = directory.standardOutput();
    spec.standardError = directory.standardError();
    const std::string name = m_recordPrefix + std::to_string(m_nextRecord++);
    spec.record = m_pidDirectory / (name + recordExtension);
    spec.environment[markName] = name;
    spec.mark = markName + ('=' + name);
    spec.maxWallClockTime = execution.maxWallClockTime;
    return runProcess(spec, stop, started);
}

ExecutionResult ProcessTaskRunner::run(const Execution &execution, std::stop_token stop,
                                       const std::function<void()> &started)
{
    const TaskDirectory directory(fs::absolute(execution.taskDirectory));
    if (stop.stop_requested())
        return ended({});
    if (auto early = prepare(execution, directory, stop))
        return *early;
    const ProcessEnd end = runCommand(execution, directory, stop, started);
    ExecutionResult result = resultOf(end, execution);
    if (!end.exitCode || result.ended || execution.outputFiles.empty())
        return result;

    OutputUploader uploader(directory, nodeEnvironment(execution, directory.workingDirectory()),
                            m_rewriteUrl, stop);
    auto failure = uploader.upload(execution.outputFiles, !result.failure);
    if (stop.stop_requested())
        return ended(end.exitCode);
    // A command that failed is the first cause; the upload's failure is in fileuploaderr.txt.
    if (failure && !result.failure)
        result.failure = std::move(failure);
    return result;
}

} // namespace

std::unique_ptr<TaskRunner> makeProcessTaskRunner(
    const fs::path &pidDirectory, std::function<std::string(const std::string &url)> rewriteUrl)
{
    ignoreBrokenPipes();
    return std::make_unique<ProcessTaskRunner>(fs::absolute(pidDirectory), std::move(rewriteUrl));
}

void endLeftoverProcesses(const fs::path &pidDirectory)
{
    std::error_code ignored;
    std::vector<fs::path> records;
    for (fs::directory_iterator it(pidDirectory, ignored), end; it != end; it.increment(ignored)) {
        if (it->path().extension() == recordExtension)
            records.push_back(it->path());
    }
    for (const fs::path &record : records)
        endRecordedSession(record);
}

} // namespace Batchdesk::LocalService
