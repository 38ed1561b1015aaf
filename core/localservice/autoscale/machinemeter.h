// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/samplehistory.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace Batchdesk::LocalService::Autoscale {

//! \brief Reads how busy a machine is. Not thread-safe.
class MachineMeter
{
public:
    virtual ~MachineMeter() = default;
    //! \brief The metrics of the machine at \a now; what it cannot tell is missing. Those "since
    //! the last sample" are missing unless the last call was one or two sample periods ago.
    virtual Readings read(ServiceClock::Time now) = 0;
};

//! \brief The meter of this computer. \param nodes a folder on the file system that the nodes use.
std::unique_ptr<MachineMeter> makeMachineMeter(const std::filesystem::path &nodes);

//! \brief Turns counters that only rise into their growth since the last reading.
class GrowthMeter
{
public:
    using Counters = std::map<std::string, double>;

    //! \brief The growth of each of \a counters; empty when the last call is too long ago, or
    //! there was none. What shrank, as after the counter ran over, is left out.
    Counters growth(const Counters &counters, ServiceClock::Time now);

private:
    Counters m_last;
    std::optional<ServiceClock::Time> m_lastTime;
};

} // namespace Batchdesk::LocalService::Autoscale
