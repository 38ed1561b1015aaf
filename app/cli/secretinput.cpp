// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/secretinput.h"

#include "app/cli/terminal.h"

#include <QCoreApplication>
#include <QFile>

namespace Batchdesk::Cli {

Outcome<Secret> readSecret(const QString &prompt)
{
    Secret given;
    if (standardInputIsTerminal()) {
        if (const auto line = askHidden(prompt))
            given = Secret(*line);
    } else {
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly)) {
            QByteArray line = input.readLine();
            while (line.endsWith('\n') || line.endsWith('\r'))
                line.chop(1);
            given = Secret(line);
        }
    }
    if (!given.isEmpty())
        return given;
    return Error::invalidInput(
        QCoreApplication::translate("Cli", "Nothing was entered"), {},
        QCoreApplication::translate("Cli",
                                    "Type it on the terminal, or pass it on standard input."));
}

} // namespace Batchdesk::Cli
