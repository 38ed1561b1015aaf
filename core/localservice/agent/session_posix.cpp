// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/session.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string_view>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds patience{10};

struct ProcessState
{
    pid_t pid = 0;
    char state = 0;
    pid_t session = 0;
    std::uint64_t startTime = 0; //!< Clock ticks since boot.

    bool isRunning() const { return state != 'Z' && state != 'X'; }
};

struct SessionRecord
{
    ProcessState leader;
    std::string bootId;
    std::string mark;
};

//! \brief A file of /proc (or a record), whole; empty when it cannot be read.
std::string readSmallFile(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    std::string text;
    char buffer[4096];
    ssize_t length = 0;
    while ((length = ::read(file, buffer, sizeof buffer)) > 0)
        text.append(buffer, static_cast<std::size_t>(length));
    ::close(file);
    return text;
}

//! \brief Reads the text of /proc/<pid>/stat: see proc(5); the name in it may hold anything.
std::optional<ProcessState> parseStat(const std::string &text)
{
    const std::size_t afterName = text.rfind(')');
    if (afterName == std::string::npos)
        return {};
    ProcessState process;
    std::from_chars(text.data(), text.data() + text.size(), process.pid);
    std::istringstream fields(text.substr(afterName + 1));
    std::string skipped;
    pid_t parent = 0;
    pid_t group = 0;
    fields >> process.state >> parent >> group >> process.session;
    for (int field = 7; field < 22; ++field)
        fields >> skipped;
    fields >> process.startTime;
    if (!fields || process.pid <= 0)
        return {};
    return process;
}

std::optional<ProcessState> processState(pid_t pid)
{
    return parseStat(readSmallFile("/proc/" + std::to_string(pid) + "/stat"));
}

//! \brief Whether the environment of a process holds \a mark. One that is caught in the moment of
//! an exec has none; with \a patient that moment is waited out.
bool carriesMark(pid_t pid, const std::string &mark, bool patient)
{
    if (mark.empty())
        return false;
    const std::string file = "/proc/" + std::to_string(pid) + "/environ";
    const auto deadline = Clock::now() + patience;
    std::string environment = readSmallFile(file);
    while (patient && environment.empty()
           && processState(pid).value_or(ProcessState{0, 'X'}).isRunning()
           && Clock::now() < deadline) {
        ::poll(nullptr, 0, 1);
        environment = readSmallFile(file);
    }
    return ('\0' + environment).find('\0' + mark + '\0') != std::string::npos;
}

//! \brief The running processes of a session, and those that carry \a mark wherever they are.
//! \param session 0 for none. getsid is asked first: one cheap call per process.
std::vector<ProcessState> runningMembers(pid_t session, const std::string &mark)
{
    std::vector<ProcessState> members;
    DIR *proc = ::opendir("/proc");
    if (!proc)
        return members;
    while (const dirent *entry = ::readdir(proc)) {
        const std::string_view name(entry->d_name);
        pid_t pid = 0;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size())
            continue;
        const bool inSession = session != 0 && ::getsid(pid) == session;
        if (!inSession && !carriesMark(pid, mark, false))
            continue;
        const auto state = processState(pid);
        if (state && state->isRunning())
            members.push_back(*state);
    }
    ::closedir(proc);
    return members;
}

//! \brief Kills one process and waits for its end. The descriptor pins it: a number used again is
//! not hit.
void endProcess(const ProcessState &process, Clock::time_point deadline)
{
    // Both calls by number: glibc 2.36 declares the functions for them without C linkage.
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, process.pid, 0));
    if (handle < 0)
        return;
    const auto now = processState(process.pid);
    if (now && now->startTime == process.startTime
        && ::syscall(SYS_pidfd_send_signal, handle, SIGKILL, nullptr, 0) == 0) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd ended{handle, POLLIN, 0};
        ::poll(&ended, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    }
    ::close(handle);
}

void endMembers(pid_t session, const std::string &mark)
{
    const auto deadline = Clock::now() + patience;
    // Again and again: a process may have started another while the list was read.
    for (auto members = runningMembers(session, mark); !members.empty() && Clock::now() < deadline;
         members = runningMembers(session, mark)) {
        for (const ProcessState &member : members)
            ::kill(member.pid, SIGKILL);
        for (const ProcessState &member : members)
            endProcess(member, deadline);
    }
}

const std::string &bootId()
{
    static const std::string id = [] {
        std::string text = readSmallFile("/proc/sys/kernel/random/boot_id");
        return text.substr(0, text.find('\n'));
    }();
    return id;
}

std::optional<SessionRecord> readRecord(const fs::path &file)
{
    const std::string text = readSmallFile(file.string());
    const std::size_t bootEnd = text.find('\n');
    const std::size_t markEnd = text.find('\0');
    if (bootEnd == std::string::npos || markEnd == std::string::npos || markEnd < bootEnd)
        return {};
    const auto leader = parseStat(text.substr(markEnd + 1));
    if (!leader)
        return {};
    return SessionRecord{*leader, text.substr(0, bootEnd),
                         text.substr(bootEnd + 1, markEnd - bootEnd - 1)};
}

//! \brief Whether the session is the one recorded and not a later one of the same number.
bool isStillOurs(const SessionRecord &record)
{
    if (const auto leader = processState(record.leader.pid))
        return leader->startTime == record.leader.startTime;
    const auto members = runningMembers(record.leader.pid, {});
    return std::any_of(members.begin(), members.end(), [&record](const ProcessState &member) {
        return member.startTime >= record.leader.startTime
            && carriesMark(member.pid, record.mark, true);
    });
}

} // namespace

void endSessionOf(int leader, const std::string &mark)
{
    ::kill(-leader, SIGKILL);
    endMembers(leader, mark);
}

std::string sessionRecordHeader(const std::string &mark)
{
    return bootId() + '\n' + mark + '\0';
}

void endRecordedSession(const fs::path &file)
{
    const auto record = readRecord(file);
    if (record && record->bootId == bootId())
        endMembers(isStillOurs(*record) ? record->leader.pid : 0, record->mark);
    std::error_code ignored;
    fs::remove(file, ignored);
}

} // namespace Batchdesk::LocalService
