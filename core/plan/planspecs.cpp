// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/plan.h"

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr qsizetype longestDisplayName = 1024;

QList<Batch::ResourceFile> linked(const QList<BlobPlace> &places, const BlobLinks &links)
{
    QList<Batch::ResourceFile> files;
    for (const BlobPlace &place : places) {
        Batch::ResourceFile file;
        file.httpUrl = links.readLink(place);
        file.filePath = place.name.section(QLatin1Char('/'), -1);
        files << file;
    }
    return files;
}

bool hasWildcard(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return QStringView(u"*?[").contains(c); });
}

//! Where the matches of \a pattern go below the task's folder: a blob's name, or with wildcards the
//! folder that the pattern's own folders are kept in. The service keeps only what the wildcards
//! match.
QString outputPath(const QString &taskFolder, const QString &pattern)
{
    QStringList names = pattern.split(QLatin1Char('/'));
    if (names.size() > 1 && names.first() == QLatin1String("output"))
        names.removeFirst();
    const auto wild = std::find_if(names.begin(), names.end(), hasWildcard);
    names.erase(wild, names.end());
    QString path = taskFolder + names.join(QLatin1Char('/'));
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

//! What prepares a node to clone: the secret among it opens the repository, so no link lasts longer
//! than the job, and only its owner may read the file.
QList<Batch::ResourceFile> linkedBriefly(const Plan &plan, const BlobLinks &links)
{
    QList<Batch::ResourceFile> files;
    for (const BlobPlace &place : plan.preparationFiles) {
        Batch::ResourceFile file;
        file.httpUrl = links.briefLink(place, secretLifetime(plan));
        file.filePath = place.name.section(QLatin1Char('/'), -1);
        if (place == plan.clone->secret)
            file.fileMode = QStringLiteral("0600");
        files << file;
    }
    return files;
}

} // namespace

std::chrono::seconds secretLifetime(const Plan &plan)
{
    using namespace std::chrono;
    // The job is made a moment after its links.
    return plan.job.maxWallClockTime ? *plan.job.maxWallClockTime + minutes(10)
                                     : seconds(hours(24 * 7));
}

std::chrono::seconds linkLifetime(const Plan &plan)
{
    using std::chrono::hours;
    return plan.job.maxWallClockTime.value_or(hours(24 * 29)) + hours(24);
}

Batch::PoolSpec poolSpec(const Plan &plan, const BlobLinks &links)
{
    Batch::PoolSpec pool = plan.pool;
    if (pool.startTask)
        pool.startTask->resourceFiles = linked(plan.startTaskFiles, links);
    return pool;
}

Batch::JobSpec jobSpec(const Plan &plan, const BlobLinks &links)
{
    Batch::JobSpec job = plan.job;
    if (job.preparationTask)
        job.preparationTask->resourceFiles =
            plan.clone ? linkedBriefly(plan, links) : linked(plan.preparationFiles, links);
    return job;
}

Batch::TaskSpec taskSpec(const Plan &plan, const PlannedTask &task, const BlobLinks &links)
{
    Batch::TaskSpec spec;
    spec.id = task.id;
    spec.displayName = task.input.path.left(longestDisplayName);
    spec.commandLine = task.commandLine;
    spec.environmentSettings = plan.environment;
    spec.maxWallClockTime = plan.taskWallClockTime;
    Batch::ResourceFile input;
    input.httpUrl = links.readLink(plan.inputPlace(task));
    input.filePath = QStringLiteral("input/") + task.input.path;
    spec.resourceFiles = {input};

    const QString folder = plan.outputFolderOf(task);
    const QString container = links.writeLink(plan.outputContainer);
    for (const QString &pattern : plan.outputPatterns)
        spec.outputFiles.append({pattern, container, outputPath(folder, pattern),
                                 Batch::OutputFile::Condition::TaskCompletion});
    // In a folder of their own: a program may well write an output/stdout.txt itself.
    spec.outputFiles.append({QStringLiteral("../std*.txt"), container,
                             folder + QStringLiteral("task-log"),
                             Batch::OutputFile::Condition::TaskCompletion});
    return spec;
}

} // namespace Batchdesk
