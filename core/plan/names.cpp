// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/names.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Batchdesk {

namespace {

constexpr qsizetype longestId = 64;
constexpr qsizetype longestContainerName = 63;
constexpr qsizetype hashCharacters = 8;

bool isAsciiLetterOrDigit(QChar c)
{
    return c.unicode() < 128 && c.isLetterOrNumber();
}

QString withoutDashesAtEnds(QString text)
{
    while (text.startsWith(QLatin1Char('-')))
        text.remove(0, 1);
    while (text.endsWith(QLatin1Char('-')))
        text.chop(1);
    return text;
}

} // namespace

bool isLegalBatchId(const QString &id)
{
    return !id.isEmpty() && id.size() <= longestId
        && std::all_of(id.begin(), id.end(), [](QChar c) {
               return isAsciiLetterOrDigit(c) || c == QLatin1Char('_') || c == QLatin1Char('-');
           });
}

bool isLegalContainerName(const QString &name)
{
    return name.size() >= 3 && name.size() <= longestContainerName
        && !name.startsWith(QLatin1Char('-')) && !name.endsWith(QLatin1Char('-'))
        && !name.contains(QLatin1String("--"))
        && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (isAsciiLetterOrDigit(c) && !c.isUpper()) || c == QLatin1Char('-');
           });
}

bool isLegalWindowsPath(const QString &path)
{
    static const QRegularExpression device(
        QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    const QStringList names = path.split(QLatin1Char('/'));
    return std::all_of(names.begin(), names.end(), [](const QString &name) {
        const bool legal = std::none_of(name.begin(), name.end(), [](QChar c) {
            return c.unicode() < 32 || QStringView(u"<>:\"|?*\\").contains(c);
        });
        return legal && !name.isEmpty() && !name.endsWith(QLatin1Char('.'))
            && !name.endsWith(QLatin1Char(' ')) && !device.match(name).hasMatch();
    });
}

QString idFromText(const QString &text)
{
    QString id;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (isAsciiLetterOrDigit(c) || c == QLatin1Char('_'))
            id += c;
        else if (!c.isMark() && !id.endsWith(QLatin1Char('-')))
            id += QLatin1Char('-');
    }
    return withoutDashesAtEnds(id);
}

QString jobIdFor(const QString &name, const QDateTime &time, const QString &salt)
{
    const QString tail = time.toUTC().toString(QStringLiteral("'-'yyyyMMdd'-'HHmmss"))
        + (salt.isEmpty() ? QString() : QLatin1Char('-') + salt);
    QString head = idFromText(name).toLower();
    head.replace(QLatin1Char('_'), QLatin1Char('-'));
    // Room for "-application" too, so that the containers carry the whole id.
    head = withoutDashesAtEnds(head.left(longestContainerName - 12 - tail.size()));
    return (head.isEmpty() ? QStringLiteral("run") : head) + tail;
}

QString containerNameFor(const QString &runId, const QString &purpose)
{
    const QString suffix = QLatin1Char('-') + purpose;
    if (isLegalContainerName(runId + suffix))
        return runId + suffix;
    QString head = runId.toLower();
    for (QChar &c : head) {
        if (!isAsciiLetterOrDigit(c))
            c = QLatin1Char('-');
    }
    while (head.contains(QLatin1String("--")))
        head.replace(QLatin1String("--"), QLatin1String("-"));
    head =
        withoutDashesAtEnds(head).left(longestContainerName - suffix.size() - hashCharacters - 1);
    const QByteArray hash =
        QCryptographicHash::hash(runId.toUtf8(), QCryptographicHash::Sha256).toHex();
    return withoutDashesAtEnds(withoutDashesAtEnds(head) + QLatin1Char('-')
                               + QString::fromLatin1(hash.left(hashCharacters)) + suffix);
}

} // namespace Batchdesk
