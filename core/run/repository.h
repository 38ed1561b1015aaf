// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/git/access.h"
#include "core/run/runstate.h"

#include <QCoroTask>
#include <QFuture>

#include <optional>

//! \brief The repository that the nodes of a run clone.
namespace Batchdesk {

//! \brief Fetches a key or token by its name. NotFound for a name that is not known, Keychain when
//! the secret half cannot be had. \a credentials has to outlive the future.
QFuture<Outcome<RepositoryAccess>> openRepository(Git::Credentials *credentials,
                                                  const QString &name);

//! \brief Tries from here what the nodes will do, see Git::testAccess(). What only this computer
//! lacks (no Git, no way to the host) is no reason against a run: see isOfThisComputer().
QFuture<Git::AccessReport> tryRepository(const Plan &plan,
                                         const std::optional<RepositoryAccess> &access);
//! \brief True for problems that the nodes need not have.
bool isOfThisComputer(Git::AccessProblem problem);

//! \brief The step of a run: fails with what is wrong; says what could not be tried.
QCoro::Task<Outcome<void>> checkRepository(RunStatePtr run);

} // namespace Batchdesk
