// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/versionview.h"
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;

namespace {

class Versions : public Testing::Bench
{
protected:
    void SetUp() override { open(); }
};

constexpr const char *clients = "?api-version=2022-10-01.16.0";
constexpr const char *previous = "?api-version=2024-07-01.20.0";
constexpr const char *oldest = "?api-version=2019-06-01.9.0";

} // namespace

TEST(ApiVersion, NamesAreReadAndOrdered)
{
    EXPECT_EQ(parseApiVersion("2025-06-01"), newestApiVersion);
    EXPECT_EQ(parseApiVersion("2019-06-01.9.0"), oldestApiVersion);
    EXPECT_EQ(wireName(ApiVersion::V2022_10), "2022-10-01.16.0");
    EXPECT_LT(*parseApiVersion("2024-02-01.19.0"), *parseApiVersion("2024-07-01.20.0"));
    for (const auto *bad : {"", "2025-06-01.21.0", "2022-10-01", "2025-06-01 ", "latest"})
        EXPECT_FALSE(parseApiVersion(bad)) << bad;
}

TEST_F(Versions, IsAskedForBeforeAnythingElseOfTheQuery)
{
    EXPECT_EQ(code("GET", "/pools?api-version=&color=red"), "MissingRequiredQueryParameter");
    EXPECT_EQ(code("GET", "/pools?api-version=2026-08-01&color=red"), "UnsupportedRequestVersion");
    EXPECT_EQ(code("GET", "/none?api-version=2026-08-01"), "ResourceNotFound");
}

TEST_F(Versions, OperationsAreThereInTheirVersionsOnly)
{
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    const auto node = "/pools/p/nodes/" + nodeIds("p").front();
    EXPECT_EQ(code("GET", node + "/rdp"), "ResourceNotFound");
    EXPECT_EQ(code("GET", node + "/rdp" + previous), "ResourceNotFound");
    EXPECT_EQ(code("GET", node + "/rdp" + clients), "OperationNotValidOnNode");
    for (const auto *action : {"/start", "/deallocate"}) {
        EXPECT_EQ(code("POST", node + action + clients), "ResourceNotFound");
        EXPECT_NE(code("POST", node + action), "ResourceNotFound");
        EXPECT_NE(code("POST", node + action + previous), "ResourceNotFound");
    }
    EXPECT_EQ(code("GET", "/lifetimepoolstats" + std::string(clients)), "ResourceNotFound");
    EXPECT_EQ(code("GET", "/lifetimejobstats"), "ResourceNotFound");
}

TEST_F(Versions, CertificatesWentWithTheNewest)
{
    const std::string one = "/certificates(thumbprintAlgorithm=sha1,thumbprint=ab)";
    EXPECT_EQ(code("GET", "/certificates"), "ResourceNotFound");
    EXPECT_EQ(code("GET", one), "ResourceNotFound");
    EXPECT_EQ(get("/certificates" + std::string(previous))["value"].size(), 0u);
    EXPECT_EQ(code("GET", one + clients), "CertificateNotFound");
    EXPECT_EQ(code("DELETE", one + clients), "CertificateNotFound");
    EXPECT_EQ(code("POST", one + "/canceldelete" + clients), "CertificateNotFound");
    EXPECT_EQ(code("POST", "/certificates" + std::string(clients), Json::object()), "InvalidInput");
    EXPECT_EQ(code("GET", "/certificates()" + std::string(clients)), "ResourceNotFound");
}

TEST_F(Versions, AnswersHaveThePropertiesOfTheirVersion)
{
    addPool("p", 0,
            {{"taskSchedulingPolicy", {{"nodeFillType", "pack"}, {"jobDefaultOrder", "none"}}},
             {"upgradePolicy", {{"mode", "manual"}}}});
    const Json now = get("/pools/p");
    EXPECT_EQ(now["taskSchedulingPolicy"]["jobDefaultOrder"], "none");
    EXPECT_EQ(now["upgradePolicy"]["mode"], "manual");
    EXPECT_FALSE(now.contains("currentNodeCommunicationMode"));
    EXPECT_FALSE(now.contains("maxTasksPerNode"));
    const Json before = get("/pools/p" + std::string(previous));
    EXPECT_FALSE(before["taskSchedulingPolicy"].contains("jobDefaultOrder"));
    EXPECT_TRUE(before.contains("upgradePolicy"));
    EXPECT_EQ(before["targetNodeCommunicationMode"], "default");
    EXPECT_EQ(before["currentNodeCommunicationMode"], "simplified");
    const Json old = get("/pools" + std::string(oldest))["value"][0];
    EXPECT_FALSE(old.contains("upgradePolicy"));
    EXPECT_FALSE(old.contains("taskSlotsPerNode"));
    EXPECT_EQ(old["maxTasksPerNode"], 1);
    EXPECT_FALSE(old.contains("currentNodeCommunicationMode"));

    ASSERT_EQ(status("PATCH", "/pools/p" + std::string(clients),
                     {{"targetNodeCommunicationMode", "classic"}}),
              200);
    EXPECT_EQ(get("/pools/p" + std::string(clients))["currentNodeCommunicationMode"], "classic");
    EXPECT_FALSE(get("/pools/p").contains("targetNodeCommunicationMode"));

    addJob("j", "p");
    addTask("j", "t");
    EXPECT_TRUE(get("/jobs/j").contains("allowTaskPreemption"));
    EXPECT_FALSE(get("/jobs/j" + std::string(oldest)).contains("allowTaskPreemption"));
    EXPECT_TRUE(get("/jobs/j/tasks/t").contains("requiredSlots"));
    EXPECT_FALSE(get("/jobs/j/tasks/t" + std::string(oldest)).contains("requiredSlots"));
    EXPECT_EQ(get("/jobs/j/taskcounts")["taskSlotCounts"]["active"], 1);
    EXPECT_EQ(get("/jobs/j/taskcounts" + std::string(oldest))["active"], 1);
}

TEST(VersionView, StatesThatAreTooNewBecomeOffline)
{
    const auto state = [](const char *name, ApiVersion version) {
        return inVersion("nodes", {{"state", name}}, version)["state"].get<std::string>();
    };
    EXPECT_EQ(state("deallocated", ApiVersion::V2024_07), "deallocated");
    EXPECT_EQ(state("deallocated", ApiVersion::V2024_02), "offline");
    EXPECT_EQ(state("deallocating", ApiVersion::V2022_10), "offline");
    EXPECT_EQ(state("upgradingos", ApiVersion::V2024_02), "upgradingos");
    EXPECT_EQ(state("upgradingos", ApiVersion::V2023_11), "offline");
    EXPECT_EQ(state("running", ApiVersion::V2019_06), "running");
}

TEST(VersionView, CountsOfNewStatesAreAddedToOffline)
{
    const Json counts{{"offline", 1},      {"idle", 2},        {"deallocated", 3},
                      {"deallocating", 4}, {"upgradingOS", 5}, {"total", 15}};
    const Json item{{"poolId", "p"}, {"dedicated", counts}, {"lowPriority", counts}};
    EXPECT_EQ(inVersion("poolnodecounts", item, newestApiVersion), item);
    const Json middle = inVersion("poolnodecounts", item, ApiVersion::V2024_02);
    EXPECT_EQ(middle["dedicated"].dump(), R"({"offline":8,"idle":2,"upgradingOS":5,"total":15})");
    const Json old = inVersion("poolnodecounts", item, ApiVersion::V2022_10);
    EXPECT_EQ(old["lowPriority"].dump(), R"({"offline":13,"idle":2,"total":15})");
}
