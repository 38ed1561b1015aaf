// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfollower.h"
#include "ui/models/taskmodel.h"

#include <QTimer>
#include <QWidget>

class QFileSystemWatcher;
class QStackedWidget;
class QTabWidget;

namespace Batchdesk {

class Accounts;
class EventModel;
class FileList;
class LiveTable;
class NodeModel;
class RunDesk;
class RunFigures;
class RunHeader;
class RunNotices;
class StepStrip;
class TaskTab;

//! \brief One run: how it stands, and what can be done with it. Lives as long as it is shown, so
//! that nothing of a run that was left can appear.
class RunPage final : public QWidget
{
    Q_OBJECT

public:
    //! \param desk and \a accounts have to outlive the page.
    RunPage(const QString &runId, RunDesk *desk, Accounts *accounts, QWidget *parent = nullptr);
    ~RunPage() override;

    QString runId() const { return m_runId; }
    //! \brief How fresh the page is, for the status line.
    QString freshness() const;

Q_SIGNALS:
    void backRequested();
    void outputsRequested(const QString &runId);
    void freshnessChanged(const QString &text);
    //! \brief It was started, stopped or cleaned up from here.
    void touched(const QString &runId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QString age() const;
    void layOut();
    void makeTabs();
    QWidget *makeNodeTab();
    QWidget *makeLogTab();
    void makeShortcuts();
    void connectActions();
    void load();
    void takePlan(const TaskModel::Tasks &tasks, const QString &title);
    void takeNews(const RunNews &news);
    void takeEvents(const QList<RunEvent> &events);
    void takeLife(RunFollower::Life life);
    void takeSummary(const RunSummary &summary);
    void showState();
    void showTimes();
    void tick();
    void updateTimer();
    void reloadFiles();
    void stop();
    void resume();
    void cleanUp();
    void watchCleanUp();
    void lookAtCleanUp();
    void endCleanUp(const std::optional<RunSummary> &summary);
    void openFolder();

    QString m_runId;
    RunDesk *m_desk;
    RunFollower *m_follower = nullptr;
    TaskModel::Tasks m_tasks;
    RunProgress m_progress;
    std::optional<RunSummary> m_summary;
    QDateTime m_startedAt; //!< UTC; the first time, whatever was resumed since.
    QString m_lastProblem;
    bool m_isStopping = false;
    bool m_isBusy = false;     //!< A resume or clean-up was asked for and has not begun.
    bool m_isCleaning = false; //!< A clean-up goes on.

    RunHeader *m_header = nullptr;
    RunNotices *m_notices = nullptr;
    RunFigures *m_figures = nullptr;
    StepStrip *m_steps = nullptr;
    QTabWidget *m_tabs = nullptr;
    TaskTab *m_taskTab = nullptr;
    QStackedWidget *m_nodeStack = nullptr;
    NodeModel *m_nodes = nullptr;
    FileList *m_files = nullptr;
    EventModel *m_events = nullptr;
    LiveTable *m_log = nullptr;
    QTimer *m_second = nullptr;
    QFileSystemWatcher *m_folder = nullptr; //!< While a clean-up goes on.
};

} // namespace Batchdesk
