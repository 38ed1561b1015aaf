// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/shape.h"
#include "core/localservice/batch/apierror.h"
#include "core/localservice/batch/requestbody.h"
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;

namespace {

class Shapes : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    // The one value of an error answer, with its code before it.
    std::string refusal(const std::string &method, const std::string &path, const Json &body)
    {
        const Response response = send(method, path, body);
        if (response.status < 400)
            return "answered " + std::to_string(response.status);
        const Json error = Json::parse(response.body);
        std::string text = error.at("code");
        for (const auto &value : error.value("values", Json::array()))
            text += "|" + value.at("key").get<std::string>() + '='
                + value.at("value").get<std::string>();
        return text;
    }

    Json pool(Json more = Json::object())
    {
        Json body{{"id", "p" + std::to_string(++m_count)},
                  {"vmSize", "a"},
                  {"virtualMachineConfiguration",
                   {{"imageReference", {{"publisher", "canonical"}}},
                    {"nodeAgentSKUId", "batch.node.ubuntu 24.04"}}}};
        body.merge_patch(more);
        return body;
    }

    std::string version(const char *name) { return std::string("?api-version=") + name; }

    int m_count = 0;
};

constexpr const char *newest = "2025-06-01";
constexpr const char *previous = "2024-07-01.20.0";
constexpr const char *clients = "2022-10-01.16.0"; // what the clients in distributions send
constexpr const char *oldest = "2019-06-01.9.0";

} // namespace

TEST_F(Shapes, UnknownPropertiesAreRefusedWithTheirNameAtAnyDepth)
{
    EXPECT_EQ(refusal("POST", "/pools", pool({{"color", "red"}})),
              "InvalidRequestBody|Reason=The property 'color' does not exist on type 'request "
              "body'. Use only names that the type defines.");
    EXPECT_EQ(
        refusal("POST", "/pools",
                pool({{"virtualMachineConfiguration", {{"imageReference", {{"skew", "1"}}}}}})),
        "InvalidRequestBody|Reason=The property 'skew' does not exist on type 'imageReference'. "
        "Use only names that the type defines. It was found at "
        "virtualMachineConfiguration.imageReference.skew.");
    EXPECT_EQ(refusal("POST", "/jobs",
                      {{"id", "j"},
                       {"poolInfo", {{"poolId", "p"}}},
                       {"metadata",
                        {{{"name", "a"}, {"value", "b"}},
                         {{"name", "a"}, {"value", "b"}, {"weight", 1}}}}}),
              "InvalidRequestBody|Reason=The property 'weight' does not exist on type 'metadata'. "
              "Use only names that the type defines. It was found at metadata[1].weight.");
    // Names are told apart by case, as JSON does, and an unknown null is unknown all the same.
    EXPECT_EQ(code("POST", "/pools", pool({{"VMSize", "a"}})), "InvalidRequestBody");
    Json withNull = pool();
    withNull["color"] = nullptr;
    EXPECT_EQ(code("POST", "/pools", withNull), "InvalidRequestBody");
}

TEST_F(Shapes, MisplacedPropertiesAreRefused)
{
    EXPECT_EQ(code("POST", "/pools", pool({{"commandLine", "x"}})), "InvalidRequestBody");
    EXPECT_EQ(code("POST", "/jobs", {{"id", "j"}, {"poolId", "p"}}), "InvalidRequestBody");
    addPool("p", 1);
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    const auto node = "/pools/p/nodes/" + nodeIds("p").front();
    EXPECT_EQ(code("POST", node + "/reboot", {{"nodeDisableSchedulingOption", "requeue"}}),
              "InvalidRequestBody");
    EXPECT_EQ(code("POST", node + "/disablescheduling", {{"nodeRebootOption", "requeue"}}),
              "InvalidRequestBody");
    EXPECT_EQ(code("PATCH", "/pools/p", {{"targetDedicatedNodes", 2}}), "InvalidRequestBody");
    addJob("j", "p");
    EXPECT_EQ(code("PATCH", "/jobs/j", {{"usesTaskDependencies", true}}), "InvalidRequestBody");
    EXPECT_EQ(code("PUT", "/jobs/j", {{"poolInfo", {{"poolId", "p"}}}, {"id", "j"}}),
              "InvalidRequestBody");
}

