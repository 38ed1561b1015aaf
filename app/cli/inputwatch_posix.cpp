// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/inputwatch.h"

#include <QSocketNotifier>

#include <unistd.h>

namespace Batchdesk::Cli {

InputWatch::InputWatch(QObject *parent)
    : QObject(parent)
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        char ignored[256];
        if (::read(STDIN_FILENO, ignored, sizeof ignored) > 0)
            return;
        notifier->setEnabled(false);
        Q_EMIT closed();
    });
}

} // namespace Batchdesk::Cli
