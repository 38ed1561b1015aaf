// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/recentfiles.h"

#include "ui/widgets/windowsettings.h"

namespace Batchdesk {

namespace {

const QString key = QStringLiteral("recentSettings");

} // namespace

QStringList RecentFiles::list()
{
    return windowSettings().value(key).toStringList();
}

void RecentFiles::add(const QString &path)
{
    QStringList files = list();
    files.removeAll(path);
    files.prepend(path);
    while (files.size() > most)
        files.removeLast();
    windowSettings().setValue(key, files);
}

void RecentFiles::remove(const QString &path)
{
    QStringList files = list();
    files.removeAll(path);
    windowSettings().setValue(key, files);
}

} // namespace Batchdesk
