// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/evaluator.h"
#include "core/localservice/autoscale/parser.h"
#include "tests/fuzz/fuzz.h"

// Autoscale formulas. What can be read can be evaluated, or says why not; the same formula on the
// same samples gives the same size.
namespace Batchdesk::Fuzz {

using namespace LocalService;
using namespace LocalService::Autoscale;

namespace {

const ServiceClock::Time now{std::chrono::seconds(1767323045)};

SampleHistory someHistory()
{
    SampleHistory history;
    for (int i = 20; i > 0; --i) {
        Readings readings;
        readings.set(Metric::PendingTasks, i);
        readings.set(Metric::CurrentDedicatedNodes, 2);
        if (i % 2 == 0)
            readings.set(Metric::CpuPercent, 0.5);
        history.add(now - i * samplePeriod, readings);
    }
    return history;
}

void check(const FormulaError &error)
{
    require(error.what()[0] != '\0', "what is wrong is said");
    require(error.position().line >= 1 && error.position().column >= 1, "and where it is");
}

} // namespace

void fuzzOne(std::string_view input)
{
    static const SampleHistory history = someHistory();
    try {
        const Formula formula = parseFormula(input);
        FormulaInput world{history, {}, now, {2, 1, "requeue"}, [] { return 0.25; }};
        world.present.set(Metric::PendingTasks, 3);
        const Evaluation evaluation = evaluate(formula, world);
        if (evaluation.error) {
            check(*evaluation.error);
            require(evaluation.size == world.size, "a formula that fails changes nothing");
        }
        require(evaluation.size.dedicated >= 0 && evaluation.size.lowPriority >= 0,
                "no pool has less than no nodes");
        require(!evaluation.results.empty(), "an evaluation has results");
        const Evaluation again = evaluate(formula, world);
        require(again.size == evaluation.size && again.results == evaluation.results,
                "the same formula gives the same size");
    } catch (const FormulaError &error) {
        require(error.kind() == FormulaError::Kind::TooLong
                    || error.kind() == FormulaError::Kind::Syntax,
                "what reads well fails in its evaluation only");
        check(error);
    }
}

} // namespace Batchdesk::Fuzz
