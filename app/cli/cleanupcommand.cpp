// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/report.h"
#include "core/net/awaitoutcome.h"
#include "core/net/networktransport.h"
#include "core/run/accounts.h"
#include "core/run/cleanup.h"
#include "core/run/connect.h"
#include "core/run/run.h"
#include "core/run/runfolder.h"

#include <QCoreApplication>

namespace Batchdesk::Cli {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Cli", source);
}

} // namespace

static QCoro::Task<> carryOut(RunStatePtr run, bool outputs, bool json)
{
    const auto accounts = userAccounts();
    const auto account = co_await awaitOutcome(accounts->open(run->plan.account));
    if (!account) {
        printErrors({account.error()}, json);
        QCoreApplication::exit(exitCodeFor(account.error()));
        co_return;
    }
    run->services = connectServices(*account, std::make_shared<NetworkTransport>(), run->plan);
    CleanUpScope scope = CleanUpScope::everything();
    scope.outputs = outputs;
    co_await cleanUp(run, scope);
    const bool allGone = run->summary.errors.isEmpty();
    if (allGone) {
        if (const auto saved = run->folder.saveSummary(run->summary); !saved)
            printErrors({saved.error()}, json);
    }
    Report(json ? Report::Style::Json : Report::Style::Plain).summary(run->summary);
    QCoreApplication::exit(allGone ? AllSucceeded : ServiceFailed);
}

int cleanupCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        text("Removes what a run made and left behind: job, pool, and the containers of "
             "application and input."));
    parser.addPositionalArgument(QStringLiteral("RUN"),
                                 text("the run's id, see \"batchdesk-cli runs\""));
    parser.addOption(
        {QStringLiteral("outputs"), text("Remove the container with its results as well.")});
    parser.addOption({QStringLiteral("json"), text("Print one JSON object a line.")});
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    const bool json = parser.isSet(QStringLiteral("json"));
    auto folder = RunStore(runsDirectory()).find(parser.positionalArguments().value(0));
    if (!folder) {
        printErrors({folder.error()}, json);
        return RequestWrong;
    }
    auto run = openForCleanUp(*folder);
    if (!run) {
        printErrors({run.error()}, json);
        return RequestWrong;
    }
    const bool outputs = parser.isSet(QStringLiteral("outputs"));
    QMetaObject::invokeMethod(
        qApp, [state = *run, outputs, json] { carryOut(state, outputs, json); },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace Batchdesk::Cli
