// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Batchdesk::Cli {

//! \brief True when standard output is a terminal that a person looks at.
bool standardOutputIsTerminal();

//! \brief True when a person types standard input.
bool standardInputIsTerminal();
//! \brief Asks for a line without showing what is typed, on the terminal itself. Nothing when there
//! is none, or when the input ends.
std::optional<QByteArray> askHidden(const QString &prompt);

} // namespace Batchdesk::Cli
