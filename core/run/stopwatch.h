// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfolder.h"

#include <QFileSystemWatcher>
#include <QObject>

namespace Batchdesk {

//! \brief Watches for the wish to stop a run, which another program leaves in its folder.
class StopWatch final : public QObject
{
    Q_OBJECT

public:
    explicit StopWatch(const RunFolder &folder, QObject *parent = nullptr);

Q_SIGNALS:
    //! \brief Somebody asked; emitted once, never from within the constructor.
    void requested();

private:
    void look();

    QString m_stopPath;
    QFileSystemWatcher m_folder;
};

} // namespace Batchdesk
