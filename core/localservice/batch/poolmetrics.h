// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/machinemeter.h"
#include "core/localservice/batch/model.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace Batchdesk::LocalService {

//! \brief What autoscale formulas can ask about pools: samples taken every 30 s. Only pools that
//! scale by formula have any. They are not kept on disk: after a restart a history begins anew.
class PoolMetrics
{
public:
    //! \param meter may be null; then nothing is known of the machine.
    explicit PoolMetrics(std::shared_ptr<Autoscale::MachineMeter> meter);

    //! \brief Takes the samples that are due at \a now; a pool without any gets its first at once.
    //! \return when the next ones are due; nothing when no pool needs them.
    std::optional<Time> sample(const Model &model, Time now);

    //! \brief The samples of a pool; empty for pools that do not scale.
    const Autoscale::SampleHistory &history(const std::string &poolId) const;
    //! \brief The metrics of \a pool at \a now, those of the machine as last measured.
    Autoscale::Readings present(const Model &model, const Pool &pool, Time now) const;

private:
    void add(const Model &model, const Pool &pool, Time now);

    std::shared_ptr<Autoscale::MachineMeter> m_meter;
    Autoscale::Readings m_machine; //!< As of the last sample.
    std::map<std::string, Autoscale::SampleHistory> m_histories;
    std::optional<Time> m_next;
};

} // namespace Batchdesk::LocalService
