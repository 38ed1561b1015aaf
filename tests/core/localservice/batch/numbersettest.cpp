// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/batch/numberset.h"

#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>

using Batchdesk::LocalService::NumberSet;

TEST(NumberSet, JoinsAndSplitsSpans)
{
    NumberSet set;
    for (const auto number : {1, 3, 5, 4, 2})
        set.insert(number);
    EXPECT_TRUE(set.containsAll(1, 5));
    EXPECT_FALSE(set.containsAll(0, 5));
    EXPECT_FALSE(set.containsAll(1, 6));
    set.erase(3);
    EXPECT_FALSE(set.containsAll(1, 5));
    EXPECT_TRUE(set.containsAll(1, 2));
    EXPECT_TRUE(set.containsAll(4, 5));
    set.erase(7);
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    set.insert(largest);
    set.insert(largest - 1);
    EXPECT_TRUE(set.containsAll(largest - 1, largest));
}

TEST(NumberSet, CountsANumberThatIsInItTwice)
{
    NumberSet set;
    set.insert(4);
    set.insert(4);
    set.erase(4);
    EXPECT_TRUE(set.containsAll(4, 4));
    set.erase(4);
    EXPECT_FALSE(set.containsAll(4, 4));
}

TEST(NumberSet, AgreesWithCountingOneByOne)
{
    std::mt19937 random(7);
    NumberSet set;
    std::map<std::int64_t, int> counts;
    for (int step = 0; step < 5000; ++step) {
        const std::int64_t number = random() % 20;
        if (random() % 2 == 0) {
            set.insert(number);
            ++counts[number];
        } else {
            set.erase(number);
            counts[number] = std::max(0, counts[number] - 1);
        }
        const std::int64_t first = random() % 20;
        const std::int64_t last = first + std::int64_t(random() % 5);
        bool all = true;
        for (auto n = first; n <= last; ++n)
            all = all && counts[n] > 0;
        ASSERT_EQ(set.containsAll(first, last), all) << "at step " << step;
    }
}
