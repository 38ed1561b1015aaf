// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/outcome.h"
#include "core/base/secret.h"
#include "core/git/credentials.h"
#include "core/git/gitaddress.h"
#include "core/git/hostkeys.h"

#include <QFuture>
#include <QString>

#include <chrono>
#include <optional>

namespace Batchdesk::Git {

//! \brief Why a repository cannot be reached.
enum class AccessProblem {
    None,
    GitMissing,     //!< No git (or no ssh) on this computer.
    HostUnknown,    //!< Its key is not pinned yet: look at it, and trust it.
    HostKeyChanged, //!< It showed another key than the one pinned or published.
    HostUnreachable,
    KeyRefused,   //!< The SSH key is not accepted.
    TokenRefused, //!< The token is not accepted, or one is needed.
    NotFound,     //!< No such repository, or not for this key.
    ReferenceMissing,
    TimedOut,
    Other,
};

//! \brief What came of trying.
struct AccessReport
{
    AccessProblem problem = AccessProblem::None;
    std::optional<Error> error; //!< What is wrong and what to do; nothing when it worked.
    QString commit;             //!< What the reference stands for now; empty when not reached.
    QString defaultBranch;      //!< As the repository names it; empty when it does not say.
    QList<HostKey> shownKeys;   //!< HostUnknown, HostKeyChanged: what the host shows now.
    HostTrust trust = HostTrust::Pinned; //!< How far those keys may be trusted.

    bool ok() const { return problem == AccessProblem::None; }
};

//! \brief What is tried.
struct AccessRequest
{
    Address address;
    Reference reference;
    std::optional<Credential> credential; //!< Nothing: as a stranger, which https allows.
    Secret secret;                        //!< Its secret half.
    std::chrono::seconds patience = std::chrono::seconds(30);
};

//! \brief Runs a real `git ls-remote` with just this key and just the pinned host keys; the user's
//! own SSH and Git settings play no part. Never fails otherwise than by the report; never blocks.
QFuture<AccessReport> testAccess(const AccessRequest &request, const KnownHosts &knownHosts);

//! \brief The same with a credential by name, whose secret half is fetched first.
//! \a credentials has to outlive the future.
QFuture<AccessReport> testAccess(Credentials *credentials, const QString &credentialName,
                                 const Address &address, const Reference &reference,
                                 const KnownHosts &knownHosts);

} // namespace Batchdesk::Git
