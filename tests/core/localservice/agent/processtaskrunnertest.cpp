// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/processtaskrunner.h"

#include "runningprocess.h"
#include "temporarydirectory.h"
#include "testblobserver.h"

#include <gmock/gmock.h>

#include <csignal>
#include <thread>

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace Batchdesk::LocalService {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Fault = TestBlobServer::Fault;

class TaskRun : public testing::Test
{
protected:
    Execution bash(const std::string &script, const std::string &task = "task") const
    {
        Execution execution;
        execution.taskDirectory = temporary.path() / task;
        execution.sharedDirectory = temporary.path() / "shared";
        execution.commandLine = "/bin/bash -c '" + script + "'";
        return execution;
    }
    ExecutionResult run(const Execution &execution)
    {
        started = 0;
        return runner->run(execution, stop.get_token(), [this] { ++started; });
    }
    std::string output() const { return contentOf(temporary.path() / "task/stdout.txt"); }
    std::string errors() const { return contentOf(temporary.path() / "task/stderr.txt"); }

    TemporaryDirectory temporary;
    fs::path pids = temporary.path() / "pids";
    std::unique_ptr<TaskRunner> runner = makeProcessTaskRunner(pids);
    std::stop_source stop;
    int started = 0;
};

TEST_F(TaskRun, Succeeds)
{
    const auto result = run(bash("echo hello; pwd; ls -a .. "));
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_FALSE(result.failure);
    EXPECT_FALSE(result.retryable);
    EXPECT_FALSE(result.ended);
    EXPECT_EQ(started, 1);
    EXPECT_EQ(output(),
              "hello\n" + (temporary.path() / "task/wd").string()
                  + "\n.\n..\ncerts\nstderr.txt\nstdout.txt\nwd\n");
    EXPECT_TRUE(fs::is_empty(pids));
}

TEST_F(TaskRun, FailureIsThatOfTheService)
{
    const auto result = run(bash("exit 3"));
    EXPECT_EQ(result.exitCode, 3);
    EXPECT_TRUE(result.retryable);
    ASSERT_TRUE(result.failure);
    EXPECT_EQ(*result.failure,
              (FailureInfo{"UserError",
                           "FailureExitCode",
                           "The task exited with an exit code representing a failure",
                           {{"Message", "The task process exited with an unexpected exit code"},
                            {"AdditionalErrorCode", "FailureExitCode"}}}));
    const auto killed = run(bash("kill -ABRT $$"));
    EXPECT_EQ(killed.exitCode, 128 + SIGABRT);
    EXPECT_TRUE(killed.retryable);
}

TEST_F(TaskRun, EnvironmentIsThatOfANode)
{
    ::setenv("AZURE_BATCH_ACCESS_KEY", "SECRET", 1);
    Execution execution = bash("");
    execution.commandLine = "/usr/bin/env -0";
    execution.environment = {{"AZ_BATCH_TASK_ID", "t1"}, {"MULTI", "a\nb"}, {"EMPTY", ""}};
    EXPECT_EQ(run(execution).exitCode, 0);
    ::unsetenv("AZURE_BATCH_ACCESS_KEY");
    std::string text = output();
    std::vector<std::string> settings;
    for (std::size_t end = 0; (end = text.find('\0')) != std::string::npos; text.erase(0, end + 1))
        settings.push_back(text.substr(0, end));
    const std::string wd = (temporary.path() / "task/wd").string();
    EXPECT_THAT(settings,
                testing::UnorderedElementsAre(
                    "AZ_BATCH_TASK_ID=t1", "MULTI=a\nb", "EMPTY=", "HOME=" + wd, "PWD=" + wd,
                    "USER=_azbatch", "SHLVL=1", "LANG=C.UTF-8",
                    testing::StartsWith("BATCHDESK_EXECUTION="),
                    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:"
                        + (temporary.path() / "shared").string() + ":" + wd));
}

TEST_F(TaskRun, UserIsTheOneOfTheTask)
{
    Execution execution = bash("echo $USER $PATH");
    execution.environment = {{"AZ_BATCH_TASK_USER", "_azbatchtask_start"}, {"PATH", "/mine"}};
    run(execution);
    EXPECT_EQ(output(), "_azbatchtask_start /mine\n");
}

TEST_F(TaskRun, WhatCannotStartHasNoExitCode)
{
    Execution execution = bash("");
    execution.commandLine = "no-such-program -x";
    auto result = run(execution);
    EXPECT_FALSE(result.exitCode);
    EXPECT_FALSE(result.retryable);
    EXPECT_EQ(result.failure->code, "CommandProgramNotFound");
    EXPECT_EQ(result.failure->message, "The specified command program is not found");
    execution.commandLine = "echo 'open";
    result = run(execution);
    EXPECT_EQ(result.failure->code, "CommandLaunchFailed");
    EXPECT_THAT(result.failure->details.at(0).second, HasSubstr("never closed"));
    EXPECT_EQ(started, 0);
    EXPECT_TRUE(fs::is_empty(pids));
}

TEST_F(TaskRun, ElevatedSaysSo)
{
    Execution execution = bash("echo mine >&2");
    execution.elevated = true;
    EXPECT_EQ(run(execution).exitCode, 0);
    EXPECT_EQ(errors(),
              "This command asked for administrator rights; on this computer it runs as the "
              "current user.\nmine\n");
}

TEST_F(TaskRun, EachAttemptStartsClean)
{
    const fs::path kept = temporary.path() / "kept";
    writeFile(kept / "file", "precious");
    Execution execution =
        bash("mkdir a; touch a/b; chmod 000 a; ln -s ../../kept link; echo $(ls); "
             "rm ../stdout.txt; ln -s ../kept/file ../stdout.txt");
    run(execution);
    execution = bash("ls -A; echo spoiled");
    EXPECT_EQ(run(execution).exitCode, 0);
    EXPECT_EQ(output(), "spoiled\n");
    EXPECT_EQ(contentOf(kept / "file"), "precious");

    execution = bash("cd ..; rm -r wd; ln -s ../kept wd");
    EXPECT_EQ(run(execution).exitCode, 0);
    EXPECT_EQ(run(bash("ls -A")).exitCode, 0);
    EXPECT_EQ(output(), "");
    EXPECT_EQ(contentOf(kept / "file"), "precious");
}

TEST_F(TaskRun, TimeLimitIsNamedAndNotRetried)
{
    Execution execution = bash("trap \"\" TERM; while :; do sleep 1000; done");
    execution.maxWallClockTime = 50ms;
    const auto result = run(execution);
    EXPECT_EQ(result.exitCode, 128 + SIGKILL);
    EXPECT_FALSE(result.retryable);
    EXPECT_FALSE(result.ended);
    EXPECT_EQ(result.failure->code, "TaskEnded");
    EXPECT_THAT(result.failure->message, HasSubstr("its limit of 50 milliseconds"));
}

TEST_F(TaskRun, StopWhileRunning)
{
    const ReportPipe report(temporary.path() / "report");
    std::thread stopper([&] {
        report.read();
        stop.request_stop();
    });
    const auto result = run(bash("echo 1 > ../../report; sleep 1000"));
    stopper.join();
    EXPECT_TRUE(result.ended);
    EXPECT_EQ(result.exitCode, 128 + SIGKILL);
    EXPECT_FALSE(result.retryable);
    EXPECT_EQ(result.failure->code, "TaskEnded");
    EXPECT_EQ(result.failure->message, "Task was ended by user request");
}

TEST_F(TaskRun, StoppedBeforeItBegan)
{
    stop.request_stop();
    const auto result = run(bash("echo ran"));
    EXPECT_TRUE(result.ended);
    EXPECT_FALSE(result.exitCode);
    EXPECT_EQ(started, 0);
}

TEST_F(TaskRun, FolderThatCannotBeMadeIsAFailure)
{
    writeFile(temporary.path() / "file", "");
    const auto result = run(bash("echo", "file/task"));
    EXPECT_FALSE(result.exitCode);
    EXPECT_EQ(result.failure->code, "ResourceDirectoryCreateFailed");
}

TEST_F(TaskRun, LeavesNoDescriptorsOpen)
{
    std::ptrdiff_t before = openDescriptors();
    {
        TestBlobServer server;
        server.setBlob("/a/in/x", "x");
        for (int i = 0; i < 5; ++i) {
            Execution execution = bash("echo 1 > r");
            execution.resourceFiles = {{server.url("/a/in/x"), {}, {}, "x", {}}};
            execution.outputFiles = {
                {"*", server.url("/a/out"), {}, {}, OutputFileSpec::Condition::TaskCompletion}};
            EXPECT_EQ(run(execution).exitCode, 0);
            execution.commandLine = "no-such-program";
            run(execution);
            execution.resourceFiles.front().httpUrl = server.url("/a/in/none");
            run(execution);
        }
    }
    EXPECT_EQ(openDescriptors(), before);
}

class TaskRunWithBlobs : public TaskRun
{
protected:
    TestBlobServer server;
};

TEST_F(TaskRunWithBlobs, FilesInCommandFilesOut)
{
    server.setBlob("/a/in/x.py", "import sys; print(open(sys.argv[1]).read().upper(), end='')");
    server.setBlob("/a/in/data", "abc");
    Execution execution = bash("python3 app/x.py \"a b.csv\" > out.txt; echo done; exit 5");
    execution.resourceFiles = {{server.url("/a/in/x.py"), {}, {}, "app/x.py", {}},
                               {server.url("/a/in/data"), {}, {}, "a b.csv", {}}};
    execution.outputFiles = {
        {"out.txt", server.url("/a/out"), "r/1.txt", {}, OutputFileSpec::Condition::TaskCompletion},
        {"out.txt", server.url("/a/out"), "never", {}, OutputFileSpec::Condition::TaskSuccess},
        {"../std*.txt", server.url("/a/out"), "$log", {}, OutputFileSpec::Condition::TaskFailure}};
    const auto result = run(execution);
    EXPECT_EQ(result.exitCode, 5);
    EXPECT_EQ(result.failure->code, "FailureExitCode");
    EXPECT_EQ(server.blob("/a/out/r/1.txt"), "ABC");
    EXPECT_EQ(server.blob("/a/out/%24log/stdout.txt"), "done\n");
    EXPECT_EQ(server.blob("/a/out/%24log/stderr.txt"), "");
    EXPECT_THAT(server.blob("/a/out/never"), HasSubstr("no blob"));
}

TEST_F(TaskRunWithBlobs, MissingResourceStartsNothing)
{
    Execution execution = bash("echo ran");
    execution.resourceFiles = {{server.url("/a/in/none"), {}, {}, "none", {}}};
    execution.outputFiles = {
        {"../std*", server.url("/a/out"), "l", {}, OutputFileSpec::Condition::TaskCompletion}};
    const auto result = run(execution);
    EXPECT_FALSE(result.exitCode);
    EXPECT_FALSE(result.retryable);
    EXPECT_EQ(result.failure->code, "BlobNotFound");
    EXPECT_EQ(started, 0);
    EXPECT_THAT(server.blobPaths(), IsEmpty());
}

TEST_F(TaskRunWithBlobs, FailedUploadKeepsTheExitCode)
{
    Execution execution = bash("echo x > f");
    execution.outputFiles = {
        {"f", server.url("/a/out"), {}, {}, OutputFileSpec::Condition::TaskCompletion}};
    server.setFault("/a/out", {Fault::Kind::Status, 404, "ContainerNotFound"});
    auto result = run(execution);
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_FALSE(result.retryable);
    EXPECT_EQ(result.failure->code, "FileUploadContainerNotFound");
    execution.commandLine = "/bin/bash -c 'echo x > f; exit 2'";
    result = run(execution);
    EXPECT_EQ(result.failure->code, "FailureExitCode") << "the first cause";
    EXPECT_TRUE(result.retryable);
}

TEST_F(TaskRunWithBlobs, TimeLimitStillUploadsTheLogs)
{
    Execution execution = bash("echo before; sleep 1000");
    execution.maxWallClockTime = 300ms;
    execution.outputFiles = {
        {"../stdout.txt", server.url("/a/out"), {}, {}, OutputFileSpec::Condition::TaskFailure}};
    EXPECT_EQ(run(execution).failure->code, "TaskEnded");
    EXPECT_THAT(server.blobPaths(), ElementsAre("/a/out/stdout.txt"));
}

TEST_F(TaskRunWithBlobs, StopWhileDownloading)
{
    server.setFault("/a/in", {Fault::Kind::Hang, 0, {}});
    Execution execution = bash("echo ran");
    execution.resourceFiles = {{server.url("/a/in/x"), {}, {}, "x", {}}};
    std::thread stopper([this] {
        server.waitUntilHanging();
        stop.request_stop();
    });
    const auto result = run(execution);
    stopper.join();
    EXPECT_TRUE(result.ended);
    EXPECT_FALSE(result.exitCode);
    EXPECT_EQ(result.failure->code, "TaskEnded");
    EXPECT_EQ(started, 0);
}

TEST_F(TaskRunWithBlobs, StopWhileUploading)
{
    server.setFault("/a/out", {Fault::Kind::Hang, 0, {}});
    Execution execution = bash("echo x > f");
    execution.outputFiles = {
        {"f", server.url("/a/out"), {}, {}, OutputFileSpec::Condition::TaskCompletion}};
    std::thread stopper([this] {
        server.waitUntilHanging();
        stop.request_stop();
    });
    const auto result = run(execution);
    stopper.join();
    EXPECT_TRUE(result.ended);
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.failure->code, "TaskEnded");
}

