// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/preflight.h"

#include "core/batch/connectbatch.h"
#include "core/blob/connectblob.h"
#include "core/net/asfuture.h"
#include "core/net/awaitoutcome.h"
#include "core/run/accounts.h"
#include "core/run/ensure.h"
#include "core/run/ownership.h"
#include "core/run/repository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace Batchdesk {

namespace {

using Verdict = PreflightCheck::Verdict;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Preflight)
};

//! Somebody looks at the page and waits.
constexpr RetryPolicy shortPatience{3};

PreflightCheck notLooked(const QString &title)
{
    return {title, Verdict::NotLooked, {}};
}

PreflightCheck failedIfAny(const QString &title, const QList<Error> &problems)
{
    return {title, problems.isEmpty() ? Verdict::Passed : Verdict::Failed, problems};
}

PreflightCheck warningIfAny(const QString &title, const QList<Error> &problems)
{
    return {title, problems.isEmpty() ? Verdict::Passed : Verdict::Warning, problems};
}

template <typename T>
QList<Error> problemsOf(const Outcome<T> &outcome)
{
    return outcome ? QList<Error>() : QList<Error>{outcome.error()};
}

QString credentialsTitle()
{
    return Texts::tr("Credentials");
}
QString batchTitle()
{
    return Texts::tr("Batch answers");
}
QString storageTitle()
{
    return Texts::tr("Storage answers");
}
QString namesTitle()
{
    return Texts::tr("Names are free");
}
QString imageTitle()
{
    return Texts::tr("The image is offered");
}

//! The folder itself is made by the run, so what counts is what it will be made in. Blocks on the
//! disk.
Outcome<void> canWriteResults(const QString &folder)
{
    QString existing = QDir::cleanPath(folder);
    while (!QFileInfo::exists(existing) && QFileInfo(existing).path() != existing)
        existing = QFileInfo(existing).path();
    const QFileInfo info(existing);
    const QString advice = Texts::tr("Choose another folder for the results.");
    const QString shown = QDir::toNativeSeparators(existing);
    if (!info.exists())
        return Error::io(Texts::tr("There is no %1").arg(shown), QStringLiteral("$.outputs.folder"),
                         advice);
    if (!info.isDir())
        return Error::io(Texts::tr("%1 is a file, so no folder can be made there").arg(shown),
                         QStringLiteral("$.outputs.folder"), advice);
    if (!info.isWritable())
        return Error::io(Texts::tr("Nothing can be written into %1").arg(shown),
                         QStringLiteral("$.outputs.folder"), advice);
    return {};
}

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

//! The list names one version of each image, the latest; older ones can still be used.
bool isOffered(const Batch::SupportedImage &offered, const Batch::PoolSpec &pool)
{
    return isSame(offered.nodeAgentSkuId, pool.nodeAgentSkuId)
        && isSame(offered.image.publisher, pool.image.publisher)
        && isSame(offered.image.offer, pool.image.offer)
        && isSame(offered.image.sku, pool.image.sku);
}

Error notOffered(const Batch::PoolSpec &pool)
{
    return Error::invalidInput(
        Texts::tr("This Batch account does not list %1 %2 %3 with %4")
            .arg(pool.image.publisher, pool.image.offer, pool.image.sku, pool.nodeAgentSkuId),
        QStringLiteral("$.pool.image"),
        Texts::tr("Choose another image, or launch and see whether the pool takes it."));
}

//! What the checks of one launch share.
struct PreflightState
{
    Plan plan;
    RunStamp stamp;
    Git::Credentials *credentials = nullptr;
    bool isThisComputer = false;
    RunServices services;
};

using PreflightStatePtr = std::shared_ptr<PreflightState>;

void connectPatiently(PreflightState &state, const AccountAccess &account,
                      const std::shared_ptr<Transport> &transport)
{
    const auto clock = std::make_shared<SystemClock>();
    state.isThisComputer = account.name == QLatin1String("local");
    state.services.batch = Batch::connectBatch(account, transport, clock, shortPatience);
    state.services.firstContact = state.services.batch;
    state.services.blob = Blob::connectBlob(account, transport, clock, shortPatience);
}

} // namespace

static QCoro::Task<PreflightCheck> checkImage(PreflightStatePtr state)
{
    // The nodes of this computer run what it runs, whatever the image is called.
    if (state->isThisComputer)
        co_return PreflightCheck{imageTitle(), Verdict::Passed, {}};
    Batch::ListQuery query;
    do {
        const auto page = co_await awaitOutcome(state->services.batch->supportedImages(query));
        if (!page)
            co_return warningIfAny(imageTitle(), {page.error()});
        const bool found = std::any_of(
            page->items.begin(), page->items.end(),
            [&](const Batch::SupportedImage &image) { return isOffered(image, state->plan.pool); });
        if (found)
            co_return PreflightCheck{imageTitle(), Verdict::Passed, {}};
        query.nextLink = page->nextLink;
    } while (!query.nextLink.isEmpty());
    co_return warningIfAny(imageTitle(), {notOffered(state->plan.pool)});
}

