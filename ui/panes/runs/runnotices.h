// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runvalues.h"

#include <QWidget>

namespace Batchdesk {

class Notice;

//! \brief What a run's page says about it in words: why it broke off, what failed, what still
//! exists, and the question before a stop.
class RunNotices final : public QWidget
{
    Q_OBJECT

public:
    explicit RunNotices(QWidget *parent = nullptr);

    //! \brief It goes on: nothing is to be said.
    void showGoing();
    //! \param reason the last problem that the run told; may be empty.
    void showBrokenOff(const QString &reason);
    void showEnding(const RunSummary &summary);
    //! \brief Asks before a stop; the answer comes as stopConfirmed() or not at all.
    void askStop();
    //! \brief Something that was asked for goes on.
    void showBusy(const QString &text);
    //! \brief Something that was asked for failed.
    void showError(const Error &error);
    void clearAction();

Q_SIGNALS:
    void resumeRequested();
    void cleanUpRequested();
    void stopConfirmed();

private:
    void addCleanUp(Notice *notice);
    void updateRoom();

    Notice *m_action = nullptr;
    Notice *m_problem = nullptr;
    Notice *m_kept = nullptr;
};

} // namespace Batchdesk
