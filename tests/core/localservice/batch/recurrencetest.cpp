// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/recurrence.h"

#include <gtest/gtest.h>

using namespace Batchdesk::LocalService;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Time start{seconds(1767323045)};

Time at(Duration later)
{
    return start + later;
}

Recurrence from(Time first, Duration interval = unlimitedDuration,
                Duration window = unlimitedDuration, std::optional<Time> notAfter = {})
{
    return {first, interval, window, notAfter};
}

} // namespace

TEST(Recurrence, OfOneJobIsOverOnceUsed)
{
    const Recurrence once = from(start);
    EXPECT_EQ(nextOpportunity(once, {}, at(-hours(1))), (Opportunity{start, Time::max()}));
    EXPECT_EQ(nextOpportunity(once, {}, at(hours(9000))), (Opportunity{start, Time::max()}));
    EXPECT_FALSE(nextOpportunity(once, start, start));
}

TEST(Recurrence, OfOneJobIsOverAfterItsWindow)
{
    const Recurrence once = from(start, unlimitedDuration, minutes(1));
    EXPECT_EQ(nextOpportunity(once, {}, at(seconds(59))), (Opportunity{start, at(minutes(1))}));
    EXPECT_FALSE(nextOpportunity(once, {}, at(minutes(1))));
}

TEST(Recurrence, KeepsToItsTimes)
{
    const Recurrence often = from(start, minutes(5));
    EXPECT_EQ(nextOpportunity(often, {}, at(-minutes(1)))->due, start);
    EXPECT_EQ(nextOpportunity(often, {}, at(minutes(4)))->due, start);
    EXPECT_EQ(nextOpportunity(often, {}, at(minutes(5)))->due, at(minutes(5)));
    EXPECT_EQ(nextOpportunity(often, start, at(minutes(4)))->due, at(minutes(5)));
    EXPECT_EQ(nextOpportunity(often, start, at(minutes(13))),
              (Opportunity{at(minutes(10)), at(minutes(15))}));
    EXPECT_EQ(nextOpportunity(often, at(minutes(10)), at(minutes(13)))->due, at(minutes(15)));
}

TEST(Recurrence, WindowEndsWithTheNextTime)
{
    Recurrence often = from(start, minutes(5), minutes(2));
    EXPECT_EQ(nextOpportunity(often, {}, at(minutes(1)))->end, at(minutes(2)));
    EXPECT_EQ(nextOpportunity(often, {}, at(minutes(2)))->due, at(minutes(5)));
    often.window = minutes(50);
    EXPECT_EQ(nextOpportunity(often, {}, at(minutes(6))),
              (Opportunity{at(minutes(5)), at(minutes(10))}));
}

TEST(Recurrence, MakesNothingAfterItsEnd)
{
    const Recurrence often = from(start, minutes(5), unlimitedDuration, at(minutes(10)));
    EXPECT_EQ(nextOpportunity(often, at(minutes(5)), at(minutes(9)))->due, at(minutes(10)));
    EXPECT_EQ(nextOpportunity(often, at(minutes(5)), at(minutes(10)))->due, at(minutes(10)));
    EXPECT_FALSE(nextOpportunity(often, at(minutes(5)), at(minutes(10) + seconds(1))));
    EXPECT_FALSE(nextOpportunity(often, at(minutes(10)), at(minutes(10))));
}

TEST(Recurrence, SurvivesAClockThatWentBackAndTimesFarAway)
{
    const Recurrence often = from(start, minutes(1));
    EXPECT_EQ(nextOpportunity(often, at(hours(90000)), start)->due, at(hours(90000) + minutes(1)));
    const Recurrence rare = from(start, hours(24 * 10'000'000));
    EXPECT_EQ(nextOpportunity(rare, start, start)->due, start + rare.interval);
    EXPECT_EQ(nextOpportunity(from(Time::max()), {}, start)->due, Time::max());
    EXPECT_EQ(nextOpportunity(from(Time(-hours(24 * 700'000)), minutes(1)), {}, start)->due,
              Time(std::chrono::floor<minutes>(start)));
}
