// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/samplehistory.h"

#include <algorithm>

namespace Batchdesk::LocalService::Autoscale {

void SampleHistory::add(Time time, const Readings &readings)
{
    if (m_samples.size() == historyLength)
        m_samples.pop_front();
    m_samples.push_back({time, readings});
}

std::vector<double> SampleHistory::between(Metric metric, Time after, Time until) const
{
    std::vector<double> values;
    for (const auto &sample : m_samples) {
        if (sample.time <= after || sample.time > until)
            continue;
        if (const auto value = sample.readings.get(metric))
            values.push_back(*value);
    }
    return values;
}

std::vector<double> SampleHistory::newest(Metric metric, std::size_t count) const
{
    std::vector<double> values;
    for (auto at = m_samples.rbegin(); at != m_samples.rend() && values.size() < count; ++at) {
        if (const auto value = at->readings.get(metric))
            values.push_back(*value);
    }
    std::reverse(values.begin(), values.end());
    return values;
}

std::size_t SampleHistory::count(Metric metric) const
{
    return std::size_t(std::count_if(m_samples.begin(), m_samples.end(), [&](const Sample &sample) {
        return sample.readings.get(metric).has_value();
    }));
}

std::optional<SampleHistory::Time> SampleHistory::beginning(Metric metric) const
{
    for (const auto &sample : m_samples) {
        if (sample.readings.get(metric))
            return sample.time;
    }
    return std::nullopt;
}

std::optional<SampleHistory::Time> SampleHistory::newestTime() const
{
    return m_samples.empty() ? std::nullopt : std::optional(m_samples.back().time);
}

} // namespace Batchdesk::LocalService::Autoscale
