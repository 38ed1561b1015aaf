// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "core/run/stopwatch.h"

#include <QFileInfo>

namespace Batchdesk {

StopWatch::StopWatch(const RunFolder &folder, QObject *parent)
    : QObject(parent)
    , m_stopPath(folder.stopPath())
{
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, this, &StopWatch::look);
    m_folder.addPath(folder.path());
    // The wish may be older than this watch.
    QMetaObject::invokeMethod(this, &StopWatch::look, Qt::QueuedConnection);
}

void StopWatch::look()
{
    if (m_folder.directories().isEmpty() || !QFileInfo::exists(m_stopPath))
        return;
    m_folder.removePaths(m_folder.directories());
    Q_EMIT requested();
}

} // namespace Batchdesk
