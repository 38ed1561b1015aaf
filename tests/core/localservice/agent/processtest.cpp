// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/process.h"

#include "runningprocess.h"
#include "temporarydirectory.h"

#include <gmock/gmock.h>

#include <csignal>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace Batchdesk::LocalService {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Process : public testing::Test
{
protected:
    ProcessSpec bash(const std::string &script) const
    {
        ProcessSpec spec;
        spec.words = {"bash", "-c", script};
        spec.environment = {{"PATH", "/usr/bin:/bin"}, {"HOME", temporary.path().string()}};
        spec.workingDirectory = temporary.path();
        spec.standardOutput = temporary.path() / "out";
        spec.standardError = temporary.path() / "err";
        spec.record = temporary.path() / "record";
        return spec;
    }
    ProcessEnd run(const ProcessSpec &spec) { return runProcess(spec, {}, {}); }
    std::string output() const { return contentOf(temporary.path() / "out"); }

    TemporaryDirectory temporary;
};

TEST_F(Process, GivesExitCodeAndOutput)
{
    int started = 0;
    const auto end =
        runProcess(bash("echo out; echo err >&2; pwd; exit 3"), {}, [&] { ++started; });
    EXPECT_EQ(end.cause, ProcessEnd::Cause::Exited);
    EXPECT_EQ(end.exitCode, 3);
    EXPECT_EQ(started, 1);
    EXPECT_EQ(output(), "out\n" + temporary.path().string() + "\n");
    EXPECT_EQ(contentOf(temporary.path() / "err"), "err\n");
    EXPECT_FALSE(fs::exists(temporary.path() / "record"));
}

TEST_F(Process, PassesArgumentsAndEnvironmentUnchanged)
{
    ::setenv("BATCHDESK_TEST_SECRET", "inherited", 1);
    auto spec = bash("");
    const std::string odd = "a b'$(x)\n\"\\*ü";
    spec.words = {
        "python3", "-c", "import os,sys; print(ascii(sys.argv[1:])); print(sorted(os.environ))",
        odd,       "",   "-x"};
    spec.environment["ODD"] = odd;
    spec.environment["LC_ALL"] = "C.UTF-8";
    EXPECT_EQ(run(spec).exitCode, 0) << contentOf(temporary.path() / "err");
    ::unsetenv("BATCHDESK_TEST_SECRET");
    EXPECT_EQ(output(),
              "['a b\\'$(x)\\n\"\\\\*\\xfc', '', '-x']\n['HOME', 'LC_ALL', 'ODD', 'PATH']\n");
}

TEST_F(Process, MissingProgramIsToldFromOneThatFails)
{
    auto spec = bash("");
    bool started = false;
    for (const char *name : {"no-such-program", "./no-such-program", "/nowhere/program", ""}) {
        spec.words = {name};
        const auto end = runProcess(spec, {}, [&] { started = true; });
        EXPECT_EQ(end.cause, ProcessEnd::Cause::ProgramNotFound) << name;
        EXPECT_FALSE(end.exitCode);
        EXPECT_THAT(end.message, HasSubstr("No such file"));
    }
    EXPECT_FALSE(started);
    EXPECT_FALSE(fs::exists(spec.record));
    EXPECT_EQ(run(bash("no-such-program")).exitCode, 127);
}

TEST_F(Process, ProgramThatCannotBeExecutedFailsToLaunch)
{
    writeFile(temporary.path() / "plain", "text");
    auto spec = bash("");
    spec.environment["PATH"] += ":" + temporary.path().string();
    for (const char *name : {"./plain", "plain", "/"}) {
        spec.words = {name};
        const auto end = run(spec);
        EXPECT_EQ(end.cause, ProcessEnd::Cause::LaunchFailed) << name;
        EXPECT_THAT(end.message, HasSubstr("Permission denied"));
    }
    fs::permissions(temporary.path() / "plain", fs::perms::owner_all);
    EXPECT_EQ(run(spec).cause, ProcessEnd::Cause::LaunchFailed) << "a folder";
    spec.words = {"plain"};
    EXPECT_THAT(run(spec).message, HasSubstr("Exec format error"));
}

TEST_F(Process, FindsProgramsInTheTasksOwnPath)
{
    writeFile(temporary.path() / "mine", "#!/bin/sh\necho found \"$@\"\n");
    fs::permissions(temporary.path() / "mine", fs::perms::owner_all);
    auto spec = bash("");
    spec.words = {"mine", "x"};
    EXPECT_EQ(run(spec).cause, ProcessEnd::Cause::ProgramNotFound);
    spec.environment["PATH"] += ":" + temporary.path().string();
    EXPECT_EQ(run(spec).exitCode, 0);
    EXPECT_EQ(output(), "found x\n");
}

TEST_F(Process, SignalGivesItsNumber)
{
    EXPECT_EQ(run(bash("kill -SEGV $$")).exitCode, 128 + SIGSEGV);
    EXPECT_EQ(run(bash("kill -KILL $$")).exitCode, 128 + SIGKILL);
}

