// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/filter.h"
#include "core/localservice/batch/model.h"

//! \brief What the resources have in common when they are shown and filtered.
namespace Batchdesk::LocalService {

void addRevision(Json &json, const Revision &revision);
//! \brief Absent times are left out, as the service does with all that is null.
void addTime(Json &json, const char *name, const std::optional<Time> &time);
Json encodeFailure(const FailureInfo &failure);
//! \brief What all four kinds of execution show.
Json encodeExecution(const ExecutionInfo &info);
//! \brief The same with state "running" or "completed": start task, preparation, release.
Json encodeHelper(const ExecutionInfo &info);
//! \brief The same with what only tasks have: requeues.
Json encodeTaskExecution(const ExecutionInfo &info);

FilterValue timeValue(const std::optional<Time> &time);
FilterValue textValue(std::string_view text);
//! \brief Fields that start tasks and tasks share.
FilterValue executionValue(const ExecutionInfo &info, std::string_view name);
FilterValue revisionValue(const Revision &revision, std::string_view name);

} // namespace Batchdesk::LocalService
