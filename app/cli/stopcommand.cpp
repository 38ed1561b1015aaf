// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "core/run/runfolder.h"

#include <QCoreApplication>

namespace Batchdesk::Cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

int stopCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Ends a run that another window or terminal carries out: its tasks end, and what "
                  "it made is removed."));
    parser.addPositionalArgument(QStringLiteral("RUN"),
                                 Texts::tr("the run's id, see \"batchdesk-cli runs\""));
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    const auto folder = RunStore(runsDirectory()).find(parser.positionalArguments().value(0));
    if (!folder) {
        printErrors({folder.error()}, false);
        return RequestWrong;
    }
    if (!folder->standing().isCarriedOut) {
        printProblem(Texts::tr("Nobody carries out run %1; there is nothing to stop.")
                         .arg(parser.positionalArguments().first()));
        return RequestWrong;
    }
    if (const auto asked = folder->askToStop(); !asked) {
        printErrors({asked.error()}, false);
        return exitCodeFor(asked.error());
    }
    printLine(Texts::tr("Asked to stop."));
    return AllSucceeded;
}

} // namespace Batchdesk::Cli
