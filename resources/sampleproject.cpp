// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "resources/sampleproject.h"

#include "resources/resources.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace Batchdesk {

QString installSampleProject(const QString &folder, QString *problem)
{
    initResources();
    const QString root = QStringLiteral(":/batchdesk/sample/");
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile source(files.next());
        const QString target = folder + QLatin1Char('/') + source.fileName().mid(root.size());
        if (QFile::exists(target))
            continue;
        QDir().mkpath(QFileInfo(target).path());
        if (!source.copy(target)) {
            *problem = QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(target),
                                                    source.errorString());
            return {};
        }
        // Files of the program itself are read-only; the user's copy is the user's.
        QFile::setPermissions(
            target, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    return folder + QStringLiteral("/settings.json");
}

} // namespace Batchdesk
