// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"
#include "core/base/outcome.h"

#include <QFuture>
#include <QObject>
#include <QProcess>
#include <QPromise>
#include <QString>

#include <memory>

namespace Batchdesk {

//! \brief Exit code of "batchdesk-cli serve" when another service has the folder already.
constexpr int serviceInUseExitCode = 75;

//! \brief "This computer" as an account: the embedded service, in a process of its own.
//!
//! Several windows and terminals share one service. It ends by itself when it has nothing left to
//! do, by whichever way whoever started it is gone. Lives on the thread that made it; never blocks
//! it, the destructor of UntilClosed aside, which gives the service a few seconds to end.
class ThisComputer final : public QObject
{
    Q_OBJECT

public:
    //! \brief When the service ends by itself.
    enum class Lifetime {
        UntilClosed, //!< Soon after this object is gone and nothing is left to do.
        UntilIdle,   //!< A minute after the last request, with nothing left to do.
    };

    //! \param program the batchdesk-cli program, whose "serve" is the service.
    //! \param stateDirectory where the service keeps its state.
    ThisComputer(const QString &program, const QString &stateDirectory,
                 Lifetime lifetime = Lifetime::UntilClosed, QObject *parent = nullptr);
    ~ThisComputer() override;

    //! \brief Starts the service, or finds the one that has the folder, and tells how to sign for
    //! it. Once.
    QFuture<Outcome<AccountAccess>> open();

    //! \brief Where the service of this user keeps its state.
    static QString defaultStateDirectory();

private:
    void onOutput();
    void onEnded(int exitCode);
    void useRunningService(int triesLeft);
    void settle(const Outcome<AccountAccess> &outcome);

    QString m_program;
    QString m_stateDirectory;
    Lifetime m_lifetime;
    std::unique_ptr<QProcess> m_service;
    QPromise<Outcome<AccountAccess>> m_promise;
    bool m_settled = false;
};

} // namespace Batchdesk
