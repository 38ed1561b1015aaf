// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/wiretime.h"

#include <optional>

namespace Batchdesk::LocalService {

//! \brief The times at which a job schedule wants a job: first, first + interval, and so on.
struct Recurrence
{
    Time first{};
    Duration interval = unlimitedDuration; //!< Unlimited: there is one job.
    Duration window = unlimitedDuration;   //!< How long after its time a job may still be made.
    std::optional<Time> notAfter;          //!< No job is made after this.
};

//! \brief A time that wants a job, and when the chance for it is over.
struct Opportunity
{
    Time due{};
    Time end{}; //!< Time::max(): never.

    bool operator==(const Opportunity &) const = default;
};

//! \brief The earliest opportunity that is not over at \a now and lies after \a lastUsed. Nothing
//! when there will be none any more.
//!
//! A job that is due is not carried over to the time of the next one: a window longer than the
//! interval is as good as one that never ends.
std::optional<Opportunity> nextOpportunity(const Recurrence &recurrence,
                                           const std::optional<Time> &lastUsed, Time now);

} // namespace Batchdesk::LocalService
