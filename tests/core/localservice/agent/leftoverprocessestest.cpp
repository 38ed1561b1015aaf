// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/processtaskrunner.h"

#include "runningprocess.h"
#include "temporarydirectory.h"

#include <gtest/gtest.h>

#include <chrono>

#include <csignal>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {
namespace {

class LeftoverProcesses : public testing::Test
{
protected:
    // What the killed service leaves becomes ours, so that the test can say when its leader is
    // gone.
    LeftoverProcesses() { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }
    ~LeftoverProcesses() override
    {
        while (::waitpid(-1, nullptr, WNOHANG) > 0) { }
        ::prctl(PR_SET_CHILD_SUBREAPER, 0);
    }

    //! \brief Runs a command in a process that stands for a service, and kills that with SIGKILL
    //! once \a report has been written to. \return what was written.
    pid_t killedServiceRunning(const std::string &script, const ReportPipe &report) const
    {
        const pid_t service = ::fork();
        if (service == 0) {
            Execution execution;
            execution.taskDirectory = temporary.path() / "task";
            execution.sharedDirectory = temporary.path() / "shared";
            execution.commandLine = "bash -c '" + script + "'";
            makeProcessTaskRunner(pids)->run(execution, {}, {});
            ::_exit(0);
        }
        const pid_t reported = report.read();
        ::kill(service, SIGKILL);
        ::waitpid(service, nullptr, 0);
        const std::string record = contentOf(fs::directory_iterator(pids)->path());
        ::waitpid(std::stoi(record.substr(record.find('\0') + 1)), nullptr, 0);
        return reported;
    }
    bool hasRecords() const { return !fs::is_empty(pids); }

    TemporaryDirectory temporary;
    fs::path pids = temporary.path() / "pids";
    ReportPipe report{temporary.path() / "report"};
};

TEST_F(LeftoverProcesses, EndWithTheNextStart)
{
    const pid_t child = killedServiceRunning(
        "trap \"\" TERM HUP; sleep 1000 & echo $! > ../../report; wait", report);
    EXPECT_TRUE(hasRecords());
    EXPECT_TRUE(isRunning(child));
    endLeftoverProcesses(pids);
    EXPECT_FALSE(isRunning(child));
    EXPECT_FALSE(hasRecords());
}

TEST_F(LeftoverProcesses, EndAlsoInAGroupOfTheirOwn)
{
    const pid_t child =
        killedServiceRunning("set -m; sleep 1000 & echo $! > ../../report; wait", report);
    endLeftoverProcesses(pids);
    EXPECT_FALSE(isRunning(child));
}

TEST_F(LeftoverProcesses, EndAlsoInASessionAndAHomeOfTheirOwn)
{
    const pid_t child = killedServiceRunning(
        "export HOME=/; setsid bash -c \"echo \\$\\$ > $PWD/../../report; exec sleep 1000\" & wait",
        report);
    EXPECT_TRUE(isRunning(child));
    endLeftoverProcesses(pids);
    EXPECT_FALSE(isRunning(child));
}

TEST_F(LeftoverProcesses, SomeoneElsesProcessOfThatNumberIsLeftAlone)
{
    const pid_t child = killedServiceRunning("sleep 1000 & echo $! > ../../report; wait", report);
    const fs::path record = fs::directory_iterator(pids)->path();
    const std::string good = contentOf(record);
    // What starts from here on starts at another tick of the system's clock (100 a second).
    const auto begun = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(20)) { }

    // The leader's number now belongs to a stranger's session that started at another time.
    const pid_t stranger = ::fork();
    if (stranger == 0) {
        ::setsid();
        for (;;)
            ::pause();
    }
    while (::getsid(stranger) != stranger) { }
    const std::size_t stat = good.find('\0') + 1;
    const std::string elsewhere = good.substr(0, good.find('\n') + 1) + "MARK=elsewhere" + '\0';
    writeFile(record, elsewhere + std::to_string(stranger) + good.substr(good.find(' ', stat)));
    endLeftoverProcesses(pids);
    EXPECT_TRUE(isRunning(stranger));
    EXPECT_FALSE(hasRecords());
    ::kill(stranger, SIGKILL);
    ::waitpid(stranger, nullptr, 0);

    // Another boot: the numbers mean nothing.
    writeFile(record, "another-boot" + good.substr(good.find('\n')));
    endLeftoverProcesses(pids);
    EXPECT_TRUE(isRunning(child));
    EXPECT_FALSE(hasRecords());

    // A session of that number whose members carry another mark.
    writeFile(record, elsewhere + good.substr(stat));
    endLeftoverProcesses(pids);
    EXPECT_TRUE(isRunning(child));

    writeFile(record, good);
    endLeftoverProcesses(pids);
    EXPECT_FALSE(isRunning(child));
}

TEST_F(LeftoverProcesses, BrokenRecordsAreCleared)
{
    writeFile(pids / "a.process", "");
    writeFile(pids / "b.process", "half a rec");
    writeFile(pids / "c.process", std::string("boot\nhome\0(no stat", 17));
    writeFile(pids / "other", "not ours");
    endLeftoverProcesses(pids);
    EXPECT_EQ(std::distance(fs::directory_iterator(pids), fs::directory_iterator()), 1);
    EXPECT_TRUE(fs::exists(pids / "other"));
    endLeftoverProcesses(temporary.path() / "nowhere");
}

} // namespace
} // namespace Batchdesk::LocalService