TEST_F(Process, HasDefaultSignalsNoDescriptorsAndEmptyInput)
{
    // One of ours that does not close itself on exec, and an ignored signal.
    const int leaky = ::open("/dev/null", O_RDONLY);
    ignoreBrokenPipes();
    auto spec = bash("");
    spec.words = {
        "python3", "-c",
        "import os, re\n"
        "fds = [n for n in os.listdir('/proc/self/fd') if os.path.exists('/proc/self/fd/' + n)]\n"
        "status = open('/proc/self/status').read()\n"
        "print(sorted(fds), re.search(r'SigBlk:\\s*0*$', status, re.M) is not None, "
        "repr(os.read(0, 1)), os.getsid(0) == os.getpid(), "
        "open('/proc/%d/status' % os.getppid()).read() != '')\n"};
    EXPECT_EQ(run(spec).exitCode, 0) << contentOf(temporary.path() / "err");
    ::close(leaky);
    EXPECT_EQ(output(), "['0', '1', '2'] True b'' True True\n");
    // Python ignores SIGPIPE itself, so a shell tells: yes dies of it.
    EXPECT_EQ(run(bash("yes | true; exit ${PIPESTATUS[0]}")).exitCode, 128 + SIGPIPE);
}

TEST_F(Process, RefusesALinkInPlaceOfAnOutput)
{
    writeFile(temporary.path() / "precious", "kept");
    fs::create_symlink(temporary.path() / "precious", temporary.path() / "out");
    EXPECT_EQ(run(bash("echo spoiled")).cause, ProcessEnd::Cause::LaunchFailed);
    EXPECT_EQ(contentOf(temporary.path() / "precious"), "kept");
}

TEST_F(Process, EndsAfterItsTimeWhateverItIgnores)
{
    auto spec = bash("trap '' TERM INT HUP; sleep 1000 & trap '' TERM; while :; do wait; done");
    spec.maxWallClockTime = 50ms;
    const auto end = run(spec);
    EXPECT_EQ(end.cause, ProcessEnd::Cause::TimeExpired);
    EXPECT_EQ(end.exitCode, 128 + SIGKILL);
    EXPECT_FALSE(fs::exists(spec.record));
}

TEST_F(Process, NoTimeLeftEndsAtOnce)
{
    auto spec = bash("sleep 1000");
    spec.maxWallClockTime = 0ms;
    EXPECT_EQ(run(spec).cause, ProcessEnd::Cause::TimeExpired);
}

TEST_F(Process, StopEndsTheWholeGroup)
{
    const ReportPipe report(temporary.path() / "report");
    std::stop_source stop;
    pid_t child = 0;
    std::thread stopper([&] {
        child = report.read();
        EXPECT_TRUE(isRunning(child));
        stop.request_stop();
    });
    const auto end =
        runProcess(bash("trap '' TERM; sleep 1000 & echo $! > report; wait"), stop.get_token(), {});
    stopper.join();
    EXPECT_EQ(end.cause, ProcessEnd::Cause::Stopped);
    EXPECT_EQ(end.exitCode, 128 + SIGKILL);
    EXPECT_FALSE(isRunning(child));
}

TEST_F(Process, StoppedBeforeItBeganStartsNothing)
{
    std::stop_source stop;
    stop.request_stop();
    const auto end = runProcess(bash("echo ran"), stop.get_token(), {});
    EXPECT_EQ(end.cause, ProcessEnd::Cause::Stopped);
    EXPECT_FALSE(end.exitCode);
    EXPECT_FALSE(fs::exists(temporary.path() / "out"));
}

TEST_F(Process, BackgroundChildrenEndWithTheirLeader)
{
    EXPECT_EQ(run(bash("sleep 1000 & echo $!")).exitCode, 0);
    EXPECT_FALSE(isRunning(std::stoi(output())));
}

TEST_F(Process, ChildrenThatChangedTheirGroupEndToo)
{
    EXPECT_EQ(run(bash("set -m; sleep 1000 & echo $!")).exitCode, 0);
    EXPECT_FALSE(isRunning(std::stoi(output())));
}

TEST_F(Process, ManyBytesToOutputNeedNoMemory)
{
    EXPECT_EQ(run(bash("head -c 100000000 /dev/zero")).exitCode, 0);
    EXPECT_EQ(fs::file_size(temporary.path() / "out"), 100'000'000u);
}

TEST_F(Process, AppendsSoThatTwoWritersKeepBoth)
{
    auto spec = bash("for i in {1..500}; do echo out; echo err >&2; done");
    spec.standardError = spec.standardOutput;
    EXPECT_EQ(run(spec).exitCode, 0);
    EXPECT_EQ(output().size(), 500u * 8);
}

TEST_F(Process, ExceptionFromStartedLeavesNothingRunning)
{
    const ReportPipe report(temporary.path() / "report");
    pid_t child = 0;
    EXPECT_THROW(runProcess(bash("echo $$ > report; sleep 1000"), {},
                            [&] {
                                child = report.read();
                                throw std::runtime_error("engine");
                            }),
                 std::runtime_error);
    EXPECT_FALSE(isRunning(child));
}

TEST_F(Process, FreshlyWrittenProgramsRunFromManyThreads)
{
    std::vector<std::thread> threads;
    std::atomic<int> succeeded = 0;
    for (int i = 0; i < 16; ++i) {
        threads.emplace_back([&, i] {
            for (int k = 0; k < 5; ++k) {
                auto spec = bash("");
                const std::string name = "program" + std::to_string(i) + "-" + std::to_string(k);
                writeFile(temporary.path() / name, contentOf("/bin/true"));
                fs::permissions(temporary.path() / name, fs::perms::owner_all);
                spec.words = {"./" + name};
                spec.record = temporary.path() / ("record-" + name);
                const auto end = run(spec);
                EXPECT_EQ(end.exitCode, 0) << end.message;
                succeeded += end.exitCode == 0;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(succeeded, 80);
}

} // namespace
} // namespace Batchdesk::LocalService
