// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

//! \brief What of a plan is there because the nodes clone a Git repository. Pure.
namespace Batchdesk {

//! \brief The clone, with its secret in a container of its own (\a secretContainer) when one is
//! needed. \a source was checked before.
PlannedClone plannedClone(const GitSource &source, const QString &secretContainer);

//! \brief What tells the preparation task what to clone; see resources/nodes/clone.sh. No secret.
QList<Batch::NameValue> cloneEnvironment(const PlannedClone &clone);

//! \brief The scripts and host keys that the preparation task needs beside prepare.sh or
//! prepare.ps1, in \a container.
QList<PlannedScript> cloneFiles(const PlannedClone &clone, const QByteArray &hostKeys,
                                const QString &container, ImageChoice::Os os);

//! \brief That the host's key is not trusted yet (code "HostNotTrusted"), and how to trust it;
//! nothing when it is.
std::optional<Error> hostKeyProblem(const PlannedClone &clone, const QByteArray &hostKeys);

//! \brief In words, one sentence each: what every node does, and where the secret goes.
QStringList cloneInWords(const Plan &plan);

} // namespace Batchdesk
