// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/metric.h"
#include "core/localservice/clock.h"

#include <chrono>
#include <deque>
#include <vector>

namespace Batchdesk::LocalService::Autoscale {

inline constexpr std::chrono::seconds samplePeriod(30);
//! \brief Samples kept of a pool: six hours. What a formula asks for beyond is "not available".
inline constexpr std::size_t historyLength = 720;

//! \brief The samples of one pool, oldest first.
class SampleHistory
{
public:
    using Time = ServiceClock::Time;

    //! \brief Adds a sample; the oldest one goes when there are historyLength. Times must rise.
    void add(Time time, const Readings &readings);

    //! \brief The values of \a metric with \a after < time <= \a until.
    std::vector<double> between(Metric metric, Time after, Time until) const;
    //! \brief The newest \a count values, or as many as there are.
    std::vector<double> newest(Metric metric, std::size_t count) const;
    std::size_t count(Metric metric) const;
    //! \brief Nothing without a sample.
    std::optional<Time> beginning(Metric metric) const;
    std::optional<Time> newestTime() const;

private:
    struct Sample
    {
        Time time;
        Readings readings;
    };
    std::deque<Sample> m_samples;
};

} // namespace Batchdesk::LocalService::Autoscale
