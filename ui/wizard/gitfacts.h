// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"
#include "core/plan/settings.h"
#include "ui/wizard/reviewfacts.h"

#include <QList>
#include <QString>

#include <optional>

namespace Batchdesk {

//! \brief What is checked out, in words: "branch dev".
QString referenceWords(const Git::Reference &reference);

//! \brief "ED25519" for "ssh-ed25519".
QString keyTypeWords(const QString &type);

//! \brief What every node does to get the program, and what becomes of the key, in words. \a
//! credential is the one that the source names, where it is known here. Nothing while the address
//! is none.
QList<FactSection> gitFacts(const GitSource &source,
                            const std::optional<Git::Credential> &credential);

} // namespace Batchdesk
