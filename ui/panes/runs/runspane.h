// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runvalues.h"

#include <QPointer>
#include <QStackedWidget>
#include <QTimer>

class QSortFilterProxyModel;

namespace Batchdesk {

class Accounts;
class LiveTable;
class RunDesk;
class RunPage;
class RunsModel;

//! \brief The runs of this user: the list, and the page of the one that was opened.
class RunsPane final : public QStackedWidget
{
    Q_OBJECT

public:
    //! \param desk and \a accounts have to outlive the pane.
    RunsPane(RunDesk *desk, Accounts *accounts, QWidget *parent = nullptr);
    ~RunsPane() override;

    //! \brief How fresh what is shown is, for the status line.
    QString freshness() const;

public Q_SLOTS:
    //! \brief Opens the page of a run, whether the list knows it yet or not.
    void showRun(const QString &runId);
    void showList();

Q_SIGNALS:
    //! \brief The user wants to start one.
    void newRunRequested();
    //! \brief The user wants to see what a run brought home.
    void outputsRequested(const QString &runId);
    //! \brief A run that went on has ended, shown or not; once for each.
    void runEnded(const QString &runId, const QString &title, const Batchdesk::RunSummary &summary);
    void freshnessChanged(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeListPage();
    QWidget *makeEmptyPage();
    void openSelected();
    void showListOrEmpty();
    void closePage();
    void updateTimer();
    bool isListShown() const;

    RunDesk *m_desk;
    Accounts *m_accounts;
    RunsModel *m_runs = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    LiveTable *m_table = nullptr;
    QWidget *m_loading = nullptr;
    QWidget *m_list = nullptr;
    QWidget *m_empty = nullptr;
    QPointer<RunPage> m_page;
    QTimer *m_clock = nullptr;
};

} // namespace Batchdesk
