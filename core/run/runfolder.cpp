// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/runfolder.h"

#include "core/run/summaryjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr auto recordName = "record.json";
constexpr auto outcomeName = "outcome.json";
constexpr auto summaryName = "summary.json";
constexpr auto lockName = "lock";
constexpr auto feedName = "feed.jsonl";
constexpr auto stopName = "stop";
constexpr auto headName = "run.json";

constexpr int lockPatienceMs = 2'000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunFolder)
};

QString inFolder(const QString &folder, const char *name)
{
    return folder + QLatin1Char('/') + QLatin1String(name);
}

Outcome<void> save(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.commit()) {
        return Error::io(
            Texts::tr("The run's record cannot be written: %1").arg(file.errorString()), path,
            Texts::tr("Make room on the disk, and try again."));
    }
    return {};
}

std::optional<RunSummary> loadSummary(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.isEmpty())
        return {};
    return summaryFromJson(object);
}

//! What the list shows of a record, its state aside.
RunListing listingOf(const QString &folder, const PlanRecord &record)
{
    RunListing listing;
    listing.runId = QFileInfo(folder).fileName();
    listing.title = titleOf(record.settings, record.listing.applicationFolder);
    listing.account = record.settings.account;
    listing.startedAt = record.stamp.time;
    listing.tasks = record.listing.inputs.size();
    return listing;
}

QByteArray toJson(const RunListing &head)
{
    return QJsonDocument(
               QJsonObject{{QStringLiteral("title"), head.title},
                           {QStringLiteral("account"), head.account},
                           {QStringLiteral("startedAt"), head.startedAt.toMSecsSinceEpoch()},
                           {QStringLiteral("tasks"), head.tasks}})
        .toJson();
}

//! Runs of earlier versions have a record only.
std::optional<RunListing> headOf(const RunFolder &folder)
{
    QFile file(inFolder(folder.path(), headName));
    if (!QFileInfo::exists(inFolder(folder.path(), recordName)))
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        const auto record = folder.record();
        return record ? std::optional(listingOf(folder.path(), *record)) : std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    RunListing head;
    head.runId = QFileInfo(folder.path()).fileName();
    head.title = json.value(QLatin1String("title")).toString();
    head.account = json.value(QLatin1String("account")).toString();
    head.startedAt =
        QDateTime::fromMSecsSinceEpoch(json.value(QLatin1String("startedAt")).toInteger(), Qt::UTC);
    head.tasks = json.value(QLatin1String("tasks")).toInteger();
    return head;
}

Outcome<void> saveAs(const QString &path, const RunSummary &summary)
{
    return save(path, QJsonDocument(summaryToJson(summary)).toJson());
}

} // namespace

QString RunFolder::journalPath() const
{
    return inFolder(m_path, "journal.jsonl");
}

QString RunFolder::archivePath() const
{
    return inFolder(m_path, "application.zip");
}

QString RunFolder::feedPath() const
{
    return inFolder(m_path, feedName);
}

QString RunFolder::stopPath() const
{
    return inFolder(m_path, stopName);
}

Outcome<void> RunFolder::askToStop() const
{
    return save(stopPath(), QByteArray());
}

void RunFolder::forgetStop() const
{
    QFile::remove(stopPath());
}

Outcome<void> RunFolder::saveRecord(const PlanRecord &record) const
{
    // Beside the record, which may list a hundred thousand files, what a list of runs shows of it.
    const RunListing head = listingOf(m_path, record);
    if (const auto saved = save(inFolder(m_path, headName), toJson(head)); !saved)
        return saved;
    return save(inFolder(m_path, recordName), record.toJson());
}

Outcome<PlanRecord> RunFolder::record() const
{
    QFile file(inFolder(m_path, recordName));
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(Texts::tr("The run's record cannot be read: %1").arg(file.errorString()),
                         file.fileName());
    return PlanRecord::fromJson(file.readAll());
}

Outcome<RunListing> RunFolder::head() const
{
    if (const auto head = headOf(*this))
        return *head;
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = Texts::tr("There is no run in this folder");
    error.place = m_path;
    return error;
}

Outcome<void> RunFolder::saveOutcome(const RunSummary &soFar) const
{
    return saveAs(inFolder(m_path, outcomeName), soFar);
}

