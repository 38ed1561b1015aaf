// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/ownsession.h"

#include <QProcess>

#include <windows.h>

namespace Batchdesk {

void putInOwnSession(QProcess &process)
{
    process.setCreateProcessArgumentsModifier([](QProcess::CreateProcessArguments *arguments) {
        arguments->flags |= CREATE_NEW_PROCESS_GROUP;
    });
}

void killSession(QProcess &process)
{
    // taskkill knows the children; QProcess alone would leave them.
    if (process.state() != QProcess::NotRunning)
        QProcess::startDetached(QStringLiteral("taskkill"),
                                {QStringLiteral("/T"), QStringLiteral("/F"), QStringLiteral("/PID"),
                                 QString::number(process.processId())});
}

} // namespace Batchdesk
