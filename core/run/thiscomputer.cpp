// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/thiscomputer.h"

#include "core/auth/accountaccess.h"
#include "core/base/ownsession.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTimer>

#include <vector>

namespace Batchdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ThisComputer)
};

constexpr int farewellMs = 5'000; // a service with nothing to do ends well within this

//! A service that has the folder may not have written its connection file yet.
constexpr int lookAgainMs = 100;
constexpr int looks = 100;

//! Somebody else may still work with the service, and a QProcess that goes would kill it: it stays
//! as long as the program.
void leaveRunning(std::unique_ptr<QProcess> service)
{
    static auto *running = new std::vector<QProcess *>;
    running->push_back(service.release());
}

} // namespace

ThisComputer::ThisComputer(const QString &program, const QString &stateDirectory,
                           std::optional<std::chrono::seconds> idle, QObject *parent)
    : QObject(parent)
    , m_program(program)
    , m_stateDirectory(stateDirectory)
    , m_idle(idle)
    , m_service(std::make_unique<QProcess>())
{
    connect(m_service.get(), &QProcess::readyReadStandardOutput, this, &ThisComputer::onOutput);
    connect(m_service.get(), &QProcess::finished, this, &ThisComputer::onEnded);
    connect(m_service.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onEnded(-1);
    });
}

ThisComputer::~ThisComputer()
{
    m_service->disconnect(this);
    m_service->closeWriteChannel();
    bool hasEnded = m_service->state() == QProcess::NotRunning;
    if (!hasEnded && !m_idle)
        hasEnded = m_service->waitForFinished(farewellMs); // a terminal program has the time
    if (!hasEnded)
        leaveRunning(std::move(m_service));
    settle(Error::cancelled());
}

QFuture<Outcome<AccountAccess>> ThisComputer::open()
{
    m_promise.start();
    putInOwnSession(*m_service);
    QStringList arguments{QStringLiteral("serve"), QStringLiteral("--state"), m_stateDirectory};
    if (m_idle)
        arguments << QStringLiteral("--idle-exit") << QString::number(m_idle->count());
    else
        arguments << QStringLiteral("--until-closed");
    m_service->start(m_program, arguments);
    return m_promise.future();
}

QString ThisComputer::defaultStateDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/this-computer");
}

void ThisComputer::onOutput()
{
    // The one line that it prints says that it accepts requests; what it says is in the file as
    // well.
    if (m_service->canReadLine())
        settle(accountFromConnectionFile(m_stateDirectory + QStringLiteral("/connection.env")));
}

void ThisComputer::onEnded(int exitCode)
{
    if (exitCode == serviceInUseExitCode) {
        useRunningService(looks);
        return;
    }
    Error error;
    error.kind = Error::Kind::Io;
    error.message = exitCode < 0
        ? Texts::tr("The service of this computer could not be started: %1")
              .arg(m_service->errorString())
        : QString::fromUtf8(m_service->readAllStandardError()).trimmed();
    if (error.message.isEmpty())
        error.message =
            Texts::tr("The service of this computer ended at once (exit code %1)").arg(exitCode);
    error.place = m_stateDirectory;
    settle(error);
}

void ThisComputer::useRunningService(int triesLeft)
{
    const auto account =
        accountFromConnectionFile(m_stateDirectory + QStringLiteral("/connection.env"));
    if (account || triesLeft == 0) {
        settle(account);
        return;
    }
    QTimer::singleShot(lookAgainMs, this, [this, triesLeft] { useRunningService(triesLeft - 1); });
}

void ThisComputer::settle(const Outcome<AccountAccess> &outcome)
{
    if (m_settled)
        return;
    m_settled = true;
    if (outcome) {
        AccountAccess account = *outcome;
        account.name = QStringLiteral("local");
        m_promise.addResult(Outcome<AccountAccess>(account));
    } else {
        m_promise.addResult(Outcome<AccountAccess>(outcome.error()));
    }
    m_promise.finish();
}

} // namespace Batchdesk
