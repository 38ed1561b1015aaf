// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace Batchdesk::Cli {

//! \brief Turns Ctrl+C and a request to end (SIGINT, SIGTERM, SIGHUP) into a signal of the event
//! loop. One at a time per process.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    //! \brief Somebody asked; emitted once for each time.
    void requested();

private:
    int m_pipe[2] = {-1, -1};
};

} // namespace Batchdesk::Cli
