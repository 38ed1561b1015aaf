// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/formulaerror.h"
#include "core/localservice/autoscale/value.h"

#include <functional>
#include <span>

namespace Batchdesk::LocalService::Autoscale {

//! \brief What functions need besides their arguments.
struct FunctionSurroundings
{
    Timestamp now;
    const std::function<double()> &random;
};

//! \brief Thrown by stop(): what was assigned so far is the result.
struct EvaluationStopped
{
};

//! \brief Calls one of the predefined functions; throws FormulaError at \a position for unknown
//! ones and for arguments that they do not take.
Value callFunction(std::string_view name, std::span<const Value> arguments,
                   const FunctionSurroundings &around, Position position);

} // namespace Batchdesk::LocalService::Autoscale
