// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/localservice/autoscale/machinemeter.h"

#include <utility>

namespace Batchdesk::LocalService::Autoscale {

GrowthMeter::Counters GrowthMeter::growth(const Counters &counters, ServiceClock::Time now)
{
    const Counters last = std::exchange(m_last, counters);
    const auto lastTime = std::exchange(m_lastTime, now);
    Counters growth;
    if (!lastTime || now <= *lastTime || now - *lastTime > samplePeriod * 2)
        return growth;
    for (const auto &[name, value] : counters) {
        const auto before = last.find(name);
        if (before != last.end() && value >= before->second)
            growth[name] = value - before->second;
    }
    return growth;
}

} // namespace Batchdesk::LocalService::Autoscale
