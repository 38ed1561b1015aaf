// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/batch/shape.h"

//! \brief The part of a pool's body that speaks of virtual machines and their network.
//!
//! There are none on this computer. What tunes them is kept and shown, so that a script for Azure
//! runs unchanged; what a task or a person would rely on is refused.
namespace Batchdesk::LocalService {

const Shape &virtualMachineShape();
const Shape &poolNetworkShape();
const Shape &upgradePolicyShape();

//! \brief Rules that go beyond the form of single properties; throws ApiError.
void checkMachines(const Json &pool);

} // namespace Batchdesk::LocalService
