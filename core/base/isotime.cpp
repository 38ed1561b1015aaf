// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/isotime.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace Batchdesk {

namespace {

constexpr double secondsPerDay = 86400;
//! The whole days of the service's largest time span.
constexpr double unlimitedDays = 10675199;

QDateTime utc(const QRegularExpressionMatch &match)
{
    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
    const QDate date(number(1), number(2), number(3));
    const QString fraction = match.captured(7).leftJustified(3, QLatin1Char('0'), true);
    const QTime time(number(4), number(5), number(6), fraction.toInt());
    if (!date.isValid() || !time.isValid())
        return {};
    QDateTime result(date, time, Qt::UTC);
    if (match.capturedLength(8) > 0) {
        const qint64 offset = number(9) * 3600 + number(10) * 60;
        result = result.addSecs(match.capturedView(8) == QLatin1String("+") ? -offset : offset);
        // The years that can be written as they are read.
        if (result.date().year() < 1 || result.date().year() > 9999)
            return {};
    }
    return result;
}

} // namespace

QDateTime fromIsoTime(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?"
                       "(?:[Zz]|([+-])(\\d\\d):?(\\d\\d))?$"));
    const QRegularExpressionMatch match = pattern.match(text.toString());
    return match.hasMatch() ? utc(match) : QDateTime();
}

QString toIsoTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime inUtc = time.toUTC();
    const bool whole = inUtc.time().msec() == 0;
    return inUtc.toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
}

QDateTime fromHttpDate(QByteArrayView text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

QByteArray toHttpDate(const QDateTime &time)
{
    return QLocale::c()
        .toString(time.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

Outcome<std::optional<std::chrono::seconds>> fromIsoDuration(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^P(?=[\\dT])(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?=\\d)(?:(\\d+)H)?(?:(\\d+)M)?(?:("
                       "\\d+(?:\\.\\d+)?)S)?)?$"));
    const QRegularExpressionMatch match = pattern.match(text.trimmed().toString().toUpper());
    if (!match.hasMatch()) {
        return Error::invalidInput(
            QCoreApplication::translate("IsoTime", "\"%1\" is not an ISO 8601 duration").arg(text),
            {}, QCoreApplication::translate("IsoTime", "Write it like PT15M, PT8H or P7D."));
    }
    const auto number = [&match](int group) { return match.captured(group).toDouble(); };
    const double total = (number(1) * 7 + number(2)) * secondsPerDay + number(3) * 3600
        + number(4) * 60 + std::ceil(number(5));
    if (total >= unlimitedDays * secondsPerDay)
        return std::optional<std::chrono::seconds>();
    return std::optional<std::chrono::seconds>(static_cast<std::chrono::seconds::rep>(total));
}

QString toIsoDuration(std::optional<std::chrono::seconds> duration)
{
    if (!duration)
        return QStringLiteral("P10675199DT2H48M5.4775807S");
    qint64 left = duration->count();
    QString text = QStringLiteral("P");
    const auto take = [&left, &text](qint64 unit, char letter) {
        if (left >= unit)
            text += QString::number(left / unit) + QLatin1Char(letter);
        left %= unit;
    };
    take(86400, 'D');
    if (left > 0 || duration->count() == 0) {
        text += QLatin1Char('T');
        take(3600, 'H');
        take(60, 'M');
        if (left > 0 || duration->count() == 0)
            text += QString::number(left) + QLatin1Char('S');
    }
    return text;
}

} // namespace Batchdesk
