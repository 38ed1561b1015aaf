// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/auth/batchsharedkey.h"
#include "core/localservice/auth/blobsharedkey.h"
#include "core/localservice/auth/digest.h"
#include "core/localservice/auth/sharedaccesssignature.h"
#include "core/localservice/http/httpdate.h"
#include "core/localservice/http/percentcode.h"
#include "core/localservice/http/requesthead.h"
#include "core/localservice/service.h"
#include "tests/core/localservice/http/rawclient.h"
#include "tests/core/localservice/service/temporarystate.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <thread>

using namespace Batchdesk::LocalService;
using Json = nlohmann::ordered_json;

// Nodes and the account's own storage, both real: what one writes the other reads.
namespace {

class NodeStorage : public Testkit::TemporaryStateTest
{
protected:
    void SetUp() override
    {
        TemporaryStateTest::SetUp();
        ServiceOptions options;
        options.stateDirectory = directory / "state";
        options.maxNodes = 1;
        m_service = std::make_unique<Service>(options);
        m_ends = m_service->endpoints();
    }
    void TearDown() override
    {
        m_service.reset();
        TemporaryStateTest::TearDown();
    }

    // Gives the status line and all after it.
    std::string send(bool batch, const std::string &method, const std::string &target,
                     const std::string &body, const std::string &extra = {})
    {
        const auto &end = batch ? m_ends.batchEndpoint : m_ends.blobEndpoint;
        const auto port = std::uint16_t(std::stoul(end.substr(end.find(':', 5) + 1)));
        std::string head = method + ' ' + target
            + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n"
            + (batch ? "ocp-date: " : "x-ms-version: 2021-12-02\r\nx-ms-date: ")
            + Http::formatHttpDate(SystemServiceClock().now()) + extra
            + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close";
        const auto parsed = Http::parseRequestHead(head);
        const Request &request = std::get<Http::RequestHead>(parsed).request;
        const auto text = (batch ? Auth::batchStringsToSign(request, m_ends.account)
                                 : Auth::blobStringsToSign(request, m_ends.account))
                              .front();
        head += "\r\nAuthorization: SharedKey " + m_ends.account + ':'
            + Auth::signatureOf(Auth::fromBase64(m_ends.key).value(), text) + "\r\n\r\n" + body;
        Testkit::RawClient client(port);
        client.send(head);
        return client.receiveAll();
    }

    std::string batch(const std::string &method, const std::string &path, const Json &body = {})
    {
        const auto query = path.find('?') == std::string::npos ? '?' : '&';
        return send(true, method, path + query + "api-version=2025-06-01",
                    body.is_null() ? std::string() : body.dump(),
                    "\r\nContent-Type: application/json");
    }

    std::string blob(const std::string &method, const std::string &path,
                     const std::string &body = {}, const std::string &extra = {})
    {
        return send(false, method, '/' + m_ends.account + path, body, extra);
    }

    static Json bodyOf(const std::string &answer)
    {
        const auto begin = answer.find("\r\n\r\n{");
        return begin == std::string::npos ? Json() : Json::parse(answer.substr(begin + 4));
    }

    Json taskWhenCompleted(const std::string &id)
    {
        Json task;
        do {
            std::this_thread::yield();
            task = bodyOf(batch("GET", "/jobs/j/tasks/" + id + "?$expand=stats"));
        } while (task.value("state", std::string()) == "active"
                 || task.value("state", std::string()) == "running");
        return task;
    }

    std::string containerForWriting(const std::string &name)
    {
        FieldList query;
        for (const auto &[key, value] :
             {std::pair{"sv", "2021-12-02"}, std::pair{"sr", "c"}, std::pair{"sp", "cw"},
              std::pair{"se", "2099-01-01T00:00:00Z"}})
            query.add(key, value);
        const auto text = Auth::serviceSasStringToSign(query, m_ends.account, name, {});
        std::string url = m_ends.blobEndpoint + '/' + name + '?';
        for (const auto &[key, value] : query.all())
            url += key + '=' + value + '&';
        return url + "sig="
            + Http::percentEncode(Auth::signatureOf(Auth::fromBase64(m_ends.key).value(), *text));
    }

    std::unique_ptr<Service> m_service;
    ServiceEndpoints m_ends;
};

} // namespace

TEST_F(NodeStorage, TasksReadItAndNodesSendTheirLogsThere)
{
    const auto made = [](const std::string &answer) { return answer.starts_with("HTTP/1.1 201"); };
    ASSERT_TRUE(made(blob("PUT", "/input?restype=container")));
    ASSERT_TRUE(made(blob("PUT", "/logs?restype=container")));
    ASSERT_TRUE(made(blob("PUT", "/input/sub/hello.txt", "hello from the blob",
                          "\r\nx-ms-blob-type: BlockBlob")));
    const std::string pool =
        batch("POST", "/pools",
              {{"id", "p"},
               {"vmSize", "standard_d2s_v3"},
               {"targetDedicatedNodes", 1},
               {"startTask", {{"commandLine", "/bin/echo started"}}},
               {"virtualMachineConfiguration",
                {{"imageReference", {{"publisher", "canonical"}, {"offer", "x"}, {"sku", "y"}}},
                 {"nodeAgentSKUId", "batch.node.ubuntu 24.04"}}}});
    ASSERT_TRUE(made(pool)) << pool;
    ASSERT_TRUE(made(batch("POST", "/jobs", {{"id", "j"}, {"poolInfo", {{"poolId", "p"}}}})));
    const auto addTask = [&](const char *id, const char *container) {
        return made(batch(
            "POST", "/jobs/j/tasks",
            {{"id", id},
             {"commandLine", "/bin/cat got/sub/hello.txt"},
             {"resourceFiles",
              Json::array({{{"autoStorageContainerName", container}, {"filePath", "got"}}})}}));
    };
    ASSERT_TRUE(addTask("t", "input"));
    ASSERT_TRUE(addTask("lacks", "nothing"));
    const Json task = taskWhenCompleted("t");
    EXPECT_EQ(task["executionInfo"]["exitCode"], 0) << task.dump(1);
    EXPECT_TRUE(task["stats"].contains("userCPUTime"));
    EXPECT_TRUE(batch("GET", "/jobs/j/tasks/t/files/stdout.txt").ends_with("hello from the blob"));
    const Json lacks = taskWhenCompleted("lacks");
    EXPECT_EQ(lacks["executionInfo"]["failureInfo"]["code"], "BlobNotFound");
    EXPECT_EQ(lacks.dump().find("sig="), std::string::npos);

    const auto node = task["nodeInfo"]["nodeId"].get<std::string>();
    const Json logs = bodyOf(batch(
        "POST", "/pools/p/nodes/" + node + "/uploadbatchservicelogs",
        {{"containerUrl", containerForWriting("logs")}, {"startTime", "2020-01-01T00:00:00Z"}}));
    EXPECT_EQ(logs.value("numberOfFilesUploaded", 0), 3) << logs.dump(1);
    const auto folder = logs.value("virtualDirectoryName", std::string());
    EXPECT_TRUE(blob("GET", "/logs/" + folder + "/startup/stdout.txt").ends_with("started\n"));
    const auto log = blob("GET", "/logs/" + folder + "/agent.log");
    EXPECT_NE(log.find("task j/t ended: exit code 0"), std::string::npos);
}
