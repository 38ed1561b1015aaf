// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/handover.h"
#include "app/cli/report.h"
#include "core/net/awaitoutcome.h"
#include "core/run/accounts.h"
#include "core/run/cleanup.h"
#include "core/run/connect.h"
#include "core/run/run.h"
#include "core/run/runfolder.h"
#include "core/run/runrecorder.h"

#include <QCoreApplication>

namespace Batchdesk::Cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

//! A clean-up with what it needs around it.
struct CleanUp
{
    RunStatePtr run;
    std::shared_ptr<Accounts> accounts;
    QFuture<Outcome<AccountAccess>> account;
    bool outputs = false;
    bool json = false;
};

//! Tells the windows that follow the run what is being done to it.
static Outcome<void> tellFeed(RunState &run)
{
    const auto feed = RunFeedWriter::open(run.folder.feedPath());
    if (!feed)
        return feed.error();
    const auto recorder = std::make_shared<RunRecorder>(*feed);
    run.onProgress = [recorder](const RunProgress &progress) { recorder->progressed(progress); };
    run.onEvent = [recorder](const RunEvent &event) { recorder->happened(event); };
    return {};
}

static QCoro::Task<> carryOut(CleanUp task)
{
    const RunStatePtr run = task.run;
    const bool json = task.json;
    const auto account = co_await awaitOutcome(task.account);
    if (!account) {
        printErrors({account.error()}, json);
        QCoreApplication::exit(exitCodeFor(account.error()));
        co_return;
    }
    run->services = connectServices(*account, task.accounts->transport(), run->plan);
    CleanUpScope scope = CleanUpScope::everything();
    scope.outputs = task.outputs;
    run->setStep(RunStep::CleanUp, StepState::Running);
    co_await cleanUp(run, scope);
    const bool allGone = run->summary.errors.isEmpty();
    run->setStep(RunStep::CleanUp, allGone ? StepState::Done : StepState::Failed);
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
        Texts::tr("Removes what a run made and left behind: job, pool, and the containers of "
                  "application and input."));
    parser.addPositionalArgument(QStringLiteral("RUN"),
                                 Texts::tr("the run's id, see \"batchdesk-cli runs\""));
    parser.addOption(
        {QStringLiteral("outputs"), Texts::tr("Remove the container with its results as well.")});
    parser.addOption({QStringLiteral("json"), Texts::tr("Print one JSON object a line.")});
    addHandoverOptions(parser);
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
    if (const auto told = tellFeed(**run); !told) {
        printErrors({told.error()}, json);
        return exitCodeFor(told.error());
    }
    const auto accounts = userAccounts();
    const CleanUp task{*run, accounts, openAccount(parser, *accounts, (*run)->plan.account),
                       parser.isSet(QStringLiteral("outputs")), json};
    QMetaObject::invokeMethod(
        qApp, [task] { carryOut(task); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace Batchdesk::Cli
