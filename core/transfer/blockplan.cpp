// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/blockplan.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr int fingerprintLength = 16;
constexpr int indexDigits = 8;

} // namespace

Outcome<FileState> FileState::of(const QString &path)
{
    const QFileInfo info(path);
    const QString place = QDir::toNativeSeparators(path);
    if (!info.exists()) {
        Error error = Error::io(
            QCoreApplication::translate("Transfer", "The file is no longer there"), place);
        error.kind = Error::Kind::NotFound;
        return error;
    }
    if (!info.isFile())
        return Error::io(QCoreApplication::translate("Transfer", "This is not a file"), place);
    if (!info.isReadable())
        return Error::io(QCoreApplication::translate("Transfer", "The file may not be read"),
                         place);
    return FileState{path, info.size(), info.lastModified().toMSecsSinceEpoch()};
}

Outcome<void> FileState::checkUnchanged() const
{
    const Outcome<FileState> now = of(path);
    if (!now.ok())
        return now.error();
    if (*now == *this)
        return {};
    return Error::io(
        QCoreApplication::translate("Transfer", "The file changed while it was uploaded"),
        QDir::toNativeSeparators(path),
        QCoreApplication::translate("Transfer", "Wait until it is written, then upload it again."));
}

BlockPlan BlockPlan::make(const FileState &file, const QString &container, const QString &blob,
                          qint64 wishedBlockSize)
{
    BlockPlan plan;
    plan.file = file;
    plan.blockSize = std::max<qint64>(1, wishedBlockSize);
    while (file.size > plan.blockSize * maxBlocks)
        plan.blockSize *= 2;
    plan.count = (file.size + plan.blockSize - 1) / plan.blockSize;
    const QString identity = QStringLiteral("%1/%2|%3|%4|%5")
                                 .arg(container, blob)
                                 .arg(file.size)
                                 .arg(file.modified)
                                 .arg(plan.blockSize);
    plan.fingerprint = QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256)
                           .toHex()
                           .left(fingerprintLength);
    return plan;
}

QByteArray BlockPlan::id(qint64 index) const
{
    return fingerprint + QByteArray::number(index).rightJustified(indexDigits, '0');
}

FileWindow BlockPlan::window(qint64 index) const
{
    const qint64 offset = index * blockSize;
    return {file.path, offset, std::min(blockSize, file.size - offset)};
}

} // namespace Batchdesk
