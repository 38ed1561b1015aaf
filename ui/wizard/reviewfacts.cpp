// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/reviewfacts.h"

#include "core/plan/imagecatalogue.h"
#include "core/plan/plantext.h"
#include "core/run/accounts.h"
#include "ui/models/statelook.h"
#include "ui/wizard/gitfacts.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReviewFacts)
};

QString limitText(const std::optional<std::chrono::seconds> &limit)
{
    return limit
        ? Texts::tr("at most %1").arg(durationText(std::chrono::milliseconds(*limit).count()))
        : Texts::tr("no time limit");
}

QString imageTitle(const Batch::PoolSpec &pool)
{
    const QList<CatalogueImage> &images = ImageCatalogue::shipped().images();
    const auto found = std::find_if(images.begin(), images.end(), [&pool](const auto &entry) {
        return entry.image.reference == pool.image;
    });
    return found == images.end() ? pool.image.offer + QLatin1Char(' ') + pool.image.sku
                                 : found->title;
}

QString poolText(const Plan &plan)
{
    const Batch::PoolSpec &pool = plan.pool;
    QStringList nodes;
    if (pool.targetDedicatedNodes > 0)
        nodes << Texts::tr("%n dedicated node(s)", nullptr, pool.targetDedicatedNodes);
    if (pool.targetLowPriorityNodes > 0)
        nodes << Texts::tr("%n Spot node(s)", nullptr, pool.targetLowPriorityNodes);
    nodes << Texts::tr("%n task(s) at a time on each", nullptr, pool.taskSlotsPerNode);
    QStringList lines{pool.id, nodes.join(QStringLiteral(", "))};
    if (plan.account == QLatin1String("local"))
        lines << Texts::tr("processes on this computer");
    else
        lines << QStringLiteral("%1, %2").arg(pool.vmSize, imageTitle(pool));
    return lines.join(QLatin1Char('\n'));
}

QString startText(const PlannedDraft &draft)
{
    const StartTaskChoice &start = draft.settings.pool.startTask;
    const QString git =
        draft.result.plan.clone ? Texts::tr("Git is installed where it is missing.") : QString();
    switch (start.kind) {
    case StartTaskChoice::Kind::Python3:
        return git.isEmpty() ? Texts::tr("Python 3 is installed where it is missing.")
                             : Texts::tr("Python 3 and Git are installed where they are missing.");
    case StartTaskChoice::Kind::Script:
        return (git.isEmpty() ? git : git + QLatin1Char('\n'))
            + Texts::tr("Your script %1 runs.").arg(start.script);
    case StartTaskChoice::Kind::Command:
        return Texts::tr("This runs: %1").arg(start.command);
    case StartTaskChoice::Kind::None:
        break;
    }
    return git.isEmpty() ? Texts::tr("Nothing.") : git;
}

QString programText(const PlannedDraft &draft)
{
    if (draft.result.plan.clone)
        return Texts::tr("Your repository is cloned, and the packages of requirements.txt are "
                         "installed where there is one.");
    return draft.hasRequirements()
        ? Texts::tr("Your program is unpacked, and the packages of requirements.txt are installed.")
        : Texts::tr("Your program is unpacked.");
}

QString preparationText(const PlannedDraft &draft)
{
    QString text = programText(draft);
    const PreparationChoice &own = draft.settings.job.preparation;
    if (own.kind == PreparationChoice::Kind::Command)
        text += QLatin1Char('\n') + Texts::tr("Then this runs: %1").arg(own.command);
    return text;
}

QString folderText(qsizetype files, qint64 bytes, const QString &folder)
{
    return Texts::tr("%n file(s), %1", nullptr, int(files)).arg(byteText(bytes)) + QLatin1Char('\n')
        + QDir::toNativeSeparators(folder);
}

QString repositoryText(const GitSource &git)
{
    QStringList lines{git.url, referenceWords(git.reference)};
    if (git.folder != QLatin1String("."))
        lines << Texts::tr("folder %1").arg(git.folder);
    return lines.join(QLatin1Char('\n'));
}

