// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/access.h"

#include <QByteArray>

//! \brief From what git, ssh and the Git hosts say to what is wrong. Pure.
namespace Batchdesk::Git {

//! \brief What the words on git's standard error (in English) mean; Other for words not known.
AccessProblem problemFrom(const QByteArray &errors);

//! \brief The error that is shown for it. \a words are git's own, repeated (redacted) where they
//! say more than we know.
Error accessError(AccessProblem problem, const AccessRequest &request, const QByteArray &words);

} // namespace Batchdesk::Git
