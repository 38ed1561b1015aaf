// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Batchdesk {

//! \brief One word of bash that stands for exactly \a value; without quotes where none are needed.
QString quotedForBash(const QString &value);

//! \brief A string literal of PowerShell that stands for exactly \a value.
QString quotedForPowerShell(const QString &value);

//! \brief One argument of a Windows command line, as the C runtime takes it apart.
QString quotedForWindowsProcess(const QString &value);

//! \brief The command line by which a Linux node runs \a script in bash. The node's agent splits it
//! into words as a shell does, but expands nothing.
QString bashCommandLine(const QString &script);

//! \brief The command line by which a Windows node runs \a script in PowerShell.
//!
//! Not cmd: it expands %NAME% even inside quotes and has no rule by which a name with % or ^ could
//! be quoted at all. Not -EncodedCommand: nobody could read in a portal what a task ran.
QString powerShellCommandLine(const QString &script);

//! \brief The command line by which a node runs scripts of its working folder one after the other,
//! each with its arguments, for as long as they succeed.
QString scriptsCommandLine(const QList<QStringList> &calls, bool isWindows);

} // namespace Batchdesk
