// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/apiversion.h"
#include "core/localservice/batch/filter.h"
#include "core/localservice/batch/model.h"

//! \brief The model as the REST API shows it, and as $filter sees it. \a base is the client's own
//! endpoint.
namespace Batchdesk::LocalService {

Json encode(const std::string &base, const Pool &pool);
Json encode(const AutoScaleRun &run);
//! \brief \a model tells of the tasks that ran on it.
Json encode(const std::string &base, const Model &model, const Pool &pool, const Node &node,
            ApiVersion version);
Json encode(const std::string &base, const Job &job);
//! \param now decides which run is the next one.
Json encode(const std::string &base, const JobSchedule &schedule, Time now);
Json encode(const std::string &base, const Job &job, const Task &task);
//! \brief One item of jobpreparationandreleasetaskstatus.
Json encodeUse(const std::string &base, const Job &job, const std::string &nodeId,
               const NodeUse &use);
Json encodeNodeCounts(const Pool &pool, ApiVersion version);
//! \brief The statistics of one task that has started.
Json encodeTaskStatistics(const std::string &base, const Job &job, const Task &task, Time now);
Json encodeTaskCounts(const Job &job);

FieldReader fieldsOf(const Pool &pool);
FieldReader fieldsOf(const Node &node, ApiVersion version);
FieldReader fieldsOf(const Job &job);
FieldReader fieldsOf(const JobSchedule &schedule);
FieldReader fieldsOf(const Task &task);

std::string poolUrl(const std::string &base, const Pool &pool);
std::string jobUrl(const std::string &base, const std::string &jobId);
std::string jobScheduleUrl(const std::string &base, const std::string &scheduleId);
std::string taskUrl(const std::string &base, const std::string &jobId, const std::string &taskId);
std::string nodeUrl(const std::string &base, const std::string &poolId, const std::string &nodeId);

} // namespace Batchdesk::LocalService
