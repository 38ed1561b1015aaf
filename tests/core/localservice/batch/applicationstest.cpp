// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

#include <fstream>

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;

namespace {

class ApplicationPackages : public Testing::Bench
{
protected:
    void SetUp() override
    {
        // What is in the packages matters to the agent only.
        for (const auto *file : {"tool/1.9.zip", "tool/1.10.zip", "my.other-app/2.zip",
                                 "tool/notes.txt", "empty/readme"}) {
            const auto path = m_folder.path() / "applications" / file;
            std::filesystem::create_directories(path.parent_path());
            std::ofstream(path) << "zip";
        }
        open();
    }

    static Json reference(const std::string &id, const std::string &version = {})
    {
        Json item{{"applicationId", id}};
        if (!version.empty())
            item["version"] = version;
        return {{"applicationPackageReferences", Json::array({std::move(item)})}};
    }
};

} // namespace

TEST_F(ApplicationPackages, AreListed)
{
    const Json list = get("/applications")["value"];
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0]["id"], "my.other-app");
    EXPECT_EQ(list[1]["versions"], Json::array({"1.9", "1.10"}));
    EXPECT_EQ(get("/applications?maxresults=1")["value"].size(), 1u);
    EXPECT_EQ(get("/applications/tool")["displayName"], "tool");
    for (const auto *id : {"none", "empty", "..", "tool%2F..%2Ftool"})
        EXPECT_EQ(code("GET", std::string("/applications/") + id), "ApplicationNotFound") << id;
}

TEST_F(ApplicationPackages, AreBroughtToTheNodesOfPoolsAndTasks)
{
    addPool("p", 1, reference("my.other-app"));
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addJob("j", "p");
    addTask("j", "t", reference("tool", "1.9"));
    ASSERT_TRUE(m_runner->waitForStart("t"));
    const Execution execution = m_runner->lastExecution("t");
    const auto root = m_folder.path() / "batch" / "nodes" / "p" / nodeIds("p")[0];
    EXPECT_EQ(execution.environment.at("AZ_BATCH_APP_PACKAGE_tool_1_9"),
              root / "applications" / "tool" / "1.9");
    EXPECT_EQ(execution.environment.at("AZ_BATCH_APP_PACKAGE_my_other_app"),
              root / "applications" / "my.other-app" / "2");
    ASSERT_EQ(execution.packages.size(), 2u);
    EXPECT_EQ(execution.packages[0].zip, m_folder.path() / "applications" / "tool" / "1.9.zip");
    addTask("j", "plain", reference("tool"));
    m_runner->script("t", exited(0));
    ASSERT_TRUE(m_runner->waitForStart("plain"));
    EXPECT_EQ(m_runner->lastExecution("plain").environment.at("AZ_BATCH_APP_PACKAGE_tool"),
              root / "applications" / "tool" / "1.10");
}

TEST_F(ApplicationPackages, ThatAreNotThereAreRefusedOrFailTheTask)
{
    const auto refused = [&](const std::string &path, Json body, const Json &more) {
        body.update(more);
        return code("POST", path, body);
    };
    addJob("j", "p");
    const Json task{{"id", "t"}, {"commandLine", "t"}};
    for (const auto &more :
         {reference("none"), reference("tool", "7"), reference("../tool", "1.9")})
        EXPECT_EQ(refused("/jobs/j/tasks", task, more), "InvalidApplicationPackageReferences");
    Json manager = task;
    manager.update(reference("none"));
    EXPECT_EQ(refused("/jobs", {{"id", "k"}, {"poolInfo", {{"poolId", "p"}}}},
                      {{"jobManagerTask", manager}}),
              "InvalidApplicationPackageReferences");
    addPool("p", 0);
    EXPECT_EQ(code("PATCH", "/pools/p", reference("none")), "InvalidApplicationPackageReferences");
    EXPECT_EQ(code("PATCH", "/pools/p", reference("tool")), "answered 200");
    EXPECT_EQ(refused("/pools",
                      {{"id", "q"},
                       {"vmSize", "x"},
                       {"virtualMachineConfiguration",
                        {{"imageReference", {{"publisher", "canonical"}}},
                         {"nodeAgentSKUId", "batch.node.ubuntu 24.04"}}}},
                      reference("none")),
              "InvalidApplicationPackageReferences");

    addTask("j", "t", reference("tool", "1.9"));
    std::filesystem::remove(m_folder.path() / "applications" / "tool" / "1.9.zip");
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    ASSERT_EQ(status("POST", "/pools/p/resize", {{"targetDedicatedNodes", 1}}), 202);
    ASSERT_TRUE(taskBecomes("t", "completed"));
    EXPECT_EQ(get("/jobs/j/tasks/t")["executionInfo"]["failureInfo"]["code"],
              "ApplicationPackageError");
    EXPECT_EQ(m_runner->startsOf("t"), 0);
}

TEST_F(ApplicationPackages, AreBroughtToTheNodeOfAJobManager)
{
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    Json manager{{"id", "boss"}, {"commandLine", "boss"}};
    manager.update(reference("tool", "1.9"));
    addJob("j", "p", {{"jobManagerTask", manager}});
    ASSERT_TRUE(m_runner->waitForStart("boss"));
    const auto root = m_folder.path() / "batch" / "nodes" / "p" / nodeIds("p")[0];
    EXPECT_EQ(m_runner->lastExecution("boss").environment.at("AZ_BATCH_APP_PACKAGE_tool_1_9"),
              root / "applications" / "tool" / "1.9");
    EXPECT_EQ(get("/jobs/j")["jobManagerTask"]["applicationPackageReferences"],
              manager["applicationPackageReferences"]);
}

TEST_F(ApplicationPackages, OwnContainersNeedAName)
{
    addJob("j", "nowhere");
    const auto add = [&](const Json &file) {
        return code("POST", "/jobs/j/tasks",
                    {{"id", "t"}, {"commandLine", "t"}, {"resourceFiles", Json::array({file})}});
    };
    EXPECT_EQ(add({{"autoStorageContainerName", "in"}, {"httpUrl", "http://x/y/z"}}),
              "InvalidPropertyValue");
    EXPECT_EQ(add({{"filePath", "x"}}), "InvalidPropertyValue");
    EXPECT_EQ(add({{"autoStorageContainerName", "In/../x"}}), "InvalidPropertyValue");
    EXPECT_EQ(add({{"autoStorageContainerName", "in-put"}}), "answered 201");
}
