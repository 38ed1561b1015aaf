// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

#include <gmock/gmock.h>

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;
using std::chrono::minutes;

namespace {

class AutoPools : public Testing::Bench
{
protected:
    void SetUp() override { open(); }

    static Json pool(Json more = Json::object())
    {
        Json pool{{"vmSize", "Standard_D2s_v3"},
                  {"targetDedicatedNodes", 1},
                  {"virtualMachineConfiguration",
                   {{"imageReference", {{"publisher", "canonical"}}},
                    {"nodeAgentSKUId", "batch.node.ubuntu 24.04"}}}};
        pool.update(more);
        return pool;
    }
    static Json own(Json more = Json::object())
    {
        Json specification{{"poolLifetimeOption", "job"}, {"pool", pool()}};
        specification.update(more);
        return {{"autoPoolSpecification", specification}};
    }
    void add(const std::string &id, const Json &poolInfo, Json more = Json::object())
    {
        Json job{{"id", id}, {"poolInfo", poolInfo}};
        job.update(more);
        const Response response = send("POST", "/jobs", job);
        ASSERT_EQ(response.status, 201) << response.body;
    }
    std::string poolOf(const std::string &job)
    {
        return get("/jobs/" + job)["executionInfo"].value("poolId", std::string());
    }
    std::string addCode(const Json &poolInfo)
    {
        return code("POST", "/jobs", {{"id", "j"}, {"poolInfo", poolInfo}});
    }
    // How the job that has this pool could not start.
    Json errorWith(const std::string &job, const Json &poolInfo)
    {
        add(job, poolInfo);
        const Json shown = get("/jobs/" + job);
        EXPECT_EQ(shown["state"], "completed");
        EXPECT_EQ(shown["previousState"], "active");
        EXPECT_TRUE(shown["executionInfo"].contains("endTime"));
        EXPECT_FALSE(shown["executionInfo"].contains("poolId"));
        return shown["executionInfo"].value("schedulingError", Json::object());
    }
};

} // namespace

TEST_F(AutoPools, ComeAndGoWithTheJob)
{
    add("j", own({{"autoPoolIdPrefix", "Tmp"}}));
    const auto id = poolOf("j");
    EXPECT_THAT(id,
                ::testing::MatchesRegex(
                    "Tmp_[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12}"));
    const Json job = get("/jobs/j");
    EXPECT_FALSE(job["poolInfo"].contains("poolId"));
    EXPECT_EQ(job["poolInfo"]["autoPoolSpecification"]["keepAlive"], false);
    EXPECT_EQ(job["poolInfo"]["autoPoolSpecification"]["pool"]["vmSize"], "Standard_D2s_v3");
    EXPECT_EQ(get("/pools/" + id)["targetDedicatedNodes"], 1);
    EXPECT_EQ(get("/pools/" + id)["vmSize"], "standard_d2s_v3");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(get("/jobs/j/tasks/t")["nodeInfo"]["poolId"], id);
    EXPECT_EQ(status("PATCH", "/jobs/j", {{"onAllTasksComplete", "terminatejob"}}), 200);
    m_runner->script("t", exited(0));
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_TRUE(vanishes("/pools/" + id));
    EXPECT_EQ(poolOf("j"), id);
    EXPECT_EQ(code("GET", "/jobs/j/tasks/t/files"), "TaskFilesUnavailable");
}

TEST_F(AutoPools, GoAfterTheReleaseOfADeletedJob)
{
    add("j", own(),
        {{"jobPreparationTask", {{"commandLine", "prepare"}}},
         {"jobReleaseTask", {{"commandLine", "release"}}}});
    const auto id = poolOf("j");
    EXPECT_EQ(id.size(), 36u);
    m_runner->script("prepare", exited(0));
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("DELETE", "/jobs/j"), 202);
    ASSERT_TRUE(m_runner->waitForStart("release"));
    EXPECT_EQ(get("/pools/" + id)["state"], "active");
    m_runner->script("release", exited(0));
    EXPECT_TRUE(vanishes("/jobs/j"));
    EXPECT_TRUE(vanishes("/pools/" + id));
}

