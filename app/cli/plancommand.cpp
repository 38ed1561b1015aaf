// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/planning.h"
#include "core/plan/plantext.h"

#include <QCoreApplication>

namespace Batchdesk::Cli {

int planCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Cli",
                                    "Shows what a run of settings.json would make: files, task "
                                    "ids, command lines. Touches nothing."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QCoreApplication::translate("Cli", "settings.json"));
    addPlanningOptions(parser);
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    const bool json = parser.isSet(QStringLiteral("json"));
    const auto planned = planFrom(parser);
    if (!planned)
        return RequestWrong;
    if (!json) {
        printLine(planText(planned->plan));
        return AllSucceeded;
    }
    for (const QByteArray &line : planJsonLines(planned->plan))
        printLine(QString::fromUtf8(line));
    return AllSucceeded;
}

} // namespace Batchdesk::Cli
