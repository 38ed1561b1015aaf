// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/batchservice.h"
#include "tests/fuzz/requests.h"

#include <nlohmann/json.hpp>

#include <memory>

// Requests to the Batch endpoint behind authentication, one after the other, to a service that has
// a pool, a job and a task. Every answer is a success or a well-formed refusal.
namespace Batchdesk::Fuzz {

using namespace LocalService;
using Json = nlohmann::json;

namespace {

//! \brief Whatever it is, it is done at once.
class NoRunner final : public TaskRunner
{
public:
    ExecutionResult run(const Execution &, std::stop_token,
                        const std::function<void()> &started) override
    {
        started();
        ExecutionResult result;
        result.exitCode = 0;
        return result;
    }
    std::optional<FailureInfo> upload(const TaskDirectory &,
                                      const std::vector<OutputFileSpec> &) override
    {
        return std::nullopt;
    }
};

constexpr std::string_view beginning =
    R"(POST /pools?api-version=2025-06-01

{"id":"p","vmSize":"standard_d2s_v3","virtualMachineConfiguration":{"imageReference":{"publisher":"canonical","offer":"ubuntu-24_04-lts","sku":"server"},"nodeAgentSKUId":"batch.node.ubuntu 24.04"}}
===
POST /jobs?api-version=2025-06-01

{"id":"j","poolInfo":{"poolId":"p"},"usesTaskDependencies":true}
===
POST /jobs/j/tasks?api-version=2025-06-01

{"id":"t","commandLine":"true"}
)";

//! \brief A service as every input finds it.
class House
{
public:
    House()
    {
        BatchServiceOptions options;
        options.stateDirectory = m_folder.path() / "batch";
        options.account = "localacct";
        options.endpoint = "http://127.0.0.1:4711";
        options.maxNodes = 1;
        options.runner = std::make_shared<NoRunner>();
        options.clock = std::make_shared<SystemServiceClock>();
        m_service = std::make_unique<BatchService>(options);
        for (const auto &request : requestsOf(beginning))
            require(m_service->handle(request).status == 201, "the house is set up");
    }
    Response ask(const Request &request) { return m_service->handle(request); }

private:
    StateFolder m_folder;
    std::unique_ptr<BatchService> m_service;
};

void check(const Request &request, const Response &response)
{
    require(response.status != 500, "no input is an internal error");
    require(response.status >= 200 && response.status < 600, "an answer has a status");
    if (response.status < 400 || request.method == "HEAD")
        return;
    const Json error = Json::parse(response.body, nullptr, false);
    require(error.is_object() && error.contains("code") && error["code"].is_string()
                && error.contains("message") && error["message"]["value"].is_string(),
            "a refusal has a code and a message");
}

} // namespace

void fuzzOne(std::string_view input)
{
    static std::unique_ptr<House> house;
    if (!house)
        house = std::make_unique<House>();
    bool changed = false;
    for (const auto &request : requestsOf(input)) {
        const Response response = house->ask(request);
        check(request, response);
        changed = changed
            || (response.status < 300 && request.method != "GET" && request.method != "HEAD");
    }
    if (changed)
        house.reset();
}

} // namespace Batchdesk::Fuzz
