// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runvalues.h"

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace Batchdesk {

//! \brief Tells that a run has ended to somebody who looks at another window: one message of the
//! desktop, and a mark on the task bar.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QWidget *window);

    void runEnded(const QString &title, const RunSummary &summary);
    //! \brief The sentence that is shown.
    static QString sentence(const QString &title, const RunSummary &summary);

Q_SIGNALS:
    //! \brief The message was clicked.
    void activated();

private:
    QWidget *m_window;
    QSystemTrayIcon *m_tray = nullptr;
};

} // namespace Batchdesk
