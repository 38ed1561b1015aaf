// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/taskdirectory.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief A blob, or all blobs under a prefix, fetched before the command runs.
struct ResourceFileSpec
{
    std::string httpUrl;             //!< With SAS. Exactly one of this and storageContainerUrl.
    std::string storageContainerUrl; //!< With SAS.
    std::string blobPrefix;
    std::string filePath; //!< Under the working directory; may not leave it.
    std::string fileMode; //!< Octal; empty: 0770.
};

//! \brief Files uploaded when the command has ended.
struct OutputFileSpec
{
    enum class Condition { TaskSuccess, TaskFailure, TaskCompletion };

    std::string filePattern;
    std::string containerUrl; //!< With SAS.
    std::string path;
    std::vector<std::pair<std::string, std::string>> uploadHeaders;
    Condition condition = Condition::TaskCompletion;
};

//! \brief An application package that a command wants on its node.
struct PackageSpec
{
    std::filesystem::path zip;
    std::filesystem::path folder; //!< Where it is, or gets, unpacked: once for a node.
};

//! \brief failureInfo of the REST reference.
struct FailureInfo
{
    std::string category; //!< "UserError", "ServerError"
    std::string code;     //!< "FailureExitCode", "CommandProgramNotFound", "BlobNotFound", …
    std::string message;
    std::vector<std::pair<std::string, std::string>> details;

    bool operator==(const FailureInfo &) const = default;
};

//! \brief What a command and the processes that it waited for have used.
struct ProcessUsage
{
    std::chrono::microseconds userTime{};
    std::chrono::microseconds kernelTime{};
    std::uint64_t readBlocks = 0; //!< Of 512 bytes, read from a disk and not from memory.
    std::uint64_t writtenBlocks = 0;

    bool operator==(const ProcessUsage &) const = default;
};

//! \brief One attempt at one command on one node: start task, preparation, task, release.
struct Execution
{
    std::filesystem::path
        taskDirectory;       //!< Gets stdout.txt, stderr.txt, wd/, certs/. wd is emptied first.
    std::string commandLine; //!< Split as the agent does; no shell.
    std::map<std::string, std::string>
        environment; //!< All AZ_BATCH_* and settings, complete. PATH, HOME, PWD,
                     //!< USER, SHLVL are added by the runner as on a real node.
    std::filesystem::path sharedDirectory; //!< <node root>/shared, for PATH.
    std::vector<PackageSpec> packages;
    std::vector<ResourceFileSpec> resourceFiles;
    std::vector<OutputFileSpec> outputFiles;
    std::optional<std::chrono::milliseconds> maxWallClockTime;
    std::string account; //!< The pool's user account to run as; empty: an automatic user.
    std::optional<FailureInfo> impossible; //!< Known before: nothing is run, this is the result.
    bool elevated = false; //!< Asked for admin: runs as the user here, and stderr.txt says so.
};

//! \brief How the attempt ended.
struct ExecutionResult
{
    std::optional<int> exitCode;        //!< Absent when no process started; 128 + n after signal n.
    std::optional<FailureInfo> failure; //!< Absent on success.
    bool retryable = false; //!< Only a non-zero exit of the command itself is tried again.
    bool ended = false;     //!< Ended by the stop token.
    ProcessUsage usage;
};

//! \brief Carries out executions. Blocks the calling thread; one call per thread, any number of
//! threads.
class TaskRunner
{
public:
    virtual ~TaskRunner() = default;

    //! \brief Runs to the end: resource files, command, output files. When \a stop is requested the
    //! whole process group is ended and nothing is uploaded.
    //! \param started called once, when the process has started (not for a failure before that).
    virtual ExecutionResult run(const Execution &execution, std::stop_token stop,
                                const std::function<void()> &started) = 0;

    //! \brief Uploads files of \a directory as a task's output files are, whatever their condition.
    //! \return the first failure, without any SAS; nothing when all went up.
    virtual std::optional<FailureInfo> upload(const TaskDirectory &directory,
                                              const std::vector<OutputFileSpec> &outputs) = 0;
};

} // namespace Batchdesk::LocalService
