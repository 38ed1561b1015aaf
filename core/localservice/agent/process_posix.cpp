// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/agent/process.h"

#include "core/localservice/agent/session.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <mutex>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace Batchdesk::LocalService {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int get() const { return m_number; }
    void reset(int number)
    {
        close();
        m_number = number;
    }
    void close()
    {
        if (m_number >= 0)
            ::close(m_number);
        m_number = -1;
    }

private:
    int m_number;
};

[[noreturn]] void throwSystemError(const std::string &what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

//! \brief Opens a file on a number above the standard three, which the new process overwrites.
void openAboveStandard(Descriptor &descriptor, const char *path, int flags)
{
    Descriptor opened(::open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (opened.get() < 0)
        throwSystemError(path);
    descriptor.reset(::fcntl(opened.get(), F_DUPFD_CLOEXEC, 3));
    if (descriptor.get() < 0)
        throwSystemError(path);
}

std::vector<char *> pointersTo(std::vector<std::string> &strings)
{
    std::vector<char *> pointers;
    for (std::string &text : strings)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

//! \brief The file to execute, by the task's own PATH; sets errno when there is none.
std::optional<std::string> findProgram(const ProcessSpec &spec)
{
    const std::string &name = spec.words.front();
    if (name.find('/') != std::string::npos)
        return name;
    const auto path = spec.environment.find("PATH");
    int reason = ENOENT;
    for (std::size_t begin = 0; !name.empty() && path != spec.environment.end();) {
        const std::size_t end = std::min(path->second.find(':', begin), path->second.size());
        const fs::path file =
            spec.workingDirectory / path->second.substr(begin, end - begin) / name;
        struct stat status;
        if (::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
            if (::access(file.c_str(), X_OK) == 0)
                return file.string();
            reason = EACCES;
        }
        if (end == path->second.size())
            break;
        begin = end + 1;
    }
    errno = reason;
    return {};
}

//! \brief Everything the new process needs, made before the fork: after it only system calls are
//! allowed.
class Launch
{
public:
    Launch(const ProcessSpec &spec, std::string program)
        : m_program(std::move(program))
        , m_words(spec.words)
        , m_directory(spec.workingDirectory.string())
        , m_record(spec.record.string())
    {
        for (const auto &[name, value] : spec.environment)
            m_settings.push_back(name + '=' + value);
        m_arguments = pointersTo(m_words);
        m_environment = pointersTo(m_settings);
        m_recordHeader = sessionRecordHeader(spec.mark);
        openAboveStandard(m_input, "/dev/null", O_RDONLY);
        openAboveStandard(m_output, spec.standardOutput.c_str(), O_WRONLY | O_CREAT | O_APPEND);
        openAboveStandard(m_error, spec.standardError.c_str(), O_WRONLY | O_CREAT | O_APPEND);
    }

    //! \brief Starts the process and waits until the program has taken over. Sets errno and returns
    //! -1 when that failed; nothing is left behind then.
    pid_t start()
    {
        // One at a time: a file that another thread has just written must not be open for writing
        // in a child that has not reached its program yet (ETXTBSY).
        static std::mutex oneAtATime;
        const std::lock_guard lock(oneAtATime);
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return -1;
        Descriptor readEnd(ends[0]);
        Descriptor writeEnd(::fcntl(ends[1], F_DUPFD_CLOEXEC, 3));
        ::close(ends[1]);
        const pid_t parent = ::getpid();
        // No handler of ours may run in the child before it has put the default ones back.
        sigset_t all;
        sigset_t before;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before);
        const pid_t pid = ::fork();
        if (pid == 0)
            becomeProgram(parent, writeEnd.get());
        ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
        writeEnd.close();
        if (pid < 0)
            return -1;
        int failure = 0;
        ssize_t length = 0;
        do {
            length = ::read(readEnd.get(), &failure, sizeof failure);
        } while (length < 0 && errno == EINTR);
        if (length == 0)
            return pid;
        ::waitpid(pid, nullptr, 0);
        ::unlink(m_record.c_str());
        errno = failure;
        return -1;
    }

private:
    // From here on in the new process: async-signal-safe calls only.
    [[noreturn]] void becomeProgram(pid_t parent, int failurePipe) const
    {
        ::setsid();
        // The thread that starts a program waits for its end, so only the death of all of us sends
        // this.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent)
            ::_exit(127);
        resetSignals();
        if (writeRecord() && ::chdir(m_directory.c_str()) == 0 && ::dup2(m_input.get(), 0) == 0
            && ::dup2(m_output.get(), 1) == 1 && ::dup2(m_error.get(), 2) == 2) {
            closeOthersOnExec();
            ::execve(m_program.c_str(), m_arguments.data(), m_environment.data());
        }
        const int failure = errno;
        [[maybe_unused]] const ssize_t written = ::write(failurePipe, &failure, sizeof failure);
        ::_exit(127);
    }

    static void resetSignals()
    {
        struct sigaction standard = {};
        standard.sa_handler = SIG_DFL;
        for (int number = 1; number < NSIG; ++number)
            ::sigaction(number, &standard, nullptr);
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
    }

    bool writeRecord() const
    {
        const int record = ::open(m_record.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        const int self = ::open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
        char stat[1024];
        const ssize_t length = self < 0 ? -1 : ::read(self, stat, sizeof stat);
        const bool done = record >= 0 && length > 0
            && writeAll(record, m_recordHeader.data(), m_recordHeader.size())
            && writeAll(record, stat, static_cast<std::size_t>(length));
        const int reason = errno;
        ::close(self);
        ::close(record);
        errno = reason;
        return done;
    }

    static bool writeAll(int file, const char *data, std::size_t size)
    {
        const ssize_t written = ::write(file, data, size);
        if (written >= 0 && static_cast<std::size_t>(written) < size)
            errno = ENOSPC;
        return written == static_cast<ssize_t>(size);
    }

    static void closeOthersOnExec()
    {
        if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
            return;
        rlimit limit = {};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        const int end = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 65536));
        for (int number = 3; number < end; ++number)
            ::fcntl(number, F_SETFD, FD_CLOEXEC);
    }

    std::string m_program;
    std::vector<std::string> m_words;
    std::vector<std::string> m_settings;
    std::vector<char *> m_arguments;
    std::vector<char *> m_environment;
    std::string m_directory;
    std::string m_record;
    std::string m_recordHeader;
    Descriptor m_input;
    Descriptor m_output;
    Descriptor m_error;
};

//! \brief A running program. However it is left, the program and its session are gone afterwards.
std::chrono::microseconds durationOf(const timeval &time)
{
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

ProcessUsage usageOf(const rusage &used)
{
    return {durationOf(used.ru_utime), durationOf(used.ru_stime), std::uint64_t(used.ru_inblock),
            std::uint64_t(used.ru_oublock)};
}

class RunningProcess
{
public:
    RunningProcess(pid_t pid, const ProcessSpec &spec)
        : m_pid(pid)
        , m_record(spec.record)
        , m_mark(spec.mark)
        // By number: glibc 2.36 declares the function for it without C linkage.
        , m_end(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)))
    {
    }
    ~RunningProcess()
    {
        if (m_pid > 0) {
            kill();
            waitForEnd();
        }
    }
    RunningProcess(const RunningProcess &) = delete;
    RunningProcess &operator=(const RunningProcess &) = delete;

    ProcessEnd::Cause waitForCause(std::optional<std::chrono::milliseconds> limit,
                                   const std::stop_token &stop);
    void kill() { ::kill(-m_pid, SIGKILL); }
    int waitForEnd();
    const ProcessUsage &usage() const { return m_usage; } //!< Known once waitForEnd() is through.

private:
    pid_t m_pid;
    ProcessUsage m_usage;
    fs::path m_record;
    std::string m_mark;
    Descriptor m_end;
};

