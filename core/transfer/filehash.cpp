// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/transfer/filehash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr qint64 readAtOnce = 1024 * 1024;

Outcome<QByteArray> hashNow(const FileWindow &window, QCryptographicHash *whole)
{
    QFile file(window.path);
    QCryptographicHash hash(QCryptographicHash::Md5);
    bool good = file.open(QIODevice::ReadOnly) && file.seek(window.offset);
    qint64 left = window.size;
    while (good && left > 0) {
        const QByteArray bytes = file.read(std::min(left, readAtOnce));
        good = !bytes.isEmpty();
        hash.addData(bytes);
        if (whole)
            whole->addData(bytes);
        left -= bytes.size();
    }
    if (good)
        return hash.result();
    const QString why = file.error() == QFileDevice::NoError
        ? QCoreApplication::translate("Transfer", "it is shorter than it was")
        : file.errorString();
    return Error::io(
        QCoreApplication::translate("Transfer", "The file cannot be read: %1").arg(why),
        QDir::toNativeSeparators(window.path));
}

} // namespace

QThreadPool *transferPool()
{
    static QThreadPool pool;
    return &pool;
}

QFuture<Outcome<QByteArray>> hashWindow(const FileWindow &window,
                                        std::shared_ptr<QCryptographicHash> whole)
{
    return QtConcurrent::run(transferPool(),
                             [window, whole] { return hashNow(window, whole.get()); });
}

} // namespace Batchdesk
