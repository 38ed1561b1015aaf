// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/expression.h"
#include "core/localservice/autoscale/value.h"

namespace Batchdesk::LocalService::Autoscale {

//! \brief "left which right" by the documented rules of types; throws FormulaError at \a position
//! for other types and for vectors of different lengths. And, Or evaluate nothing: both operands
//! are given.
Value combine(Operator which, const Value &left, const Value &right, Position position);

//! \brief Minus and Not.
Value apply(Operator which, const Value &operand, Position position);

//! \brief Whether a double counts as true; throws FormulaError for other types.
bool isTrue(const Value &value, Position position);

} // namespace Batchdesk::LocalService::Autoscale
