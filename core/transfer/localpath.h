// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"

#include <QString>
#include <QStringList>

namespace Batchdesk {

//! \brief Which names a file system takes.
enum class FileSystemRules {
    Posix,   //!< Anything but '/' and NUL, case matters.
    Windows, //!< No reserved names and characters, case does not matter.
};

//! \brief The rules of the system this runs on.
FileSystemRules localFileSystemRules();

//! \brief The file below \a folder for a blob's name, its '/' being folders. InvalidInput, naming
//! the blob, for a name that would leave the folder ("..", a leading '/', a backslash), or that the
//! file system does not take. Pure.
Outcome<QString> localPathFor(const QString &folder, const QString &blobName,
                              FileSystemRules rules = localFileSystemRules());

//! \brief The names that cannot lie beside an earlier one: the same file (where case does not
//! matter), or a file where another needs a folder. Each with an error that names both. Pure.
QList<QPair<QString, Error>> nameClashes(const QStringList &blobNames,
                                         FileSystemRules rules = localFileSystemRules());

} // namespace Batchdesk
