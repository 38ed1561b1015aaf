// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Batchdesk {

//! \brief A file that a run brought home.
struct ResultFile
{
    QString
        path; //!< Relative to the run's results folder, '/'-separated; begins with the task's id.
    qint64 size = 0;    //!< Bytes
    QDateTime modified; //!< UTC

    bool operator==(const ResultFile &) const = default;

    QString name() const { return path.section(QLatin1Char('/'), -1); }
    //! \brief The folder it stands in, "" at the top.
    QString folder() const { return path.section(QLatin1Char('/'), 0, -2); }
};

//! \brief What stands in a results folder.
struct ResultListing
{
    bool exists = false;     //!< The folder is there.
    QList<ResultFile> files; //!< By path. Files that are still being received are left out.

    bool operator==(const ResultListing &) const = default;
};

class RunFolder;

//! \brief Where a run brings its results home, whether anything is there yet; empty when its record
//! cannot be read. Blocks on the disk, and plans the run: for a worker thread.
QString resultsFolderOf(const RunFolder &run);

//! \brief Walks a results folder. Links are not followed. Blocks on the disk: for a worker thread.
ResultListing listResults(const QString &folder);

//! \brief Copies a file to where the user wants it, replacing what stands there only when the copy
//! is complete. Blocks on the disk. Fails with NotFound or Io.
Outcome<void> copyResult(const QString &from, const QString &to);

} // namespace Batchdesk
