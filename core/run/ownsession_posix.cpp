// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/ownsession.h"

#include <QProcess>

#include <unistd.h>

namespace Batchdesk {

void putInOwnSession(QProcess &process)
{
    process.setChildProcessModifier([] { ::setsid(); });
}

} // namespace Batchdesk
