// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/windowsettings.h"

#include <QStandardPaths>

namespace Batchdesk {

QSettings windowSettings()
{
    return QSettings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                         + QStringLiteral("/window.ini"),
                     QSettings::IniFormat);
}

} // namespace Batchdesk
