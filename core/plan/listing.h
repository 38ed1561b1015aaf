// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/git/hostkeys.h"

#include <QList>
#include <QString>

namespace Batchdesk {

struct Settings;

//! \brief A file of the application folder that goes into application.zip.
struct ApplicationFile
{
    QString path;            //!< Relative to the folder, '/'-separated.
    qint64 size = 0;         //!< Bytes
    bool executable = false; //!< Its executable bits are kept on the nodes.

    bool operator==(const ApplicationFile &) const = default;
};

//! \brief An input file; one task each.
struct InputFile
{
    QString path;    //!< Relative to the input folder, '/'-separated.
    qint64 size = 0; //!< Bytes

    bool operator==(const InputFile &) const = default;
};

//! \brief What is on the disk at one moment; the plan is made from this and the settings alone.
struct Listing
{
    QString applicationFolder;          //!< Absolute.
    QList<ApplicationFile> application; //!< Sorted by path.
    QString applicationIgnored;         //!< For people: "entries ignored: 3"; empty when none.
    QString inputFolder;                //!< Absolute.
    QList<InputFile> inputs;            //!< Sorted by path.
    qint64 inputsLookedAt = 0; //!< Files seen in the input folder, whether they match or not.
    QByteArray startScript;    //!< Content of the own start script, when the settings name one.
    QByteArray
        hostKeys; //!< Lines of known_hosts for the host of a repository that is cloned by SSH.
    QList<Error>
        errors; //!< Missing or unreadable folders, names that cannot be sent (each by name).
    QList<Error> warnings; //!< Empty files, symbolic links not followed.

    bool operator==(const Listing &) const = default;
};

//! \brief Walks the folders named by \a settings (relative to \a baseFolder), and looks up the
//! pinned keys of a Git host. Blocks on the disk: not for the GUI thread. A folder whose name is
//! empty is not walked, nor is the application's when it is a repository.
//!
//! Paths are sorted by code point. Symbolic links to files are followed: what they lead to is sent.
//! Links to folders are not, so that no link can make the walk endless. Of the application stays
//! behind what IgnorePatterns::builtIn(), a .gitignore in its root and the settings' own patterns
//! ignore, in this order; and always the input folder, the results folder and settings.json, where
//! they lie within.
//!
//! Names that are not valid UTF-8, hold control characters or backslashes, or that Blob Storage
//! cannot carry ("." segments, a trailing dot or slash) are refused by name.
Listing listFolders(const Settings &settings, const QString &baseFolder,
                    const Git::KnownHosts &knownHosts = Git::KnownHosts());

} // namespace Batchdesk
