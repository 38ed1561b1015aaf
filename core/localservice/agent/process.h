// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/agent/taskrunner.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief A program to run and where it stands.
struct ProcessSpec
{
    std::vector<std::string>
        words; //!< Program and arguments. Without '/' it is looked up in PATH of environment.
    std::map<std::string, std::string> environment; //!< All of it; nothing of ours is inherited.
    std::filesystem::path workingDirectory;
    std::filesystem::path
        standardOutput; //!< Made if missing, appended to. A link there is refused.
    std::filesystem::path standardError;
    std::filesystem::path
        record;       //!< Written by the new process before the program, removed at the end.
    std::string mark; //!< "NAME=value", an entry of environment that no other run has: it tells the
                      //!< program's descendants wherever they went. Empty: only its session does.
    std::optional<std::chrono::milliseconds> maxWallClockTime;
};

//! \brief How a run of a program ended.
struct ProcessEnd
{
    enum class Cause {
        ProgramNotFound, //!< Nothing was started.
        LaunchFailed,    //!< Nothing was started.
        Exited,          //!< By itself, or by a signal not of ours.
        TimeExpired,     //!< Killed after maxWallClockTime.
        Stopped,         //!< Killed because the stop token asked.
    };

    Cause cause = Cause::LaunchFailed;
    std::optional<int> exitCode; //!< 128 + n after signal n; absent when nothing was started.
    std::string message;         //!< Of ProgramNotFound and LaunchFailed: the system's reason.
    ProcessUsage usage{};        //!< Of what was started.
};

//! \brief Runs a program to its end and blocks the calling thread until it and all of its session
//! are gone.
//!
//! Standard input is empty, no descriptor of ours is inherited, signal handling is the default one.
//! \param started called once when the program itself has started.
ProcessEnd runProcess(const ProcessSpec &spec, std::stop_token stop,
                      const std::function<void()> &started);

//! \brief Makes writing to a connection that the other side closed an error and not the end of this
//! process. Once is enough; programs that are run get the default back.
void ignoreBrokenPipes();

} // namespace Batchdesk::LocalService