TEST_F(AutoPools, StayWhenKeptAlive)
{
    add("j", own({{"keepAlive", true}}));
    add("k", own());
    const auto kept = poolOf("j");
    const auto other = poolOf("k");
    EXPECT_NE(kept, other);
    for (const auto *job : {"/jobs/j", "/jobs/k"})
        EXPECT_EQ(status("DELETE", job), 202);
    EXPECT_TRUE(vanishes("/jobs/j"));
    EXPECT_TRUE(vanishes("/pools/" + other));
    EXPECT_EQ(get("/pools/" + kept)["state"], "active");
}

TEST_F(AutoPools, KeepAliveIsAllThatCanBeChanged)
{
    add("j", own());
    addPool("p", 0);
    addJob("k", "p");
    const auto change = [&](const std::string &job, const Json &info) {
        return code("PATCH", "/jobs/" + job, {{"poolInfo", info}});
    };
    const Json keep{{"autoPoolSpecification", {{"keepAlive", true}}}};
    EXPECT_EQ(change("j", keep), "InvalidPropertyValue");
    // What is said again as it is changes nothing.
    EXPECT_EQ(change("j", own()), "answered 200");
    for (const auto *job : {"j", "k"}) {
        const auto path = "/jobs/" + std::string(job);
        EXPECT_EQ(status("POST", path + "/disable", {{"disableTasks", "requeue"}}), 202);
        ASSERT_TRUE(becomes(path, "/state", "disabled"));
    }
    EXPECT_EQ(change("j", own({{"autoPoolIdPrefix", "x"}})), "InvalidPropertyValue");
    EXPECT_EQ(change("j", own({{"pool", pool({{"targetDedicatedNodes", 2}})}})),
              "InvalidPropertyValue");
    EXPECT_EQ(change("j", {{"poolId", "p"}}), "InvalidPropertyValue");
    EXPECT_EQ(change("k", own()), "InvalidPropertyValue");
    EXPECT_EQ(change("j", keep), "answered 200");
    const auto id = poolOf("j");
    EXPECT_EQ(status("POST", "/jobs/j/terminate"), 202);
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_EQ(get("/pools/" + id)["state"], "active");
}

TEST_F(AutoPools, OneThatCannotBeMadeEndsTheJob)
{
    const Json wrong = errorWith("a", own({{"pool", pool({{"taskSlotsPerNode", 1000}})}}));
    EXPECT_EQ(wrong["category"], "UserError");
    EXPECT_EQ(wrong["code"], "InvalidAutoPoolSettings");
    EXPECT_EQ(wrong["details"][0], (Json{{"name", "PropertyName"}, {"value", "taskSlotsPerNode"}}));
    const Json none{{"autoPoolSpecification", {{"poolLifetimeOption", "job"}}}};
    EXPECT_EQ(errorWith("b", none)["code"], "InvalidAutoPoolSettings");
    Json scaling = pool({{"enableAutoScale", true}, {"autoScaleFormula", "$TargetDedicated = ;"}});
    scaling.erase("targetDedicatedNodes");
    EXPECT_EQ(errorWith("c", own({{"pool", scaling}}))["code"],
              "InvalidAutoScaleFormulaInAutoPool");
    EXPECT_TRUE(get("/pools")["value"].empty());
    EXPECT_EQ(code("POST", "/jobs/a/tasks", {{"id", "t"}, {"commandLine", "t"}}), "JobCompleted");
    close();
    open();
    EXPECT_EQ(get("/jobs/a")["executionInfo"]["schedulingError"], wrong);
}

TEST_F(AutoPools, RefusalsAreWordedAsByTheService)
{
    Json both = own();
    both["poolId"] = "p";
    EXPECT_EQ(addCode(both), "InvalidPropertyValue");
    EXPECT_EQ(addCode(Json::object()), "MissingRequiredProperty");
    EXPECT_EQ(addCode({{"autoPoolSpecification", {{"pool", pool()}}}}), "MissingRequiredProperty");
    EXPECT_EQ(addCode(own({{"poolLifetimeOption", "jobschedule"}})), "InvalidPropertyValue");
    EXPECT_EQ(addCode(own({{"poolLifetimeOption", "day"}})), "InvalidPropertyValue");
    EXPECT_EQ(addCode(own({{"autoPoolIdPrefix", std::string(21, 'x')}})), "InvalidPropertyValue");
    EXPECT_EQ(addCode(own({{"autoPoolIdPrefix", "a b"}})), "InvalidPropertyValue");
    EXPECT_EQ(addCode(own({{"pool", pool({{"id", "q"}})}})), "InvalidRequestBody");
    EXPECT_EQ(addCode(own({{"pool", {{"targetDedicatedNodes", 1}}}})), "MissingRequiredProperty");
    EXPECT_TRUE(get("/pools")["value"].empty());
}

