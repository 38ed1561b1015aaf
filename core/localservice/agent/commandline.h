// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace Batchdesk::LocalService {

//! \brief A command line that cannot be split: what() says what is wrong and where.
class CommandLineError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

//! \brief Splits a task's command line into program and arguments as the node agent does.
//!
//! Words end at blanks. Single quotes keep everything; in double quotes a backslash escapes `"`,
//! `\\`,
//! `$` and the backtick and is itself elsewhere; outside quotes it takes the next character as it
//! is. There is no shell: no variables, no wildcards, no redirection. \return at least one word.
//! Throws CommandLineError for an empty line, an open quote, a last backslash.
std::vector<std::string> splitCommandLine(std::string_view commandLine);

} // namespace Batchdesk::LocalService
