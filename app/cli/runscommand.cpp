// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "core/run/runfolder.h"
#include "core/run/summaryjson.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace Batchdesk::Cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString stateOf(const RunListing &run)
{
    if (run.running)
        return Texts::tr("running");
    if (!run.summary)
        return Texts::tr("broken off");
    switch (run.summary->ending) {
    case RunSummary::Ending::Succeeded:
        return Texts::tr("succeeded");
    case RunSummary::Ending::TasksFailed:
        return Texts::tr("%1 of %2 failed").arg(run.tasks - run.summary->succeeded).arg(run.tasks);
    case RunSummary::Ending::Refused:
        return Texts::tr("refused");
    case RunSummary::Ending::Broken:
        return Texts::tr("broken off");
    case RunSummary::Ending::Stopped:
        return Texts::tr("stopped");
    }
    return {};
}

QJsonObject toJson(const RunListing &run)
{
    QJsonObject object{{QStringLiteral("kind"), QStringLiteral("run")},
                       {QStringLiteral("run"), run.runId},
                       {QStringLiteral("account"), run.account},
                       {QStringLiteral("startedAt"), run.startedAt.toString(Qt::ISODate)},
                       {QStringLiteral("tasks"), run.tasks},
                       {QStringLiteral("running"), run.running}};
    if (run.summary)
        object.insert(QStringLiteral("summary"), summaryToJson(*run.summary));
    return object;
}

} // namespace

int runsCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Lists the runs started on this computer, the latest first."));
    parser.addOption({QStringLiteral("json"), Texts::tr("Print one JSON object a line.")});
    int exitCode = 0;
    if (!parse(parser, arguments, exitCode))
        return exitCode;
    const QList<RunListing> runs = RunStore(runsDirectory()).list();
    for (const RunListing &run : runs) {
        if (parser.isSet(QStringLiteral("json"))) {
            printJson(toJson(run));
            continue;
        }
        printLine(QStringLiteral("%1  %2  %3  %4  %5")
                      .arg(run.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                           run.runId.leftJustified(36), run.account.leftJustified(10),
                           Texts::tr("%1 tasks").arg(run.tasks, 6), stateOf(run)));
    }
    if (runs.isEmpty() && !parser.isSet(QStringLiteral("json")))
        printLine(Texts::tr("No run yet. Start one with \"batchdesk-cli run settings.json\"."));
    return AllSucceeded;
}

} // namespace Batchdesk::Cli
