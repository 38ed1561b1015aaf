// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/expression.h"

#include <string_view>

namespace Batchdesk::LocalService::Autoscale {

inline constexpr std::size_t maxFormulaLength = 8192; //!< Characters.
inline constexpr std::size_t maxStatements = 100;
//! \brief How deep brackets, calls, conditions and signs may be nested, so that no formula
//! exhausts the stack.
inline constexpr int maxNesting = 100;

//! \brief Reads a formula. Throws FormulaError TooLong or Syntax.
Formula parseFormula(std::string_view text);

} // namespace Batchdesk::LocalService::Autoscale
