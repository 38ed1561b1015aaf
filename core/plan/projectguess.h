// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/settings.h"

#include <QString>
#include <QStringList>

namespace Batchdesk {

//! \brief What stands directly in a folder: names, sorted.
struct FolderContent
{
    QStringList files;
    QStringList folders;
};

//! \brief What a folder seems to be, so that a new run of it begins filled in. Empty texts are what
//! nothing was found for.
struct ProjectGuess
{
    QString settingsFile; //!< Name of a settings file that says it all.
    QString inputFolder;  //!< Name of the sub-folder that seems to hold the data.
    QString command;      //!< How the program is probably started for one file.

    bool operator==(const ProjectGuess &) const = default;
};

//! \brief Guesses by names alone: inputs, input or data; main.py, run.sh and their like, or else
//! the only script there is. Pure.
ProjectGuess guessProject(const FolderContent &content);

//! \brief What stands in \a folder, hidden entries aside. Blocks on the disk: not for the GUI
//! thread.
FolderContent contentOf(const QString &folder);

//! \brief Settings of a new run of the program in \a folder, which is also their base folder.
Settings settingsOf(const ProjectGuess &guess);

} // namespace Batchdesk