std::optional<RunSummary> RunFolder::outcome() const
{
    return loadSummary(inFolder(m_path, outcomeName));
}

Outcome<void> RunFolder::saveSummary(const RunSummary &summary) const
{
    return saveAs(inFolder(m_path, summaryName), summary);
}

std::optional<RunSummary> RunFolder::summary() const
{
    return loadSummary(inFolder(m_path, summaryName));
}

void RunFolder::removeIfUnused()
{
    if (QFileInfo::exists(journalPath()))
        return;
    m_lock.reset();
    QDir(m_path).removeRecursively();
}

Outcome<void> RunFolder::lock()
{
    auto lock = std::make_shared<QLockFile>(inFolder(m_path, lockName));
    lock->setStaleLockTime(0); // only a dead owner makes it stale, never its age
    if (!lock->tryLock(lockPatienceMs)) {
        Error error;
        error.kind = Error::Kind::Conflict;
        error.message = Texts::tr("This run is being carried out by another program");
        error.place = m_path;
        error.advice = Texts::tr("Wait for it, or stop it there.");
        return error;
    }
    m_lock = lock;
    return {};
}

bool RunFolder::isLocked() const
{
    // Without a lock there is nothing to try, and trying would leave a trace for whoever watches
    // the folder, and so would look again for ever.
    if (!QFileInfo::exists(inFolder(m_path, lockName)))
        return false;
    QLockFile lock(inFolder(m_path, lockName));
    lock.setStaleLockTime(0);
    return !lock.tryLock();
}

Standing RunFolder::standing() const
{
    Standing standing{summary(), false};
    if (standing.summary)
        return standing;
    standing.isCarriedOut = isLocked();
    // Between the two looks it may have ended: who let go of the lock has written the summary.
    if (!standing.isCarriedOut)
        standing.summary = summary();
    return standing;
}

Outcome<RunFolder> RunStore::create(const QString &runId) const
{
    const QString path = m_path + QLatin1Char('/') + runId;
    if (QFileInfo::exists(path)) {
        const RunFolder earlier(path);
        if (!earlier.summary()) {
            Error error;
            error.kind = Error::Kind::AlreadyExists;
            error.message = Texts::tr("A run called %1 has not ended yet").arg(runId);
            error.place = QStringLiteral("$.job.id");
            error.advice = Texts::tr("Resume it with \"batchdesk-cli resume %1\", remove it with "
                                     "\"batchdesk-cli cleanup %1\", "
                                     "or use another id such as %1-2.")
                               .arg(runId);
            return error;
        }
        const QString stamp =
            QFileInfo(path).lastModified().toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss"));
        if (!QDir().rename(path, path + QStringLiteral("~") + stamp))
            return Error::io(Texts::tr("The folder of the earlier run cannot be set aside"), path);
    }
    // mkdir, not mkpath: of two that start at once only one gets it.
    if (!QDir().mkpath(m_path) || !QDir().mkdir(path)) {
        return Error::io(Texts::tr("The run's folder cannot be made"), path,
                         Texts::tr("Make the folder above it writable, and try again."));
    }
    return RunFolder(path);
}

Outcome<RunFolder> RunStore::find(const QString &runId) const
{
    const QString path = m_path + QLatin1Char('/') + runId;
    if (!runId.isEmpty() && !runId.contains(QLatin1Char('/'))
        && QFileInfo::exists(inFolder(path, recordName)))
        return RunFolder(path);
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = Texts::tr("There is no run called %1 on this computer").arg(runId);
    error.advice = Texts::tr("\"batchdesk-cli runs\" lists them.");
    return error;
}

QList<RunListing> RunStore::list() const
{
    QList<RunListing> runs;
    const QStringList ids = QDir(m_path).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        const RunFolder folder(m_path + QLatin1Char('/') + id);
        std::optional<RunListing> head = headOf(folder);
        if (!head)
            continue;
        RunListing listing = *head;
        const Standing standing = folder.standing();
        listing.summary = standing.summary;
        listing.running = standing.isCarriedOut;
        runs << listing;
    }
    std::sort(runs.begin(), runs.end(),
              [](const RunListing &a, const RunListing &b) { return a.startedAt > b.startedAt; });
    return runs;
}

} // namespace Batchdesk
