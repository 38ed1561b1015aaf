// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/projectguess.h"

#include "core/plan/shellquoting.h"

#include <QDir>

#include <algorithm>

namespace Batchdesk {

namespace {

//! How a script of that ending is started; in the order in which one is preferred.
struct Language
{
    QLatin1String ending;
    QLatin1String starter;
};

constexpr Language languages[] = {
    {QLatin1String(".py"), QLatin1String("python3")},
    {QLatin1String(".sh"), QLatin1String("bash")},
    {QLatin1String(".R"), QLatin1String("Rscript")},
    {QLatin1String(".jl"), QLatin1String("julia")},
    {QLatin1String(".pl"), QLatin1String("perl")},
    {QLatin1String(".js"), QLatin1String("node")},
};

constexpr QLatin1String usualStems[] = {QLatin1String("main"), QLatin1String("run"),
                                        QLatin1String("app"), QLatin1String("__main__")};

QString startOf(const QString &script)
{
    const auto language =
        std::find_if(std::begin(languages), std::end(languages), [&script](const Language &one) {
            return script.endsWith(one.ending, Qt::CaseInsensitive);
        });
    // Braces would be read as a placeholder.
    QString name = script;
    name.replace(QLatin1Char('{'), QLatin1String("{{"));
    name.replace(QLatin1Char('}'), QLatin1String("}}"));
    return QStringLiteral("%1 {app}/%2 {input}").arg(language->starter, quotedForBash(name));
}

QString scriptIn(const QStringList &files)
{
    for (const Language &language : languages) {
        for (const QLatin1String stem : usualStems) {
            const QString name = stem + language.ending;
            const auto found =
                std::find_if(files.begin(), files.end(), [&name](const QString &file) {
                    return file.compare(name, Qt::CaseInsensitive) == 0;
                });
            if (found != files.end())
                return *found;
        }
    }
    for (const Language &language : languages) {
        QStringList scripts;
        std::copy_if(files.begin(), files.end(), std::back_inserter(scripts),
                     [&language](const QString &file) {
                         return file.endsWith(language.ending, Qt::CaseInsensitive);
                     });
        if (scripts.size() == 1)
            return scripts.first();
    }
    return {};
}

} // namespace

ProjectGuess guessProject(const FolderContent &content)
{
    ProjectGuess guess;
    if (content.files.contains(QStringLiteral("settings.json")))
        guess.settingsFile = QStringLiteral("settings.json");
    for (const QLatin1String name :
         {QLatin1String("inputs"), QLatin1String("input"), QLatin1String("data")}) {
        const auto found = std::find_if(content.folders.begin(), content.folders.end(),
                                        [name](const QString &folder) {
                                            return folder.compare(name, Qt::CaseInsensitive) == 0;
                                        });
        if (guess.inputFolder.isEmpty() && found != content.folders.end())
            guess.inputFolder = *found;
    }
    if (const QString script = scriptIn(content.files); !script.isEmpty())
        guess.command = startOf(script);
    return guess;
}

FolderContent contentOf(const QString &folder)
{
    const QDir dir(folder);
    return {dir.entryList(QDir::Files, QDir::Name),
            dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)};
}

Settings settingsOf(const ProjectGuess &guess)
{
    Settings settings;
    settings.inputs.folder = guess.inputFolder;
    settings.task.command = guess.command;
    return settings;
}

} // namespace Batchdesk
