// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/filter.h"

#include <string_view>
#include <vector>

//! \brief What $filter and $select may name in the answers about each kind of thing.
namespace Batchdesk::LocalService {

using AnswerFields = std::vector<std::string_view>;

const FilterFields &poolFilter();
const FilterFields &nodeCountsFilter();
const FilterFields &imageFilter();
const FilterFields &usageFilter();
const FilterFields &nodeFilter();
const FilterFields &fileFilter();
const FilterFields &jobFilter();
const FilterFields &scheduledJobFilter(); //!< Of the jobs of one schedule.
const FilterFields &helperFilter();       //!< Of job preparation and release status.
const FilterFields &scheduleFilter();
const FilterFields &taskFilter();
const FilterFields &certificateFilter();

const AnswerFields &poolAnswer();
const AnswerFields &nodeAnswer();
const AnswerFields &extensionAnswer();
const AnswerFields &jobAnswer();
const AnswerFields &helperAnswer();
const AnswerFields &scheduleAnswer();
const AnswerFields &taskAnswer();
const AnswerFields &subtaskAnswer();
const AnswerFields &certificateAnswer();

} // namespace Batchdesk::LocalService
