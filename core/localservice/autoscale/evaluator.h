// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/expression.h"
#include "core/localservice/autoscale/samplehistory.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace Batchdesk::LocalService::Autoscale {

//! \brief The size of a pool, as formulas read and write it.
struct PoolSize
{
    int dedicated = 0;
    int lowPriority = 0;
    std::string deallocation = "requeue"; //!< requeue, terminate, taskcompletion or retaineddata.
    bool operator==(const PoolSize &) const = default;
};

//! \brief What a formula sees of the world.
struct FormulaInput
{
    const SampleHistory &history;
    Readings present; //!< For metrics that are used without a method.
    ServiceClock::Time now;
    PoolSize size;                  //!< What the pool is to have so far.
    std::function<double()> random; //!< 0 to 1.
};

//! \brief What a formula gave.
struct Evaluation
{
    PoolSize size;       //!< That of the input, when there is an error.
    std::string results; //!< As autoScaleRun shows it.
    std::optional<FormulaError> error;
};

//! \brief Carries \a formula out. Pure: the same input gives the same evaluation. Its cost is
//! bounded.
Evaluation evaluate(const Formula &formula, const FormulaInput &input);

//! \brief How many steps, and elements of vectors made, an evaluation may take.
inline constexpr std::size_t maxSteps = 1'000'000;

} // namespace Batchdesk::LocalService::Autoscale
