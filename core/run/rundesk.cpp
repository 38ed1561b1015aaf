// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/rundesk.h"

#include "core/base/ownsession.h"
#include "core/net/asfuture.h"
#include "core/net/awaitoutcome.h"
#include "core/run/accounts.h"
#include "core/run/handover.h"
#include "core/run/repository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileSystemWatcher>
#include <QProcess>
#include <QPromise>
#include <QStandardPaths>
#include <QTimer>
#include <QtConcurrent>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunDesk)
};

constexpr int gatherMs = 100;

//! What a runner process is asked for, beside the run's id.
enum class Errand { Resume, CleanUp };

QString commandOf(Errand errand)
{
    return errand == Errand::Resume ? QStringLiteral("resume") : QStringLiteral("cleanup");
}

//! Only a profile's keys travel: for the others the runner finds its way alone.
std::optional<AccountAccess> handedOver(const AccountAccess &account)
{
    const bool isOwn =
        account.name == QLatin1String("local") || account.name == QLatin1String("env");
    return isOwn ? std::nullopt : std::optional(account);
}

//! Whose secrets a runner needs.
struct SecretsWanted
{
    QString account;
    QString repository; //!< Name of a key or token; empty when none is needed.

    static SecretsWanted of(const Settings &settings)
    {
        const auto &git = settings.application.git;
        return {settings.account, git ? git->credential : QString()};
    }
};

//! A runner that leaves for the background tells by its end that it began.
class RunnerStart final : public QObject
{
public:
    RunnerStart(const QString &program, const QStringList &arguments, const Secret &input)
        : m_process(new QProcess(this))
    {
        m_promise.start();
        connect(m_process, &QProcess::finished, this, [this](int code) { onEnded(code); });
        connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                onEnded(-1);
        });
        putInOwnSession(*m_process);
        m_process->start(program, arguments);
        m_process->write(input.reveal());
        m_process->closeWriteChannel();
    }

    QFuture<Outcome<void>> future() const { return m_promise.future(); }

private:
    void onEnded(int code)
    {
        Outcome<void> outcome;
        if (code != 0) {
            const QString said = QString::fromUtf8(m_process->readAllStandardError()).trimmed();
            outcome =
                Error::io(Texts::tr("The program that carries out runs could not be started"),
                          m_process->program(), said.isEmpty() ? m_process->errorString() : said);
        }
        m_promise.addResult(outcome);
        m_promise.finish();
        deleteLater();
    }

    QProcess *m_process;
    QPromise<Outcome<void>> m_promise;
};

} // namespace

//! What the flows below need; they outlive the desk's window if need be, never the accounts.
struct Runner
{
    QString cliProgram;
    QString runsFolder;
    std::shared_ptr<Accounts> accounts;
    std::shared_ptr<Git::Credentials> credentials;
};

class RunDesk::Private
{
public:
    Runner runner;
    QFileSystemWatcher folders;
    QTimer gather;
};

static QCoro::Task<Outcome<Handover>> fetchSecrets(Runner runner, SecretsWanted wanted)
{
    Handover handover;
    const auto access = co_await awaitOutcome(runner.accounts->open(wanted.account));
    if (!access)
        co_return access.error();
    handover.account = handedOver(*access);
    if (wanted.repository.isEmpty() || !runner.credentials)
        co_return handover;
    const auto repository =
        co_await awaitOutcome(openRepository(runner.credentials.get(), wanted.repository));
    if (!repository)
        co_return repository.error();
    handover.repository = *repository;
    co_return handover;
}

static QCoro::Task<Outcome<void>> startRunner(Runner runner, QString runId, SecretsWanted wanted,
                                              Errand errand)
{
    const auto handover = co_await fetchSecrets(runner, wanted);
    if (!handover)
        co_return handover.error();
    QStringList arguments{commandOf(errand), runId, QStringLiteral("--background")};
    Secret input;
    if (!handover->isEmpty()) {
        arguments << QStringLiteral("--secrets-from-stdin");
        input = toBytes(*handover);
    }
    auto *start = new RunnerStart(runner.cliProgram, arguments, input);
    co_return co_await awaitOutcome(start->future());
}