TEST_F(Shapes, NamesAreCheckedBeforeValues)
{
    EXPECT_EQ(code("POST", "/pools", {{"id", 7}, {"color", "red"}}), "InvalidRequestBody");
    EXPECT_EQ(code("POST", "/pools", pool({{"id", 7}})), "InvalidPropertyValue");
}

TEST_F(Shapes, OneUnknownNameFailsAWholeCollection)
{
    addPool("p", 0);
    addJob("j", "p");
    EXPECT_EQ(refusal("POST", "/jobs/j/addtaskcollection",
                      {{"value",
                        {{{"id", "a"}, {"commandLine", "x"}},
                         {{"id", "b"}, {"commandLine", "x"}, {"color", "red"}}}}}),
              "InvalidRequestBody|Reason=The property 'color' does not exist on type 'value'. Use "
              "only names that the type defines. It was found at value[1].color.");
    EXPECT_EQ(get("/jobs/j/tasks")["value"].size(), 0u);
    EXPECT_EQ(code("POST", "/jobs/j/addtaskcollection", {{"tasks", Json::array()}}),
              "InvalidRequestBody");
}

TEST_F(Shapes, AnnotationsAreNoProperties)
{
    EXPECT_EQ(status("POST", "/pools", pool({{"odata.metadata", "x"}})), 201);
}

TEST_F(Shapes, PropertiesGoWithTheVersionThatRemovedThem)
{
    const auto with = [this](const char *apiVersion, Json more) {
        return code("POST", "/pools" + version(apiVersion), pool(std::move(more)));
    };
    const Json mode{{"targetNodeCommunicationMode", "Simplified"}};
    EXPECT_EQ(with(newest, mode), "InvalidRequestBody");
    EXPECT_EQ(with(previous, mode), "answered 201");
    EXPECT_EQ(with(clients, mode), "answered 201");
    EXPECT_EQ(with("2022-01-01.15.0", mode), "InvalidRequestBody");
    const Json tags{{"resourceTags", {{"team", "render"}}}};
    EXPECT_EQ(with(newest, tags), "InvalidRequestBody");
    EXPECT_EQ(with(previous, tags), "answered 201");
    EXPECT_EQ(with(clients, tags), "InvalidRequestBody");
    EXPECT_EQ(with(previous, {{"resourceTags", {{"team", 1}}}}), "InvalidPropertyValue");
    EXPECT_EQ(with(previous, {{"resourceTags", "team"}}), "InvalidPropertyValue");
    for (const auto *name : {"cloudServiceConfiguration", "applicationLicenses"}) {
        const Json old{{name, {{"x", "y"}}}};
        EXPECT_EQ(with(previous, old), "InvalidRequestBody") << name;
        EXPECT_EQ(with(clients, old), "UnsupportedProperty") << name;
    }
    const Json certificates{{"certificateReferences", {{{"thumbprint", "0"}}}}};
    EXPECT_EQ(with(newest, certificates), "InvalidRequestBody");
    EXPECT_EQ(with(clients, certificates), "UnsupportedProperty");
}

TEST_F(Shapes, PropertiesComeWithTheVersionThatBroughtThem)
{
    const auto with = [this](const char *apiVersion, Json more) {
        return code("POST", "/pools" + version(apiVersion), pool(std::move(more)));
    };
    const Json order{
        {"taskSchedulingPolicy", {{"nodeFillType", "pack"}, {"jobDefaultOrder", "creationtime"}}}};
    EXPECT_EQ(with(newest, order), "answered 201");
    EXPECT_EQ(with(previous, order), "InvalidRequestBody");
    const Json upgrade{{"upgradePolicy", {{"mode", "automatic"}}}};
    EXPECT_EQ(with("2024-02-01.19.0", upgrade), "answered 201");
    EXPECT_EQ(with("2023-11-01.18.0", upgrade), "InvalidRequestBody");
    const Json security{{"virtualMachineConfiguration",
                         {{"securityProfile", {{"securityType", "trustedLaunch"}}}}}};
    EXPECT_EQ(with("2023-11-01.18.0", security), "answered 201");
    EXPECT_EQ(with(clients, security), "InvalidRequestBody");
    const Json fast{{"networkConfiguration", {{"enableAcceleratedNetworking", true}}}};
    EXPECT_EQ(with("2023-05-01.17.0", fast), "answered 201");
    EXPECT_EQ(with(clients, fast), "InvalidRequestBody");
    EXPECT_EQ(
        refusal("POST", "/jobs?api-version=2021-06-01.14.0",
                {{"id", "j"}, {"poolInfo", {{"poolId", "p"}}}, {"allowTaskPreemption", true}}),
        "InvalidRequestBody|Reason=The property 'allowTaskPreemption' does not exist on type "
        "'request body'. It is not part of the api-version 2021-06-01.14.0.");
}

