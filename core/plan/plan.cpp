// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/plan.h"

#include "core/plan/commandtemplate.h"
#include "core/plan/imagecatalogue.h"
#include "core/plan/names.h"
#include "core/plan/planclone.h"
#include "core/plan/settingschecks.h"
#include "core/plan/shellquoting.h"
#include "core/plan/shippedfile.h"
#include "core/plan/taskids.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <numeric>

namespace Batchdesk {

namespace {

constexpr qsizetype longestWindowsCommandLine = 8191;
constexpr qsizetype longestLinuxArgument = 131071; // bytes; bash gets the whole script as one
constexpr qsizetype longestFileName = 255;
constexpr qsizetype longestBlobName = 1024;
constexpr qsizetype fileErrorsShown = 20;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

//! Builds one plan; every step may add errors, and none stops the next.
class Planner
{
public:
    Planner(const Settings &settings, const Listing &listing, const QString &baseFolder,
            const RunStamp &stamp)
        : m_settings(settings)
        , m_listing(listing)
        , m_baseFolder(baseFolder)
        , m_stamp(stamp)
        , m_command(CommandTemplate::parse(settings.task.command, ImageChoice::Os::Linux))
    {
    }

    PlanResult result();

private:
    bool checkedSettings();
    void nameThings();
    void planApplication(const QString &containerId);
    void planPool();
    QStringList tools() const;
    void planStartTask();
    QString startCommand();
    void addStartScript(const QString &name, const QByteArray &content);
    void planJob();
    void planPreparation();
    void planTasks();
    void checkFile(const PlannedTask &task);
    void addFileError(const QString &message, const QString &path, const QString &advice);
    void checkFolders();
    bool isWindows() const { return m_image.os == ImageChoice::Os::Windows; }
    QString absolute(const QString &path) const
    {
        return QDir::cleanPath(QDir(m_baseFolder).absoluteFilePath(path));
    }

