// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/plantext.h"

#include "core/base/isotime.h"
#include "core/plan/orderedjson.h"
#include "core/plan/planclone.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace Batchdesk {

namespace {

constexpr qsizetype examplesShown = 3;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

QString timeText(const std::optional<std::chrono::seconds> &time)
{
    return time ? toIsoDuration(time) : Texts::tr("unlimited");
}

QString imageText(const Batch::ImageReference &image)
{
    return QStringList{image.publisher, image.offer, image.sku, image.version}.join(
        QLatin1Char(':'));
}

QString containersCleanUpText(const Plan &plan)
{
    // That of a secret always goes; cloneInWords() tells of it.
    using Containers = Settings::CleanUp::Containers;
    switch (plan.cleanUp.containers) {
    case Containers::Keep:
        return Texts::tr("no container");
    case Containers::Inputs:
        return QStringLiteral("%1, %2").arg(plan.applicationContainer, plan.inputContainer);
    case Containers::All:
        break;
    }
    QStringList names{plan.applicationContainer, plan.inputContainer};
    if (plan.ownsOutputContainer)
        names << plan.outputContainer;
    return names.join(QStringLiteral(", "));
}

QString cleanUpText(const Plan &plan)
{
    QStringList lines;
    lines << (plan.cleanUp.job ? Texts::tr("job %1").arg(plan.job.id) : Texts::tr("not the job"));
    lines << (plan.cleanUp.pool ? Texts::tr("pool %1").arg(plan.pool.id)
                                : Texts::tr("not the pool, which keeps costing money"));
    lines << containersCleanUpText(plan);
    return lines.join(QStringLiteral("; "));
}

OrderedJson poolJson(const Plan &plan)
{
    OrderedJson pool;
    pool.add(QStringLiteral("id"), plan.pool.id);
    pool.add(QStringLiteral("image"), imageText(plan.pool.image));
    pool.add(QStringLiteral("nodeAgentSKUId"), plan.pool.nodeAgentSkuId);
    pool.add(QStringLiteral("vmSize"), plan.pool.vmSize);
    pool.add(QStringLiteral("dedicatedNodes"), plan.pool.targetDedicatedNodes);
    pool.add(QStringLiteral("spotNodes"), plan.pool.targetLowPriorityNodes);
    pool.add(QStringLiteral("slotsPerNode"), plan.pool.taskSlotsPerNode);
    pool.add(QStringLiteral("startTask"),
             plan.pool.startTask ? QJsonValue(plan.pool.startTask->commandLine) : QJsonValue());
    return pool;
}

OrderedJson jobJson(const Plan &plan)
{
    OrderedJson job;
    job.add(QStringLiteral("id"), plan.job.id);
    job.add(QStringLiteral("preparation"), plan.job.preparationTask->commandLine);
    job.add(QStringLiteral("maxWallClockTime"),
            plan.job.maxWallClockTime ? toIsoDuration(plan.job.maxWallClockTime)
                                      : QStringLiteral("unlimited"));
    job.add(QStringLiteral("retries"), plan.job.maxTaskRetryCount);
    return job;
}

OrderedJson cleanUpJson(const Plan &plan)
{
    QJsonArray containers;
    if (plan.cleanUp.containers != Settings::CleanUp::Containers::Keep)
        containers = {plan.applicationContainer, plan.inputContainer};
    if (plan.cleanUp.containers == Settings::CleanUp::Containers::All && plan.ownsOutputContainer)
        containers.append(plan.outputContainer);
    OrderedJson cleanUp;
    cleanUp.add(QStringLiteral("job"), plan.cleanUp.job);
    cleanUp.add(QStringLiteral("pool"), plan.cleanUp.pool);
    cleanUp.add(QStringLiteral("containers"), containers);
    return cleanUp;
}

OrderedJson cloneJson(const PlannedClone &clone)
{
    OrderedJson repository;
    repository.add(QStringLiteral("url"), clone.address.url);
    repository.add(QStringLiteral("reference"), clone.source.reference.toText());
    repository.add(QStringLiteral("folder"), clone.source.folder);
    repository.add(QStringLiteral("depth"), clone.source.depth);
    repository.add(QStringLiteral("credential"), clone.source.credential);
    return repository;
}

OrderedJson runJson(const Plan &plan)
{
    OrderedJson containers;
    containers.add(QStringLiteral("application"), plan.applicationContainer);
    containers.add(QStringLiteral("input"), plan.inputContainer);
    containers.add(QStringLiteral("output"), plan.outputContainer);
    if (plan.clone && plan.clone->needsSecret())
        containers.add(QStringLiteral("key"), plan.clone->secret.container);
    QJsonArray warnings;
    for (const Error &warning : plan.warnings)
        warnings.append(warning.caption());
    OrderedJson run;
    run.add(QStringLiteral("kind"), QStringLiteral("run"));
    run.add(QStringLiteral("id"), plan.runId);
    run.add(QStringLiteral("title"), plan.title);
    run.add(QStringLiteral("account"), plan.account);
    run.add(QStringLiteral("tasks"), plan.tasks.size());
    run.add(QStringLiteral("inputBytes"), plan.inputBytes());
    run.add(QStringLiteral("applicationFiles"), plan.applicationFiles.size());
    run.add(QStringLiteral("applicationBytes"), plan.applicationBytes());
    if (plan.clone)
        run.add(QStringLiteral("repository"), cloneJson(*plan.clone));
    run.add(QStringLiteral("containers"), containers);
    run.add(QStringLiteral("outputPrefix"), plan.outputPrefix);
    run.add(QStringLiteral("pool"), poolJson(plan));
    run.add(QStringLiteral("job"), jobJson(plan));
    run.add(QStringLiteral("outputs"), QJsonArray::fromStringList(plan.outputPatterns));
    run.add(QStringLiteral("downloadFolder"), plan.downloadFolder);
    run.add(QStringLiteral("cleanUp"), cleanUpJson(plan));
    run.add(QStringLiteral("warnings"), warnings);
    return run;
}

} // namespace