TEST_F(Shapes, TaskSlotsHadAnotherNameOnce)
{
    ASSERT_EQ(status("POST", "/pools" + version(oldest), pool({{"maxTasksPerNode", 3}})), 201);
    EXPECT_EQ(get("/pools/p1")["taskSlotsPerNode"], 3);
    ASSERT_EQ(status("POST", "/pools" + version(oldest), pool()), 201);
    EXPECT_EQ(get("/pools/p2")["taskSlotsPerNode"], 1);
    EXPECT_EQ(code("POST", "/pools" + version(oldest), pool({{"taskSlotsPerNode", 3}})),
              "InvalidRequestBody");
    EXPECT_EQ(code("POST", "/pools", pool({{"maxTasksPerNode", 3}})), "InvalidRequestBody");
}

TEST_F(Shapes, PatchesOfPoolsWereSmallOnce)
{
    addPool("p", 0);
    EXPECT_EQ(status("PATCH", "/pools/p", {{"displayName", "x"}}), 200);
    EXPECT_EQ(code("PATCH", "/pools/p" + version(clients), {{"displayName", "y"}}),
              "InvalidRequestBody");
    EXPECT_EQ(status("PATCH", "/pools/p" + version(clients),
                     {{"metadata", {{{"name", "a"}, {"value", "b"}}}}}),
              200);
}

TEST_F(Shapes, EmptyListsOfWhatIsNotHereAreFine)
{
    addPool("p", 0);
    const Json reset{{"certificateReferences", Json::array()},
                     {"applicationPackageReferences", Json::array()},
                     {"metadata", {{{"name", "c"}, {"value", "d"}}}}};
    EXPECT_EQ(status("POST", "/pools/p/updateproperties" + version(clients), reset), 204);
    EXPECT_EQ(code("POST", "/pools/p/updateproperties" + version(newest), reset),
              "InvalidRequestBody");
    EXPECT_EQ(refusal("POST", "/pools/p/updateproperties" + version(clients),
                      {{"metadata", Json::array()}}),
              "MissingRequiredProperty|PropertyName=certificateReferences");
}