static QCoro::Task<PreflightCheck> checkNamesAreFree(PreflightStatePtr state)
{
    const auto run = std::make_shared<RunState>();
    run->plan = state->plan;
    run->stamp = stampText(state->stamp);
    run->services = state->services;
    const QList<Error> problems = co_await checkNames(run);
    co_return failedIfAny(namesTitle(), problems);
}

//! What needs the account.
static QCoro::Task<QList<PreflightCheck>> checkAccount(PreflightStatePtr state)
{
    Batch::ListQuery one;
    one.maxResults = 1;
    const auto batchAnswer = state->services.batch->pools(one);
    const auto storageAnswer = state->services.blob->containers({}, {}, 1);
    const auto batch = co_await awaitOutcome(batchAnswer);
    const auto storage = co_await awaitOutcome(storageAnswer);
    QList<PreflightCheck> checks{failedIfAny(batchTitle(), problemsOf(batch)),
                                 failedIfAny(storageTitle(), problemsOf(storage))};
    PreflightCheck names = notLooked(namesTitle());
    if (batch && storage)
        names = co_await checkNamesAreFree(state);
    PreflightCheck image = notLooked(imageTitle());
    if (batch)
        image = co_await checkImage(state);
    checks << names << image;
    co_return checks;
}

static QCoro::Task<PreflightCheck> checkRepositoryIsOpen(PreflightStatePtr state)
{
    const QString title = Texts::tr("The repository can be read");
    const PlannedClone &clone = *state->plan.clone;
    std::optional<RepositoryAccess> access;
    if (clone.needsSecret()) {
        const auto opened =
            co_await awaitOutcome(openRepository(state->credentials, clone.source.credential));
        if (!opened)
            co_return failedIfAny(title, {opened.error()});
        access = *opened;
    }
    const QFuture<Git::AccessReport> trying = tryRepository(state->plan, access);
    const Git::AccessReport report = co_await trying;
    if (report.ok())
        co_return PreflightCheck{title, Verdict::Passed, {}};
    co_return isOfThisComputer(report.problem) ? warningIfAny(title, {*report.error})
                                               : failedIfAny(title, {*report.error});
}

static QCoro::Task<QList<PreflightCheck>> checkAll(QFuture<Outcome<AccountAccess>> opening,
                                                   std::shared_ptr<Transport> transport,
                                                   PreflightStatePtr state)
{
    const auto folderAnswer = QtConcurrent::run(canWriteResults, state->plan.downloadFolder);
    const auto account = co_await awaitOutcome(opening);
    QList<PreflightCheck> checks{failedIfAny(credentialsTitle(), problemsOf(account))};
    if (account) {
        connectPatiently(*state, *account, transport);
        const QList<PreflightCheck> ofAccount = co_await checkAccount(state);
        checks += ofAccount;
    } else {
        for (const QString &title : {batchTitle(), storageTitle(), namesTitle(), imageTitle()})
            checks << notLooked(title);
    }
    if (state->plan.clone) {
        const PreflightCheck repository = co_await checkRepositoryIsOpen(state);
        checks << repository;
    }
    const auto folder = co_await awaitOutcome(folderAnswer);
    checks << failedIfAny(Texts::tr("Results can be written"), problemsOf(folder));
    checks << warningIfAny(Texts::tr("Files and settings"), state->plan.warnings);
    co_return checks;
}

QFuture<QList<PreflightCheck>> preflight(Accounts *accounts, Git::Credentials *credentials,
                                         const Plan &plan, const RunStamp &stamp)
{
    return preflight(accounts->open(plan.account), accounts->transport(), credentials, plan, stamp);
}

QFuture<QList<PreflightCheck>> preflight(const QFuture<Outcome<AccountAccess>> &account,
                                         std::shared_ptr<Transport> transport,
                                         Git::Credentials *credentials, const Plan &plan,
                                         const RunStamp &stamp)
{
    auto state = std::make_shared<PreflightState>();
    state->plan = plan;
    state->stamp = stamp;
    state->credentials = credentials;
    return asFuture(checkAll(account, std::move(transport), std::move(state)));
}

bool mayLaunch(const QList<PreflightCheck> &checks)
{
    return std::none_of(checks.begin(), checks.end(), [](const PreflightCheck &check) {
        return check.verdict == Verdict::Failed;
    });
}

} // namespace Batchdesk
