// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace Batchdesk::LocalService::Autoscale {

//! \brief A place in a formula; both count from 1, columns in bytes.
struct Position
{
    int line = 1;
    int column = 1;
    bool operator==(const Position &) const = default;
};

//! \brief What is wrong with a formula, and where.
class FormulaError : public std::runtime_error
{
public:
    enum class Kind {
        TooLong,            //!< More characters than the service takes.
        Syntax,             //!< It cannot be read; known without evaluating it.
        Evaluation,         //!< It reads well, and cannot be evaluated.
        InsufficientSamples //!< An evaluation that asked for more samples than there are.
    };
    FormulaError(Kind kind, Position position, const std::string &description)
        : std::runtime_error(description)
        , m_kind(kind)
        , m_position(position)
    {
    }

    Kind kind() const { return m_kind; }
    Position position() const { return m_position; }
    //! \brief As the service words it: "Line 1, Col 24: Insufficient data ...".
    std::string text() const
    {
        return "Line " + std::to_string(m_position.line) + ", Col "
            + std::to_string(m_position.column) + ": " + what();
    }

private:
    Kind m_kind;
    Position m_position;
};

//! \brief Of an evaluation, as most errors are.
[[noreturn]] inline void failEvaluation(Position position, const std::string &description)
{
    throw FormulaError(FormulaError::Kind::Evaluation, position, description);
}

} // namespace Batchdesk::LocalService::Autoscale
