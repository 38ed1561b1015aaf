// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/base/ownsession.h"

#include <QProcess>

#include <csignal>
#include <unistd.h>

namespace Batchdesk {

void putInOwnSession(QProcess &process)
{
    process.setChildProcessModifier([] { ::setsid(); });
}

void killSession(QProcess &process)
{
    // Never 0 or 1: those would be everybody.
    if (process.state() != QProcess::NotRunning && process.processId() > 1)
        ::kill(-pid_t(process.processId()), SIGKILL);
}

} // namespace Batchdesk