ProcessEnd::Cause RunningProcess::waitForCause(std::optional<std::chrono::milliseconds> limit,
                                               const std::stop_token &stop)
{
    const Descriptor stopped(::eventfd(0, EFD_CLOEXEC));
    if (m_end.get() < 0 || stopped.get() < 0)
        throwSystemError("watching a process");
    const std::stop_callback wake(stop, [&stopped] { ::eventfd_write(stopped.get(), 1); });
    const auto begin = Clock::now();
    for (;;) {
        int wait = -1;
        if (limit) {
            const auto past =
                std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
            if (past >= *limit)
                return ProcessEnd::Cause::TimeExpired;
            // A day at a time: poll counts in int.
            wait = static_cast<int>(std::min<std::int64_t>((*limit - past).count(), 86'400'000));
        }
        pollfd events[2] = {{m_end.get(), POLLIN, 0}, {stopped.get(), POLLIN, 0}};
        if (::poll(events, 2, wait) < 0 && errno != EINTR)
            throwSystemError("watching a process");
        if (events[0].revents != 0)
            return ProcessEnd::Cause::Exited;
        if (events[1].revents != 0)
            return ProcessEnd::Cause::Stopped;
    }
}

int RunningProcess::waitForEnd()
{
    // Seen first and waited for last: until then its number stays its own and the session can be
    // ended.
    siginfo_t info = {};
    while (::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOWAIT) != 0
           && errno == EINTR) { }
    endSessionOf(m_pid, m_mark);
    int status = 0;
    rusage used = {};
    while (::wait4(m_pid, &status, 0, &used) < 0 && errno == EINTR) { }
    m_usage = usageOf(used);
    m_pid = -1;
    std::error_code ignored;
    fs::remove(m_record, ignored);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

ProcessEnd notStarted(int reason)
{
    const bool missing = reason == ENOENT || reason == ENOTDIR;
    return {missing ? ProcessEnd::Cause::ProgramNotFound : ProcessEnd::Cause::LaunchFailed,
            {},
            std::generic_category().message(reason)};
}

} // namespace

ProcessEnd runProcess(const ProcessSpec &spec, std::stop_token stop,
                      const std::function<void()> &started)
{
    if (stop.stop_requested())
        return {ProcessEnd::Cause::Stopped, {}, {}};
    try {
        const auto program = findProgram(spec);
        if (!program)
            return notStarted(errno);
        Launch launch(spec, *program);
        const pid_t pid = launch.start();
        if (pid < 0)
            return notStarted(errno);
        RunningProcess process(pid, spec);
        if (started)
            started();
        const auto cause = process.waitForCause(spec.maxWallClockTime, stop);
        if (cause != ProcessEnd::Cause::Exited)
            process.kill();
        const int exitCode = process.waitForEnd();
        return {cause, exitCode, {}, process.usage()};
    } catch (const std::system_error &error) {
        return {ProcessEnd::Cause::LaunchFailed, {}, error.what()};
    }
}

void ignoreBrokenPipes()
{
    ::signal(SIGPIPE, SIG_IGN);
}

} // namespace Batchdesk::LocalService
