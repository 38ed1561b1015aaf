// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "tests/core/localservice/batch/bench.h"

using namespace Batchdesk::LocalService;
using Batchdesk::LocalService::Testing::exited;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const std::string size = "$TargetDedicatedNodes=";
const std::string rest = ";$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue";

class AutoScale : public Testing::Bench
{
protected:
    void addScalingPool(const std::string &id, const std::string &formula,
                        Json more = Json::object())
    {
        Json scaling{{"targetDedicatedNodes", nullptr},
                     {"enableAutoScale", true},
                     {"autoScaleFormula", formula}};
        scaling.update(more);
        addPool(id, 0, scaling);
    }

    // The engine's thread sleeps by the real clock; a change of anything lets it look at ours.
    void turn(std::chrono::microseconds by, const std::string &poolId)
    {
        m_clock->turn(by);
        ASSERT_EQ(status("PATCH", "/pools/" + poolId, {{"metadata", Json::array()}}), 200);
    }

    //! A pass that is under way when the clock is turned judges by what it saw before; the next
    //! interval puts that right.
    void turnUntilTarget(const std::string &poolId, int target)
    {
        do
            turn(std::chrono::minutes(5), poolId);
        while (Json::parse(send("GET", "/pools/" + poolId).body)["targetDedicatedNodes"] != target);
    }

    Json evaluate(const std::string &poolId, const std::string &formula)
    {
        const Response response = send("POST", "/pools/" + poolId + "/evaluateautoscale",
                                       {{"autoScaleFormula", formula}});
        EXPECT_EQ(response.status, 200) << response.body;
        return Json::parse(response.body);
    }

    std::string refusal(const Json &more)
    {
        Json pool{{"id", "q"}, {"vmSize", "x"}};
        pool.update(more);
        const Response response = send("POST", "/pools", pool);
        const Json error = Json::parse(response.body);
        return std::to_string(response.status) + ' ' + error["code"].get<std::string>() + ": "
            + error["values"].back()["value"].get<std::string>();
    }

    std::string enabling(const std::string &poolId, const Json &request)
    {
        return code("POST", "/pools/" + poolId + "/enableautoscale", request);
    }
};

} // namespace

TEST_F(AutoScale, ANewPoolTakesTheSizeOfItsFormula)
{
    open();
    addScalingPool("p", "$TargetDedicatedNodes = 1; $TargetLowPriorityNodes = 1;");
    EXPECT_TRUE(nodesBecome("p", "idle", 2));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    const Json pool = get("/pools/p");
    EXPECT_EQ(pool["enableAutoScale"], true);
    EXPECT_EQ(pool["autoScaleFormula"], "$TargetDedicatedNodes = 1; $TargetLowPriorityNodes = 1;");
    EXPECT_EQ(pool["autoScaleEvaluationInterval"], "PT15M");
    EXPECT_EQ(pool["targetDedicatedNodes"], 1);
    EXPECT_EQ(pool["currentLowPriorityNodes"], 1);
    EXPECT_EQ(pool["autoScaleRun"],
              (Json{{"timestamp", isoTime(m_clock->now())},
                    {"results",
                     "$TargetDedicatedNodes=1;$TargetLowPriorityNodes=1;"
                     "$NodeDeallocationOption=requeue"}}));
    EXPECT_EQ(get("/pools?$filter=enableAutoScale%20eq%20true")["value"].size(), 1u);
    EXPECT_EQ(get("/pools?$filter=enableAutoScale%20eq%20false")["value"].size(), 0u);
    EXPECT_EQ(status("DELETE", "/pools/p"), 202);
    EXPECT_TRUE(vanishes("/pools/p"));
}

TEST_F(AutoScale, FollowsTheTasksFromIntervalToInterval)
{
    open();
    addScalingPool("p", "$TargetDedicatedNodes = max(1, $PendingTasks.GetSample(1));",
                   {{"autoScaleEvaluationInterval", "PT5M"}});
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addJob("j", "p");
    for (const auto *id : {"a", "b", "c"})
        addTask("j", id);
    ASSERT_TRUE(m_runner->waitForStart("a"));
    turnUntilTarget("p", 3);
    ASSERT_TRUE(m_runner->waitForStart("c"));
    for (const auto *id : {"a", "b", "c"}) {
        m_runner->script(id, exited(0));
        ASSERT_TRUE(taskBecomes(id, "completed"));
    }
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    turnUntilTarget("p", 1);
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    EXPECT_EQ(
        evaluate("p", "a=$ActiveTasks;f=$FailedTasks;r=$RunningTasks;s=$SucceededTasks")["results"],
        size + "1" + rest + ";a=0;f=0;r=0;s=3");
}

