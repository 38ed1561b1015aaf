// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

#include <functional>

namespace Batchdesk {

//! \brief A regular file that a walk met; a symbolic link to one counts as what it leads to.
struct WalkedFile
{
    QString path;    //!< Relative to the root, '/'-separated.
    qint64 size = 0; //!< Bytes
    bool executable = false;
};

//! \brief What a walk gave.
struct FolderWalk
{
    QList<WalkedFile> files; //!< Taken; sorted by code point.
    QList<Error> errors;   //!< Missing or unreadable; names that cannot be sent; each by its place.
    QList<Error> warnings; //!< Links and special files that were passed over.
    qint64 ignoredEntries =
        0;                //!< Entries left out by Verdict::Ignore; what is in a folder not counted.
    qint64 filesSeen = 0; //!< Files that the walk asked about.
};

//! \brief What to do with an entry; a folder that is taken is walked.
enum class WalkVerdict {
    Take,
    Ignore,   //!< Counted.
    PassOver, //!< Not counted.
};

//! \brief Walks \a root. \a verdict gets the relative path and whether it is a folder; only what it
//! takes can make an error. \a noun names the folder in messages: "The application folder".
FolderWalk walkFolder(
    const QString &root, const QString &noun,
    const std::function<WalkVerdict(const QString &path, bool isFolder)> &verdict);

//! \brief True when \a a stands before \a b by code point, as UTF-8 sorts; QString sorts by UTF-16.
bool isBeforeByCodePoint(const QString &a, const QString &b);

} // namespace Batchdesk
