// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/plan/shippedfile.h"

#include "resources/resources.h"

#include <QFile>

namespace Batchdesk {

QByteArray shippedFile(const QString &name)
{
    static const bool registered = [] {
        initResources();
        return true;
    }();
    Q_UNUSED(registered)
    QFile file(QStringLiteral(":/batchdesk/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Batchdesk was built without its file %s", qPrintable(name));
    return file.readAll();
}

} // namespace Batchdesk