TEST_F(AutoScale, NodesThatLeaveMayFinishTheirTasks)
{
    open();
    addScalingPool("p",
                   "$TargetDedicatedNodes = $CurrentDedicatedNodes == 0 ? 1 : 0;"
                   "$NodeDeallocationOption = taskcompletion;");
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    addJob("j", "p");
    addTask("j", "t");
    ASSERT_TRUE(m_runner->waitForStart("t"));
    turn(minutes(15), "p");
    EXPECT_TRUE(nodesBecome("p", "leavingpool", 1));
    EXPECT_EQ(get("/jobs/j/tasks/t")["state"], "running");
    m_runner->script("t", exited(0));
    EXPECT_TRUE(taskBecomes("t", "completed"));
    EXPECT_TRUE(nodesBecome("p", "idle", 0));
}

TEST_F(AutoScale, AFormulaThatFailsLeavesThePoolAsItIs)
{
    open();
    addPool("p", 1);
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    const std::string formula =
        "$TargetDedicatedNodes = avg($PendingTasks.GetSample(180 * TimeInterval_Second)) + 2";
    ASSERT_EQ(enabling("p", {{"autoScaleFormula", formula}}), "answered 200");
    EXPECT_TRUE(becomes("/pools/p", "/autoScaleRun/error/code", "InsufficientSampleData"));
    const Json run = get("/pools/p")["autoScaleRun"];
    EXPECT_EQ(run["results"], size + "1" + rest);
    EXPECT_EQ(run["error"]["message"],
              "Autoscale evaluation failed due to insufficient sample data");
    EXPECT_EQ(run["error"]["values"],
              Json::array({{{"name", "Message"},
                            {"value",
                             "Line 1, Col 52: Insufficient data from data set: $PendingTasks "
                             "wanted 70%, received 17%"}}}));
    EXPECT_EQ(get("/pools/p")["targetDedicatedNodes"], 1);
    // With samples of three minutes it works.
    for (int i = 0; i < 6; ++i) {
        m_clock->turn(seconds(30));
        evaluate("p", "x = 1");
    }
    EXPECT_EQ(evaluate("p", formula)["results"], size + "2" + rest);
    turn(minutes(12), "p");
    EXPECT_TRUE(becomes("/pools/p", "/autoScaleRun/timestamp", isoTime(m_clock->now())));
}

TEST_F(AutoScale, EvaluateTellsAndChangesNothing)
{
    open();
    addScalingPool("p", "$TargetDedicatedNodes = 1");
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    const Json before = get("/pools/p");
    EXPECT_EQ(evaluate("p", "$TargetDedicatedNodes = 3"),
              (Json{{"odata.metadata",
                     "http://127.0.0.1:4711/"
                     "$metadata#Microsoft.Azure.Batch.Protocol.Entities.AutoScaleRun"},
                    {"timestamp", isoTime(m_clock->now())},
                    {"results", size + "3" + rest}}));
    const Json failed = evaluate("p", "$something_useless");
    EXPECT_EQ(failed["results"], size + "1" + rest);
    EXPECT_EQ(failed["error"]["code"], "AutoScalingFormulaEvaluationError");
    EXPECT_EQ(failed["error"]["values"][0]["value"],
              "Line 1, Col 1: The variable $something_useless has no value.");
    EXPECT_EQ(evaluate("p",
                       "n = $CurrentDedicatedNodes; s = $TaskSlotsPerNode; u = "
                       "$UsableNodeCount; m = $MemoryBytes > 0; r = rand() < 1")["results"],
              size + "1" + rest + ";m=1;n=1;r=1;s=1;u=1");
    EXPECT_EQ(get("/pools/p"), before);
}

TEST_F(AutoScale, FormulasThatCannotBeReadAreRefused)
{
    open();
    addScalingPool("p", "$TargetDedicatedNodes = 0");
    addPool("fixed", 0);
    const auto refused = [&](const std::string &formula) {
        const Response response =
            send("POST", "/pools/p/evaluateautoscale", {{"autoScaleFormula", formula}});
        EXPECT_EQ(response.status, 400);
        const Json error = Json::parse(response.body);
        return error["code"].get<std::string>() + ": "
            + error["values"][0]["value"].get<std::string>();
    };
    EXPECT_EQ(refused("a = ;"),
              "AutoScalingFormulaSyntaxError: Line 1, Col 5: A value is expected before ';'.");
    EXPECT_EQ(refused("a = " + std::string(8000, '(')),
              "AutoScalingFormulaSyntaxError: Line 1, Col 105: The formula is nested too deeply.");
    EXPECT_EQ(refused("//" + std::string(8191, 'x')),
              "AutoScalingFormulaTooLong: A formula may have 8192 characters; this one has 8193.");
    EXPECT_EQ(enabling("p", {{"autoScaleFormula", "a = ;"}}), "AutoScalingFormulaSyntaxError");
    EXPECT_EQ(code("POST", "/pools/p/evaluateautoscale", Json::object()),
              "MissingRequiredProperty");
    EXPECT_EQ(code("POST", "/pools/p/evaluateautoscale", {{"autoScaleFormula", 1}}),
              "InvalidPropertyValue");
    EXPECT_EQ(code("POST", "/pools/fixed/evaluateautoscale", {{"autoScaleFormula", "a=1"}}),
              "OperationNotValidOnPool");
    EXPECT_EQ(code("POST", "/pools/none/evaluateautoscale", {{"autoScaleFormula", "a=1"}}),
              "PoolNotFound");
}