FactSection sent(const PlannedDraft &draft)
{
    const Plan &plan = draft.result.plan;
    FactSection section{Texts::tr("What will be sent"), {}};
    if (!plan.clone)
        section.facts.append({Texts::tr("Application"),
                              folderText(plan.applicationFiles.size(), draft.archive.size(),
                                         plan.applicationFolder)});
    section.facts.append(
        {Texts::tr("Inputs"), folderText(plan.tasks.size(), draft.inputBytes, plan.inputFolder)});
    if (plan.clone && plan.clone->needsSecret())
        section.facts.append(
            {plan.clone->address.isSsh() ? Texts::tr("Key") : Texts::tr("Token"),
             plan.clone->source.credential + QLatin1Char('\n')
                 + Texts::tr("for the clone alone; a node removes it when that is done")});
    return section;
}

FactSection created(const Plan &plan)
{
    QString containers = plan.applicationContainer + QLatin1Char('\n') + plan.inputContainer
        + QLatin1Char('\n') + plan.outputContainer;
    if (!plan.ownsOutputContainer)
        containers += QLatin1Char(' ') + Texts::tr("(yours; made if it is missing)");
    if (plan.clone && plan.clone->needsSecret())
        containers += QLatin1Char('\n') + plan.clone->secret.container;
    QString job = plan.job.id + QLatin1Char('\n') + limitText(plan.job.maxWallClockTime);
    if (plan.job.maxTaskRetryCount > 0)
        job += QStringLiteral(", ")
            + Texts::tr("a failed task is tried again %n time(s)", nullptr,
                        plan.job.maxTaskRetryCount);
    QString tasks =
        Texts::tr("%n task(s), one for each input file", nullptr, int(plan.tasks.size()));
    if (plan.taskWallClockTime)
        tasks += QStringLiteral(", ") + limitText(plan.taskWallClockTime);
    return {Texts::tr("What will be created"),
            {{Texts::tr("Account"), Accounts::title(plan.account)},
             {Texts::tr("Containers"), containers},
             {Texts::tr("Pool"), poolText(plan)},
             {Texts::tr("Job"), job},
             {Texts::tr("Tasks"), tasks}}};
}

FactSection removed(const Plan &plan)
{
    using Containers = Settings::CleanUp::Containers;
    QStringList containers;
    if (plan.cleanUp.containers != Containers::Keep)
        containers << plan.applicationContainer << plan.inputContainer;
    if (plan.cleanUp.containers == Containers::All && plan.ownsOutputContainer)
        containers << Texts::tr("%1, once the results are here").arg(plan.outputContainer);
    if (plan.clone && plan.clone->needsSecret())
        containers << plan.clone->secret.container;
    return {Texts::tr("What is removed when it is done"),
            {{Texts::tr("Job"),
              plan.cleanUp.job ? plan.job.id : Texts::tr("stays, with its list of tasks")},
             {Texts::tr("Pool"),
              plan.cleanUp.pool ? plan.pool.id
                                : Texts::tr("stays, and costs money until you remove it")},
             {Texts::tr("Containers"),
              containers.isEmpty() ? Texts::tr("all stay") : containers.join(QLatin1Char('\n'))}}};
}

} // namespace

QList<FactSection> reviewFacts(const PlannedDraft &draft)
{
    const Plan &plan = draft.result.plan;
    FactSection ready{Texts::tr("How a node is made ready"),
                      {{Texts::tr("It starts"), startText(draft)},
                       {Texts::tr("Before its first task"), preparationText(draft)}}};
    if (plan.clone)
        ready.facts.append({Texts::tr("Repository"), repositoryText(plan.clone->source)});
    const FactSection home{
        Texts::tr("What comes home"),
        {{Texts::tr("Results"),
          plan.outputPatterns.join(QStringLiteral(", ")) + QLatin1Char('\n')
              + Texts::tr("and what each task printed, in a folder for each task")},
         {Texts::tr("Into"), QDir::toNativeSeparators(plan.downloadFolder)}}};
    return {created(plan), sent(draft), ready, home, removed(plan)};
}

} // namespace Batchdesk
