// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/git/program.h"

#include "core/base/ownsession.h"

#include <QProcess>
#include <QPromise>
#include <QStandardPaths>
#include <QTimer>

namespace Batchdesk::Git {

namespace {

constexpr qsizetype mostBytes = 1'000'000;

//! One run; deletes itself at its end.
class ProgramRun final : public QObject
{
public:
    explicit ProgramRun(const ProgramRequest &request)
    {
        m_promise.start();
        putInOwnSession(m_process);
        m_process.setProcessEnvironment(request.environment);
        if (!request.folder.isEmpty())
            m_process.setWorkingDirectory(request.folder);
        m_process.setStandardInputFile(QProcess::nullDevice());
        connect(&m_process, &QProcess::started, this, [this] { m_result.started = true; });
        connect(&m_process, &QProcess::readyReadStandardOutput, this,
                [this] { take(m_result.output, m_process.readAllStandardOutput()); });
        connect(&m_process, &QProcess::readyReadStandardError, this,
                [this] { take(m_result.errors, m_process.readAllStandardError()); });
        connect(&m_process, &QProcess::finished, this,
                [this](int code, QProcess::ExitStatus status) {
                    m_result.exitCode = status == QProcess::NormalExit ? code : -1;
                    end();
                });
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end();
        });
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] {
            m_result.timedOut = true;
            killSession(m_process);
        });
        m_patience.start(request.patience);
        m_process.start(request.program, request.arguments);
    }

    QFuture<ProgramResult> future() const { return m_promise.future(); }

private:
    static void take(QByteArray &into, const QByteArray &bytes)
    {
        into += bytes.left(mostBytes - into.size());
    }
    void end()
    {
        m_patience.stop();
        m_promise.addResult(m_result);
        m_promise.finish();
        deleteLater();
    }

    QProcess m_process;
    QTimer m_patience;
    QPromise<ProgramResult> m_promise;
    ProgramResult m_result;
};

} // namespace

QFuture<ProgramResult> runProgram(const ProgramRequest &request)
{
    // Looked for by ourselves: a program of that name in the current folder is never meant.
    ProgramRequest found = request;
    found.program = QStandardPaths::findExecutable(request.program);
    if (found.program.isEmpty())
        return QtFuture::makeReadyFuture(ProgramResult());
    return (new ProgramRun(found))->future();
}

} // namespace Batchdesk::Git
