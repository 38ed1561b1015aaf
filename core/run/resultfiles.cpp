// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/resultfiles.h"

#include "core/run/runfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr qint64 chunkSize = 1024 * 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ResultFiles)
};

//! The two files that core/transfer has while it receives one. A result that merely ends in ".part"
//! has no tag beside it.
bool isBeingReceived(const QString &path)
{
    const QLatin1String tag(".tag");
    if (path.endsWith(QLatin1String(".part.tag")))
        return true;
    return path.endsWith(QLatin1String(".part")) && QFile::exists(path + tag);
}

Outcome<void> pump(QFile &source, QSaveFile &target)
{
    while (!source.atEnd()) {
        const QByteArray chunk = source.read(chunkSize);
        if (chunk.isEmpty() && source.error() != QFileDevice::NoError)
            return Error::io(Texts::tr("The file cannot be read: %1").arg(source.errorString()),
                             source.fileName());
        if (target.write(chunk) != chunk.size())
            return Error::io(Texts::tr("The copy cannot be written: %1").arg(target.errorString()),
                             target.fileName(), Texts::tr("Choose another place, or make room."));
    }
    return {};
}

} // namespace

QString resultsFolderOf(const RunFolder &run)
{
    const auto summary = run.summary();
    if (summary && !summary->resultsFolder.isEmpty())
        return summary->resultsFolder;
    const auto record = run.record();
    return record ? record->plan().plan.downloadFolder : QString();
}

ResultListing listResults(const QString &folder)
{
    ResultListing listing;
    const QDir top(folder);
    listing.exists = !folder.isEmpty() && top.exists();
    if (!listing.exists)
        return listing;
    QDirIterator walk(top.absolutePath(), QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    const qsizetype cut = top.absolutePath().size() + 1;
    while (walk.hasNext()) {
        walk.next();
        const QFileInfo info = walk.fileInfo();
        if (isBeingReceived(info.filePath()))
            continue;
        listing.files << ResultFile{info.filePath().mid(cut), info.size(),
                                    info.lastModified().toUTC()};
    }
    std::sort(listing.files.begin(), listing.files.end(),
              [](const ResultFile &a, const ResultFile &b) { return a.path < b.path; });
    return listing;
}

Outcome<void> copyResult(const QString &from, const QString &to)
{
    // Of two that are not there Qt says that they are the same.
    if (QFileInfo::exists(to) && QFileInfo(from) == QFileInfo(to))
        return {};
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        Error error =
            Error::io(Texts::tr("The file cannot be read: %1").arg(source.errorString()), from);
        if (!source.exists())
            error.kind = Error::Kind::NotFound;
        return error;
    }
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly))
        return Error::io(Texts::tr("The copy cannot be written: %1").arg(target.errorString()), to,
                         Texts::tr("Choose another place, or make room."));
    if (const auto pumped = pump(source, target); !pumped)
        return pumped;
    target.setPermissions(source.permissions());
    if (!target.commit())
        return Error::io(Texts::tr("The copy cannot be written: %1").arg(target.errorString()), to,
                         Texts::tr("Choose another place, or make room."));
    return {};
}

} // namespace Batchdesk
