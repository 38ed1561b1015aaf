// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/localservice/property/rules.h"

namespace Batchdesk::LocalService::Property {

//! \brief Tasks whose dependencies were met at some time: a parent may go afterwards.
using OnceMet = std::set<TaskKey>;

//! \brief In what \a now differs from what may have become of \a before; empty when in nothing.
//! \param expected of an operation that was refused is one that changes nothing.
std::string difference(const Snapshot &before, const Snapshot &now, const Operation &operation,
                       const Expectation &expected, const OnceMet &onceMet);

} // namespace Batchdesk::LocalService::Property
