// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/repository.h"

#include "core/net/asfuture.h"
#include "core/net/awaitoutcome.h"

#include <QCoreApplication>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

} // namespace

static QCoro::Task<Outcome<RepositoryAccess>> fetch(Git::Credentials *credentials, QString name)
{
    const auto credential = credentials->find(name);
    if (!credential)
        co_return credential.error();
    const auto secret = co_await awaitOutcome(credentials->secretOf(name));
    if (!secret)
        co_return secret.error();
    co_return RepositoryAccess{*credential, *secret};
}

QFuture<Outcome<RepositoryAccess>> openRepository(Git::Credentials *credentials,
                                                  const QString &name)
{
    return asFuture(fetch(credentials, name));
}

QFuture<Git::AccessReport> tryRepository(const Plan &plan,
                                         const std::optional<RepositoryAccess> &access)
{
    Git::AccessRequest request;
    request.address = plan.clone->address;
    request.reference = plan.clone->source.reference;
    if (access) {
        request.credential = access->credential;
        request.secret = access->secret;
    }
    return Git::testAccess(request, Git::KnownHosts());
}

bool isOfThisComputer(Git::AccessProblem problem)
{
    return problem == Git::AccessProblem::GitMissing
        || problem == Git::AccessProblem::HostUnreachable
        || problem == Git::AccessProblem::TimedOut;
}

QCoro::Task<Outcome<void>> checkRepository(RunStatePtr run)
{
    // Once there is a job its nodes have cloned, or tell themselves why not.
    if (!run->plan.clone || run->journal->begun(QStringLiteral("job"), run->plan.job.id))
        co_return Outcome<void>();
    const QFuture<Git::AccessReport> trying = tryRepository(run->plan, run->services.repository);
    const Git::AccessReport report = co_await trying;
    if (report.ok()) {
        if (!report.commit.isEmpty())
            run->say(Texts::tr("The repository is at commit %1").arg(report.commit));
        co_return Outcome<void>();
    }
    if (!isOfThisComputer(report.problem))
        co_return *report.error;
    run->say(RunEvent::Level::Warning,
             Texts::tr("The repository could not be tried from here; the nodes will tell. %1")
                 .arg(report.error->caption()));
    co_return Outcome<void>();
}

} // namespace Batchdesk
