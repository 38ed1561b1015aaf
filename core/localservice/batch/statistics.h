// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/model.h"

namespace Batchdesk::LocalService {

//! \brief What the tasks of a job, or of the jobs of a schedule, took together: $expand=stats.
//!
//! Processor time and disk traffic of tasks are not measured on this computer and stay 0.
class JobStatistics
{
public:
    void add(const Job &job);
    //! \param url of the job or schedule. \param since when it began.
    Json json(const std::string &url, Time since, Time now) const;

private:
    Duration m_wallClock{};
    Duration m_wait{};
    std::int64_t m_succeeded = 0;
    std::int64_t m_failed = 0;
    std::int64_t m_retries = 0;
};

} // namespace Batchdesk::LocalService
