// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/privatefolder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Batchdesk::Git {

namespace {

const QString prefix = QStringLiteral("batchdesk-private-");
constexpr qint64 forgottenAfterSeconds = 60 * 60; // nothing here is used for longer than a minute

QString madeTemplate()
{
    const QDir parent(PrivateFolder::location());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QFileInfo &left : parent.entryInfoList({prefix + QLatin1Char('*')}, QDir::Dirs)) {
        if (left.isWritable() && left.lastModified().secsTo(now) > forgottenAfterSeconds)
            QDir(left.filePath()).removeRecursively();
    }
    return parent.filePath(prefix + QStringLiteral("XXXXXX"));
}

Outcome<QString> writeFile(const QString &path, const QByteArray &content,
                           QFile::Permissions permissions)
{
    QFile file(path);
    // With its permissions from the first moment on, not a moment later.
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, permissions)
        && file.write(content) == content.size() && file.flush())
        return path;
    return Error::io(
        QCoreApplication::translate("PrivateFolder", "A temporary file cannot be written: %1")
            .arg(file.errorString()),
        QFileInfo(path).path());
}

} // namespace

QString PrivateFolder::location()
{
    const QString memory = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !memory.isEmpty() && QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
}

PrivateFolder::PrivateFolder()
    : m_folder(madeTemplate())
{
}

Outcome<QString> PrivateFolder::write(const QString &name, const Secret &content) const
{
    return writeFile(path(name), content.reveal(), QFile::ReadOwner | QFile::WriteOwner);
}

Outcome<QString> PrivateFolder::writeScript(const QString &name, const QByteArray &content) const
{
    return writeFile(path(name), content, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace Batchdesk::Git