QString byteText(qint64 bytes)
{
    if (bytes < 1024)
        return Texts::tr("%1 bytes").arg(bytes);
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

QString planText(const Plan &plan)
{
    QStringList lines;
    const auto add = [&lines](const QString &label, const QString &text) {
        lines << QStringLiteral("  %1 %2").arg(label + QLatin1Char(':'), -13).arg(text);
    };
    lines << Texts::tr("Run %1 (%2) on account %3").arg(plan.runId, plan.title, plan.account);
    lines << Texts::tr("Creates");
    add(Texts::tr("containers"), plan.containers().join(QStringLiteral(", ")));
    if (plan.clone)
        add(Texts::tr("application"), cloneInWords(plan).join(QLatin1Char(' ')));
    else
        add(Texts::tr("application"),
            Texts::tr("files: %1, %2, from %3")
                .arg(QString::number(plan.applicationFiles.size()),
                     byteText(plan.applicationBytes()),
                     QDir::toNativeSeparators(plan.applicationFolder)));
    add(Texts::tr("inputs"),
        Texts::tr("files: %1, %2, from %3")
            .arg(QString::number(plan.tasks.size()), byteText(plan.inputBytes()),
                 QDir::toNativeSeparators(plan.inputFolder)));
    add(Texts::tr("pool"),
        Texts::tr("%1: nodes dedicated %2, Spot %3; %4; slots per node %5")
            .arg(plan.pool.id, QString::number(plan.pool.targetDedicatedNodes),
                 QString::number(plan.pool.targetLowPriorityNodes), plan.pool.vmSize,
                 QString::number(plan.pool.taskSlotsPerNode)));
    add(Texts::tr("image"), imageText(plan.pool.image));
    if (plan.pool.startTask)
        add(Texts::tr("start task"), plan.pool.startTask->commandLine);
    add(Texts::tr("job"),
        Texts::tr("%1: at most %2, retries of a task %3")
            .arg(plan.job.id, timeText(plan.job.maxWallClockTime),
                 QString::number(plan.job.maxTaskRetryCount)));
    add(Texts::tr("preparation"), plan.job.preparationTask->commandLine);
    add(Texts::tr("tasks"), QString::number(plan.tasks.size()));
    for (qsizetype i = 0; i < qMin(examplesShown, plan.tasks.size()); ++i) {
        const PlannedTask &task = plan.tasks.at(i);
        lines << QStringLiteral("    %1  %2").arg(task.id, task.input.path);
        lines << QStringLiteral("      %1").arg(task.commandLine);
    }
    if (plan.tasks.size() > examplesShown)
        lines << Texts::tr("    and %1 more").arg(plan.tasks.size() - examplesShown);
    lines << Texts::tr("Brings home");
    add(Texts::tr("results"),
        Texts::tr("%1, with task-log/stdout.txt and stderr.txt, to %2")
            .arg(plan.outputPatterns.join(QStringLiteral(", ")),
                 QDir::toNativeSeparators(plan.downloadFolder)));
    lines << Texts::tr("Removes in the end");
    lines << QStringLiteral("  ") + cleanUpText(plan);
    for (const Error &warning : plan.warnings)
        lines << Texts::tr("Warning: %1").arg(warning.caption());
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QList<QByteArray> planJsonLines(const Plan &plan)
{
    QList<QByteArray> lines;
    lines.reserve(1 + plan.tasks.size() + plan.applicationFiles.size());
    lines << runJson(plan).compact();
    for (const PlannedTask &task : plan.tasks) {
        OrderedJson line;
        line.add(QStringLiteral("kind"), QStringLiteral("task"));
        line.add(QStringLiteral("id"), task.id);
        line.add(QStringLiteral("input"), task.input.path);
        line.add(QStringLiteral("size"), task.input.size);
        line.add(QStringLiteral("commandLine"), task.commandLine);
        lines << line.compact();
    }
    for (const ApplicationFile &file : plan.applicationFiles) {
        OrderedJson line;
        line.add(QStringLiteral("kind"), QStringLiteral("applicationFile"));
        line.add(QStringLiteral("path"), file.path);
        line.add(QStringLiteral("size"), file.size);
        line.add(QStringLiteral("executable"), file.executable);
        lines << line.compact();
    }
    return lines;
}

} // namespace Batchdesk
