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
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    const bool isAll = file.atEnd();
    // The last character, or the last line, may be cut.
    if (!isAll && text.contains(QLatin1Char('\n')))
        text.truncate(text.lastIndexOf(QLatin1Char('\n')));
    if (text.contains(QChar::ReplacementCharacter))
        text = QString::fromLatin1(bytes); // tables of older programs; letters are right at least
    return {FileHead::Kind::Text, text, isAll};
}

} // namespace Batchdesk
