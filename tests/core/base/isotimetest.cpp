// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/isotime.h"

#include <QTimeZone>

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace std::chrono_literals;

namespace {

QDateTime utc(int year, int month, int day, int hour, int minute, int second, int ms = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, ms), Qt::UTC);
}

} // namespace

TEST(IsoTime, ReadsTheServicesSevenDigits)
{
    EXPECT_EQ(fromIsoTime(u"2026-01-02T03:04:05.1234567Z"), utc(2026, 1, 2, 3, 4, 5, 123));
    EXPECT_EQ(fromIsoTime(u"2026-01-02T03:04:05.9999999Z"), utc(2026, 1, 2, 3, 4, 5, 999));
    EXPECT_EQ(fromIsoTime(u"2026-01-02T03:04:05.5Z"), utc(2026, 1, 2, 3, 4, 5, 500));
    EXPECT_EQ(fromIsoTime(u"2026-01-02T03:04:05Z"), utc(2026, 1, 2, 3, 4, 5));
    EXPECT_EQ(fromIsoTime(u"2026-01-02T03:04:05"), utc(2026, 1, 2, 3, 4, 5));
    EXPECT_EQ(fromIsoTime(u"2026-01-02T03:04:05Z").timeSpec(), Qt::UTC);
}

TEST(IsoTime, TurnsOffsetsIntoUtc)
{
    EXPECT_EQ(fromIsoTime(u"2026-01-02T03:04:05+02:30"), utc(2026, 1, 2, 0, 34, 5));
    EXPECT_EQ(fromIsoTime(u"2026-01-02T23:04:05-0100"), utc(2026, 1, 3, 0, 4, 5));
}

TEST(IsoTime, RefusesWhatIsNoTime)
{
    for (const QString &text :
         {QString(), QStringLiteral("2026-01-02"), QStringLiteral("2026-13-02T03:04:05Z"),
          QStringLiteral("2026-01-02T25:04:05Z"), QStringLiteral("now"),
          QStringLiteral("2026-01-02T03:04:05Zx"), QStringLiteral("0001-01-01T03:04:05+05:15"),
          QStringLiteral("9999-12-31T23:00:00-05:15")}) {
        EXPECT_FALSE(fromIsoTime(text).isValid()) << text.toStdString();
    }
}

TEST(IsoTime, WritesSecondsAndMillisecondsOnlyWhereThereAreAny)
{
    EXPECT_EQ(toIsoTime(utc(2036, 11, 26, 12, 30, 0)), QStringLiteral("2036-11-26T12:30:00Z"));
    EXPECT_EQ(toIsoTime(utc(2036, 11, 26, 12, 30, 0, 7)),
              QStringLiteral("2036-11-26T12:30:00.007Z"));
    const QDateTime local(QDate(2036, 11, 26), QTime(12, 30), Qt::OffsetFromUTC, 3600);
    EXPECT_EQ(toIsoTime(local), QStringLiteral("2036-11-26T11:30:00Z"));
    EXPECT_EQ(toIsoTime(QDateTime()), QString());
}

TEST(HttpDate, GoesBothWays)
{
    const QDateTime time = utc(2026, 11, 22, 14, 7, 11);
    EXPECT_EQ(toHttpDate(time), QByteArray("Sun, 22 Nov 2026 14:07:11 GMT"));
    EXPECT_EQ(fromHttpDate("Sun, 22 Nov 2026 14:07:11 GMT"), time);
    EXPECT_EQ(fromHttpDate("Sun, 22 Nov 2026 14:07:11 GMT").timeSpec(), Qt::UTC);
    EXPECT_FALSE(fromHttpDate("22 Nov 2026").isValid());
    EXPECT_FALSE(fromHttpDate("").isValid());
}

TEST(IsoDuration, ReadsWeeksToSeconds)
{
    const auto read = [](QStringView text) { return fromIsoDuration(text).value().value(); };
    EXPECT_EQ(read(u"PT15M"), 15min);
    EXPECT_EQ(read(u"P7D"), 168h);
    EXPECT_EQ(read(u"P2W"), 336h);
    EXPECT_EQ(read(u"P1DT2H3M4S"), 26h + 3min + 4s);
    EXPECT_EQ(read(u"PT01H00M00S"), 1h);
    EXPECT_EQ(read(u"PT0S"), 0s);
    EXPECT_EQ(read(u"PT0.5S"), 1s);
    EXPECT_EQ(read(u"PT4.0S"), 4s);
}

TEST(IsoDuration, KnowsUnlimited)
{
    const auto unlimited = fromIsoDuration(u"P10675199DT2H48M5.4775807S");
    ASSERT_TRUE(unlimited.ok());
    EXPECT_FALSE(unlimited->has_value());
    EXPECT_EQ(toIsoDuration(std::nullopt), QStringLiteral("P10675199DT2H48M5.4775807S"));
}

TEST(IsoDuration, RefusesWhatIsNoDurationAndSaysHowToWriteOne)
{
    for (const QString &text :
         {QString(), QStringLiteral("P"), QStringLiteral("PT"), QStringLiteral("P1DT"),
          QStringLiteral("P1M"), QStringLiteral("P1Y"), QStringLiteral("15"),
          QStringLiteral("-PT5M"), QStringLiteral("PT5")}) {
        const auto result = fromIsoDuration(text);
        ASSERT_FALSE(result.ok()) << text.toStdString();
        EXPECT_EQ(result.error().kind, Error::Kind::InvalidInput);
        EXPECT_TRUE(result.error().advice.contains(QStringLiteral("PT15M")));
    }
}

TEST(IsoDuration, WritesTheShortForm)
{
    EXPECT_EQ(toIsoDuration(0s), QStringLiteral("PT0S"));
    EXPECT_EQ(toIsoDuration(15min), QStringLiteral("PT15M"));
    EXPECT_EQ(toIsoDuration(168h), QStringLiteral("P7D"));
    EXPECT_EQ(toIsoDuration(26h + 3min + 4s), QStringLiteral("P1DT2H3M4S"));
    EXPECT_EQ(toIsoDuration(24h + 4s), QStringLiteral("P1DT4S"));
}
