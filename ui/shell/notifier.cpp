// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/shell/notifier.h"

#include "ui/widgets/icons.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

namespace Batchdesk {

namespace {

constexpr int shownForMs = 10'000;

} // namespace

Notifier::Notifier(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QString Notifier::sentence(const QString &title, const RunSummary &summary)
{
    switch (summary.ending) {
    case RunSummary::Ending::Succeeded:
        return tr("%1: all %n task(s) are done, the results are here.", nullptr, summary.tasksTotal)
            .arg(title);
    case RunSummary::Ending::TasksFailed:
        return tr("%1: %n task(s) failed.", nullptr, summary.failed + summary.notRun).arg(title);
    case RunSummary::Ending::Refused:
        return tr("%1 could not begin.").arg(title);
    case RunSummary::Ending::Broken:
        return tr("%1 broke off; it can go on.").arg(title);
    case RunSummary::Ending::Stopped:
        return tr("%1 was stopped.").arg(title);
    }
    return title;
}

void Notifier::runEnded(const QString &title, const RunSummary &summary)
{
    QApplication::alert(m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || m_window->isActiveWindow())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(themedIcon(QStringLiteral("batchdesk")), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, &Notifier::activated);
    }
    m_tray->show();
    m_tray->showMessage(QStringLiteral("Batchdesk"), sentence(title, summary),
                        QSystemTrayIcon::Information, shownForMs);
    QTimer::singleShot(shownForMs, m_tray, &QSystemTrayIcon::hide);
}

} // namespace Batchdesk
