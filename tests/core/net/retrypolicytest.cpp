// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/retrypolicy.h"

#include <gtest/gtest.h>

using namespace Batchdesk;
using namespace std::chrono_literals;

namespace {

//! The jitter that leaves a delay as it is: 0.8 + 0.5 * 0.4.
constexpr double nominal = 0.4;

TryResult status(int value, std::optional<std::chrono::milliseconds> wish = {})
{
    return {value, false, wish};
}

} // namespace

TEST(RetryPolicy, TriesTransientAnswersAgainAndNoOthers)
{
    for (const int value : {408, 429, 500, 502, 503, 504})
        EXPECT_TRUE(nextDelay({}, status(value), 1, nominal)) << value;
    for (const int value : {0, 200, 304, 400, 401, 403, 404, 409, 411, 412, 413, 416, 501, 505})
        EXPECT_FALSE(nextDelay({}, status(value), 1, nominal)) << value;
    EXPECT_TRUE(nextDelay({}, {0, true, {}}, 1, nominal));
    EXPECT_TRUE(nextDelay({}, {200, true, {}}, 1, nominal)) << "a truncated success";
}

TEST(RetryPolicy, DoublesUpToTheCap)
{
    RetryPolicy policy;
    policy.maxTries = 20;
    EXPECT_EQ(nextDelay(policy, status(500), 1, nominal), 800ms);
    EXPECT_EQ(nextDelay(policy, status(500), 2, nominal), 1600ms);
    EXPECT_EQ(nextDelay(policy, status(500), 3, nominal), 3200ms);
    EXPECT_EQ(nextDelay(policy, status(500), 7, nominal), 51'200ms);
    EXPECT_EQ(nextDelay(policy, status(500), 8, nominal), 60'000ms);
    EXPECT_EQ(nextDelay(policy, status(500), 19, nominal), 60'000ms);
}

TEST(RetryPolicy, SpreadsOverEightyToAHundredAndThirtyPercent)
{
    EXPECT_EQ(nextDelay({}, status(503), 1, 0.0), 640ms);
    EXPECT_EQ(nextDelay({}, status(503), 1, 0.999999), 1040ms);
}

TEST(RetryPolicy, EndsAfterItsTries)
{
    RetryPolicy policy;
    policy.maxTries = 3;
    EXPECT_TRUE(nextDelay(policy, status(503), 2, nominal));
    EXPECT_FALSE(nextDelay(policy, status(503), 3, nominal));
    EXPECT_FALSE(nextDelay(policy, {0, true, {}}, 3, nominal));
}

TEST(RetryPolicy, HonoursALongerWishWithinReason)
{
    EXPECT_EQ(nextDelay({}, status(429, 5s), 1, nominal), 5s);
    EXPECT_EQ(nextDelay({}, status(429, 1ms), 1, nominal), 800ms);
    EXPECT_EQ(nextDelay({}, status(429, 24h), 1, nominal), 300s);
}
