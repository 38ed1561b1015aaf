// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/recentfiles.h"

#include <QSettings>

namespace Batchdesk {

namespace {

const QString key = QStringLiteral("recentSettings");

} // namespace

QStringList RecentFiles::list()
{
    return QSettings().value(key).toStringList();
}

void RecentFiles::add(const QString &path)
{
    QStringList files = list();
    files.removeAll(path);
    files.prepend(path);
    while (files.size() > most)
        files.removeLast();
    QSettings().setValue(key, files);
}

void RecentFiles::remove(const QString &path)
{
    QStringList files = list();
    files.removeAll(path);
    QSettings().setValue(key, files);
}

} // namespace Batchdesk
