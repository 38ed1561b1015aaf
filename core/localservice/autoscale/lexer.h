// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/formulaerror.h"

#include <string>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService::Autoscale {

//! \brief One word of a formula.
struct Token
{
    enum class Kind { Name, Number, Text, Symbol, End };
    Kind kind = Kind::End;
    Position position;
    std::string text; //!< Of a text without its quotes; of a symbol the symbol.
    double number = 0;
};

//! \brief Splits \a formula into its words; the last is End. Blanks and comments are left out.
//! Throws FormulaError.
std::vector<Token> splitFormula(std::string_view formula);

} // namespace Batchdesk::LocalService::Autoscale
