// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/shape.h"

//! \brief The tasks that a job's body itself speaks of.
namespace Batchdesk::LocalService {

const Shape &jobManagerShape();
const Shape &jobPreparationShape();
const Shape &jobReleaseShape();

//! \brief Rules that go beyond the form of single properties; throws ApiError.
void checkJobTasks(const Json &job);

} // namespace Batchdesk::LocalService
