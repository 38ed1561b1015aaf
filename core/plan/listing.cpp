// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/listing.h"

#include "core/plan/folderwalk.h"
#include "core/plan/ignorepatterns.h"
#include "core/plan/settings.h"
#include "core/plan/wildcard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Batchdesk {

namespace {

constexpr qint64 largestScript = 1024 * 1024;
constexpr qint64 largestIgnoreFile = 1024 * 1024;
constexpr qsizetype namesShown = 3;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Listing)
};

QString absolutePath(const QString &baseFolder, const QString &path)
{
    return QDir::cleanPath(QDir(QFileInfo(baseFolder).absoluteFilePath()).absoluteFilePath(path));
}

//! \a path relative to \a root; empty when it is not within, or is the root itself.
QString within(const QString &root, const QString &path)
{
    const QString prefix = root.endsWith(QLatin1Char('/')) ? root : root + QLatin1Char('/');
    return path.startsWith(prefix) ? path.mid(prefix.size()) : QString();
}

IgnorePatterns applicationPatterns(const Settings &settings, const QString &root)
{
    IgnorePatterns patterns;
    for (const QString &line : IgnorePatterns::builtIn())
        (void)patterns.add(line);
    QFile file(root + QStringLiteral("/.gitignore"));
    if (file.open(QIODevice::ReadOnly))
        patterns.addFile(file.read(largestIgnoreFile));
    // Patterns that do not compile are reported by checkSettings().
    for (const QString &line : settings.application.ignore)
        (void)patterns.add(line);
    return patterns;
}

void listApplication(const Settings &settings, const QStringList &leftOut, Listing &listing)
{
    const IgnorePatterns patterns = applicationPatterns(settings, listing.applicationFolder);
    const FolderWalk walk = walkFolder(
        listing.applicationFolder, Texts::tr("The application folder"),
        [&](const QString &path, bool isFolder) {
            if (leftOut.contains(path))
                return WalkVerdict::PassOver;
            return patterns.ignores(path, isFolder) ? WalkVerdict::Ignore : WalkVerdict::Take;
        });
    for (const WalkedFile &file : walk.files)
        listing.application.append({file.path, file.size, file.executable});
    if (walk.ignoredEntries > 0)
        listing.applicationIgnored = Texts::tr("entries ignored: %1").arg(walk.ignoredEntries);
    listing.errors += walk.errors;
    listing.warnings += walk.warnings;
}

QList<InputPattern> compiled(const QList<QString> &texts)
{
    QList<InputPattern> patterns;
    for (const QString &text : texts) {
        if (const auto pattern = InputPattern::compile(text))
            patterns << *pattern;
    }
    return patterns;
}

//! One warning for all, since a folder can hold thousands of them.
void warnOfEmptyInputs(Listing &listing)
{
    QStringList names;
    qsizetype count = 0;
    for (const InputFile &file : std::as_const(listing.inputs)) {
        if (file.size == 0 && ++count <= namesShown)
            names << file.path;
    }
    if (count == 0)
        return;
    if (count > namesShown)
        names << QStringLiteral("…");
    listing.warnings << Error::invalidInput(
        Texts::tr("Input files that are empty: %1 (%2)")
            .arg(QString::number(count), names.join(QStringLiteral(", "))),
        listing.inputFolder);
}

void listInputs(const Settings &settings, const QString &results, Listing &listing)
{
    const QList<InputPattern> include = compiled(settings.inputs.include);
    const QList<InputPattern> exclude = compiled(settings.inputs.exclude);
    const auto matchesAny = [](const QList<InputPattern> &patterns, const QString &path) {
        return std::any_of(patterns.begin(), patterns.end(),
                           [&path](const InputPattern &pattern) { return pattern.matches(path); });
    };
    const FolderWalk walk = walkFolder(
        listing.inputFolder, Texts::tr("The input folder"),
        [&](const QString &path, bool isFolder) {
            if (isFolder) {
                const bool hidden = path.section(QLatin1Char('/'), -1).startsWith(QLatin1Char('.'));
                return settings.inputs.recursive && !hidden && path != results
                    ? WalkVerdict::Take
                    : WalkVerdict::PassOver;
            }
            return matchesAny(include, path) && !matchesAny(exclude, path) ? WalkVerdict::Take
                                                                           : WalkVerdict::Ignore;
        });
    listing.inputsLookedAt = walk.filesSeen;
    listing.errors += walk.errors;
    listing.warnings += walk.warnings;
    for (const WalkedFile &file : walk.files) {
        const QStringList names = file.path.split(QLatin1Char('/'));
        const bool endsInDot = std::any_of(names.begin(), names.end(), [](const QString &name) {
            return name.endsWith(QLatin1Char('.'));
        });
        if (endsInDot)
            listing.errors << Error::invalidInput(
                Texts::tr("Blob Storage cannot keep a name that ends in a dot: \"%1\"")
                    .arg(file.path),
                listing.inputFolder + QLatin1Char('/') + file.path,
                Texts::tr("Rename it, or exclude it by a pattern."));
        else
            listing.inputs.append({file.path, file.size});
    }
    warnOfEmptyInputs(listing);
}

void readStartScript(const QString &path, Listing &listing)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        Error error =
            Error::invalidInput(Texts::tr("The start script does not exist"), path,
                                Texts::tr("Correct $.pool.startTask.script in the settings."));
        error.kind = Error::Kind::NotFound;
        listing.errors << error;
    } else if (!file.open(QIODevice::ReadOnly)) {
        listing.errors << Error::io(
            Texts::tr("The start script cannot be read: %1").arg(file.errorString()), path);
    } else {
        listing.startScript = file.read(largestScript + 1);
        if (listing.startScript.size() > largestScript)
            listing.errors << Error::invalidInput(
                Texts::tr("The start script is larger than 1 MiB"), path);
        else if (listing.startScript.isEmpty())
            listing.errors << Error::invalidInput(Texts::tr("The start script is empty"), path);
    }
}

} // namespace

Listing listFolders(const Settings &settings, const QString &baseFolder,
                    const Git::KnownHosts &knownHosts)
{
    Listing listing;
    listing.inputFolder = absolutePath(baseFolder, settings.inputs.folder);
    const QString results = absolutePath(baseFolder, settings.outputs.folder);
    const QString settingsFile = absolutePath(baseFolder, QStringLiteral("settings.json"));
    if (settings.application.git) {
        const auto address = Git::Address::parse(settings.application.git->url);
        if (address && address->isSsh())
            listing.hostKeys = knownHosts.linesFor(*address);
    } else {
        listing.applicationFolder = absolutePath(baseFolder, settings.application.folder);
        // A folder without a name would be the base folder; checkSettings() says that one is
        // missing.
        if (!settings.application.folder.trimmed().isEmpty())
            listApplication(settings,
                            {within(listing.applicationFolder, listing.inputFolder),
                             within(listing.applicationFolder, results),
                             within(listing.applicationFolder, settingsFile)},
                            listing);
    }
    if (!settings.inputs.folder.trimmed().isEmpty())
        listInputs(settings, within(listing.inputFolder, results), listing);
    if (settings.pool.startTask.kind == StartTaskChoice::Kind::Script)
        readStartScript(absolutePath(baseFolder, settings.pool.startTask.script), listing);
    return listing;
}

} // namespace Batchdesk
