// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

#include <cstdlib>
#include <fstream>
#include <thread>

namespace Batchdesk::LocalService::Testing {

namespace {

constexpr std::chrono::seconds patience(60);

template <typename Condition>
bool eventually(Condition condition)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::yield();
    }
    return true;
}

std::string decoded(const std::string &text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            result += text[at];
            continue;
        }
        result += char(std::stoi(text.substr(at + 1, 2), nullptr, 16));
        at += 2;
    }
    return result;
}

void addQuery(Request &request)
{
    std::size_t start = 0;
    while (start < request.rawQuery.size()) {
        const auto end = std::min(request.rawQuery.find('&', start), request.rawQuery.size());
        const auto part = request.rawQuery.substr(start, end - start);
        const auto equals = std::min(part.find('='), part.size());
        request.query.add(part.substr(0, equals),
                          equals < part.size() ? decoded(part.substr(equals + 1)) : std::string());
        start = end + 1;
    }
}

} // namespace

Time ManualClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_now;
}

void ManualClock::turn(std::chrono::microseconds by)
{
    const std::lock_guard lock(m_mutex);
    m_now += by;
}

ExecutionResult ScriptedRunner::run(const Execution &execution, std::stop_token stop,
                                    const std::function<void()> &started)
{
    std::unique_lock lock(m_mutex);
    m_executions.push_back(execution);
    m_changed.notify_all();
    lock.unlock();
    started();
    lock.lock();
    auto &scripts = m_scripts[execution.commandLine];
    const bool told =
        m_changed.wait(lock, stop, [&] { return !scripts.empty() || m_always.has_value(); });
    if (!told) {
        ExecutionResult result;
        result.ended = true;
        result.exitCode = 137;
        return result;
    }
    if (scripts.empty())
        return *m_always;
    const ExecutionResult result = scripts.front();
    scripts.pop_front();
    return result;
}

void ScriptedRunner::script(const std::string &commandLine, ExecutionResult result)
{
    const std::lock_guard lock(m_mutex);
    m_scripts[commandLine].push_back(std::move(result));
    m_changed.notify_all();
}

void ScriptedRunner::endAllWith(ExecutionResult result)
{
    const std::lock_guard lock(m_mutex);
    m_always = std::move(result);
    m_changed.notify_all();
}

bool ScriptedRunner::waitForStart(const std::string &commandLine, int times)
{
    return eventually([&] { return startsOf(commandLine) >= times; });
}

int ScriptedRunner::startsOf(const std::string &commandLine) const
{
    const std::lock_guard lock(m_mutex);
    return int(std::count_if(m_executions.begin(), m_executions.end(),
                             [&](const Execution &e) { return e.commandLine == commandLine; }));
}

Execution ScriptedRunner::lastExecution(const std::string &commandLine) const
{
    const std::lock_guard lock(m_mutex);
    Execution last;
    for (const auto &execution : m_executions) {
        if (execution.commandLine == commandLine)
            last = execution;
    }
    return last;
}

std::optional<FailureInfo> ScriptedRunner::upload(const TaskDirectory &directory,
                                                  const std::vector<OutputFileSpec> &outputs)
{
    const std::lock_guard lock(m_mutex);
    m_uploaded.clear();
    m_lastUpload = outputs.at(0);
    const auto root = directory.workingDirectory();
    for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
        std::ifstream file(entry.path(), std::ios::binary);
        if (entry.is_regular_file())
            m_uploaded[entry.path().lexically_relative(root)] = {
                std::istreambuf_iterator<char>(file), {}};
    }
    return m_uploadFailure;
}

void ScriptedRunner::failUploads(const FailureInfo &failure)
{
    const std::lock_guard lock(m_mutex);
    m_uploadFailure = failure;
}

std::map<std::string, std::string> ScriptedRunner::uploadedFiles() const
{
    const std::lock_guard lock(m_mutex);
    return m_uploaded;
}

OutputFileSpec ScriptedRunner::lastUpload() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastUpload;
}

ExecutionResult exited(int code)
{
    ExecutionResult result;
    result.exitCode = code;
    if (code != 0) {
        result.failure = FailureInfo{"UserError",
                                     "FailureExitCode",
                                     "The task exited with an exit code representing a failure",
                                     {}};
        result.retryable = true;
    }
    return result;
}

ExecutionResult failedWith(const std::string &code)
{
    ExecutionResult result;
    result.failure = FailureInfo{"UserError", code, "It failed.", {}};
    return result;
}

