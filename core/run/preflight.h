// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/base/outcome.h"
#include "core/plan/plan.h"

#include <QFuture>
#include <QList>
#include <QString>

#include <memory>

namespace Batchdesk {

class Accounts;
class Transport;
namespace Git {
class Credentials;
}

//! \brief One thing that was looked at before a launch, and what came of it.
struct PreflightCheck
{
    enum class Verdict { Passed, Warning, Failed, NotLooked };

    QString title; //!< "Credentials", "Batch answers", "Names are free" …
    Verdict verdict = Verdict::NotLooked;
    QList<Error> problems; //!< Each with its advice; empty when it passed.
};

//! \brief Looks at everything a launch of \a plan needs, without creating anything: the account's
//! keys, Batch and Storage with a request each, whether the names are free, whether the image is
//! offered there, whether the results folder can be written, and whether the repository of a plan
//! that clones one can be read. Gives all checks, in their order, whatever comes of each.
//! \a accounts and \a credentials have to outlive the future.
QFuture<QList<PreflightCheck>> preflight(Accounts *accounts, Git::Credentials *credentials,
                                         const Plan &plan, const RunStamp &stamp);
//! \brief The same for an account that is being opened, over a transport of one's own.
QFuture<QList<PreflightCheck>> preflight(const QFuture<Outcome<AccountAccess>> &account,
                                         std::shared_ptr<Transport> transport,
                                         Git::Credentials *credentials, const Plan &plan,
                                         const RunStamp &stamp);

//! \brief True when nothing failed.
bool mayLaunch(const QList<PreflightCheck> &checks);

} // namespace Batchdesk
