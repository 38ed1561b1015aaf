// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/settingsfile.h"

#include "core/plan/projectguess.h"
#include "ui/widgets/deliver.h"
#include "ui/wizard/problems.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtConcurrent>

#include <algorithm>
#include <optional>

namespace Batchdesk {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

//! Nothing when there is no file to be read.
std::optional<QByteArray> contentOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.read(largestFile);
}

Outcome<QByteArray> written(const QString &path, const Settings &settings)
{
    const QByteArray content = serializeSettings(settings);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error::io(
            SettingsFile::tr("The settings cannot be saved: %1").arg(file.errorString()),
            QDir::toNativeSeparators(path),
            SettingsFile::tr("Choose another place, or look at the folder's permissions."));
    return content;
}

//! \a path within \a folder as relative to it; \a path as it is otherwise.
QString relativeWithin(const QString &folder, const QString &path)
{
    const QString relative = QDir(folder).relativeFilePath(path);
    const bool within = !relative.startsWith(QLatin1String("..")) && QDir::isRelativePath(relative);
    return within ? relative : path;
}

//! Every path of the settings, so that one can be moved like the other.
QList<QString *> pathsOf(Settings &settings)
{
    return {&settings.application.folder, &settings.inputs.folder, &settings.outputs.folder,
            &settings.pool.startTask.script};
}

//! Nothing in it can be shown at a field: no settings at all, as it were.
bool isUnreadable(const SettingsDocument &document)
{
    return std::any_of(document.errors.begin(), document.errors.end(), [](const Error &error) {
        const QString path = jsonPathOf(error);
        return path.isEmpty() || path == QLatin1String("$") || path == QLatin1String("$.version");
    });
}

} // namespace

SettingsFile::SettingsFile(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SettingsFile::lookAtDisk);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SettingsFile::lookAtDisk);
    m_settings.application.folder.clear();
    m_settings.inputs.folder.clear();
}

QString SettingsFile::baseFolder() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).absolutePath();
    if (!m_projectFolder.isEmpty())
        return m_projectFolder;
    if (QDir::isAbsolutePath(m_settings.application.folder))
        return QFileInfo(QDir::cleanPath(m_settings.application.folder)).absolutePath();
    return QDir::homePath();
}

QString SettingsFile::title() const
{
    return isUntitled() ? tr("Untitled") : QFileInfo(m_path).fileName();
}

void SettingsFile::replace(const Settings &settings)
{
    ++m_generation;
    ++m_number;
    ++m_diskVersion;
    m_settings = settings;
    m_errors.clear();
    m_warnings.clear();
    m_dirty = false;
    m_holdsKeys = false;
    m_changedOnDisk = false;
    watch();
}

void SettingsFile::newDocument()
{
    Settings settings;
    settings.application.folder.clear();
    settings.inputs.folder.clear();
    m_path.clear();
    m_onDisk.reset();
    m_projectFolder.clear();
    replace(settings);
    Q_EMIT replaced();
    Q_EMIT stateChanged();
}

SettingsFile::Fresh SettingsFile::freshFor(const QString &folder)
{
    const ProjectGuess guess = guessProject(contentOf(folder));
    if (!guess.settingsFile.isEmpty())
        return {{}, QDir(folder).absoluteFilePath(guess.settingsFile)};
    return {settingsOf(guess), {}};
}

void SettingsFile::newFrom(const QString &folder)
{
    const QString absolute = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const quint64 asked = ++m_generation;
    deliver(QtConcurrent::run(&SettingsFile::freshFor, absolute), this,
            [this, absolute, asked](const Fresh &fresh) {
                if (asked != m_generation)
                    return;
                if (!fresh.settingsFile.isEmpty()) {
                    open(fresh.settingsFile);
                    return;
                }
                m_path.clear();
                m_onDisk.reset();
                m_projectFolder = absolute;
                replace(fresh.settings);
                m_dirty = true;
                Q_EMIT replaced();
                Q_EMIT stateChanged();
            });
}

SettingsFile::Loaded SettingsFile::load(const QString &path)
{
    Loaded loaded;
    loaded.content = contentOfFile(path);
    loaded.document = readSettings(path);
    return loaded;
}

void SettingsFile::open(const QString &path)
{
    const quint64 asked = ++m_generation;
    deliver(QtConcurrent::run(&SettingsFile::load, QFileInfo(path).absoluteFilePath()), this,
            [this, asked](const Loaded &loaded) {
                if (asked == m_generation)
                    take(loaded);
            });
}

void SettingsFile::take(const Loaded &loaded)
{
    if (isUnreadable(loaded.document)) {
        Q_EMIT openFailed(loaded.document.errors);
        return;
    }
    m_path = loaded.document.path;
    m_projectFolder.clear();
    m_onDisk = loaded.content;
    replace(loaded.document.settings);
    m_errors = loaded.document.errors;
    m_warnings = loaded.document.warnings;
    m_holdsKeys = loaded.document.legacyAccount.has_value();
    Q_EMIT replaced();
    Q_EMIT stateChanged();
}