TEST_F(AutoScale, SettingsOfANewPoolMustFitTogether)
{
    open();
    const Json formula{{"enableAutoScale", true}, {"autoScaleFormula", "a=1"}};
    const auto with = [&](const char *name, const Json &value) {
        Json more = formula;
        more[name] = value;
        return refusal(more);
    };
    EXPECT_EQ(with("targetDedicatedNodes", 0),
              "400 InvalidAutoScalingSettings: targetDedicatedNodes cannot be given together with "
              "enableAutoScale.");
    EXPECT_EQ(
        with("targetLowPriorityNodes", 1),
        "400 InvalidAutoScalingSettings: targetLowPriorityNodes cannot be given together with "
        "enableAutoScale.");
    const std::string bounds = "The value must be between PT5M and P7D.";
    EXPECT_EQ(with("autoScaleEvaluationInterval", "PT4M59S"),
              "400 InvalidPropertyValue: " + bounds);
    EXPECT_EQ(with("autoScaleEvaluationInterval", "PT168H1S"),
              "400 InvalidPropertyValue: " + bounds);
    EXPECT_EQ(
        with("autoScaleFormula", "a="),
        "400 AutoScalingFormulaSyntaxError: Line 1, Col 3: The formula ends in the middle of a "
        "statement.");
    EXPECT_EQ(refusal({{"enableAutoScale", true}}),
              "400 InvalidAutoScalingSettings: enableAutoScale needs an autoScaleFormula.");
    EXPECT_EQ(refusal({{"autoScaleFormula", "a=1"}}),
              "400 InvalidAutoScalingSettings: autoScaleFormula needs enableAutoScale.");
    EXPECT_EQ(refusal({{"autoScaleEvaluationInterval", "PT5M"}, {"enableAutoScale", false}}),
              "400 InvalidAutoScalingSettings: autoScaleEvaluationInterval needs enableAutoScale.");
    EXPECT_EQ(get("/pools")["value"].size(), 0u);
    addScalingPool("p", "a=1", {{"autoScaleEvaluationInterval", "PT168H"}});
    EXPECT_EQ(get("/pools/p")["autoScaleEvaluationInterval"], "P7D");
}

TEST_F(AutoScale, EnableChangesFormulaAndInterval)
{
    open();
    addPool("p", 0);
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_EQ(enabling("p", Json::object()), "InvalidAutoScalingSettings");
    EXPECT_EQ(enabling("p", {{"autoScaleEvaluationInterval", "PT5M"}}),
              "InvalidAutoScalingSettings");
    EXPECT_EQ(enabling("p", {{"autoScaleFormula", "a=1"}, {"autoScaleEvaluationInterval", "PT1M"}}),
              "InvalidPropertyValue");
    EXPECT_EQ(enabling("none", {{"autoScaleFormula", "a=1"}}), "PoolNotFound");
    const std::string tag = get("/pools/p")["eTag"];
    const Json request{{"autoScaleFormula", "$TargetDedicatedNodes=1"}};
    EXPECT_EQ(send("POST", "/pools/p/enableautoscale", request, {{"If-Match", "0x1"}}).status, 412);
    const Response enabled = send("POST", "/pools/p/enableautoscale", request, {{"If-Match", tag}});
    EXPECT_EQ(enabled.status, 200);
    EXPECT_NE(enabled.headers.value("ETag"), tag);
    // Known with the answer, so that a client can wait for the resize it led to.
    EXPECT_EQ(get("/pools/p")["autoScaleRun"]["results"], size + "1" + rest);
    EXPECT_EQ(get("/pools/p")["targetDedicatedNodes"], 1);
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_EQ(get("/pools/p")["autoScaleEvaluationInterval"], "PT15M");

    const Response again = send("POST", "/pools/p/enableautoscale", request);
    EXPECT_EQ(again.status, 503);
    EXPECT_EQ(Json::parse(again.body)["code"], "TooManyEnableAutoScaleRequests");
    m_clock->turn(seconds(30));
    EXPECT_EQ(enabling("p", {{"autoScaleEvaluationInterval", "PT1H"}}), "answered 200");
    // A new interval begins with an evaluation.
    EXPECT_TRUE(becomes("/pools/p", "/autoScaleRun/timestamp", isoTime(m_clock->now())));
    EXPECT_EQ(get("/pools/p")["autoScaleEvaluationInterval"], "PT1H");
    EXPECT_EQ(get("/pools/p")["autoScaleFormula"], "$TargetDedicatedNodes=1");
    m_clock->turn(seconds(30));
    EXPECT_EQ(enabling("p", {{"autoScaleFormula", "$TargetDedicatedNodes=2"}}), "answered 200");
    EXPECT_TRUE(nodesBecome("p", "idle", 2));
    EXPECT_EQ(get("/pools/p")["autoScaleEvaluationInterval"], "PT1H");
}

