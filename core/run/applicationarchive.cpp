// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/applicationarchive.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <QCoreApplication>
#include <QFile>

namespace Batchdesk {

namespace {

constexpr qint64 pieceSize = 256 * 1024; // a cancel is noticed after at most this much

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ApplicationArchive)
};

QuaZipNewInfo entryFor(const ApplicationFile &file)
{
    QuaZipNewInfo info(file.path);
    // Zip keeps local times and most programs do not care; one fixed time makes equal archives
    // equal.
    info.dateTime = QDateTime(QDate(2000, 1, 1), QTime(0, 0));
    const quint32 mode =
        0100000U | (file.executable ? 0755U : 0644U); // a regular file, in Unix terms
    info.externalAttr = mode << 16U;
    info.uncompressedSize = ulong(file.size);
    return info;
}

Outcome<void> addFile(QuaZip &zip, const QString &folder, const ApplicationFile &file,
                      const CancelToken &cancel)
{
    const QString path = folder + QLatin1Char('/') + file.path;
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error::io(
            Texts::tr("A file of the application cannot be read: %1").arg(source.errorString()),
            path,
            Texts::tr("It was there when the plan was made; put it back, or make the plan anew."));
    }
    QuaZipFile entry(&zip);
    if (!entry.open(QIODevice::WriteOnly, entryFor(file)))
        return Error::io(Texts::tr("The archive of the application cannot be written"),
                         zip.getZipName());
    while (!source.atEnd()) {
        if (cancel.isCancelled())
            return Error::cancelled();
        const QByteArray piece = source.read(pieceSize);
        if (piece.isEmpty() && source.error() != QFileDevice::NoError)
            return Error::io(
                Texts::tr("A file of the application cannot be read: %1").arg(source.errorString()),
                path);
        if (entry.write(piece) != piece.size()) {
            return Error::io(Texts::tr("The archive of the application cannot be written"),
                             zip.getZipName(), Texts::tr("Make room on the disk, and try again."));
        }
    }
    entry.close();
    if (entry.getZipError() != ZIP_OK)
        return Error::io(Texts::tr("The archive of the application cannot be written"),
                         zip.getZipName());
    return {};
}

} // namespace

Outcome<void> writeApplicationArchive(const QString &folder, const QList<ApplicationFile> &files,
                                      const QString &target, const CancelToken &cancel)
{
    const QString part = target + QStringLiteral(".part");
    QuaZip zip(part);
    zip.setZip64Enabled(true);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdCreate))
        return Error::io(Texts::tr("The archive of the application cannot be written"), part);
    for (const ApplicationFile &file : files) {
        if (const auto added = addFile(zip, folder, file, cancel); !added) {
            zip.close();
            QFile::remove(part);
            return added.error();
        }
    }
    zip.close();
    if (zip.getZipError() != ZIP_OK)
        return Error::io(Texts::tr("The archive of the application cannot be written"), part);
    QFile::remove(target);
    if (!QFile::rename(part, target))
        return Error::io(Texts::tr("The archive of the application cannot be put in place"),
                         target);
    return {};
}

} // namespace Batchdesk