TEST_F(AutoPools, OfAScheduleServeAllItsJobs)
{
    addSchedule("s", {{"recurrenceInterval", "PT5M"}},
                {{"poolInfo", own({{"poolLifetimeOption", "jobschedule"}})}});
    ASSERT_TRUE(becomes("/jobs/s:job-1", "/state", "active"));
    const auto id = poolOf("s:job-1");
    ASSERT_TRUE(nodesBecome(id, "idle", 1));
    EXPECT_EQ(status("POST", "/jobs/s:job-1/disable", {{"disableTasks", "requeue"}}), 202);
    ASSERT_TRUE(becomes("/jobs/s:job-1", "/state", "disabled"));
    EXPECT_EQ(code("PATCH", "/jobs/s:job-1",
                   {{"poolInfo", {{"autoPoolSpecification", {{"keepAlive", true}}}}}}),
              "InvalidPropertyValue");
    EXPECT_EQ(status("POST", "/jobs/s:job-1/terminate"), 202);
    ASSERT_TRUE(becomes("/jobs/s:job-1", "/state", "completed"));
    pass(minutes(5));
    ASSERT_TRUE(becomes("/jobs/s:job-2", "/state", "active"));
    EXPECT_EQ(poolOf("s:job-2"), id);
    EXPECT_EQ(get("/pools/" + id)["state"], "active");

    // One that the user deleted is made anew for the next job.
    EXPECT_EQ(status("DELETE", "/pools/" + id), 202);
    ASSERT_TRUE(vanishes("/pools/" + id));
    EXPECT_EQ(status("POST", "/jobs/s:job-2/terminate"), 202);
    ASSERT_TRUE(becomes("/jobs/s:job-2", "/state", "completed"));
    close();
    open();
    pass(minutes(5));
    ASSERT_TRUE(becomes("/jobs/s:job-3", "/state", "active"));
    const auto second = poolOf("s:job-3");
    EXPECT_NE(second, id);
    EXPECT_EQ(status("POST", "/jobschedules/s/terminate"), 202);
    EXPECT_TRUE(becomes("/jobschedules/s", "/state", "completed"));
    EXPECT_TRUE(vanishes("/pools/" + second));
}

TEST_F(AutoPools, OfAScheduleGoWithItsDeletionUnlessKeptAlive)
{
    for (const bool keep : {false, true}) {
        const std::string id = keep ? "kept" : "gone";
        addSchedule(
            id, Json::object(),
            {{"poolInfo", own({{"poolLifetimeOption", "jobschedule"}, {"keepAlive", keep}})}});
        ASSERT_TRUE(becomes("/jobs/" + id + ":job-1", "/state", "active"));
        const auto pool = poolOf(id + ":job-1");
        EXPECT_EQ(status("DELETE", "/jobschedules/" + id), 202);
        EXPECT_TRUE(vanishes("/jobschedules/" + id));
        if (keep)
            EXPECT_EQ(get("/pools/" + pool)["state"], "active");
        else
            EXPECT_TRUE(vanishes("/pools/" + pool));
    }
}

TEST_F(AutoPools, OfEachJobOfAScheduleAreDifferent)
{
    addSchedule("s", {{"recurrenceInterval", "PT5M"}}, {{"poolInfo", own()}});
    ASSERT_TRUE(becomes("/jobs/s:job-1", "/state", "active"));
    const auto first = poolOf("s:job-1");
    EXPECT_EQ(status("POST", "/jobs/s:job-1/terminate"), 202);
    EXPECT_TRUE(vanishes("/pools/" + first));
    pass(minutes(5));
    ASSERT_TRUE(becomes("/jobs/s:job-2", "/state", "active"));
    EXPECT_NE(poolOf("s:job-2"), first);
}

TEST_F(AutoPools, AreStillTheJobsAfterARestart)
{
    add("j", own());
    const auto id = poolOf("j");
    ASSERT_TRUE(nodesBecome(id, "idle", 1));
    close();
    open();
    EXPECT_EQ(poolOf("j"), id);
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    EXPECT_EQ(status("POST", "/jobs/j/terminate"), 202);
    EXPECT_TRUE(becomes("/jobs/j", "/state", "completed"));
    EXPECT_TRUE(vanishes("/pools/" + id));
}