QByteArray SettingsFile::draft() const
{
    if (!m_dirty)
        return {};
    const QJsonObject draft{
        {QStringLiteral("path"), m_path},
        {QStringLiteral("projectFolder"), m_projectFolder},
        {QStringLiteral("settings"), QString::fromUtf8(serializeSettings(m_settings))}};
    return QJsonDocument(draft).toJson(QJsonDocument::Compact);
}

void SettingsFile::restore(const QByteArray &draft)
{
    const QJsonObject json = QJsonDocument::fromJson(draft).object();
    if (json.isEmpty())
        return;
    m_path = json.value(QLatin1String("path")).toString();
    m_projectFolder = json.value(QLatin1String("projectFolder")).toString();
    m_onDisk.reset();
    replace(
        parseSettings(json.value(QLatin1String("settings")).toString().toUtf8(), m_path).settings);
    m_dirty = true;
    Q_EMIT replaced();
    Q_EMIT stateChanged();
}

void SettingsFile::reload()
{
    open(m_path);
}

void SettingsFile::keepMine()
{
    m_changedOnDisk = false;
    m_dirty = true;
    Q_EMIT stateChanged();
}

void SettingsFile::save()
{
    write(m_path);
}

void SettingsFile::saveAs(const QString &path)
{
    write(QFileInfo(path).absoluteFilePath());
}

Settings SettingsFile::rebasedTo(const QString &folder) const
{
    Settings moved = m_settings;
    for (QString *each : pathsOf(moved)) {
        if (each->isEmpty())
            continue;
        const QString absolute = QDir::cleanPath(QDir(baseFolder()).absoluteFilePath(*each));
        if (QDir::isRelativePath(*each))
            *each = QDir(folder).relativeFilePath(absolute);
        else if (isUntitled())
            *each = relativeWithin(folder, absolute);
    }
    return moved;
}

void SettingsFile::write(const QString &path)
{
    const Settings settings =
        path == m_path ? m_settings : rebasedTo(QFileInfo(path).absolutePath());
    const quint64 document = m_generation;
    const quint64 edits = m_edits;
    ++m_writes;
    ++m_diskVersion;
    deliver(QtConcurrent::run(written, path, settings), this,
            [this, path, document, edits](const Outcome<QByteArray> &content) {
                --m_writes;
                ++m_diskVersion;
                if (content && document == m_generation)
                    takeWritten(path, *content, edits == m_edits);
                if (content)
                    Q_EMIT saved(path);
                else
                    Q_EMIT saveFailed(content.error());
            });
}

void SettingsFile::takeWritten(const QString &path, const QByteArray &content, bool isAll)
{
    const bool moved = path != m_path;
    if (moved)
        m_settings = rebasedTo(QFileInfo(path).absolutePath());
    m_onDisk = content;
    m_path = path;
    m_projectFolder.clear();
    m_holdsKeys = false;
    m_changedOnDisk = false;
    // What was typed while the file was written is not in it.
    m_dirty = !isAll;
    m_errors.clear();
    m_warnings.clear();
    watch();
    if (moved)
        Q_EMIT replaced();
    Q_EMIT stateChanged();
}

void SettingsFile::edit(const QString &jsonPath, const std::function<void(Settings &)> &change)
{
    Settings settings = m_settings;
    change(settings);
    if (settings == m_settings)
        return;
    m_settings = settings;
    ++m_edits;
    const auto mended = [&jsonPath](const Error &error) {
        return isWithin(jsonPathOf(error), jsonPath);
    };
    const bool wasDirty = m_dirty;
    m_dirty = true;
    const qsizetype gone = m_errors.removeIf(mended) + m_warnings.removeIf(mended);
    Q_EMIT edited();
    if (!wasDirty || gone > 0)
        Q_EMIT stateChanged();
}

void SettingsFile::dropErrors()
{
    m_errors.clear();
    m_warnings.clear();
    m_dirty = true;
    Q_EMIT edited();
    Q_EMIT stateChanged();
}

QString SettingsFile::pathFor(const QString &path) const
{
    const bool baseStays = !m_path.isEmpty() || !m_projectFolder.isEmpty();
    return baseStays ? relativeWithin(baseFolder(), path) : path;
}

void SettingsFile::watch()
{
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    if (m_path.isEmpty())
        return;
    // The folder too: editors write beside and rename, and the watch of the old file is gone then.
    m_watcher.addPath(m_path);
    m_watcher.addPath(QFileInfo(m_path).absolutePath());
}

void SettingsFile::lookAtDisk()
{
    if (m_writes > 0)
        return;
    const quint64 version = m_diskVersion;
    deliver(QtConcurrent::run(contentOfFile, m_path), this,
            [this, version](const std::optional<QByteArray> &content) {
                if (version != m_diskVersion || m_path.isEmpty())
                    return;
                if (content && !m_watcher.files().contains(m_path))
                    m_watcher.addPath(m_path);
                if (content == m_onDisk)
                    return;
                m_onDisk = content;
                m_changedOnDisk = true;
                Q_EMIT stateChanged();
                Q_EMIT changedOnDisk();
            });
}

} // namespace Batchdesk
