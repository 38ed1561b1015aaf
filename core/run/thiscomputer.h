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

#include <chrono>
#include <memory>
#include <optional>

namespace Batchdesk {

//! \brief Exit code of "batchdesk-cli serve" when another service has the folder already.
constexpr int serviceInUseExitCode = 75;

//! \brief "This computer" as an account: the embedded service, in a process of its own.
//!
//! Several windows and terminals share one service. It ends by itself when it has nothing left to
//! do, by whichever way whoever started it is gone. Lives on the thread that made it; never blocks
//! it, the destructor without an idle time aside, which gives the service a few seconds to end.
class ThisComputer final : public QObject
{
    Q_OBJECT

public:
    //! \param program the batchdesk-cli program, whose "serve" is the service.
    //! \param stateDirectory where the service keeps its state.
    //! \param idle how long the service stays without anything to do, once nobody asks it anything;
    //! unset: it goes soon after this object, when nothing is left to do.
    ThisComputer(const QString &program, const QString &stateDirectory,
                 std::optional<std::chrono::seconds> idle = {}, QObject *parent = nullptr);
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
    std::optional<std::chrono::seconds> m_idle;
    std::unique_ptr<QProcess> m_service;
    QPromise<Outcome<AccountAccess>> m_promise;
    bool m_settled = false;
};

} // namespace Batchdesk
