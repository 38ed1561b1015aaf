// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/report.h"

#include "app/cli/command.h"
#include "core/run/summaryjson.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <cstdio>

namespace Batchdesk::Cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString duration(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1'000;
    if (seconds < 60)
        return Texts::tr("%1 s").arg(double(milliseconds) / 1'000.0, 0, 'f', 1);
    if (seconds < 3'600)
        return Texts::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return Texts::tr("%1 h %2 min").arg(seconds / 3'600).arg(seconds % 3'600 / 60);
}

QString transferText(const TransferCounts &counts)
{
    return Texts::tr("%1 of %2 files").arg(counts.filesDone).arg(counts.filesTotal);
}

QString progressText(const RunProgress &progress)
{
    switch (progress.step) {
    case RunStep::Uploads:
    case RunStep::Collect:
        return stepTitle(progress.step) + QStringLiteral(": ") + transferText(progress.transfer);
    case RunStep::Watch:
        return Texts::tr("Tasks: %1 done, %2 running, %3 waiting, %4 failed (of %5)")
            .arg(progress.tasks.succeeded)
            .arg(progress.tasks.running)
            .arg(progress.tasks.active)
            .arg(progress.tasks.failed)
            .arg(progress.tasksTotal);
    default:
        return stepTitle(progress.step);
    }
}

QString stateName(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return QStringLiteral("waiting");
    case StepState::Running:
        return QStringLiteral("running");
    case StepState::Done:
        return QStringLiteral("done");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

QString levelName(RunEvent::Level level)
{
    switch (level) {
    case RunEvent::Level::Info:
        return QStringLiteral("info");
    case RunEvent::Level::Warning:
        return QStringLiteral("warning");
    case RunEvent::Level::Problem:
        return QStringLiteral("problem");
    }
    return {};
}

QJsonObject progressJson(const RunProgress &progress)
{
    return {{QStringLiteral("kind"), QStringLiteral("progress")},
            {QStringLiteral("run"), progress.runId},
            {QStringLiteral("step"), stepTitle(progress.step)},
            {QStringLiteral("state"), stateName(progress.state(progress.step))},
            {QStringLiteral("tasks"), progress.tasksTotal},
            {QStringLiteral("active"), progress.tasks.active},
            {QStringLiteral("running"), progress.tasks.running},
            {QStringLiteral("succeeded"), progress.tasks.succeeded},
            {QStringLiteral("failed"), progress.tasks.failed},
            {QStringLiteral("filesDone"), progress.transfer.filesDone},
            {QStringLiteral("filesTotal"), progress.transfer.filesTotal}};
}

QString endingText(const RunSummary &summary)
{
    switch (summary.ending) {
    case RunSummary::Ending::Succeeded:
        return Texts::tr("All tasks succeeded.");
    case RunSummary::Ending::TasksFailed:
        return Texts::tr("Not all tasks succeeded.");
    case RunSummary::Ending::Refused:
        return Texts::tr("The run could not be started; nothing of it was left behind.");
    case RunSummary::Ending::Broken:
        return Texts::tr("The run broke off.");
    case RunSummary::Ending::Stopped:
        return Texts::tr("The run was stopped.");
    }
    return {};
}

//! "3 × exit code 3: The task exited …  (a.csv, b.csv, …)": failures with the same cause stand
//! together.
QStringList failureLines(const QList<FailedTask> &failures)
{
    QMap<QString, QStringList> byCause;
    for (const FailedTask &task : failures) {
        const QString how = task.exitCode ? Texts::tr("exit code %1").arg(*task.exitCode)
                                          : Texts::tr("never started");
        byCause[task.message.isEmpty() ? how : how + QStringLiteral(": ") + task.message]
            << task.input;
    }
    QStringList lines;
    for (auto cause = byCause.cbegin(); cause != byCause.cend(); ++cause) {
        const QStringList shown = cause.value().mid(0, 3);
        const QString more =
            cause.value().size() > shown.size() ? QStringLiteral(", …") : QString();
        lines << QStringLiteral("    %1 × %2 (%3%4)")
                     .arg(cause.value().size())
                     .arg(cause.key(), shown.join(QStringLiteral(", ")), more);
    }
    return lines;
}

} // namespace

QStringList summaryLines(const RunSummary &summary)
{
    QStringList lines;
    lines << QString() << endingText(summary);
    lines << Texts::tr("  run        %1, %2").arg(summary.runId, duration(summary.elapsedMs));
    lines << Texts::tr("  tasks      %1 succeeded, %2 failed, %3 not run (of %4)")
                 .arg(summary.succeeded)
                 .arg(summary.failed)
                 .arg(summary.notRun)
                 .arg(summary.tasksTotal);
    lines << failureLines(summary.failures);
    if (!summary.deleted.isEmpty())
        lines << Texts::tr("  deleted    %1").arg(summary.deleted.join(QStringLiteral(", ")));
    for (const KeptThing &thing : summary.kept)
        lines << Texts::tr("  kept       %1: %2").arg(thing.what, thing.why);
    if (!summary.resultsFolder.isEmpty())
        lines << Texts::tr("  brought    %1 files").arg(summary.filesBroughtHome);
    for (const Error &error : summary.errors)
        lines << Texts::tr("  problem    %1").arg(error.caption());
    const bool leftOver = !summary.kept.isEmpty() && !summary.errors.isEmpty();
    if (summary.ending != RunSummary::Ending::Broken && leftOver)
        lines << Texts::tr("  Remove what is left with \"batchdesk-cli cleanup %1\".")
                     .arg(summary.runId);
    if (summary.ending == RunSummary::Ending::Broken) {
        lines << Texts::tr("  Go on with \"batchdesk-cli resume %1\", or remove what exists with "
                           "\"batchdesk-cli cleanup %1\".")
                     .arg(summary.runId);
    }
    return lines;
}

void Report::event(const RunEvent &event)
{
    if (m_style == Style::Json) {
        printJson({{QStringLiteral("kind"), QStringLiteral("event")},
                   {QStringLiteral("time"), event.time.toString(Qt::ISODateWithMs)},
                   {QStringLiteral("level"), levelName(event.level)},
                   {QStringLiteral("text"), event.text}});
        return;
    }
    endRewrittenLine();
    const QString time = event.time.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    printLine(QStringLiteral("%1  %2").arg(time, event.text));
}

void Report::progress(const RunProgress &progress)
{
    if (m_style == Style::Json) {
        printJson(progressJson(progress));
    } else if (m_style == Style::Terminal) {
        rewriteLine(progressText(progress));
    } else if (progress.step == RunStep::Watch && progress.tasksTotal > 0) {
        // Without a terminal a line for each tenth is enough to see that it goes on.
        const int tenths = 10 * progress.tasks.completed / progress.tasksTotal;
        if (tenths > m_toldTenths) {
            m_toldTenths = tenths;
            printLine(QStringLiteral("          ") + progressText(progress));
        }
    }
}

void Report::summary(const RunSummary &summary)
{
    if (m_style == Style::Json) {
        QJsonObject object = summaryToJson(summary);
        object.insert(QStringLiteral("kind"), QStringLiteral("summary"));
        printJson(object);
        return;
    }
    endRewrittenLine();
    for (const QString &line : summaryLines(summary))
        printLine(line);
    if (!summary.resultsFolder.isEmpty())
        printLine(QStringLiteral("results: %1").arg(summary.resultsFolder));
}

void Report::rewriteLine(const QString &line)
{
    if (line == m_line)
        return;
    m_line = line;
    std::fputs(("\r\x1b[K" + line.toUtf8()).constData(), stdout);
    std::fflush(stdout);
}

void Report::endRewrittenLine()
{
    if (m_line.isEmpty())
        return;
    m_line.clear();
    std::fputs("\r\x1b[K", stdout);
    std::fflush(stdout);
}

} // namespace Batchdesk::Cli
