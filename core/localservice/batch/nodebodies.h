// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/shape.h"

//! \brief The bodies of requests to nodes.
namespace Batchdesk::LocalService {

const Shape &rebootShape();
const Shape &reimageShape();
const Shape &deallocateShape();
const Shape &disableSchedulingShape();
const Shape &nodeUserShape();
const Shape &nodeUserUpdateShape();
const Shape &serviceLogsShape();

} // namespace Batchdesk::LocalService
