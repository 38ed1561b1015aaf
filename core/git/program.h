// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Batchdesk::Git {

//! \brief Another program that is run to its end: git, ssh-keyscan.
struct ProgramRequest
{
    QString program; //!< Found by the PATH.
    QStringList arguments;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString folder; //!< Where it works; empty: where we do.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
};

//! \brief How it ended.
struct ProgramResult
{
    bool started = false;  //!< False: there is no such program.
    bool timedOut = false; //!< It was killed, with all that it had started.
    int exitCode = -1;
    QByteArray output; //!< Its first megabyte.
    QByteArray errors; //!< The same of standard error; foreign words, to be redacted when shown.
};

//! \brief Starts it without a terminal and with nothing on its standard input. To be called on a
//! thread with an event loop, which is not blocked.
QFuture<ProgramResult> runProgram(const ProgramRequest &request);

} // namespace Batchdesk::Git
