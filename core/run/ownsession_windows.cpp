// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/ownsession.h"

#include <QProcess>

#include <windows.h>

namespace Batchdesk {

void putInOwnSession(QProcess &process)
{
    process.setCreateProcessArgumentsModifier([](QProcess::CreateProcessArguments *arguments) {
        arguments->flags |= CREATE_NEW_PROCESS_GROUP;
    });
}

} // namespace Batchdesk
