// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

namespace Batchdesk {

//! \brief How an operation is tried again: a table and a pure function.
struct RetryPolicy
{
    int maxTries = 7; //!< The first one counted.
    std::chrono::milliseconds firstDelay{800};
    std::chrono::milliseconds maxDelay{60'000};

    bool operator==(const RetryPolicy &) const = default;
};

//! \brief How a try ended, as far as the policy cares.
struct TryResult
{
    int status = 0;                                      //!< HTTP status; 0 for no answer.
    bool networkFailure = false;                         //!< Reset, refused, truncated, timed out.
    std::optional<std::chrono::milliseconds> retryAfter; //!< What the service asked for.
};

//! \brief How long to wait before the next try, or nothing when it should not be tried again.
//! \param triesDone how many tries were made, at least 1.
//! \param jitter in [0, 1): spreads the delay over 80 % to 130 % of its nominal value.
//!
//! Tried again: no answer, 408, 429, 500, 502, 503, 504. Never: other 4xx, 501, 505. The service's
//! own wish counts when it is longer than our delay, and is cut at maxDelay * 5.
std::optional<std::chrono::milliseconds> nextDelay(const RetryPolicy &policy,
                                                   const TryResult &result, int triesDone,
                                                   double jitter);

} // namespace Batchdesk
