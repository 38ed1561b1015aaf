// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/evaluator.h"
#include "core/localservice/autoscale/value.h"

#include <span>

namespace Batchdesk::LocalService::Autoscale {

//! \brief Calls a method of \a metric: GetSample, GetSamplePercent, GetSamplePeriod, Count or
//! HistoryBeginTime. Throws FormulaError at \a position, InsufficientSamples among them.
Value callMethod(Metric metric, std::string_view name, std::span<const Value> arguments,
                 const FormulaInput &input, Position position);

} // namespace Batchdesk::LocalService::Autoscale