    const Settings &m_settings;
    const Listing &m_listing;
    QString m_baseFolder;
    RunStamp m_stamp;
    CommandTemplate m_command;
    ImageChoice m_image;
    qsizetype m_fileErrors = 0;
    Plan m_plan;
    QList<Error> m_errors;
};

bool Planner::checkedSettings()
{
    for (const SettingsProblem &problem : checkSettings(m_settings))
        m_errors << Error::invalidInput(
            problem.message, Texts::tr("settings, %1").arg(problem.path), problem.advice);
    return m_errors.isEmpty();
}

void Planner::nameThings()
{
    m_plan.title = titleOf(m_settings, m_listing.applicationFolder);
    m_plan.account = m_settings.account;
    m_plan.runId = m_settings.job.id.isEmpty() ? jobIdFor(m_plan.title, m_stamp.time, m_stamp.salt)
                                               : m_settings.job.id;
    // An id from the settings comes back run after run; the containers must not, or the results of
    // an earlier run would pass for those of this one.
    const QString containerId = m_settings.job.id.isEmpty() || m_stamp.salt.isEmpty()
        ? m_plan.runId
        : m_plan.runId + QLatin1Char('-') + m_stamp.salt;
    m_plan.applicationContainer = containerNameFor(containerId, QStringLiteral("application"));
    m_plan.inputContainer = containerNameFor(containerId, QStringLiteral("input"));
    m_plan.outputContainer = containerNameFor(containerId, QStringLiteral("output"));
    if (!m_settings.outputs.container.isEmpty()) {
        m_plan.ownsOutputContainer = false;
        m_plan.outputContainer = m_settings.outputs.container;
        m_plan.outputPrefix = containerId + QLatin1Char('/');
    }
    planApplication(containerId);
    m_plan.inputFolder = m_listing.inputFolder;
    // A folder of its own: results of an earlier run stay what they are.
    m_plan.downloadFolder = absolute(m_settings.outputs.folder) + QLatin1Char('/') + containerId;
    m_plan.outputPatterns = m_settings.task.outputs;
    m_plan.environment = m_settings.task.environment;
    std::sort(m_plan.environment.begin(), m_plan.environment.end(),
              [](const auto &a, const auto &b) { return a.name < b.name; });
    m_plan.taskWallClockTime = m_settings.task.maxWallClockTime;
    m_plan.cleanUp = m_settings.cleanUp;
    m_plan.warnings += m_listing.warnings;
}

void Planner::planPool()
{
    Batch::PoolSpec &pool = m_plan.pool;
    pool.id = m_settings.pool.id.isEmpty() ? m_plan.runId : m_settings.pool.id;
    pool.displayName = m_plan.title;
    pool.vmSize = m_settings.pool.vmSize.isEmpty() ? ImageCatalogue::shipped().defaultVmSize()
                                                   : m_settings.pool.vmSize;
    pool.image = m_image.reference;
    pool.nodeAgentSkuId = m_image.nodeAgentSkuId;
    pool.targetDedicatedNodes = m_settings.pool.dedicatedNodes;
    pool.targetLowPriorityNodes = m_settings.pool.spotNodes;
    pool.taskSlotsPerNode = m_settings.pool.slotsPerNode;
    pool.metadata = {{QStringLiteral("createdBy"), QStringLiteral("Batchdesk")},
                     {QStringLiteral("batchdeskRun"), m_plan.runId}};
    planStartTask();
}

void Planner::planApplication(const QString &containerId)
{
    if (!m_settings.application.git) {
        m_plan.applicationFolder = m_listing.applicationFolder;
        m_plan.applicationFiles = m_listing.application;
        m_plan.archive = {m_plan.applicationContainer, QStringLiteral("application.zip")};
        return;
    }
    m_plan.clone = plannedClone(*m_settings.application.git,
                                containerNameFor(containerId, QStringLiteral("key")));
    if (const auto problem = hostKeyProblem(*m_plan.clone, m_listing.hostKeys))
        m_errors << *problem;
    if (m_plan.clone->needsSecret() && !m_settings.job.maxWallClockTime)
        m_plan.warnings << Error::invalidInput(
            Texts::tr("The job has no time limit: nodes that join it after a week cannot clone the "
                      "repository any more"),
            Texts::tr("settings, %1").arg(QLatin1String("$.job.maxWallClockTime")),
            Texts::tr("Give the job a time limit."));
}

//! What the nodes need of us beside the image, in the words of start-tools.
QStringList Planner::tools() const
{
    QStringList names;
    if (m_settings.pool.startTask.kind == StartTaskChoice::Kind::Python3)
        names << QStringLiteral("python3");
    if (m_plan.clone)
        names << QStringLiteral("git");
    if (m_plan.clone && m_plan.clone->source.lfs)
        names << QStringLiteral("git-lfs");
    return names;
}

void Planner::planStartTask()
{
    const StartTaskChoice &choice = m_settings.pool.startTask;
    const bool isOwnCommand = choice.kind == StartTaskChoice::Kind::Command;
    if (isOwnCommand && m_plan.clone)
        m_plan.warnings << Error::invalidInput(
            Texts::tr("The nodes clone the repository, and your own start command has to see to it "
                      "that they have Git"),
            Texts::tr("settings, %1").arg(QLatin1String("$.pool.startTask.command")),
            Texts::tr("Use a start script instead, before which Git is installed."));
    const bool needsTools = !isOwnCommand && !tools().isEmpty();
    if (choice.kind == StartTaskChoice::Kind::None && !needsTools)
        return;
    Batch::StartTask start;
    start.waitForSuccess = true;
    start.maxTaskRetryCount = 1;
    start.userIdentity = {Batch::UserIdentity::Scope::Pool,
                          Batch::UserIdentity::Elevation::NonAdmin};
    const bool isElevatedOwn = choice.elevated && choice.kind != StartTaskChoice::Kind::None;
    if (isElevatedOwn || needsTools)
        start.userIdentity.elevation = Batch::UserIdentity::Elevation::Admin;
    start.commandLine = isOwnCommand ? choice.command : startCommand();
    m_plan.pool.startTask = start;
}

//! Adds the scripts that are needed, and gives the command that runs them one after the other.
QString Planner::startCommand()
{
    const StartTaskChoice &choice = m_settings.pool.startTask;
    const QString ending = isWindows() ? QStringLiteral(".ps1") : QStringLiteral(".sh");
    QList<QStringList> calls;
    if (const QStringList names = tools(); !names.isEmpty()) {
        const QString name = QStringLiteral("start-tools") + ending;
        addStartScript(name, shippedFile(QStringLiteral("nodes/") + name));
        calls << (QStringList{name} + names);
    }
    if (choice.kind == StartTaskChoice::Kind::Script) {
        const QString name =
            QDir::fromNativeSeparators(choice.script).section(QLatin1Char('/'), -1);
        addStartScript(name, m_listing.startScript);
        calls << QStringList{name};
        if (!isWindows() && m_listing.startScript.contains("\r\n"))
            m_plan.warnings << Error::invalidInput(
                Texts::tr("The start script has Windows line ends, which bash does not understand"),
                absolute(choice.script), Texts::tr("Save it with Unix line ends."));
    }
    return scriptsCommandLine(calls, isWindows());
}

void Planner::addStartScript(const QString &name, const QByteArray &content)
{
    const BlobPlace place{m_plan.applicationContainer, QStringLiteral("start/") + name};
    m_plan.scripts.append({place, content});
    m_plan.startTaskFiles.append(place);
}

void Planner::planJob()
{
    Batch::JobSpec &job = m_plan.job;
    job.id = m_plan.runId;
    job.displayName = m_plan.title;
    job.poolId = m_plan.pool.id;
    job.maxWallClockTime = m_settings.job.maxWallClockTime;
    job.maxTaskRetryCount = m_settings.job.retries;
    job.terminateWhenAllTasksComplete = true;
    job.metadata = m_plan.pool.metadata;

    planPreparation();
}

void Planner::planPreparation()
{
    const QString name = isWindows() ? QStringLiteral("prepare.ps1") : QStringLiteral("prepare.sh");
    const BlobPlace place{m_plan.applicationContainer, QStringLiteral("preparation/") + name};
    m_plan.scripts.append({place, shippedFile(QStringLiteral("nodes/") + name)});
    m_plan.preparationFiles = {place};
    Batch::JobPreparationTask preparation;
    if (m_plan.clone) {
        for (const PlannedScript &file : cloneFiles(*m_plan.clone, m_listing.hostKeys,
                                                    m_plan.applicationContainer, m_image.os)) {
            m_plan.scripts.append(file);
            m_plan.preparationFiles.append(file.place);
        }
        // Last, so that it does not wait on the node for the others.
        if (m_plan.clone->needsSecret())
            m_plan.preparationFiles.append(m_plan.clone->secret);
        preparation.environmentSettings = cloneEnvironment(*m_plan.clone);
    } else {
        m_plan.preparationFiles.prepend(m_plan.archive);
    }
    const bool hasOwn = m_settings.job.preparation.kind == PreparationChoice::Kind::Command;
    preparation.commandLine = preparationCommandLine(
        hasOwn ? m_settings.job.preparation.command : QString(),
        m_plan.clone ? ApplicationForm::Repository : ApplicationForm::Archive, m_image.os);
    m_plan.job.preparationTask = preparation;
}

void Planner::addFileError(const QString &message, const QString &path, const QString &advice)
{
    if (++m_fileErrors <= fileErrorsShown)
        m_errors << Error::invalidInput(message, m_listing.inputFolder + QLatin1Char('/') + path,
                                        advice);
}

void Planner::checkFile(const PlannedTask &task)
{
    const QString &path = task.input.path;
    const QString rename = Texts::tr("Rename it, or exclude it by a pattern.");
    const QStringList names = path.split(QLatin1Char('/'));
    const bool tooLong = std::any_of(names.begin(), names.end(), [this](const QString &name) {
        return (isWindows() ? name.size() : name.toUtf8().size()) > longestFileName;
    });
    if (tooLong)
        addFileError(Texts::tr("The file name is too long for a node (more than %1 %2)")
                         .arg(QString::number(longestFileName),
                              isWindows() ? Texts::tr("characters") : Texts::tr("bytes")),
                     path, rename);
    else if (path.size() > longestBlobName)
        addFileError(Texts::tr("The path is too long for Blob Storage (more than %1 characters)")
                         .arg(longestBlobName),
                     path, rename);
    else if (isWindows() && !isLegalWindowsPath(path))
        addFileError(Texts::tr("A Windows node cannot hold a file of this name"), path, rename);
    const qsizetype length =
        isWindows() ? task.commandLine.size() : task.commandLine.toUtf8().size();
    const qsizetype limit = isWindows() ? longestWindowsCommandLine : longestLinuxArgument;
    if (length > limit)
        addFileError(
            Texts::tr(
                "The command line for \"%1\" is too long: %2, and %3 is the most a node takes")
                .arg(path, QString::number(length), QString::number(limit)),
            path, Texts::tr("Put part of the command into a script of the application."));
}

void Planner::planTasks()
{
    m_command = CommandTemplate::parse(m_settings.task.command, m_image.os);
    QList<QString> paths;
    paths.reserve(m_listing.inputs.size());
    m_plan.tasks.reserve(m_listing.inputs.size());
    for (const InputFile &input : m_listing.inputs) {
        paths << input.path;
        m_plan.tasks.append({taskIdFor(input.path), input,
                             m_command.taskCommandLine(input.path, m_plan.tasks.size() + 1)});
        checkFile(m_plan.tasks.last());
    }
    if (m_fileErrors > fileErrorsShown)
        m_errors << Error::invalidInput(
            Texts::tr("%1 more files have such problems").arg(m_fileErrors - fileErrorsShown),
            m_listing.inputFolder);
    m_errors += sharedTaskIds(paths);
}

void Planner::checkFolders()
{
    m_errors += m_listing.errors;
    if (!m_listing.errors.isEmpty())
        return;
    // Folders that were not named were not walked, and have been reported.
    if (!m_settings.application.git && m_listing.application.isEmpty()
        && !m_settings.application.folder.trimmed().isEmpty())
        m_errors << Error::invalidInput(
            Texts::tr("The application folder holds nothing to send"), m_listing.applicationFolder,
            Texts::tr("Put your program there, or correct $.application."));
    if (!m_listing.inputs.isEmpty() || m_settings.inputs.folder.trimmed().isEmpty())
        return;
    const QString patterns = m_settings.inputs.include.join(QStringLiteral(", "));
    const QString message = m_listing.inputsLookedAt == 0
        ? Texts::tr("The input folder holds no files")
        : Texts::tr("No file in the input folder matches %1; files looked at: %2")
              .arg(patterns, QString::number(m_listing.inputsLookedAt));
    m_errors << Error::invalidInput(
        message, m_listing.inputFolder,
        m_settings.inputs.recursive
            ? Texts::tr("Correct $.inputs in the settings.")
            : Texts::tr(
                "Correct $.inputs in the settings; \"recursive\": true looks into sub-folders."));
}

PlanResult Planner::result()
{
    const bool usable = checkedSettings();
    checkFolders();
    if (usable) {
        m_image = *ImageCatalogue::shipped().resolve(m_settings.pool.image);
        nameThings();
        planPool();
        planJob();
        planTasks();
    }
    return {m_plan, m_errors};
}

} // namespace

QString titleOf(const Settings &settings, const QString &applicationFolder)
{
    if (!settings.name.isEmpty())
        return settings.name;
    if (!settings.application.git)
        return QDir(applicationFolder).dirName();
    const auto address = Git::Address::parse(settings.application.git->url);
    return address ? address->repositoryName() : settings.application.git->url;
}

PlanResult makePlan(const Settings &settings, const Listing &listing, const QString &baseFolder,
                    const RunStamp &stamp)
{
    return Planner(settings, listing, baseFolder, stamp).result();
}

qint64 Plan::inputBytes() const
{
    return std::accumulate(
        tasks.begin(), tasks.end(), qint64(0),
        [](qint64 sum, const PlannedTask &task) { return sum + task.input.size; });
}

qint64 Plan::applicationBytes() const
{
    return std::accumulate(applicationFiles.begin(), applicationFiles.end(), qint64(0),
                           [](qint64 sum, const ApplicationFile &file) { return sum + file.size; });
}

QList<QString> Plan::containers() const
{
    QList<QString> names{applicationContainer, inputContainer, outputContainer};
    if (clone && clone->needsSecret())
        names << clone->secret.container;
    return names;
}

BlobPlace Plan::inputPlace(const PlannedTask &task) const
{
    return {inputContainer, task.input.path};
}

QString Plan::outputFolderOf(const PlannedTask &task) const
{
    return outputPrefix + task.id + QLatin1Char('/');
}

} // namespace Batchdesk
