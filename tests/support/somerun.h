// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/planrecord.h"
#include "core/run/runfeed.h"
#include "core/run/runfolder.h"

#include <QDir>
#include <QTemporaryDir>

namespace Batchdesk::Test {

//! \brief Runs made by hand in a throw-away folder: record, feed and summary, without any service.
class SomeRuns
{
public:
    QString runsFolder() const { return m_dir.filePath(QStringLiteral("runs")); }
    QString resultsFolder() const { return m_dir.filePath(QStringLiteral("results")); }
    RunFolder folder(const QString &id) const
    {
        return RunFolder(runsFolder() + QLatin1Char('/') + id);
    }

    //! \brief A run over input-000.csv, input-001.csv … that nobody carries out.
    RunFolder make(const QString &id, int inputs = 6,
                   const QDateTime &time = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5),
                                                     Qt::UTC)) const
    {
        PlanRecord record;
        record.settings.name = QStringLiteral("Title of ") + id;
        record.settings.job.id = id;
        record.settings.task.command = QStringLiteral("python3 {app}/forecast.py {input}");
        record.settings.outputs.folder = resultsFolder();
        record.baseFolder = m_dir.path();
        record.listing.applicationFolder = m_dir.path();
        record.listing.application = {{QStringLiteral("forecast.py"), 5, true}};
        record.listing.inputFolder = m_dir.path();
        for (int i = 0; i < inputs; ++i) {
            record.listing.inputs << InputFile{
                QStringLiteral("input-%1.csv").arg(i, 3, 10, QLatin1Char('0')), 100 + i};
        }
        record.stamp = {time, QStringLiteral("abcd")};
        QDir().mkpath(folder(id).path());
        const RunFolder made = folder(id);
        if (!made.saveRecord(record))
            return {};
        return made;
    }

    //! \brief Where it stands while the tasks run.
    static RunProgress watching(const QString &id, int total, int succeeded, int failed,
                                int running)
    {
        RunProgress progress;
        progress.runId = id;
        progress.step = RunStep::Watch;
        for (int i = 0; i < int(RunStep::Watch); ++i)
            progress.steps[std::size_t(i)] = StepState::Done;
        progress.steps[std::size_t(RunStep::Watch)] = StepState::Running;
        progress.tasksTotal = total;
        progress.tasks.succeeded = succeeded;
        progress.tasks.failed = failed;
        progress.tasks.completed = succeeded + failed;
        progress.tasks.running = running;
        progress.tasks.active = total - succeeded - failed - running;
        progress.tasksAsOf = QDateTime::currentDateTimeUtc();
        progress.startedAt = QDateTime::currentDateTimeUtc().addSecs(-100);
        return progress;
    }

    static RunTask task(const QString &id, const QString &state, std::optional<int> exitCode = {})
    {
        RunTask task;
        task.id = id;
        task.state = state;
        task.exitCode = exitCode;
        if (exitCode)
            task.result = *exitCode == 0 ? QStringLiteral("success") : QStringLiteral("failure");
        if (state != QLatin1String("active")) {
            task.nodeId = QStringLiteral("node-1");
            task.startTime = QDateTime(QDate(2026, 1, 2), QTime(3, 5, 0), Qt::UTC);
        }
        if (task.isCompleted())
            task.endTime = task.startTime.addSecs(10);
        return task;
    }

    QTemporaryDir m_dir;
};

} // namespace Batchdesk::Test
