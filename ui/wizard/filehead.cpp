// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/filehead.h"

#include <QFile>
#include <QStringDecoder>

namespace Batchdesk {

namespace {

constexpr qint64 headSize = 4096;

} // namespace

FileHead readFileHead(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {FileHead::Kind::Unreadable, file.errorString(), true};
    const QByteArray bytes = file.read(headSize);
    if (bytes.contains('\0'))
        return {FileHead::Kind::Binary, {}, false};
    // A character that is cut at the end waits in the decoder and is no error.
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError())
        text = QString::fromLatin1(bytes); // of an older program; its letters are right at least
    const bool isAll = file.atEnd();
    if (!isAll && text.contains(QLatin1Char('\n')))
        text.truncate(text.lastIndexOf(QLatin1Char('\n')));
    return {FileHead::Kind::Text, text, isAll};
}

} // namespace Batchdesk