TEST_F(AutoScale, EnableWaitsForTheEndOfAResize)
{
    open(1);
    addPool("a", 1);
    ASSERT_TRUE(nodesBecome("a", "idle", 1));
    addPool("b", 1); // waits for a node of the other
    EXPECT_EQ(enabling("b", {{"autoScaleFormula", "a=1"}}), "PoolBeingResized");
}

TEST_F(AutoScale, DisableKeepsTheNodes)
{
    open();
    addScalingPool("p", "$TargetDedicatedNodes = 2");
    ASSERT_TRUE(nodesBecome("p", "idle", 2));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_EQ(code("POST", "/pools/p/resize", {{"targetDedicatedNodes", 1}}),
              "OperationNotValidOnPool");
    EXPECT_EQ(status("POST", "/pools/p/disableautoscale"), 200);
    const Json pool = get("/pools/p");
    EXPECT_EQ(pool["enableAutoScale"], false);
    EXPECT_EQ(pool["targetDedicatedNodes"], 2);
    for (const auto *gone : {"autoScaleFormula", "autoScaleEvaluationInterval", "autoScaleRun"})
        EXPECT_FALSE(pool.contains(gone)) << gone;
    // Once more changes nothing.
    EXPECT_EQ(status("POST", "/pools/p/disableautoscale"), 200);
    EXPECT_EQ(get("/pools/p"), pool);
    EXPECT_EQ(status("POST", "/pools/p/resize", {{"targetDedicatedNodes", 1}}), 202);
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    EXPECT_EQ(code("POST", "/pools/none/disableautoscale"), "PoolNotFound");
}

TEST_F(AutoScale, WhatTheComputerLacksIsAskedForAgain)
{
    open(1);
    addPool("a", 1);
    ASSERT_TRUE(nodesBecome("a", "idle", 1));
    addScalingPool("p", "$TargetDedicatedNodes = 1", {{"resizeTimeout", "PT5M"}});
    ASSERT_TRUE(becomes("/pools/p", "/targetDedicatedNodes", 1));
    turn(minutes(5), "p");
    EXPECT_TRUE(becomes("/pools/p", "/resizeErrors/0/code", "AllocationTimedout"));
    EXPECT_EQ(status("DELETE", "/pools/a"), 202);
    EXPECT_TRUE(vanishes("/pools/a"));
    turn(minutes(10), "p");
    EXPECT_TRUE(nodesBecome("p", "idle", 1));
    EXPECT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    EXPECT_FALSE(get("/pools/p").contains("resizeErrors"));
}

TEST_F(AutoScale, GoesOnAfterARestart)
{
    open();
    addScalingPool("p", "$TargetDedicatedNodes = $TargetDedicatedNodes + 1");
    addScalingPool("failed", "nothing");
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    ASSERT_TRUE(becomes("/pools/p", "/allocationState", "steady"));
    ASSERT_TRUE(becomes("/pools/failed", "/allocationState", "steady"));
    const Json run = get("/pools/p")["autoScaleRun"];
    const Json failed = get("/pools/failed");
    ASSERT_TRUE(failed["autoScaleRun"].contains("error"));
    close();
    open();
    ASSERT_TRUE(nodesBecome("p", "idle", 1));
    EXPECT_EQ(get("/pools/p")["autoScaleRun"], run);
    EXPECT_EQ(get("/pools/failed"), failed);
    turn(minutes(15), "p");
    EXPECT_TRUE(nodesBecome("p", "idle", 2));
    EXPECT_NE(get("/pools/p")["autoScaleRun"], run);
}