Folder::Folder()
{
    std::string pattern =
        (std::filesystem::temp_directory_path() / "batchdesk-batch-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder");
    m_path = pattern;
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Bench::Bench()
    : m_runner(std::make_shared<ScriptedRunner>())
    , m_clock(std::make_shared<ManualClock>())
{
}

void Bench::open(int maxNodes)
{
    BatchServiceOptions options;
    options.stateDirectory = m_folder.path() / "batch";
    options.account = "localacct";
    options.endpoint = "http://127.0.0.1:9";
    options.maxNodes = maxNodes;
    options.maxActiveJobs = m_maxActiveJobs;
    options.runner = m_runner;
    options.clock = m_clock;
    m_service = std::make_unique<BatchService>(options);
}

void Bench::close()
{
    m_service.reset();
}

Response Bench::send(const std::string &method, const std::string &path, const Json &body,
                     const std::vector<std::pair<std::string, std::string>> &headers)
{
    Request request;
    request.method = method;
    const auto question = std::min(path.find('?'), path.size());
    request.rawPath = path.substr(0, question);
    request.rawQuery = question < path.size() ? path.substr(question + 1) : std::string();
    if (request.rawQuery.find("api-version=") == std::string::npos)
        request.rawQuery +=
            (request.rawQuery.empty() ? "" : "&") + std::string("api-version=2025-06-01");
    addQuery(request);
    std::size_t start = 1;
    while (start <= request.rawPath.size()) {
        const auto end = std::min(request.rawPath.find('/', start), request.rawPath.size());
        request.segments.push_back(decoded(request.rawPath.substr(start, end - start)));
        start = end + 1;
    }
    request.headers.add("Host", "127.0.0.1:4711");
    for (const auto &[name, value] : headers)
        request.headers.add(name, value);
    const std::string text = body.is_null() ? std::string()
        : body.is_string()                  ? body.get<std::string>()
                                            : body.dump();
    request.readBody = [text](const std::function<bool(const char *, std::size_t)> &consumer) {
        return consumer(text.data(), text.size());
    };
    return m_service->handle(request);
}

Json Bench::get(const std::string &path)
{
    const Response response = send("GET", path);
    EXPECT_EQ(response.status, 200) << path << '\n' << response.body;
    return Json::parse(response.body);
}

int Bench::status(const std::string &method, const std::string &path, const Json &body)
{
    return send(method, path, body).status;
}

std::string Bench::code(const std::string &method, const std::string &path, const Json &body)
{
    const Response response = send(method, path, body);
    if (response.status < 400)
        return "answered " + std::to_string(response.status);
    return Json::parse(response.body).at("code");
}

void Bench::addPool(const std::string &id, int nodes, Json more)
{
    Json pool{{"id", id},
              {"vmSize", "Standard_D2s_v3"},
              {"targetDedicatedNodes", nodes},
              {"virtualMachineConfiguration",
               {{"imageReference", {{"publisher", "canonical"}}},
                {"nodeAgentSKUId", "batch.node.ubuntu 24.04"}}}};
    pool.update(more);
    const Response response = send("POST", "/pools", pool);
    ASSERT_EQ(response.status, 201) << response.body;
}

void Bench::addJob(const std::string &id, const std::string &poolId, Json more)
{
    Json job{{"id", id}, {"poolInfo", {{"poolId", poolId}}}};
    job.update(more);
    const Response response = send("POST", "/jobs", job);
    ASSERT_EQ(response.status, 201) << response.body;
}

void Bench::addTask(const std::string &jobId, const std::string &id, Json more)
{
    Json task{{"id", id}, {"commandLine", id}};
    task.update(more);
    const Response response = send("POST", "/jobs/" + jobId + "/tasks", task);
    ASSERT_EQ(response.status, 201) << response.body;
}

void Bench::addSchedule(const std::string &id, const Json &schedule, Json job)
{
    Json specification{{"poolInfo", {{"poolId", "p"}}}};
    specification.update(job);
    const Response response =
        send("POST", "/jobschedules",
             {{"id", id}, {"schedule", schedule}, {"jobSpecification", specification}});
    ASSERT_EQ(response.status, 201) << response.body;
}

void Bench::pass(std::chrono::microseconds by)
{
    m_clock->turn(by);
    // One look of the engine at all there is carries this job on and does all else that is due.
    if (send("GET", "/jobs/clock").status == 404)
        addJob("clock", "none");
    if (get("/jobs/clock")["state"] == "active") {
        ASSERT_EQ(status("POST", "/jobs/clock/disable", {{"disableTasks", "wait"}}), 202);
        ASSERT_TRUE(becomes("/jobs/clock", "/state", "disabled"));
    } else {
        ASSERT_EQ(status("POST", "/jobs/clock/enable"), 202);
        ASSERT_TRUE(becomes("/jobs/clock", "/state", "active"));
    }
}

bool Bench::becomes(const std::string &path, const std::string &pointer, const Json &value)
{
    Json seen;
    const bool good = eventually([&] {
        const Response response = send("GET", path);
        if (response.status != 200)
            return false;
        seen = Json::parse(response.body);
        const Json::json_pointer at(pointer);
        return seen.contains(at) && seen[at] == value;
    });
    EXPECT_TRUE(good) << path << ' ' << pointer << " in " << seen.dump(1);
    return good;
}

bool Bench::taskBecomes(const std::string &task, const std::string &state)
{
    return becomes("/jobs/j/tasks/" + task, "/state", state);
}

bool Bench::nodesBecome(const std::string &poolId, const std::string &state, std::size_t count)
{
    return eventually([&] {
        const Json nodes = get("/pools/" + poolId + "/nodes")["value"];
        return nodes.size() == count
            && std::all_of(nodes.begin(), nodes.end(),
                           [&](const Json &node) { return node["state"] == state; });
    });
}

bool Bench::vanishes(const std::string &path)
{
    return eventually([&] { return send("GET", path).status == 404; });
}

std::vector<std::string> Bench::nodeIds(const std::string &poolId)
{
    std::vector<std::string> ids;
    const Json list = get("/pools/" + poolId + "/nodes")["value"];
    for (const auto &node : list)
        ids.push_back(node["id"]);
    return ids;
}

} // namespace Batchdesk::LocalService::Testing