static QCoro::Task<Outcome<QString>> launchRun(Runner runner, std::shared_ptr<PlanRecord> record)
{
    // Before anything is made: a key that cannot be had is no reason for a run's folder.
    const SecretsWanted wanted = SecretsWanted::of(record->settings);
    const auto secrets = co_await fetchSecrets(runner, wanted);
    if (!secrets)
        co_return secrets.error();
    const QString runsFolder = runner.runsFolder;
    // Not within the co_await: g++ 12 destroys the captures of a lambda there twice.
    auto making = QtConcurrent::run([runsFolder, record]() -> Outcome<QString> {
        const PlanResult result = record->plan();
        if (!result.ok())
            return result.errors.first();
        const QString runId = result.plan.runId;
        const auto folder = RunStore(runsFolder).create(runId);
        if (!folder)
            return folder.error();
        if (const auto saved = folder->saveRecord(*record); !saved)
            return saved.error();
        return runId;
    });
    const auto made = co_await awaitOutcome(making);
    if (!made)
        co_return made.error();
    const QString runId = *made;
    const auto started = co_await startRunner(runner, runId, wanted, Errand::Resume);
    if (!started) {
        RunFolder(runsFolder + QLatin1Char('/') + runId).removeIfUnused();
        co_return started.error();
    }
    co_return runId;
}

static QCoro::Task<Outcome<void>> startErrand(Runner runner, QString runId, Errand errand)
{
    const RunFolder folder(runner.runsFolder + QLatin1Char('/') + runId);
    auto looking = QtConcurrent::run([folder, errand]() -> Outcome<SecretsWanted> {
        folder.forgetStop();             // a wish of before does not end what begins now
        if (errand == Errand::CleanUp) { // which opens no repository
            const auto head = folder.head();
            return head ? Outcome<SecretsWanted>(SecretsWanted{head->account, {}})
                        : Outcome<SecretsWanted>(head.error());
        }
        const auto record = folder.record();
        return record ? Outcome<SecretsWanted>(SecretsWanted::of(record->settings))
                      : Outcome<SecretsWanted>(record.error());
    });
    const auto wanted = co_await awaitOutcome(looking);
    if (!wanted)
        co_return wanted.error();
    co_return co_await startRunner(runner, runId, *wanted, errand);
}

RunDesk::RunDesk(const QString &cliProgram, const QString &runsFolder,
                 std::shared_ptr<Accounts> accounts, std::shared_ptr<Git::Credentials> credentials,
                 QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->runner = {cliProgram, runsFolder, std::move(accounts), std::move(credentials)};
    QDir().mkpath(runsFolder);
    d->gather.setSingleShot(true);
    d->gather.setInterval(gatherMs);
    connect(&d->gather, &QTimer::timeout, this, &RunDesk::changed);
    connect(&d->folders, &QFileSystemWatcher::directoryChanged, this,
            [this] { d->gather.start(); });
    d->folders.addPath(runsFolder);
}

RunDesk::~RunDesk() = default;

QString RunDesk::defaultRunsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/runs");
}

QString RunDesk::runsFolder() const
{
    return d->runner.runsFolder;
}

QFuture<QList<RunListing>> RunDesk::list() const
{
    return QtConcurrent::run([store = RunStore(d->runner.runsFolder)] { return store.list(); });
}

RunFolder RunDesk::folder(const QString &runId) const
{
    return RunFolder(d->runner.runsFolder + QLatin1Char('/') + runId);
}

QFuture<Outcome<QString>> RunDesk::launch(const PlanRecord &record)
{
    return asFuture(launchRun(d->runner, std::make_shared<PlanRecord>(record)));
}

QFuture<Outcome<void>> RunDesk::resume(const QString &runId)
{
    return asFuture(startErrand(d->runner, runId, Errand::Resume));
}

QFuture<Outcome<void>> RunDesk::cleanUp(const QString &runId)
{
    return asFuture(startErrand(d->runner, runId, Errand::CleanUp));
}

QFuture<Outcome<void>> RunDesk::stop(const QString &runId)
{
    return QtConcurrent::run([folder = folder(runId)] { return folder.askToStop(); });
}

} // namespace Batchdesk