TEST_F(TaskRunWithBlobs, NoSignatureReachesAnyFile)
{
    Execution execution = bash("env; cat /proc/self/cmdline");
    server.setBlob("/a/in/x", "x");
    execution.resourceFiles = {{server.url("/a/in/x"), {}, {}, "x", {}}};
    execution.outputFiles = {
        {"x", server.url("/a/out"), {}, {}, OutputFileSpec::Condition::TaskCompletion}};
    EXPECT_EQ(run(execution).exitCode, 0);
    server.setFault("/a/out", {Fault::Kind::Status, 403, "AuthenticationFailed"});
    EXPECT_EQ(run(execution).failure->code, "FileUploadAccessDenied");
    int files = 0;
    for (const auto &entry : fs::recursive_directory_iterator(temporary.path())) {
        if (entry.is_regular_file()) {
            ++files;
            EXPECT_THAT(contentOf(entry.path()), Not(HasSubstr("SECRET"))) << entry.path();
        }
    }
    EXPECT_GE(files, 4);
}

TEST_F(TaskRunWithBlobs, ManyAtOnce)
{
    server.setBlob("/a/in/x", "x");
    std::atomic<int> succeeded = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 32; ++i) {
        threads.emplace_back([&, i] {
            const std::string name = std::to_string(i);
            Execution execution = bash("cat x; echo " + name + " > r", "task" + name);
            execution.resourceFiles = {{server.url("/a/in/x"), {}, {}, "x", {}}};
            execution.outputFiles = {
                {"r", server.url("/a/out"), name, {}, OutputFileSpec::Condition::TaskSuccess}};
            for (int attempt = 0; attempt < 2; ++attempt) {
                const auto result = runner->run(execution, {}, {});
                succeeded += result.exitCode == 0 && !result.failure;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(succeeded, 64);
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(server.blob("/a/out/" + std::to_string(i)), std::to_string(i) + "\n");
    EXPECT_TRUE(fs::is_empty(pids));
}

} // namespace
} // namespace Batchdesk::LocalService
