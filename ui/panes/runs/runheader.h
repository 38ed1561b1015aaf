// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/statelook.h"

#include <QDateTime>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace Batchdesk {

class ElidedLabel;
class StatePill;

//! \brief The top of a run's page: the way back, title, state, what can be done, and which run it
//! is.
class RunHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit RunHeader(const QString &runId, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setOrigin(const QString &account, const QDateTime &startedAt);
    void setLook(const StateLook &look);
    //! \brief Whether it can be stopped, or is being stopped.
    void setStoppable(bool stoppable, bool stopping);
    //! \brief Whether something came home.
    void setHasResults(bool hasResults);
    QString title() const;

Q_SIGNALS:
    void backRequested();
    void stopRequested();
    void resultsRequested();
    void folderRequested();

private:
    QWidget *makeTitleRow();

    QToolButton *m_back = nullptr;
    ElidedLabel *m_title = nullptr;
    StatePill *m_pill = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_results = nullptr;
    QPushButton *m_folder = nullptr;
    ElidedLabel *m_origin = nullptr;
};

} // namespace Batchdesk