TEST_F(Shapes, WhatTunesMachinesIsKeptAndWhatPromisesThemIsRefused)
{
    const Json machines{
        {"virtualMachineConfiguration",
         {{"windowsConfiguration", {{"enableAutomaticUpdates", false}}},
          {"licenseType", "Windows_Server"},
          {"nodePlacementConfiguration", {{"policy", "Zonal"}}},
          {"osDisk",
           {{"caching", "ReadOnly"},
            {"managedDisk", {{"storageAccountType", "StandardSSD_LRS"}}},
            {"diskSizeGB", 64}}},
          {"securityProfile",
           {{"encryptionAtHost", false}, {"uefiSettings", {{"secureBootEnabled", true}}}}},
          {"serviceArtifactReference", {{"id", "a"}}}}},
        {"networkConfiguration",
         {{"dynamicVNetAssignmentScope", "none"},
          {"publicIPAddressConfiguration", {{"provision", "batchManaged"}}}}},
        {"upgradePolicy",
         {{"mode", "rolling"}, {"rollingUpgradePolicy", {{"pauseTimeBetweenBatches", "PT90S"}}}}},
        {"userAccounts",
         {{{"name", "a"},
           {"password", "secret"},
           {"linuxUserConfiguration", {{"uid", 9}, {"gid", 9}, {"sshPrivateKey", "secret"}}}}}}};
    ASSERT_EQ(refusal("POST", "/pools", pool(machines)), "answered 201");
    const Json kept = get("/pools/p1");
    const Json &vm = kept["virtualMachineConfiguration"];
    EXPECT_EQ(vm["nodePlacementConfiguration"]["policy"], "zonal");
    EXPECT_EQ(vm["osDisk"]["managedDisk"]["storageAccountType"], "standardssd_lrs");
    EXPECT_EQ(vm["windowsConfiguration"]["enableAutomaticUpdates"], false);
    EXPECT_EQ(vm["securityProfile"].dump(), R"({"uefiSettings":{"secureBootEnabled":true}})");
    EXPECT_EQ(kept["upgradePolicy"]["rollingUpgradePolicy"]["pauseTimeBetweenBatches"], "PT1M30S");
    EXPECT_EQ(kept.dump().find("secret"), std::string::npos);

    const auto vmWith = [this](Json part) {
        return refusal("POST", "/pools", pool({{"virtualMachineConfiguration", std::move(part)}}));
    };
    EXPECT_EQ(vmWith({{"containerConfiguration", {{"type", "dockerCompatible"}}}}),
              "UnsupportedProperty|PropertyName=virtualMachineConfiguration.containerConfiguration|"
              "Reason=Tasks on this computer are processes, and cannot be put into containers.");
    for (const Json &part : {Json{{"dataDisks", {{{"lun", 0}, {"diskSizeGB", 1}}}}},
                             Json{{"extensions", {{{"name", "x"}}}}},
                             Json{{"diskEncryptionConfiguration", {{"targets", {"osdisk"}}}}},
                             Json{{"securityProfile", {{"encryptionAtHost", true}}}},
                             Json{{"securityProfile", {{"securityType", "confidentialVM"}}}}})
        EXPECT_TRUE(vmWith(part).starts_with("UnsupportedProperty|")) << part.dump();
    for (const Json &part :
         {Json{{"subnetId", "x"}}, Json{{"dynamicVNetAssignmentScope", "job"}},
          Json{{"endpointConfiguration", {{"inboundNATPools", {{{"name", "x"}}}}}}},
          Json{{"publicIPAddressConfiguration", {{"provision", "usermanaged"}}}}})
        EXPECT_EQ(code("POST", "/pools", pool({{"networkConfiguration", part}})),
                  "UnsupportedProperty")
            << part.dump();
    EXPECT_EQ(code("POST", "/pools",
                   pool({{"mountConfiguration", {{{"nfsMountConfiguration", Json::object()}}}}})),
              "UnsupportedProperty");
}

TEST_F(Shapes, LongValuesAreNotRepeatedWhole)
{
    const auto text = refusal("POST", "/pools", pool({{"id", std::string(5000, 'x')}}));
    EXPECT_TRUE(text.starts_with("InvalidPropertyValue|PropertyName=id|PropertyValue=xxx"));
    EXPECT_LT(text.size(), 600u);
}

TEST(RequestBody, MustBeOneObject)
{
    for (const auto *bad : {"", " ", "[]", "1", "nul", "{", "{}{}", "{\"a\":}", "\xff",
                            "{\"a\":1e999}", "{\"a\":\"\xff\"}", "{'a':1}", "{\"a\":1,}"})
        EXPECT_THROW(parseBody(bad), ApiError) << bad;
    EXPECT_EQ(parseBody(" {\"a\":[1]} ").dump(), R"({"a":[1]})");
    EXPECT_EQ(parseBody(" \r\n", true).dump(), "{}");
    EXPECT_THROW(parseBody("[]", true), ApiError);
    EXPECT_EQ(parseBody("\xEF\xBB\xBF{}").dump(), "{}");
}

TEST(RequestBody, HasNoNameTwiceAndNoMoreDepthOrWidthThanAnyClientNeeds)
{
    EXPECT_THROW(parseBody(R"({"a":1,"a":2})"), ApiError);
    EXPECT_NO_THROW(parseBody(R"({"a":{"b":1},"c":{"b":2}})"));
    const auto nested = [](std::size_t depth) {
        return "{\"a\":" + std::string(depth, '[') + std::string(depth, ']') + '}';
    };
    EXPECT_NO_THROW(parseBody(nested(20)));
    EXPECT_THROW(parseBody(nested(40)), ApiError);
    EXPECT_THROW(parseBody(nested(500'000)), ApiError);
    EXPECT_THROW(parseBody("{\"a\":" + std::string(500'000, '[')), ApiError);
    std::string wide = "{\"a\":1";
    for (int i = 0; i < 100'000; ++i)
        wide += ",\"" + std::to_string(i) + "\":1";
    EXPECT_THROW(parseBody(wide + '}'), ApiError);
}
