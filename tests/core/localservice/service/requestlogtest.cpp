// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/requestlog.h"

#include "tests/core/localservice/service/temporarystate.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>
#include <vector>

using namespace Batchdesk::LocalService;
using namespace std::chrono_literals;

namespace {

std::string textOf(const std::filesystem::path &file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<nlohmann::json> linesOf(const std::filesystem::path &file)
{
    std::vector<nlohmann::json> lines;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(nlohmann::json::parse(line));
    return lines;
}

Request poolRequest()
{
    Request request;
    request.method = "POST";
    request.rawPath = "/pools/p%2F1/resize";
    request.rawQuery = "api-version=2025-06-01&sig=c2VjcmV0";
    request.query.add("api-version", "2025-06-01");
    request.query.add("sig", "c2VjcmV0");
    request.headers.add("User-Agent", "python/3.11.2 (Linux) azure-batch/13.0.1 Azure-SDK");
    request.headers.add("Authorization", "SharedKey local:c2VjcmV0");
    return request;
}

Response refusal()
{
    Response response;
    response.status = 409;
    response.operation = "Pool_Resize";
    response.errorCode = "PoolBeingResized";
    response.body = "c2VjcmV0";
    return response;
}

} // namespace

class RequestLogTest : public Testkit::TemporaryStateTest
{
};

TEST_F(RequestLogTest, SaysWhoAskedForWhatAndWhatCameOfIt)
{
    RequestLog log(directory / "log");
    log.add("batch", poolRequest(), refusal(), 7ms);
    const auto lines = linesOf(directory / "log");
    ASSERT_EQ(lines.size(), 1u);
    auto line = lines.front();
    EXPECT_THAT(line["time"].get<std::string>(), testing::EndsWith("Z"));
    line.erase("time");
    EXPECT_EQ(line,
              nlohmann::json({{"service", "batch"},
                              {"operation", "Pool_Resize"},
                              {"method", "POST"},
                              {"path", "/pools/p%2F1/resize"},
                              {"version", "2025-06-01"},
                              {"status", 409},
                              {"code", "PoolBeingResized"},
                              {"client", "azure-batch/13.0.1"},
                              {"milliseconds", 7}}));
}

TEST_F(RequestLogTest, HoldsNothingThatOpensAnything)
{
    RequestLog log(directory / "log");
    log.add("batch", poolRequest(), refusal(), 0ms);
    EXPECT_EQ(modeOf(directory / "log"), std::filesystem::perms(0600));
    EXPECT_THAT(textOf(directory / "log"), testing::Not(testing::HasSubstr("c2VjcmV0")));
}

TEST_F(RequestLogTest, TakesTheVersionOfBlobRequestsFromTheirHeader)
{
    RequestLog log(directory / "log");
    Request request;
    request.headers.add("x-ms-version", "2021-12-02");
    log.add("blob", request, Response(), 0ms);
    EXPECT_EQ(linesOf(directory / "log").at(0)["version"], "2021-12-02");
}

TEST_F(RequestLogTest, GoesOnAtTheEndOfWhatIsThere)
{
    RequestLog(directory / "log").add("batch", poolRequest(), refusal(), 0ms);
    RequestLog(directory / "log").add("batch", poolRequest(), refusal(), 0ms);
    EXPECT_EQ(linesOf(directory / "log").size(), 2u);
}

TEST_F(RequestLogTest, WritesBytesThatAreNoTextAsText)
{
    RequestLog log(directory / "log");
    Request request = poolRequest();
    request.rawPath = "/pools/\xff\n\"";
    log.add("batch", request, refusal(), 0ms);
    EXPECT_EQ(linesOf(directory / "log").at(0)["path"], "/pools/\xEF\xBF\xBD\n\"");
}

TEST_F(RequestLogTest, KeepsLinesOfManyThreadsWhole)
{
    RequestLog log(directory / "log");
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&log] {
            for (int j = 0; j < 50; ++j)
                log.add("batch", poolRequest(), refusal(), 0ms);
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(linesOf(directory / "log").size(), 400u);
}

TEST_F(RequestLogTest, IsNothingWithoutAFileAndThrowsWhereItCannotBeMade)
{
    RequestLog none({});
    none.add("batch", poolRequest(), refusal(), 0ms);
    EXPECT_TRUE(std::filesystem::is_empty(directory));
    EXPECT_THROW(RequestLog(directory / "missing" / "log"), std::system_error);
}

TEST(ClientName, IsTheProductThatSaysMost)
{
    EXPECT_EQ(clientName("python/3.11.2 (Linux-6.1) msrest/0.6.21 azure-batch/13.0.1 Azure-SDK"),
              "azure-batch/13.0.1");
    EXPECT_EQ(clientName("AZURECLI/2.45.0 (DEB) azsdk-python-storage-blob/12.15.0"),
              "AZURECLI/2.45.0");
    EXPECT_EQ(clientName("rclone/v1.60.1-DEV"), "rclone/v1.60.1-DEV");
    EXPECT_EQ(clientName("curl/7.88.1 something"), "curl/7.88.1");
    EXPECT_EQ(clientName(""), "");
    EXPECT_EQ(clientName(" "), "");
    EXPECT_EQ(clientName(std::string(500, 'x')).size(), 80u);
}
