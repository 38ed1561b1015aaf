// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/problems.h"

#include "core/plan/settingskeys.h"
#include "ui/wizard/settingsfile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WizardStep)
};

//! Where each part of settings.json is edited; the first that fits.
struct PlaceOfPath
{
    QLatin1String path;
    WizardStep step;
};

constexpr PlaceOfPath places[] = {
    {QLatin1String("$.name"), WizardStep::Application},
    {QLatin1String("$.application"), WizardStep::Application},
    {QLatin1String("$.inputs"), WizardStep::Input},
    {QLatin1String("$.task"), WizardStep::Task},
    {QLatin1String("$.account"), WizardStep::Machines},
    {QLatin1String("$.pool"), WizardStep::Machines},
    {QLatin1String("$.job"), WizardStep::Machines},
    {QLatin1String("$.outputs"), WizardStep::Review},
    {QLatin1String("$.cleanUp"), WizardStep::Review},
};

WizardStep stepOf(const QString &jsonPath)
{
    const auto found =
        std::find_if(std::begin(places), std::end(places), [&jsonPath](const PlaceOfPath &place) {
            return isWithin(jsonPath, place.path);
        });
    return found == std::end(places) ? WizardStep::Review : found->step;
}

bool isInFolder(const QString &path, const QString &folder)
{
    if (folder.isEmpty())
        return false; // there is none, as with a repository
    return path == folder || path.startsWith(folder + QLatin1Char('/'));
}

//! The setting that an error of the disk comes from.
QString settingOf(const Error &error, const PlannedDraft &draft)
{
    const Listing &listing = draft.listing;
    const QString place = QDir::cleanPath(QDir::fromNativeSeparators(error.place));
    const QString script = QDir::cleanPath(
        QDir(draft.baseFolder).absoluteFilePath(draft.settings.pool.startTask.script));
    if (draft.settings.pool.startTask.kind == StartTaskChoice::Kind::Script && place == script)
        return QStringLiteral("$.pool.startTask.script");
    const bool inInputs = isInFolder(place, listing.inputFolder);
    const bool inApplication = isInFolder(place, listing.applicationFolder);
    // One may lie within the other; the inner one is meant.
    if (inInputs
        && (!inApplication || listing.inputFolder.size() > listing.applicationFolder.size()))
        return QStringLiteral("$.inputs.folder");
    if (inApplication)
        return QStringLiteral("$.application.folder");
    return inputIndexOf(listing, error.place) >= 0 ? QStringLiteral("$.inputs.folder") : QString();
}

//! What can be done in the window, where the terminal is not at hand.
Error withOurAdvice(Error error, const QString &path, const Settings &settings)
{
    const std::optional<GitSource> &git = settings.application.git;
    if (error.code == QLatin1String("HostNotTrusted"))
        error.advice = Texts::tr("Press Test access, and trust the host when its fingerprint is "
                                 "the right one.");
    else if (git && git->credential.isEmpty() && path == QLatin1String("$.application.git.key"))
        error.advice = Texts::tr("Choose one, or make one: New key….");
    return error;
}

} // namespace

QString stepTitle(WizardStep step)
{
    switch (step) {
    case WizardStep::Application:
        return Texts::tr("Application");
    case WizardStep::Input:
        return Texts::tr("Input");
    case WizardStep::Task:
        return Texts::tr("Task");
    case WizardStep::Machines:
        return Texts::tr("Machines");
    case WizardStep::Review:
        break;
    }
    return Texts::tr("Review");
}

QString jsonPathOf(const Error &error)
{
    if (error.place.startsWith(QLatin1Char('$')))
        return error.place;
    const qsizetype at = error.place.lastIndexOf(QLatin1String(", $"));
    return at < 0 ? QString() : error.place.mid(at + 2);
}

bool isWithin(const QString &path, const QString &object)
{
    if (!path.startsWith(object))
        return false;
    return path.size() == object.size() || path.at(object.size()) == QLatin1Char('.')
        || path.at(object.size()) == QLatin1Char('[');
}

QList<Problem> problemsOf(const SettingsFile &document, const DraftPtr &draft)
{
    QList<Problem> problems;
    QStringList seen;
    const auto add = [&problems, &seen, &document](const Error &error, const QString &path,
                                                   bool isWarning) {
        // The file as read and the values in it are judged by the same rules.
        const QString key = path + QLatin1Char('\n') + error.message;
        if (seen.contains(key))
            return;
        seen << key;
        problems.append(
            {stepOf(path), path, withOurAdvice(error, path, document.settings()), isWarning});
    };
    const auto addOfDisk = [&add, &draft](const Error &error, bool isWarning) {
        const QString path = jsonPathOf(error);
        add(error, path.isEmpty() ? settingOf(error, *draft) : path, isWarning);
    };
    if (draft) {
        for (const Error &error : draft->result.errors)
            addOfDisk(error, false);
    }
    for (const Error &error : document.errors())
        add(error, jsonPathOf(error), false);
    if (draft) {
        const bool planned = draft->ok();
        for (const Error &error : planned ? draft->result.plan.warnings : draft->listing.warnings)
            addOfDisk(error, true);
    }
    for (const Error &error : document.warnings()) {
        const QString path = jsonPathOf(error);
        // Keys in the file have a notice of their own.
        if (!legacyAccountKeys().contains(path.mid(2)))
            add(error, path, true);
    }
    return problems;
}

} // namespace Batchdesk
