// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/handover.h"
#include "app/cli/interrupt.h"
#include "app/cli/legacykeys.h"
#include "app/cli/planning.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "core/net/awaitoutcome.h"
#include "core/run/accounts.h"
#include "core/run/connect.h"
#include "core/run/run.h"
#include "core/run/runrecorder.h"
#include "core/run/stopwatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace Batchdesk::Cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Report::Style styleFor(bool json)
{
    if (json)
        return Report::Style::Json;
    return standardOutputIsTerminal() ? Report::Style::Terminal : Report::Style::Plain;
}

//! A run with what it needs around it, from opening the account to the exit code.
struct Session
{
    Plan plan;
    RunStamp stamp;
    RunFolder folder;
    Report report{Report::Style::Plain};
    bool json = false;
    bool stopAsked = false;
    QElapsedTimer sinceStop; //!< Running once a stop was asked for.
    std::shared_ptr<Accounts> accounts = userAccounts();
    std::shared_ptr<Git::Credentials> credentials = userCredentials();
    QFuture<Outcome<AccountAccess>> account;
    QFuture<Outcome<std::optional<RepositoryAccess>>> repository;
    std::unique_ptr<Run> run;
    std::unique_ptr<RunRecorder> recorder;
};

void onInterrupt(Session &session)
{
    // Whoever ends a program may signal it and its group: one wish, twice.
    if (session.stopAsked && session.sinceStop.elapsed() < 1'000)
        return;
    if (session.stopAsked) {
        printProblem(
            Texts::tr("Left at once. What run %1 made may still exist: \"batchdesk-cli cleanup "
                      "%1\" removes it.")
                .arg(session.plan.runId));
        QCoreApplication::exit(Interrupted);
        return;
    }
    session.stopAsked = true;
    session.sinceStop.start();
    printProblem(Texts::tr(
        "Stopping: what the run made is being removed. Press Ctrl+C again to leave at once."));
    if (session.run)
        session.run->stop();
    else
        QCoreApplication::exit(Interrupted);
}

void endWith(Session &session, const Error &error)
{
    printErrors({error}, session.json);
    session.folder.removeIfUnused();
    QCoreApplication::exit(exitCodeFor(error));
}

} // namespace

static QCoro::Task<> start(std::shared_ptr<Session> session)
{
    const auto account = co_await awaitOutcome(session->account);
    if (!account) {
        endWith(*session, account.error());
        co_return;
    }
    const auto repository = co_await awaitOutcome(session->repository);
    if (!repository) {
        endWith(*session, repository.error());
        co_return;
    }
    RunServices services = connectServices(*account, session->accounts->transport(), session->plan);
    services.repository = *repository;
    session->run = std::make_unique<Run>(session->plan, session->stamp, services, session->folder);
    Run *run = session->run.get();
    Report *report = &session->report;
    QObject::connect(run, &Run::progressed, run,
                     [report](const RunProgress &progress) { report->progress(progress); });
    QObject::connect(run, &Run::happened, run,
                     [report](const RunEvent &event) { report->event(event); });
    session->recorder->follow(run);
    QObject::connect(run, &Run::finished, run, [report](const RunSummary &summary) {
        report->summary(summary);
        QCoreApplication::exit(exitCodeOf(summary));
    });
    run->start();
}

static int carryOut(std::shared_ptr<Session> session)
{
    if (const auto locked = session->folder.lock(); !locked) {
        printErrors({locked.error()}, session->json);
        return RequestWrong;
    }
    const auto feed = RunFeedWriter::open(session->folder.feedPath());
    if (!feed) {
        printErrors({feed.error()}, session->json);
        return exitCodeFor(feed.error());
    }
    session->recorder = std::make_unique<RunRecorder>(*feed);
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, &interrupt,
                     [session] { onInterrupt(*session); });
    const StopWatch stop(session->folder);
    QObject::connect(&stop, &StopWatch::requested, &interrupt,
                     [session] { onInterrupt(*session); });
    QMetaObject::invokeMethod(
        &interrupt, [session] { start(session); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int runCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Runs settings.json: sends application and inputs, runs one task per file, "
                  "brings the results home, removes job and pool."));
    parser.addPositionalArgument(QStringLiteral("FILE"), Texts::tr("settings.json"));
    addPlanningOptions(parser);
    addSecretFileOption(parser);
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    auto planned = planFrom(parser);
    if (!planned)
        return RequestWrong;

    auto session = std::make_shared<Session>();
    session->json = parser.isSet(QStringLiteral("json"));
    session->report = Report(styleFor(session->json));
    if (planned->document.legacyAccount) {
        const auto moved = moveLegacyKeys(*planned, session->accounts);
        if (!moved) {
            printErrors({moved.error()}, session->json);
            return RequestWrong;
        }
    }
    const auto folder = RunStore(runsDirectory()).create(planned->plan.runId);
    if (!folder) {
        printErrors({folder.error()}, session->json);
        return exitCodeFor(folder.error());
    }
    if (const auto saved = folder->saveRecord(planned->record); !saved) {
        printErrors({saved.error()}, session->json);
        return exitCodeFor(saved.error());
    }
    session->account = session->accounts->open(planned->plan.account);
    session->repository = openRepositoryOf(parser, *session->credentials, planned->plan);
    session->plan = planned->plan;
    session->stamp = planned->record.stamp;
    session->folder = *folder;
    return carryOut(session);
}

int resumeCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Goes on with a run that broke off: what was done is not done again."));
    parser.addPositionalArgument(QStringLiteral("RUN"),
                                 Texts::tr("the run's id, see \"batchdesk-cli runs\""));
    parser.addOption({QStringLiteral("json"), Texts::tr("Print one JSON object a line.")});
    addHandoverOptions(parser);
    addSecretFileOption(parser);
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    auto session = std::make_shared<Session>();
    session->json = parser.isSet(QStringLiteral("json"));
    session->report = Report(styleFor(session->json));
    const auto folder = RunStore(runsDirectory()).find(parser.positionalArguments().value(0));
    if (!folder) {
        printErrors({folder.error()}, session->json);
        return RequestWrong;
    }
    if (const auto summary = folder->summary()) {
        printLine(
            Texts::tr("Run %1 has ended; there is nothing to go on with.").arg(summary->runId));
        session->report.summary(*summary);
        return exitCodeOf(*summary);
    }
    const auto record = folder->record();
    if (!record) {
        printErrors({record.error()}, session->json);
        return RequestWrong;
    }
    const PlanResult result = record->plan();
    if (!result.ok()) {
        printErrors(result.errors, session->json);
        return RequestWrong;
    }
    if (!parser.isSet(QStringLiteral("background")))
        folder->forgetStop(); // the window has done so, and a wish that is there now is a new one
    session->account = openAccount(parser, *session->accounts, result.plan.account);
    session->repository = openRepositoryOf(parser, *session->credentials, result.plan);
    session->plan = result.plan;
    session->stamp = record->stamp;
    session->folder = *folder;
    return carryOut(session);
}

} // namespace Batchdesk::Cli
