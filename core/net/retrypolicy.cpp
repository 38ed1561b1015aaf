// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/net/retrypolicy.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Batchdesk {

namespace {

constexpr std::array transientStatuses{408, 429, 500, 502, 503, 504};
constexpr double leastSpread = 0.8;
constexpr double spreadWidth = 0.5;
//! A service may ask for longer than we would wait, but not for ever.
constexpr int longestWish = 5;

} // namespace

std::optional<std::chrono::milliseconds> nextDelay(const RetryPolicy &policy,
                                                   const TryResult &result, int triesDone,
                                                   double jitter)
{
    const bool isTransient = result.networkFailure
        || std::find(transientStatuses.begin(), transientStatuses.end(), result.status)
            != transientStatuses.end();
    if (!isTransient || triesDone >= policy.maxTries)
        return std::nullopt;
    const double nominal = std::min(static_cast<double>(policy.firstDelay.count())
                                        * std::pow(2.0, std::max(0, triesDone - 1)),
                                    static_cast<double>(policy.maxDelay.count()));
    const std::chrono::milliseconds own(
        std::llround(nominal * (leastSpread + spreadWidth * jitter)));
    const auto wish = result.retryAfter.value_or(std::chrono::milliseconds(0));
    return std::max(own, std::min(wish, policy.maxDelay * longestWish));
}

} // namespace Batchdesk
