// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <memory>

namespace Batchdesk {
class Accounts;
}
namespace Batchdesk::Git {
class Credentials;
}

//! \brief What every command of batchdesk-cli shares: exit codes, printing, folders.
namespace Batchdesk::Cli {

//! \brief Exit codes; see also exitCodeOf(RunSummary).
enum ExitCode {
    AllSucceeded = 0,
    SomeFailed = 1,
    RequestWrong = 2,  //!< Nothing was created.
    ServiceFailed = 3, //!< What exists is listed, and can be resumed.
    Interrupted = 130,
};

//! \brief Prints a line on standard output, whole and at once.
void printLine(const QString &line);
//! \brief Prints a JSON object as one line on standard output.
void printJson(const QJsonObject &object);
//! \brief Prints a line on standard error.
void printProblem(const QString &line);
//! \brief Prints errors on standard error, or as JSON lines on standard output.
void printErrors(const QList<Error> &errors, bool json);
//! \brief RequestWrong or ServiceFailed, whichever an error of that kind asks for.
int exitCodeFor(const Error &error);

//! \brief Where runs keep their journals.
QString runsDirectory();
//! \brief The accounts of this user; this program itself is the service of "local".
std::shared_ptr<Accounts> userAccounts();
//! \brief The SSH keys and tokens of this user.
std::shared_ptr<Git::Credentials> userCredentials();

//! \brief Parses a command's own arguments; prints help or what is wrong.
//! \return false when the command should end with \a exitCode.
bool parse(QCommandLineParser &parser, const QStringList &arguments, int &exitCode);

// Each takes the arguments after its name and gives the exit code.
int planCommand(const QStringList &arguments);
int runCommand(const QStringList &arguments);
int resumeCommand(const QStringList &arguments);
int runsCommand(const QStringList &arguments);
int cleanupCommand(const QStringList &arguments);
int serveCommand(const QStringList &arguments);
int stopCommand(const QStringList &arguments);
int keyCommand(const QStringList &arguments);
int tokenCommand(const QStringList &arguments);

} // namespace Batchdesk::Cli
