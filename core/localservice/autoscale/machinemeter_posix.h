// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/machinemeter.h"

namespace Batchdesk::LocalService::Autoscale {

//! \brief Reads /proc, or another folder of that form. Where there is none, nothing is measured.
class ProcMachineMeter final : public MachineMeter
{
public:
    ProcMachineMeter(std::filesystem::path proc, std::filesystem::path nodes);
    Readings read(ServiceClock::Time now) override;

private:
    void readMemory(Readings &readings) const;
    void readDiskSpace(Readings &readings) const;
    GrowthMeter::Counters counters() const;
    void countProcessors(GrowthMeter::Counters &counters) const;
    void countDisks(GrowthMeter::Counters &counters) const;
    void countNetwork(GrowthMeter::Counters &counters) const;

    std::filesystem::path m_proc;
    std::filesystem::path m_nodes;
    GrowthMeter m_growth;
};

} // namespace Batchdesk::LocalService::Autoscale
